#pragma once

#include <span>
#include <string>
#include <string_view>

#include "feel/parser.hpp"

namespace sudui::tests {

/// A formula that has been read, with all that was said about it.
class formula_reading {
 public:
  explicit formula_reading(std::string formula, const feel::parse_options& options = {});
  [[nodiscard]] static formula_reading of_tests(std::string tests,
                                                const feel::parse_options& options = {});

  [[nodiscard]] const feel::expression& tree() const { return tree_; }
  [[nodiscard]] bool is_clean() const { return !out_.has_errors(); }
  /// The diagnostics, a line each: `column^width code: message | help`.
  [[nodiscard]] std::string complaints() const;
  /// The part of the formula a span covers.
  [[nodiscard]] std::string text_of(text::span where) const;

 private:
  formula_reading() = default;
  text::excerpt add(std::string formula);

  text::sources files_;
  text::sink out_;
  feel::expression tree_;
};

/// The tree as nested lists, such as `(+ a (* 2 b))`. Two trees are equal if their shapes are.
[[nodiscard]] std::string shape(const feel::expression& tree);

/// The shape of a formula, or its complaints if there are any.
[[nodiscard]] std::string shape(std::string_view formula, const feel::parse_options& options = {});
[[nodiscard]] std::string shape_of_tests(std::string_view tests);
[[nodiscard]] std::string complaints(std::string_view formula,
                                     const feel::parse_options& options = {});

}  // namespace sudui::tests
