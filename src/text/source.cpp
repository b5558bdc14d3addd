// A source is read once and asked rarely: lines are indexed at construction (one pass, four bytes
// a line), and the column is counted only when a finding is shown. Columns count code points, so
// that an editor told `12:8` lands on the character meant, whatever stands before it.
//
// Lines end with \n or \r\n. Offsets are 32 bits: readers refuse larger files before they get here.
//
// Tested by tests/unit/text/source_test.cpp.
#include "text/source.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace sudui::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t usual_line = 32;  // bytes

std::vector<std::uint32_t> begins_of_lines(std::string_view bytes) {
  std::vector<std::uint32_t> begins;
  begins.reserve(bytes.size() / usual_line + 1);
  begins.push_back(0);
  for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    begins.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return begins;
}

}  // namespace

source::source(std::string name, std::string bytes, std::uint32_t first_line)
    : name_(std::move(name)), bytes_(std::move(bytes)), first_line_(first_line) {
  if (bytes_.starts_with(byte_order_mark)) bytes_.erase(0, byte_order_mark.size());
  line_begins_ = begins_of_lines(bytes_);
}

std::size_t source::line_index(std::uint32_t offset) const noexcept {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  return static_cast<std::size_t>(after - line_begins_.begin()) - 1;
}

std::string_view source::line_at(std::size_t index) const noexcept {
  const std::size_t begin = line_begins_[index];
  const bool last = index + 1 == line_begins_.size();
  const std::size_t end = last ? bytes_.size() : line_begins_[index + 1] - 1;
  std::string_view found = std::string_view(bytes_).substr(begin, end - begin);
  if (!found.empty() && found.back() == '\r') found.remove_suffix(1);
  return found;
}

source::position source::locate(std::uint32_t offset) const noexcept {
  const std::size_t index = line_index(offset);
  const std::string_view whole = line_at(index);
  const std::string_view before =
      whole.substr(0, std::min<std::size_t>(whole.size(), offset - line_begins_[index]));
  return {first_line_ + static_cast<std::uint32_t>(index),
          static_cast<std::uint32_t>(count_code_points(before)) + 1};
}

std::string_view source::line(std::uint32_t number) const noexcept {
  const std::size_t index = number - first_line_;
  return number >= first_line_ && index < line_begins_.size() ? line_at(index) : std::string_view();
}

std::uint32_t source::line_begin(std::uint32_t number) const noexcept {
  const std::size_t index = number - first_line_;
  if (number < first_line_) return 0;
  return index < line_begins_.size() ? line_begins_[index]
                                     : static_cast<std::uint32_t>(bytes_.size());
}

std::uint32_t sources::add(std::string name, std::string bytes, std::uint32_t first_line) {
  all_.push_back(std::make_unique<source>(std::move(name), std::move(bytes), first_line));
  return static_cast<std::uint32_t>(all_.size() - 1);
}

}  // namespace sudui::text
