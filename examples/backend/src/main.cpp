// sudui-backend: an HTTP service around sudui.
//
//   sudui-backend serve --rules DIR --companies DIR [--database URL] ...
//   sudui-backend token --role officer|auditor|company [--company USCC] [--days 30]
//                       [--database URL]
//   sudui-backend export --log FILE --profiles FILE [--database URL]: for `sudui replay`
//   sudui-backend routes

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "http/server.hpp"
#include "routes/service.hpp"

namespace {

namespace fs = std::filesystem;

struct settings {
  std::string database = "sudui.db", address = "127.0.0.1";
  fs::path rules = "rules", parameters, companies, web = "examples/backend/web";
  unsigned short port = 8080;
  bool development = false, bench = false;
  backend::limits within;
  int read_seconds = 15;
  std::string role = "officer", company, name = "token";
  int days = 30;
  fs::path log, profiles;
};

void add_options(CLI::App& app, settings& to) {
  app.require_subcommand(1);
  // The last one counts, so that a script may set what its caller sets again.
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  auto* serve = app.add_subcommand("serve", "serve until SIGTERM; SIGHUP reloads the rules");
  auto* token = app.add_subcommand("token", "create a token and print it, this once");
  auto* out = app.add_subcommand("export", "write the decision log as `sudui replay` reads it");
  app.add_subcommand("routes", "print method, path and roles of every route");
  for (auto* one : {serve, token, out}) {
    one->add_option("--database", to.database, "file for SQLite, or postgresql://...")
        ->envname("SUDUI_DATABASE");
  }
  serve->add_option("--rules", to.rules, "folder of rule files");
  serve->add_option("--parameters", to.parameters, "file with values for parameters");
  serve->add_option("--companies", to.companies, "folder of profiles for an empty database");
  serve->add_option("--web", to.web, "folder of the page and openapi.json");
  serve->add_option("--address", to.address, "where to listen");
  serve->add_option("--port", to.port, "0: any free one");
  serve->add_option("--workers", to.within.workers, "threads that answer")
      ->check(CLI::Range(1, 64));
  serve->add_option("--queue", to.within.queue, "requests that may wait before 503");
  serve->add_option("--read-seconds", to.read_seconds, "for a request to arrive");
  serve->add_flag("--development-token", to.development,
                  "print an officer's token of one day: for trying, never in production");
  serve->add_flag("--bench", to.bench, "serve /bench/constant, to compare with");
  token->add_option("--role", to.role)->check(CLI::IsMember({"officer", "company", "auditor"}));
  token->add_option("--company", to.company, "number of the company, for that role");
  token->add_option("--name", to.name, "stands in the decision log");
  token->add_option("--days", to.days, "how long it lasts")->check(CLI::Range(0, 3660));
  out->add_option("--log", to.log, "file for the decisions")->required();
  out->add_option("--profiles", to.profiles, "file for the profiles they were made from")
      ->required();
}

std::string read_file(const fs::path& file) {
  std::ifstream input(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(input), {}};
}

std::string text_of(const sudui::profile& from, std::string_view field) {
  const auto* held = from.find(field);
  const auto* text = held == nullptr ? nullptr : held->get_if<std::string>();
  return text == nullptr ? std::string() : *text;
}

/// JSON stays as it is written; YAML becomes the canonical form, with the same figures.
std::vector<backend::company> read_companies(const fs::path& folder, const sudui::matcher& by) {
  std::vector<backend::company> found;
  if (folder.empty()) return found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const bool is_json = entry.path().extension() == ".json";
    if (!is_json && entry.path().extension() != ".yaml") continue;
    auto text = read_file(entry.path());
    sudui::diagnostics findings;
    const auto format = is_json ? sudui::profile_format::json : sudui::profile_format::yaml;
    const auto made = sudui::read_profile(by.rules(), text, format, findings).value();
    if (!is_json) text = sudui::canonical_form(by, made);
    found.push_back({text_of(made, "uscc"), text_of(made, "company_name"), std::move(text)});
  }
  return found;
}

void serve(const settings& with) {
  backend::store data(with.database);
  data.migrate();
  backend::holder rules(with.rules, with.parameters);
  if (!rules.reload()) throw std::runtime_error("no rules to begin with");
  const auto today = backend::today_in_china();
  const auto by = rules.now()->at(today, static_cast<int>(today.year()));
  const auto count = data.fill(read_companies(with.companies, by));
  spdlog::info("database: {}, {} companies", data.kind(), count);
  backend::service all{data, rules, {}, with.web, {}, with.bench};
  backend::read_pages(all);
  if (with.development) {
    std::cout << "token: "
              << backend::create_token(data, "development", "officer", "", std::chrono::hours(24))
              << std::endl;
  }
  rules.watch(std::chrono::milliseconds(500));
  auto within = with.within;
  within.read = std::chrono::seconds(with.read_seconds);
  backend::serve(all, with.address, with.port, within);
}

void create(const settings& with) {
  if ((with.role == "company") == with.company.empty()) {
    throw std::runtime_error("--company goes with --role company, and only with it");
  }
  backend::store data(with.database);
  data.migrate();
  std::cout << backend::create_token(data, with.name, with.role, with.company,
                                     std::chrono::hours(24) * with.days)
            << '\n';
}

std::ofstream created(const fs::path& file) {
  std::ofstream made(file, std::ios::binary);
  if (!made) throw std::runtime_error("cannot write " + file.string());
  return made;
}

/// The profiles hold what the log masks: their file belongs to its owner alone.
void write_log(const settings& with) {
  backend::store data(with.database);
  data.migrate();
  auto log = created(with.log), profiles = created(with.profiles);
  fs::permissions(with.profiles, fs::perms::owner_read | fs::perms::owner_write);
  std::size_t lines = 0;
  data.each_line([&](const std::string& line) { log << line << '\n', ++lines; });
  data.each_profile([&](const std::string& line) { profiles << line << '\n'; });
  log.close(), profiles.close();
  if (!log || !profiles) throw std::runtime_error("writing failed");
  std::cout << lines << " decisions\n";
}

}  // namespace

int main(int count, char** words) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("sudui"));
  settings with;
  CLI::App app("an HTTP service that tells which benefits a company gets, and why");
  add_options(app, with);
  CLI11_PARSE(app, count, words);
  try {
    if (app.got_subcommand("serve")) serve(with);
    if (app.got_subcommand("token")) create(with);
    if (app.got_subcommand("export")) write_log(with);
    if (app.got_subcommand("routes")) {
      for (const auto& one : backend::routes()) {
        std::cout << one.method << ' ' << one.pattern << ' ' << one.roles << '\n';
      }
    }
    return 0;
  } catch (const std::exception& bad) {
    spdlog::critical("{}", bad.what());
    return 3;
  }
}
