#pragma once

#include <string_view>

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// A name of formulas: `snake_case` or Chinese, not beginning with a digit.
[[nodiscard]] bool is_name(std::string_view text) noexcept;
/// A name that formulas already give a meaning: `year`, `if`, `sum`.
[[nodiscard]] bool is_reserved(std::string_view text) noexcept;
/// An id inside a policy: `twice-the-average`, `a`, Chinese words too.
[[nodiscard]] bool is_word_id(std::string_view text) noexcept;
/// An id of a policy or a rule set: word ids divided by `/`.
[[nodiscard]] bool is_path(std::string_view text) noexcept;

// The same with a diagnostic where the answer is no. An empty name has been reported as missing.
void check_name(const name& what, const reading& in);         // of formulas, not reserved
void check_member_name(const name& what, const reading& in);  // may be reserved: stands after a dot
void check_word_id(const name& what, const reading& in);
void check_path(const name& what, const reading& in);

}  // namespace sudui::model
