#pragma once

#include <optional>
#include <string>
#include <string_view>

// Names of classes in XPath's patterns, as PCRE2 writes them within brackets.
namespace sudui::values {

/// `\n`, `\.`, `\-`: a letter that stands for itself; empty where the escape is none of these.
[[nodiscard]] std::string single_escape(char letter);

struct named_class {
  std::string_view written;
  bool is_complement;  // it is a matcher of its own and cannot stand within brackets
};
/// `\s`, `\d`, `\w`, `\i`, `\c` and their complements.
[[nodiscard]] std::optional<named_class> multi_escape(char letter) noexcept;

/// General categories of Unicode: `L`, `Lu`, ...
[[nodiscard]] bool is_category(std::string_view name) noexcept;
/// The code points of a block, `IsGreek`, as a range of a class; empty where it is not known.
[[nodiscard]] std::string_view block_named(std::string_view name) noexcept;

}  // namespace sudui::values
