#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/mapping_reader.hpp"
#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// Parses the scalar below `key` as a FEEL expression. Not given when it is no scalar or too long.
[[nodiscard]] formula read_formula(const text::tree& from, std::string_view key, const reading& in);
/// The same as unary tests, as in a cell of a table.
[[nodiscard]] formula read_tests(const text::tree& from, std::string_view key, const reading& in);
/// The formula below `key`, not given when the key is absent.
[[nodiscard]] formula formula_of(mapping_reader& keys, std::string_view key);
/// One formula or a list of them.
[[nodiscard]] std::vector<formula> read_formulas(const text::tree& from, std::string_view key,
                                                 const reading& in);

/// `name in formula`, as `for_each` is written. The name is empty when it is not written so.
struct iteration {
  name variable;
  formula list;
};
[[nodiscard]] iteration read_iteration(const text::tree& from, std::string_view key,
                                       const reading& in);

/// A part of a text that can still be traced to its source.
[[nodiscard]] text::excerpt part_of(const text::excerpt& whole, std::size_t begin, std::size_t end);

/// The number a formula is, when it is a plain literal.
[[nodiscard]] std::optional<decimal> literal_of(const formula& what);

}  // namespace sudui::model
