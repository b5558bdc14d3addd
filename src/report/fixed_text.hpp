#pragma once

#include <array>
#include <string>
#include <string_view>

#include <sudui/decimal.hpp>

namespace sudui::report {

/// What `decimal::to_fixed` says of a figure, mostly without a string.
class fixed_text {
 public:
  fixed_text(const decimal& what, int places);
  fixed_text(const fixed_text&) = delete;  // views itself
  fixed_text& operator=(const fixed_text&) = delete;
  ~fixed_text() = default;

  [[nodiscard]] std::string_view text() const noexcept { return text_; }

 private:
  std::array<char, 40> held_;  // a sign, 18 digits, a point, 18 zeros
  std::string other_;
  std::string_view text_;
};

/// Appends it.
inline void append_fixed(std::string& out, const decimal& what, int places) {
  out += fixed_text(what, places).text();
}

}  // namespace sudui::report
