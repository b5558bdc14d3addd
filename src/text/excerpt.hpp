#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace sudui::text {

/// A text taken out of a source, such as a formula in a YAML scalar, whose every byte can be traced
/// back: plain, quoted and block scalars drop indentation, escapes and quotes on the way. Its text
/// is a view: of bytes that outlive it, or of a text of its own, which copies share.
class excerpt {
 public:
  excerpt() = default;
  /// A text of its own that stands in the source as it is, from `begin` on.
  excerpt(std::string text, std::uint32_t file, std::uint32_t begin);
  /// The same of bytes that stay where they are as long as the excerpt and its copies live.
  [[nodiscard]] static excerpt view_of(std::string_view text, std::uint32_t file,
                                       std::uint32_t begin) noexcept {
    excerpt made;
    made.text_ = text;
    made.file_ = file;
    made.first_.begin = begin;
    return made;
  }

  /// From here on (text offset), the text follows the source from `source_offset` byte for byte.
  /// Anchors are given in ascending order of text offsets; a later one at the same offset replaces.
  void anchor(std::uint32_t text_offset, std::uint32_t source_offset);
  /// From here up to the next anchor the text stands for the source bytes [begin, end) as a whole,
  /// as `\u5e74` stands for one character or a line break with indentation for one space.
  void anchor_whole(std::uint32_t text_offset, std::uint32_t begin, std::uint32_t end);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The source of text bytes [begin, end). O(log anchors).
  [[nodiscard]] span where(std::uint32_t begin, std::uint32_t end) const noexcept;
  [[nodiscard]] span where() const noexcept {
    return where(0, static_cast<std::uint32_t>(text_.size()));
  }

 private:
  struct anchor_point {
    std::uint32_t text_offset;
    std::uint32_t begin;
    std::uint32_t end;  // 0: byte for byte
  };
  [[nodiscard]] anchor_point piece_of(std::uint32_t text_offset) const noexcept;
  void add(anchor_point point);

  std::string_view text_;
  std::shared_ptr<const std::string> own_;  // what `text_` views, unless that is somebody else's
  std::uint32_t file_ = span::no_file;
  anchor_point first_{0, 0, 0};
  std::vector<anchor_point> later_;  // ascending by text_offset; most texts need none
};

}  // namespace sudui::text
