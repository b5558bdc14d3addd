#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/mapping_reader.hpp"
#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// The formulas that have been read, by their places. Versions of a policy repeat most of its
/// formulas; each is parsed once.
class known_formulas {
 public:
  enum class form : std::uint8_t { expression, tests };
  /// The one at that place, not given if it has not been read; to be filled in.
  [[nodiscard]] formula& at(text::span where, form as) { return all_[{where, as}]; }

 private:
  std::map<std::pair<text::span, form>, formula> all_;
};

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
