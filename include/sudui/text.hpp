#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sudui {
inline namespace v1 {

/// The two languages in which every user-visible text exists.
enum class language : std::uint8_t { zh, en };

/// A text in both languages. Where an author gave only one, both hold it.
struct localized {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(language which) const noexcept {
    return which == language::zh ? zh : en;
  }
  friend bool operator==(const localized&, const localized&) = default;
};

}  // namespace v1
}  // namespace sudui
