#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <set>

#include <sudui/value.hpp>

#include "types/typed.hpp"

namespace sudui::review {

/// A field by its number, and of its records a member by its place in the dictionary; -1: the
/// field itself.
struct input_place {
  std::uint32_t field = 0;
  std::int32_t member = -1;
  friend auto operator<=>(const input_place&, const input_place&) = default;
};

/// What a policy version reads on a day.
struct inputs_read {
  std::map<input_place, bool> fields;  ///< whether a clause reads it
  std::set<std::uint32_t> parameters;
};

/// Walks the clauses and benefits of the version, through the definitions that are in force on the
/// day. O(expressions, definitions written out at each call).
[[nodiscard]] inputs_read read_inputs(const types::typed_rules& rules,
                                      const types::typed_version& of, date day);

}  // namespace sudui::review
