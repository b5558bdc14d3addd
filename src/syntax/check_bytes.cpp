// What must hold before a reader looks at a text. The control characters matter more than they
// seem: a YAML reader takes some of them for the end of the file, or for another encoding.
//
// Tested by tests/unit/syntax/check_bytes_test.cpp.
#include "syntax/check_bytes.hpp"

#include <fmt/format.h>
#include <string>

#include "text/utf8.hpp"

namespace sudui::syntax {
namespace {

constexpr char32_t byte_order_mark = 0xFEFF;

// A carriage return counts only before a line feed: alone it ends lines for some programs and not
// for others.
bool is_allowed(std::string_view bytes, std::size_t at, char32_t what) {
  if (what == U'\r') return at + 1 < bytes.size() && bytes[at + 1] == '\n';
  if (what == U'\t' || what == U'\n') return true;
  return what >= 0x20 && what != 0x7F && what != byte_order_mark;
}

// Where the printable ASCII that begins there ends: most of every text, and nothing to decode.
std::size_t end_of_plain(std::string_view bytes, std::size_t at) noexcept {
  while (at < bytes.size() && bytes[at] >= 0x20 && bytes[at] < 0x7F) ++at;
  return at;
}

text::span place(std::uint32_t file, std::size_t begin, std::size_t length) {
  return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

}  // namespace

// Stops at the first finding: behind a byte that is no UTF-8 every further one would be reported
// too.
bool check_bytes(std::string_view bytes, std::uint32_t file, text::sink& out, const limits& most) {
  if (bytes.size() > most.bytes) {
    out.report(text::message::too_large, {file, 0, 0},
               {std::to_string(bytes.size()), std::to_string(most.bytes)});
    return false;
  }
  for (std::size_t i = end_of_plain(bytes, 0); i < bytes.size(); i = end_of_plain(bytes, i)) {
    const text::code_point next = text::decode(bytes, i);
    if (!next.valid) {
      out.report(text::message::bad_utf8, place(file, i, 1));
      return false;
    }
    if (!is_allowed(bytes, i, next.value)) {
      out.report(text::message::bad_character, place(file, i, next.length),
                 {fmt::format("{:04X}", static_cast<std::uint32_t>(next.value))});
      return false;
    }
    i += next.length;
  }
  return true;
}

}  // namespace sudui::syntax
