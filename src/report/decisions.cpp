// The public renderers of decisions: what a matcher and its rules say about themselves, and the
// decisions.
//
// Tested by tests/api and by the scripts under tests/cli.
#include <sudui/report.hpp>

#include "report/answer.hpp"
#include "report/json_decisions.hpp"
#include "report/text_decisions.hpp"

namespace sudui {
inline namespace v1 {
namespace {

report::answer answer_of(const matcher& by, const decisions& made) {
  const rule_set& rules = by.rules();
  return {by.as_of(),        by.year(), rules.title(), rules.version(), rules.digest(), made.all(),
          by.not_in_force(), {},        made.groups()};
}

}  // namespace

std::string to_text(const matcher& by, const decisions& made, const text_options& options) {
  return report::text_of(answer_of(by, made), options);
}

std::string to_json(const matcher& by, const decisions& made, verdict least) {
  auto what = answer_of(by, made);
  what.least = least;
  return report::json_of(what);
}

std::string to_json(const matcher& by, const decisions& made, std::string_view profile_digest,
                    verdict least) {
  auto what = answer_of(by, made);
  what.least = least;
  what.profile_digest = profile_digest;
  return report::json_of(what);
}

}  // namespace v1
}  // namespace sudui
