#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/excerpt.hpp"
#include "text/span.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// Where a scalar stands in its source, and its text with the way back.
struct scalar_span {
  text::excerpt text;
  text::span where;  // with quotes or the block header
  text::tree::style how = text::tree::style::plain;
  bool is_closed = true;  // false: the closing quote is missing
  bool is_exact = true;   // false: only the whole is known, not its parts
};

/// Finds the source bytes of every byte of `value`, the decoded text of the scalar that starts at
/// `begin` of `bytes`. A plain scalar is announced as such; the others are told by their first
/// byte: `"`, `'`, `|`, `>`. Also reads JSON strings. O(length of the scalar).
[[nodiscard]] scalar_span trace_scalar(std::string_view bytes, std::uint32_t file,
                                       std::uint32_t begin, std::string value, bool is_plain);

}  // namespace sudui::syntax
