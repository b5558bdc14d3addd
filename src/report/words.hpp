#pragma once

#include <string>
#include <string_view>

#include <sudui/decision.hpp>
#include <sudui/text.hpp>

namespace sudui::report {

/// One of two fixed texts.
[[nodiscard]] constexpr std::string_view say(language in, std::string_view zh,
                                             std::string_view en) noexcept {
  return in == language::zh ? zh : en;
}

[[nodiscard]] std::string_view word_of(verdict what, language in) noexcept;
[[nodiscard]] std::string_view mark_of(verdict what) noexcept;  // a tick, a cross, a question mark
[[nodiscard]] std::string_view mark_of(outcome what) noexcept;

/// A word of the rule files (level, redemption, kind of benefit, status of a source, reason of a
/// null) as people say it; a word that is not known stands for itself.
[[nodiscard]] std::string_view spoken(std::string_view word, language in) noexcept;

// The words of the JSON output, which do not depend on a language.
[[nodiscard]] std::string_view key_of(verdict what) noexcept;
[[nodiscard]] std::string_view key_of(outcome what) noexcept;
[[nodiscard]] std::string_view key_of(amount::state what) noexcept;
[[nodiscard]] std::string_view key_of(step::kind what) noexcept;
[[nodiscard]] std::string_view key_of(clause::kind what) noexcept;

}  // namespace sudui::report
