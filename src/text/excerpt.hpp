#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace sudui::text {

/// A text taken out of a source, such as a formula in a YAML scalar, whose every byte can be traced
/// back: plain, quoted and block scalars drop indentation, escapes and quotes on the way.
class excerpt {
 public:
  excerpt() = default;
  /// A text that stands in the source as it is, from `begin` on.
  excerpt(std::string text, std::uint32_t file, std::uint32_t begin);

  /// From here on (text offset), the text follows the source from `source_offset` byte for byte.
  void anchor(std::uint32_t text_offset, std::uint32_t source_offset);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] span where(std::uint32_t begin, std::uint32_t end) const noexcept;
  [[nodiscard]] span where() const noexcept {
    return where(0, static_cast<std::uint32_t>(text_.size()));
  }

 private:
  struct anchor_point {
    std::uint32_t text_offset;
    std::uint32_t source_offset;
  };
  std::string text_;
  std::uint32_t file_ = span::no_file;
  std::vector<anchor_point> anchors_;  // ascending by text_offset
};

}  // namespace sudui::text
