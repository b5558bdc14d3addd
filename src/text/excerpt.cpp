// A text and its way back. The text is cut into pieces by anchors; inside a piece it either follows
// the source byte for byte or stands for a source range as a whole. The first piece is kept apart,
// so that the usual text, which stands in the source as it is, costs no allocation.
//
// Example: the YAML scalar "a\tb" at offset 10 gives the text a TAB b with the pieces
//   0 -> 11 byte for byte,  1 -> [12, 14) whole,  2 -> 14 byte for byte
// so that text [1, 2) is source [12, 14), and text [0, 3) is source [11, 15).
//
// A range ends where its last byte ends, not where the next one begins: a word at the end of a line
// does not reach over the indentation of the line below.
//
// Tested by tests/unit/text/excerpt_test.cpp.
#include "text/excerpt.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sudui::text {

excerpt::excerpt(std::string text, std::uint32_t file, std::uint32_t begin)
    : own_(std::make_shared<const std::string>(std::move(text))), file_(file), first_{0, begin, 0} {
  text_ = *own_;
}

void excerpt::add(anchor_point point) {
  anchor_point& last = later_.empty() ? first_ : later_.back();
  if (point.text_offset == last.text_offset) {
    last = point;
  } else {
    later_.push_back(point);
  }
}

void excerpt::anchor(std::uint32_t text_offset, std::uint32_t source_offset) {
  add({text_offset, source_offset, 0});
}

void excerpt::anchor_whole(std::uint32_t text_offset, std::uint32_t begin, std::uint32_t end) {
  add({text_offset, begin, end});
}

excerpt::anchor_point excerpt::piece_of(std::uint32_t text_offset) const noexcept {
  const auto after = std::upper_bound(
      later_.begin(), later_.end(), text_offset,
      [](std::uint32_t offset, const anchor_point& point) { return offset < point.text_offset; });
  return after == later_.begin() ? first_ : *std::prev(after);
}

span excerpt::where(std::uint32_t begin, std::uint32_t end) const noexcept {
  if (later_.empty() && first_.end == 0) {  // most often
    return {file_, first_.begin + begin, first_.begin + std::max(begin, end)};
  }
  const anchor_point head = piece_of(begin);
  const std::uint32_t from = head.end != 0 ? head.begin : head.begin + (begin - head.text_offset);
  if (end <= begin) return {file_, from, from};
  const anchor_point tail = piece_of(end - 1);
  const std::uint32_t to = tail.end != 0 ? tail.end : tail.begin + (end - tail.text_offset);
  return {file_, from, to};
}

}  // namespace sudui::text
