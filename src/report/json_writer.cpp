// JSON as text. Strings are escaped where the grammar asks for it and nowhere else: Chinese stays
// readable. Bytes that are no UTF-8, which can only come from outside, become U+FFFD.
//
// Tested by tests/unit/report/json_writer_test.cpp.
#include "report/json_writer.hpp"

#include "text/utf8.hpp"

namespace sudui::report {
namespace {

void append_control(std::string& out, unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  out.append("\\u00");
  out += digits[byte >> 4U];
  out += digits[byte & 0xFU];
}

// The short escapes of JSON where there is one, `\u00xx` for other control characters.
void append_ascii(std::string& out, char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte == 0x7F) {
    append_control(out, byte);
  } else {
    out += c;
  }
}

}  // namespace

// The comma before every entry but the first of its bracket. A key counts as the beginning of its
// own value.
void json_writer::separate() {
  if (!is_first_) out_ += ',';
  is_first_ = false;
}

json_writer& json_writer::open(char bracket) {
  separate();
  out_ += bracket;
  is_first_ = true;
  return *this;
}

json_writer& json_writer::close(char bracket) {
  out_ += bracket;
  is_first_ = false;
  return *this;
}

// The caller sees to it that a value follows, and that keys stand in objects only.
json_writer& json_writer::key(std::string_view name) {
  text(name);
  out_ += ':';
  is_first_ = true;
  return *this;
}

json_writer& json_writer::raw(std::string_view what) {
  separate();
  out_ += what;
  return *this;
}

namespace {
// Where the run of characters that begins there and stands for itself ends.
std::size_t end_of_plain(std::string_view what, std::size_t at) noexcept {
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
  while (at < what.size() && is_plain(what[at])) ++at;
  return at;
}
}  // namespace

// Walks code points, so that a broken byte costs itself and not what stands behind it; plain runs
// are taken whole.
void append_json_text(std::string& out, std::string_view what) {
  out += '"';
  for (std::size_t i = 0; i < what.size();) {
    const auto plain = end_of_plain(what, i);
    out += what.substr(i, plain - i);
    i = plain;
    if (i == what.size()) break;
    const text::code_point next = text::decode(what, i);
    if (next.value < 0x80) {
      append_ascii(out, what[i]);
    } else {
      text::append_utf8(out, next.value);
    }
    i += next.length;
  }
  out += '"';
}

json_writer& json_writer::text(std::string_view what) {
  separate();
  append_json_text(out_, what);
  return *this;
}

}  // namespace sudui::report
