// How the service is: health, metrics; and the files of the page.

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "routes/service.hpp"

namespace backend {

reply health(service& all, const request& /*asked*/) {
  all.data.ping();
  const auto state = all.rules.tell();
  const auto held = all.rules.now();
  return {.body = fmt::format(
              R"({{"status":"{}","engine":"{}","database":"{}","rules":{{"digest":"{}",)"
              R"("policies":{},"loaded_at":"{}","error":{}}}}})",
              state.last_error.empty() ? "ok" : "old-rules", SUDUI_VERSION, all.data.kind(),
              held->rules().digest(), held->rules().policies().size(), state.loaded_at,
              state.last_error.empty() ? "null" : json_text(state.last_error))};
}

reply show_metrics(service& all, const request& /*asked*/) {
  const auto state = all.rules.tell();
  const auto held = all.rules.now();
  reply made{.type = "text/plain; version=0.0.4; charset=utf-8"};
  auto& text = made.body;
  const auto head = [&](std::string_view name, std::string_view kind, std::string_view help) {
    text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, kind);
  };
  const auto plain = [&](std::string_view name, std::string_view kind, std::string_view help,
                         auto value) {
    head(name, kind, help);
    text += fmt::format("{} {}\n", name, value);
  };
  head("sudui_requests_total", "counter", "Requests answered, by class of status.");
  for (std::size_t digit = 2; digit < 6; ++digit) {
    text += fmt::format("sudui_requests_total{{status=\"{}xx\"}} {}\n", digit,
                        all.count.requests[digit].load());
  }
  plain("sudui_handler_seconds_total", "counter", "Time spent in handlers.",
        static_cast<double>(all.count.microseconds.load()) / 1e6);
  plain("sudui_matched_total", "counter", "Companies decided.", all.count.matched.load());
  plain("sudui_logged_total", "counter", "Decisions committed to the log.",
        all.count.logged.load());
  plain("sudui_turned_away_total", "counter", "Requests refused because the queue was full.",
        all.count.turned_away.load());
  plain("sudui_running", "gauge", "Requests between read and answered.", all.count.running.load());
  plain("sudui_connections", "gauge", "Open connections.", all.count.connections.load());
  plain("sudui_rule_loads_total", "counter", "Rule sets taken into use.", state.loads);
  plain("sudui_rule_load_failures_total", "counter", "Loads that left the old rules.",
        state.failures);
  head("sudui_rules_info", "gauge", "The rule set in use.");
  text += fmt::format("sudui_rules_info{{digest=\"{}\",policies=\"{}\"}} 1\n",
                      held->rules().digest(), held->rules().policies().size());
  return made;
}

void read_pages(service& all) {
  struct file {
    const char *path, *name, *type;
  };
  static constexpr std::array files{
      file{"/", "index.html", "text/html; charset=utf-8"},
      file{"/page/page.js", "page.js", "text/javascript; charset=utf-8"},
      file{"/page/words.js", "words.js", "text/javascript; charset=utf-8"},
      file{"/page/page.css", "page.css", "text/css; charset=utf-8"},
      file{"/openapi.json", "openapi.json", "application/json"}};
  for (const auto& one : files) {
    std::ifstream input(all.web / one.name, std::ios::binary);
    if (!input) throw std::runtime_error(std::string("the page has no ") + one.name);
    all.pages[one.path] = {.type = one.type, .body = {std::istreambuf_iterator<char>(input), {}}};
  }
}

reply page(service& all, const request& asked) {
  const auto found = all.pages.find(asked.path);
  if (found == all.pages.end()) {
    throw refused(404, "not-found", "there is nothing here", "没有此资源");
  }
  return found->second;
}

/// An answer of the size of a match and nothing behind it: what HTTP and the token cost alone.
reply constant(service& all, const request& /*asked*/) {
  if (!all.bench) throw refused(404, "not-found", "there is nothing here", "没有此资源");
  static const std::string filler = R"({"constant":")" + std::string(100'000, 'x') + R"("})";
  return {.body = filler};
}

}  // namespace backend
