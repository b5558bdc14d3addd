#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sudui::report {

/// The text broken into lines of at most `width` columns, at spaces where it can, else between
/// characters.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Rows of cells under each other, for terminals: a Chinese character takes two columns. One column
/// takes what is left of the width and breaks its texts into several lines.
class table {
 public:
  static constexpr std::size_t none = ~std::size_t{0};  ///< no column is broken into lines
  /// `numbers`: columns that are aligned right.
  table(std::size_t width, std::size_t flexible, std::vector<std::size_t> numbers = {})
      : width_(width), flexible_(flexible), numbers_(std::move(numbers)) {}

  /// `mark` stands in front of the row, in the indentation; it is one column wide, whatever colours
  /// it has.
  void add(std::vector<std::string> cells, std::string mark = {});
  /// Every line begins with `indent` blanks and ends with a line feed.
  [[nodiscard]] std::string to_string(std::size_t indent) const;

 private:
  struct row {
    std::vector<std::string> cells;
    std::string mark;
  };
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t indent) const;
  void write_row(std::string& out, const row& which, const std::vector<std::size_t>& widths,
                 std::size_t indent) const;

  std::size_t width_;
  std::size_t flexible_;
  std::vector<std::size_t> numbers_;
  std::vector<row> rows_;
};

}  // namespace sudui::report
