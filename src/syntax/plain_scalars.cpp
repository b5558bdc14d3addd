// The scalars of plainly written YAML, and what stands between them. Each reader passes what it
// knows and gives up on the rest, see plain_yaml.cpp.
//
// Tested by tests/unit/syntax/plain_yaml_test.cpp.
#include "syntax/plain_scalars.hpp"

#include <algorithm>
#include <array>

#include "syntax/cursor.hpp"

namespace sudui::syntax {
namespace {

constexpr std::size_t most_key_bytes = 200;

using byte_set = std::array<bool, 256>;
constexpr byte_set set_of(std::string_view bytes) {
  byte_set made{};
  for (const char each : bytes) made[static_cast<unsigned char>(each)] = true;
  return made;
}
constexpr bool holds(const byte_set& set, char what) {
  return set[static_cast<unsigned char>(what)];
}
constexpr byte_set odd_beginnings = set_of(" \n,[]{}#&*!|>'\"%@`?:");
constexpr byte_set looked_at_in_flow = set_of(",]}\n[{?#:");
constexpr byte_set looked_at_in_line = set_of("\n#:");

// To the next byte of the set, which holds the line feed: one ends the stream, and we are before
// it.
void skip_to(const byte_set& set, plain_text& from) {
  const char* next = from.bytes.data() + from.at;
  while (!holds(set, *next)) ++next;
  from.at = static_cast<std::size_t>(next - from.bytes.data());
}

bool is_colon_of_key(const plain_text& from) {
  return from.peek() == ':' && (from.peek(1) == ' ' || from.peek(1) == '\n');
}

// What words may begin with: a sign only in front of something.
bool begins_words(const plain_text& from) {
  const char first = from.peek();
  if (first == '-') return from.peek(1) != ' ' && from.peek(1) != '\n' && from.peek(1) != '-';
  return !holds(odd_beginnings, first);
}

std::string_view without_blanks_behind(std::string_view words) {
  return words.substr(0, words.find_last_not_of(' ') + 1);
}

// The words from here to the end of the line or a comment; empty where a colon makes them a key.
std::string_view words_of_line(plain_text& from) {
  const auto begin = from.at;
  for (skip_to(looked_at_in_line, from); from.peek() != '\n';
       ++from.at, skip_to(looked_at_in_line, from)) {
    if (from.is_at_comment() && from.at > begin) break;
    if (is_colon_of_key(from)) return {};
  }
  return without_blanks_behind(from.bytes.substr(begin, from.at - begin));
}

// From the end of a line to the next one with text: the blank lines between, and its indentation.
struct line_ahead {
  std::size_t begin, at, blank;
  int indent;
  bool is_odd = false;  // there are blanks in blank lines, which may be text
};

line_ahead next_line(const plain_text& from) {
  line_ahead found{from.at + 1, from.at + 1, 0, -1, false};
  while (found.begin < from.bytes.size()) {
    found.at = std::min(from.bytes.find_first_not_of(' ', found.begin), from.bytes.size());
    if (found.at == from.bytes.size()) return found;
    if (from.bytes[found.at] != '\n') {
      found.indent = static_cast<int>(found.at - found.begin);
      return found;
    }
    found.is_odd = found.is_odd || found.at != found.begin;
    found.begin = ++found.at;
    ++found.blank;
  }
  return found;
}

bool is_name_byte(char what) {
  return (what >= 'a' && what <= 'z') || (what >= 'A' && what <= 'Z') ||
         (what >= '0' && what <= '9') || what == '-' || what == '_';
}

bool decode_escape(plain_text& from, std::string& into) {
  const char what = from.peek(1);
  if (what == '"' || what == '\\') {
    into += what;
  } else if (what == 'n') {
    into += '\n';
  } else {
    return false;
  }
  from.at += 2;
  return true;
}

// A line of a block, whose first byte is text.
std::string_view block_line(plain_text& from, std::size_t indent) {
  from.at += indent;
  const auto begin = from.at;
  from.at = from.bytes.find('\n', begin);
  return from.bytes.substr(begin, from.at - begin);
}

void enter_line(plain_text& from, const line_ahead& line) {
  from.line_begin = line.begin;
  from.at = line.begin;
}

}  // namespace

void plain_text::skip_spaces() noexcept {
  while (peek() == ' ') ++at;
}

bool plain_text::ends_line() noexcept {
  skip_spaces();
  return is_at_line_end();
}

bool plain_text::skip_to_content() noexcept {
  while (true) {
    skip_spaces();
    if (is_at_comment()) at = std::min(bytes.find('\n', at), bytes.size());
    if (is_at_end()) return false;
    if (peek() != '\n') return true;
    line_begin = ++at;
  }
}

bool plain_text::skip_in_flow() noexcept {
  if (!skip_to_content()) return false;
  return at != line_begin || !is_marker();
}

std::size_t plain_text::key_end() const noexcept {
  plain_text look = *this;
  const char first = peek();
  if (first == '"' || first == '\'') {
    std::string decoded;
    if (!read_quoted(look, decoded)) return 0;
    look.skip_spaces();
  } else {
    if (!begins_words(*this)) return 0;
    skip_to(looked_at_in_line, look);
    while (look.peek() != '\n' && !look.is_at_comment() && !is_colon_of_key(look)) {
      ++look.at;
      skip_to(looked_at_in_line, look);
    }
  }
  return is_colon_of_key(look) && look.at - at < most_key_bytes ? look.at : 0;
}

std::string_view read_words(plain_text& from, int parent, std::string& joined) {
  if (!begins_words(from)) return {};
  const auto first = words_of_line(from);
  if (first.empty() || from.peek() != '\n') return first;
  for (auto line = next_line(from); line.indent > parent && from.bytes[line.at] != '#';
       line = next_line(from)) {
    if (line.is_odd) return {};
    if (joined.empty()) joined = first;
    joined.append(std::max<std::size_t>(line.blank, 1), line.blank == 0 ? ' ' : '\n');
    from.line_begin = line.begin;
    from.at = line.at;
    const auto more = words_of_line(from);
    if (more.empty() || from.peek() != '\n') return {};
    joined += more;
  }
  return first;
}

std::string_view read_flow_words(plain_text& from) {
  if (!begins_words(from)) return {};
  const auto begin = from.at;
  for (;; ++from.at) {
    skip_to(looked_at_in_flow, from);
    const char next = from.peek();
    if (is_one_of(next, ",]}\n")) break;
    if (is_one_of(next, "[{?")) return {};
    if (next == '#' && from.is_at_comment() && from.at > begin) break;
    if (next == ':' && is_one_of(from.peek(1), " \n,]}")) break;
  }
  return without_blanks_behind(from.bytes.substr(begin, from.at - begin));
}

std::optional<std::string_view> read_quoted(plain_text& from, std::string& decoded) {
  const char quote = from.peek();
  const auto begin = ++from.at;
  bool is_decoded = false;
  for (; from.peek() != quote || (quote == '\'' && from.peek(1) == '\'');) {
    const bool is_escape = from.peek() == (quote == '"' ? '\\' : '\'');
    if (from.peek() == '\n' || from.is_at_end()) return std::nullopt;
    if (is_escape && !is_decoded) {
      is_decoded = true;
      decoded = from.bytes.substr(begin, from.at - begin);
    }
    if (is_escape && quote == '"') {
      if (!decode_escape(from, decoded)) return std::nullopt;
      continue;
    }
    if (is_decoded) decoded += from.peek();
    from.at += is_escape ? 2 : 1;
  }
  return from.bytes.substr(begin, from.at++ - begin);
}

std::string_view read_name(plain_text& from) {
  const auto begin = ++from.at;
  while (is_name_byte(from.peek())) ++from.at;
  const bool ends = from.peek() == ' ' || from.peek() == '\n';
  return ends ? from.bytes.substr(begin, from.at - begin) : std::string_view();
}

// Lines are joined as they stand, or folded to one. Of folded lines, a line feed stays for every
// blank line between two of them, and one more where one of the two is indented further than the
// first. Blank lines in front and the styles that keep line feeds are left out.
bool read_block(plain_text& from, int parent, std::string& lines) {
  const bool is_folded = from.peek() == '>';
  const bool is_stripped = from.peek(1) == '-';
  from.at += is_stripped ? 2 : 1;
  if (from.peek() != '\n') return false;
  auto line = next_line(from);
  if (line.indent <= parent || line.blank > 0) return false;
  const auto indent = static_cast<std::size_t>(line.indent);
  bool was_deeper = false;
  for (; line.indent > parent; line = next_line(from)) {
    if (line.is_odd || static_cast<std::size_t>(line.indent) < indent) return false;
    const bool is_deeper = static_cast<std::size_t>(line.indent) > indent;
    if (!lines.empty()) {
      const std::size_t own = !is_folded || is_deeper || was_deeper ? 1 : 0;
      const std::size_t breaks = line.blank + own;
      lines.append(std::max<std::size_t>(breaks, 1), breaks == 0 ? ' ' : '\n');
    }
    was_deeper = is_deeper;
    enter_line(from, line);
    const auto said = block_line(from, indent);
    if (is_folded && said.ends_with(' ')) return false;
    lines += said;
  }
  if (!is_stripped) lines += '\n';
  return !line.is_odd;
}

}  // namespace sudui::syntax
