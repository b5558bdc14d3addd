#pragma once

/// The clinic: what stands between one company and one policy, as a list of problems in the groups
/// of the rule. Made from an explanation; nothing is decided anew.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/report.hpp>

namespace sudui {
inline namespace v1 {

/// One clause without children of its own, and how close the company is.
struct problem {
  const clause_explanation* of = nullptr;
  outcome held = outcome::unknown;
  /// Of an unmet clause whose comparison of numbers or durations fails: |left - right| / |right|,
  /// or 1 where the right side is 0. Of several comparisons the largest that `and` asks for, the
  /// smallest that `or` needs. Of a met clause the margin it holds by, in the same measure. None
  /// where nothing measures it (a missing recognition, a list, a day).
  std::optional<decimal> closeness;
  /// The comparison that `closeness` was taken from; its `distance` says how much in its own unit.
  const step* measured = nullptr;
  bool is_needed = true;  ///< false: another branch of an `any` group is met already
};

/// A clause group of the policy, or a clause that stands alone, with its problems. Both the groups
/// and the problems of a group are ordered by how close they are: see `order_of`.
struct problem_group {
  const clause_explanation* of = nullptr;
  outcome held = outcome::unknown;
  std::optional<decimal> closeness;  ///< that of the group as a whole
  std::vector<problem> problems;
};

struct clinic {
  explanation why;  ///< what the rest points into
  std::vector<problem_group> groups;
  std::size_t met = 0, unmet = 0, unknown = 0;  ///< problems
  std::vector<missing_input> missing;           ///< everything unknown clauses wait for, each once
  clinic() = default;
  clinic(clinic&&) noexcept = default;
  clinic& operator=(clinic&&) noexcept = default;
  clinic(const clinic&) = delete;
  clinic& operator=(const clinic&) = delete;
};

/// Groups and problems in this order: unmet with a closeness, the closest first; unmet without one;
/// unknown, fewest missing inputs first; met, the smallest margin first; in a group last of all
/// what is not needed. Ties keep the order of the rule. A policy that is not in force has no
/// groups. O(clauses log clauses + steps).
[[nodiscard]] SUDUI_API clinic make_clinic(explanation why);

[[nodiscard]] SUDUI_API std::string to_text(const clinic& of, const text_options& options = {});
[[nodiscard]] SUDUI_API std::string to_json(const clinic& of);

}  // namespace v1
}  // namespace sudui
