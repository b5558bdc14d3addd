#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <sudui/export.hpp>
#include <sudui/text.hpp>

namespace sudui {
inline namespace v1 {

enum class severity : std::uint8_t { note, warning, error };

/// A place in a file. Lines and columns start at 1; columns count code points, not bytes.
struct location {
  std::string file;
  std::uint32_t line = 0;  ///< 0: the file as a whole, or no file at all
  std::uint32_t column = 0;
};

/// One finding in a text: what is wrong, where, and how to mend it.
struct diagnostic {
  severity level = severity::error;
  std::string code;  ///< stable name, such as `unknown-key`; docs/diagnostics.md lists all of them
  location where;
  localized message;  ///< lower case, no full stop, quoted text in backticks
  localized help;     ///< may be empty
  std::string
      snippet;  ///< the source line and the carets under it, two lines; empty without a place
};

using diagnostics = std::vector<diagnostic>;

/// `file:line:column: severity: message [code]`, then snippet and help, each on lines of their own.
[[nodiscard]] SUDUI_API std::string to_text(const diagnostic& finding, language which);

[[nodiscard]] SUDUI_API std::size_t count(const diagnostics& findings, severity level) noexcept;

}  // namespace v1
}  // namespace sudui
