#pragma once

#include <cstddef>
#include <vector>

#include <sudui/matcher.hpp>

namespace sudui {
inline namespace v1 {
namespace api {

/// What of a policy in force runs in columns, and what is left to the row executor.
struct policy_in_columns {
  const policy* of = nullptr;
  const policy_version* version = nullptr;
  std::size_t clauses = 0;     ///< without groups
  std::size_t predicates = 0;  ///< different ones, over columns
  std::vector<const clause*> clauses_left;
  std::size_t amounts = 0;
  std::vector<const benefit*> amounts_left;
};

struct column_use {
  matcher by;                               ///< keeps what is pointed to
  std::vector<policy_in_columns> policies;  ///< in force, by id
  std::size_t predicates = 0;               ///< of all policies: one that policies share is one
};

/// All clauses, depth first: as the steps of a program stand.
[[nodiscard]] std::vector<const clause*> written_clauses(const std::vector<clause>& from);

/// Compiles the conditions once more: some milliseconds for a hundred policies.
[[nodiscard]] column_use use_of_columns(const matcher& by);

}  // namespace api
}  // namespace v1
}  // namespace sudui
