#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace sudui::model {

/// A unit as written, the base unit it is a multiple of, and how many of that it holds: exact.
struct unit_word {
  std::string_view name;
  std::string_view base;
  std::int64_t factor;
};

/// A unit of the rule files: one word, or words over words as in `a/b/c`, which is a over b times
/// c.
struct unit_form {
  const unit_word* above = nullptr;
  std::vector<const unit_word*> below;
};

[[nodiscard]] std::span<const unit_word> unit_words() noexcept;
[[nodiscard]] const unit_word* find_unit(std::string_view name) noexcept;

/// Takes a written unit apart; nullopt where a part is no known word.
[[nodiscard]] std::optional<unit_form> parse_unit(std::string_view text);

/// Whether an amount in this unit is money: a word whose base is a currency, and nothing below it.
[[nodiscard]] bool is_money(std::string_view text);

}  // namespace sudui::model
