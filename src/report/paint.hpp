#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <sudui/decision.hpp>

namespace sudui::report {

enum class ink : std::uint8_t { plain, green, red, yellow, grey, bold };

/// The text in a colour of the terminal, or as it is when colours are off.
[[nodiscard]] inline std::string paint(std::string_view text, ink with, bool is_on) {
  constexpr std::string_view codes[] = {"",         "\x1b[32m", "\x1b[31m",
                                        "\x1b[33m", "\x1b[2m",  "\x1b[1m"};
  if (!is_on || with == ink::plain || text.empty()) return std::string(text);
  return std::string(codes[static_cast<std::size_t>(with)]).append(text).append("\x1b[0m");
}

[[nodiscard]] inline ink ink_of(verdict what) noexcept {
  return what == verdict::eligible     ? ink::green
         : what == verdict::ineligible ? ink::red
                                       : ink::yellow;
}

[[nodiscard]] inline ink ink_of(outcome what) noexcept {
  return what == outcome::met ? ink::green : what == outcome::unmet ? ink::red : ink::yellow;
}

}  // namespace sudui::report
