// A pattern that matches no policy is a slip: a run over nothing would look like a run in which
// nobody gets anything.
//
// Tested by tests/cli/usage.sh.
#include "cli/policy_names.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <string_view>
#include <vector>

#include "text/glob.hpp"
#include "text/meant.hpp"

namespace sudui::cli {

bool has_policy(const rule_set& rules, const std::string& pattern) {
  const auto all = rules.policies();
  return std::any_of(all.begin(), all.end(),
                     [&](const policy& each) { return text::matches_glob(pattern, each.id); });
}

void say_no_policy(const rule_set& rules, const std::string& pattern, const session& with) {
  std::vector<std::string_view> ids;
  for (const policy& each : rules.policies()) ids.emplace_back(each.id);
  const std::string near = text::quoted(text::meant(pattern, ids), with.say("、", ", "));
  const std::string help = near.empty()
                               ? with.say("见 sudui list --all", "see sudui list --all")
                               : with.say("是否指 ", "did you mean ") + near + with.say("？", "?");
  spdlog::error("{} `{}`{}{}", with.say("没有政策", "there is no policy"), pattern,
                with.say("：", ": "), help);
}

}  // namespace sudui::cli
