#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <sudui/value.hpp>

#include "model/rule_set.hpp"

namespace sudui::model {

/// A word of the rule files and what it stands for.
template <class Enum>
struct word {
  std::string_view text;
  Enum meaning;
};

// The words of every enumeration, in the order the language reference gives them.
[[nodiscard]] std::span<const word<source_status>> words_of(source_status);
[[nodiscard]] std::span<const word<period>> words_of(period);
[[nodiscard]] std::span<const word<absence>> words_of(absence);
[[nodiscard]] std::span<const word<holder_kind>> words_of(holder_kind);
[[nodiscard]] std::span<const word<nature>> words_of(nature);
[[nodiscard]] std::span<const word<value_check>> words_of(value_check);
[[nodiscard]] std::span<const word<selector>> words_of(selector);
[[nodiscard]] std::span<const word<code_match>> words_of(code_match);
[[nodiscard]] std::span<const word<clause_kind>> words_of(clause_kind);
[[nodiscard]] std::span<const word<benefit_kind>> words_of(benefit_kind);
[[nodiscard]] std::span<const word<hit_policy>> words_of(hit_policy);
[[nodiscard]] std::span<const word<level>> words_of(level);
[[nodiscard]] std::span<const word<redemption>> words_of(redemption);
[[nodiscard]] std::span<const word<timing>> words_of(timing);
[[nodiscard]] std::span<const word<rounding>> words_of(rounding);
[[nodiscard]] std::span<const word<group_rule>> words_of(group_rule);
[[nodiscard]] std::span<const word<group_scope>> words_of(group_scope);

/// What a word stands for, if it is one of the enumeration's.
template <class Enum>
[[nodiscard]] std::optional<Enum> meaning_of(std::string_view text) {
  for (const word<Enum>& each : words_of(Enum{})) {
    if (each.text == text) return each.meaning;
  }
  return std::nullopt;
}

/// The word as the rule files write it; empty for an enumerator without a word.
template <class Enum>
[[nodiscard]] std::string_view to_word(Enum meaning) {
  for (const word<Enum>& each : words_of(meaning)) {
    if (each.meaning == meaning) return each.text;
  }
  return {};
}

/// All words of an enumeration, for suggestions.
template <class Enum>
[[nodiscard]] std::vector<std::string_view> all_words() {
  std::vector<std::string_view> all;
  for (const word<Enum>& each : words_of(Enum{})) all.push_back(each.text);
  return all;
}

}  // namespace sudui::model
