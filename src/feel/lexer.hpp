#pragma once

#include "feel/token.hpp"
#include "text/excerpt.hpp"
#include "text/sink.hpp"

namespace sudui::feel {

/// The words, signs and literals of a formula, comments and blanks left out, and an `end` token
/// last. Mistyped signs (full-width, or of other languages) are reported and read as what they
/// mean. The formula must outlive them.
[[nodiscard]] tokens lex(const text::excerpt& formula, text::sink& out);

}  // namespace sudui::feel
