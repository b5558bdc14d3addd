#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <sudui/export.hpp>
#include <sudui/rule_set.hpp>

namespace sudui {
inline namespace v1 {

/// One `test:` document after its run.
struct test_result {
  std::string title;
  location where;
  bool passed = false;
  std::vector<localized> differences;  ///< what was expected and what came, one an expectation
};

/// Whether a clause was seen met and unmet by the tests of its rule set.
struct clause_coverage {
  const policy* of = nullptr;
  const clause* what = nullptr;
  bool met = false, unmet = false;
};

struct test_report {
  std::vector<test_result> results;
  std::vector<clause_coverage> clauses;  ///< leaves of every version that a test bound, by policy
  std::size_t passed = 0, failed = 0;
  /// Clauses seen both ways, clauses in all.
  std::size_t covered = 0, clause_count = 0;
};

/// Runs the rule set's own `test:` documents whose policies match the glob.
[[nodiscard]] SUDUI_API test_report run_tests(const rule_set& rules,
                                              std::string_view policies = "*");

}  // namespace v1
}  // namespace sudui
