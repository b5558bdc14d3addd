// A rule set's own tests. Each is bound to its day and year for the policies it speaks of, decided,
// and compared with what it expects; on the way every clause that was seen met or unmet is noted,
// which gives the coverage.
//
// Tested by tests/api/rule_tests_test.cpp, and by the shipped rules.

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <utility>

#include <sudui/rule_tests.hpp>

#include "api/bound.hpp"
#include "api/describe.hpp"
#include "api/group_tests.hpp"
#include "plan/from_types.hpp"
#include "text/glob.hpp"

namespace sudui {
inline namespace v1 {

namespace {

using model::expectation;
using model::expected_amount;

// Clauses of a version depth first, in the order of a decision's outcomes.
void list_clauses(const std::vector<clause>& from, std::vector<const clause*>& into) {
  for (const auto& each : from) {
    into.push_back(&each);
    list_clauses(each.children, into);
  }
}

std::string word_of(verdict of) {
  switch (of) {
    case verdict::eligible:
      return "eligible";
    case verdict::ineligible:
      return "ineligible";
    case verdict::undetermined:
      return "undetermined";
  }
  return {};
}

std::string word_of(outcome of) {
  switch (of) {
    case outcome::met:
      return "met";
    case outcome::unmet:
      return "unmet";
    case outcome::unknown:
      return "unknown";
  }
  return {};
}

// An open end is a question mark, as the texts of decisions have it.
std::string end_of(const std::optional<decimal>& end) { return end ? end->to_string() : "?"; }

// In the spelling of `expect`, but for a null, which says that it is one.
std::string text_of(const amount& how_much) {
  switch (how_much.is) {
    case amount::state::none:
      return "none";
    case amount::state::null:
      return "none (null)";
    case amount::state::unknown:
      return "unknown";
    case amount::state::exact:
      return how_much.low->to_string();
    case amount::state::interval:
      return end_of(how_much.low) + " .. " + end_of(how_much.high);
  }
  return {};
}

// The expected amount in the form of the one that came out, so that the two can be read side by
// side.
std::string text_of(const expectation& from) {
  switch (from.amount) {
    case expected_amount::exact:
      return from.low->to_string();
    case expected_amount::interval:
      return end_of(from.low) + " .. " + end_of(from.high);
    case expected_amount::unknown:
      return "unknown";
    default:
      return "none";
  }
}

// One test at a time: decide, compare, note coverage.
class test_run {
 public:
  test_run(const rule_set& rules, std::string_view policies, test_report& report)
      : rules_(rules), policies_(policies), report_(report) {
    list_all_clauses();
  }

  // Decides one test and files its result. A test that no chosen policy is in does not run and does
  // not count.
  void run(const api::prepared_test& test) {
    if (!concerns(test)) return;
    result_ = {};
    result_.title = test.from->title.text;
    result_.where = api::describe(test.from->title.where, rules_.held().files);
    decide(test);
    result_.passed = result_.differences.empty();
    ++(result_.passed ? report_.passed : report_.failed);
    report_.results.push_back(std::move(result_));
  }

  // Coverage is of leaves: a clause is covered when some test saw it met and some test saw it
  // unmet. Unknown covers nothing.
  void finish() {
    for (auto& each : report_.clauses) {
      const auto& [met, unmet] = seen_[each.what];
      each.met = met;
      each.unmet = unmet;
      if (met && unmet) ++report_.covered;
    }
    report_.clause_count = report_.clauses.size();
  }

 private:
  // Every leaf of every version once, so that a clause no test ever met is in the report too.
  void list_all_clauses() {
    for (const auto& policy : rules_.policies()) {
      if (!text::matches_glob(policies_, policy.id)) continue;
      for (const auto& version : policy.versions) {
        std::vector<const clause*> all;
        list_clauses(version.clauses, all);
        for (const auto* each : all) {
          const bool is_leaf = each->what == clause::kind::require;
          if (is_leaf) report_.clauses.push_back({&policy, each, false, false});
        }
      }
    }
  }

  [[nodiscard]] bool concerns(const api::prepared_test& test) const {
    const auto& expected = test.from->expect;
    if (expected.empty()) return policies_ == "*";
    return std::any_of(expected.begin(), expected.end(), [&](const expectation& each) {
      return text::matches_glob(policies_, each.policy.text);
    });
  }

  // Binds the policies of the test one by one: each takes the versions of the test's day, and no
  // other policy is compiled for it.
  void decide(const api::prepared_test& test) {
    const auto as_of = test.from->as_of;
    if (!as_of) return differ("没有 as_of", "there is no as_of");
    bind_options options;
    if (test.from->year) options.year = *test.from->year;
    options.parameters = test.parameters;
    std::set<std::string> wanted;
    for (const auto& each : test.from->expect) wanted.insert(each.policy.text);
    for (const auto& id : wanted) {
      options.policies = id;
      const auto bound = rules_.bind(*as_of, options);
      if (!bound) return differ(bound.error().message.zh, bound.error().message.en);
      const auto made = bound->match(test.company);
      const auto* decided = made.find(id);
      if (decided != nullptr) note(*decided);
      for (const auto& each : test.from->expect) {
        if (each.policy.text == id) compare(each, decided);
      }
    }
    for (auto& each : api::compare_groups(rules_, *test.from, options, test.company)) {
      result_.differences.push_back(std::move(each));
    }
  }

  // Coverage counts what decisions saw, whatever the test expected of them.
  void note(const decision& decided) {
    std::vector<const clause*> all;
    list_clauses(decided.version->clauses, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto& [met, unmet] = seen_[all[i]];
      met = met || decided.clauses[i] == outcome::met;
      unmet = unmet || decided.clauses[i] == outcome::unmet;
    }
  }

  // A policy that is not in force has a verdict of that name and nothing else to compare.
  void compare(const expectation& wanted, const decision* decided) {
    const std::string got = decided == nullptr ? "not-in-force" : word_of(decided->verdict);
    if (wanted.verdict && *wanted.verdict != got) {
      differ(wanted, "结论", "verdict", *wanted.verdict, got);
    }
    if (decided == nullptr) return;
    compare_amount(wanted, *decided);
    compare_missing(wanted, *decided);
    compare_clauses(wanted, *decided);
  }

  // Amounts agree by their state and their digits: an interval whose ends meet is exact, and `none`
  // is also what a null formula pays.
  static bool agrees(const expectation& wanted, const amount& got) {
    switch (wanted.amount) {
      case expected_amount::exact:
        return got.is == amount::state::exact && *got.low == *wanted.low;
      case expected_amount::interval:
        return got.is == amount::state::interval && got.low == wanted.low &&
               got.high == wanted.high;
      case expected_amount::unknown:
        return got.is == amount::state::unknown;
      default:
        return got.is == amount::state::none || got.is == amount::state::null;
    }
  }

  // Without a benefit's id the first grant is meant: the policy has just one then.
  void compare_amount(const expectation& wanted, const decision& decided) {
    if (wanted.amount == expected_amount::not_said) return;
    const auto found =
        std::find_if(decided.grants.begin(), decided.grants.end(), [&](const grant& each) {
          return wanted.benefit.text.empty() || each.what->id == wanted.benefit.text;
        });
    const amount got = found == decided.grants.end() ? amount{} : found->how_much;
    if (!agrees(wanted, got)) differ(wanted, "金额", "amount", text_of(wanted), text_of(got));
  }

  // The expected names are all that is missing. Where a verdict is settled, or nothing is expected
  // to be missing, the inputs of the amounts count too: `missing: []` promises that nothing at all
  // is asked for.
  void compare_missing(const expectation& wanted, const decision& decided) {
    if (!wanted.missing) return;
    std::set<std::string> expected;
    for (const auto& each : *wanted.missing) expected.insert(each.text);
    std::set<std::string> got;
    for (const auto& each : decided.missing) got.insert(each.name());
    if (expected.empty() || decided.missing.empty()) {
      for (const auto& each : decided.amount_missing) got.insert(each.name());
    }
    if (expected != got) differ(wanted, "缺少的数据", "missing", joined(expected), joined(got));
  }

  static std::string joined(const std::set<std::string>& names) {
    std::string made;
    for (const auto& each : names) made += (made.empty() ? "" : ", ") + each;
    return "[" + made + "]";
  }

  // Clauses are looked for by id in the version that was in force; one that only another version
  // has is a difference, not an oversight.
  void compare_clauses(const expectation& wanted, const decision& decided) {
    std::vector<const clause*> all;
    list_clauses(decided.version->clauses, all);
    const auto expect = [&](const std::vector<model::name>& ids, outcome held) {
      for (const auto& id : ids) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const clause* each) { return each->id == id.text; });
        if (found == all.end()) {
          differ(wanted, "条件", "clause", id.text, "-");
          continue;
        }
        const auto got = decided.clauses[static_cast<std::size_t>(found - all.begin())];
        if (got != held) {
          differ(wanted, "条件 " + id.text, "clause " + id.text, word_of(held), word_of(got));
        }
      }
    };
    expect(wanted.met, outcome::met);
    expect(wanted.unmet, outcome::unmet);
    expect(wanted.unknown, outcome::unknown);
  }

  void differ(std::string zh, std::string en) {
    result_.differences.push_back({std::move(zh), std::move(en)});
  }
  void differ(const expectation& wanted, const std::string& zh, const std::string& en,
              const std::string& expected, const std::string& got) {
    std::string subject = wanted.policy.text;
    if (!wanted.benefit.text.empty()) subject += " (" + wanted.benefit.text + ")";
    differ(subject + "：" + zh + "应为 " + expected + "，实为 " + got,
           subject + ": " + en + " expected " + expected + ", got " + got);
  }

  const rule_set& rules_;
  std::string_view policies_;
  test_report& report_;
  test_result result_;
  std::map<const clause*, std::pair<bool, bool>> seen_;
};

}  // namespace

test_report run_tests(const rule_set& rules, std::string_view policies) {
  test_report report;
  test_run all(rules, policies, report);
  for (const auto& test : rules.held().tests) all.run(test);
  all.finish();
  return report;
}

}  // namespace v1
}  // namespace sudui
