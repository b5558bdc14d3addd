// What must hold before a reader looks at a text. The control characters matter more than they
// seem: a YAML reader takes some of them for the end of the file, or for another encoding.
//
// Tested by tests/unit/syntax/check_bytes_test.cpp.
#include "syntax/check_bytes.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
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

bool is_plain(char byte) noexcept { return (byte >= 0x20 && byte < 0x7F) || byte == '\n'; }

// Whether all eight are, line ends apart: no high bit is set, nor by taking 0x20 or adding one.
bool are_plain(const char* eight) noexcept {
  std::uint64_t all = 0;
  std::memcpy(&all, eight, sizeof all);
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t high = 0x80 * each;
  return ((all | (all + each) | (all - 0x20 * each)) & high) == 0;
}

// U+1000 to U+CFFF, where Chinese is: three bytes, any of which that continue are right.
bool is_plain_of_three(std::string_view bytes, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  return at + 3 <= bytes.size() && byte(0) >= 0xE1 && byte(0) <= 0xEC && byte(1) >> 6U == 2 &&
         byte(2) >> 6U == 2;
}

// Where the text ends that begins there and needs no decoding: ASCII without control characters,
// and most of Chinese.
std::size_t end_of_plain(std::string_view bytes, std::size_t at) noexcept {
  constexpr std::size_t step = 8;
  while (true) {
    while (at + step <= bytes.size() && are_plain(bytes.data() + at)) at += step;
    const std::size_t end = std::min(at + step, bytes.size());
    while (at < end && is_plain(bytes[at])) ++at;
    if (at == bytes.size()) return at;
    if (at == end) continue;
    if (!is_plain_of_three(bytes, at)) return at;
    while (is_plain_of_three(bytes, at)) at += 3;
  }
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
