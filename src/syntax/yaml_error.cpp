// What yaml-cpp says ("illegal map value", "end of map not found") names its own state, not the
// mistake. The mistake is found by looking at the lines around the place: the same complaint means
// a forgotten space behind a colon, a second colon in a line, or an indentation too deep.
//
//   tax:5%          a space is missing behind the colon     (yaml-cpp complains in the next line)
//   title: a: b     a second `: ` in one line
//   a: 1
//     b: 2          this line does not fit the block above it
//
// A guess that does not hold would mislead, so each looks for its own evidence, and the general
// message remains for the rest.
//
// Tested by tests/unit/syntax/yaml_error_test.cpp.
#include "syntax/yaml_error.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "syntax/cursor.hpp"
#include "text/utf8.hpp"

namespace sudui::syntax {
namespace {

using text::message;
using text::span;
constexpr std::string_view wide_colon = "\xEF\xBC\x9A";

// A line of the source with its place.
struct line {
  std::string_view all;
  std::uint32_t begin = 0;

  [[nodiscard]] std::size_t indent() const {
    return std::min(all.find_first_not_of(" \t"), all.size());
  }
  [[nodiscard]] bool is_blank() const { return indent() == all.size() || all[indent()] == '#'; }
  [[nodiscard]] bool has_tab() const {
    return all.substr(0, indent()).find('\t') != std::string_view::npos;
  }
  [[nodiscard]] bool has_value() const {
    const auto colon = all.find(": ");
    return colon != std::string_view::npos && all.find_first_not_of(" \t", colon + 1) != all.npos;
  }
  [[nodiscard]] bool has_key() const { return has_value() || all.ends_with(':'); }
};

line line_of(const text::source& from, std::uint32_t number) {
  return {from.line(number), from.line_begin(number)};
}

class yaml_explainer {
 public:
  yaml_explainer(const yaml_trouble& where, text::sink& out)
      : where_(where), out_(out), number_(where.from.locate(where.at).line) {}

  // The order of the guesses is that of their certainty: a tab or a swallowed quote explains
  // everything behind it.
  void map_value() {
    if (tab() || swallowed_quote() || space_after_colon(above())) return;
    if (second_colon() || missing_colon(above())) return;
    const line up = above();
    const bool is_deeper = here().indent() > up.indent() && up.has_value();
    is_deeper ? whole_line(message::yaml_indentation) : general();
  }

  void block_end() {
    if (tab() || swallowed_quote() || text_behind()) return;
    if (space_after_colon(here()) || missing_colon(here())) return;
    whole_line(message::yaml_indentation);
  }

  void key_without_colon() {
    if (!space_after_colon(here()) && !missing_colon(here())) general();
  }

  void tab_in_indentation() {
    if (!tab()) general();
  }

  // If the closing bracket stands further on in the line, it was a comma that was forgotten.
  void unclosed_bracket(char opening, const char* closing) {
    const std::uint32_t at = where_.innermost_begin;
    if (swallowed_quote() || text_behind()) return;
    if (byte(at) != opening) return general();
    if (here().all.find(closing[0], where_.at - here().begin) != std::string_view::npos) {
      return out_.report(message::yaml_missing_comma, one(where_.at));
    }
    out_.report(message::yaml_unclosed_bracket, one(at), {std::string(1, opening), closing});
  }

  void unclosed_quote() {
    const std::uint32_t at = find_unclosed_quote();
    if (at == size()) return general();
    out_.report(message::yaml_unclosed_quote, one(at), {std::string(1, byte(at))});
  }

  void character(message what) {
    const std::string_view bytes = where_.from.bytes();
    if (where_.at >= bytes.size()) return general();
    const std::uint32_t length = text::decode(bytes, where_.at).length;
    out_.report(what, {where_.file, where_.at, where_.at + length},
                {std::string(bytes.substr(where_.at, length))});
  }

  // yaml-cpp stops behind the escape: the place is that of its backslash.
  void escape() {
    const std::string_view before = where_.from.bytes().substr(0, where_.at);
    const auto found = before.rfind('\\');
    if (found == std::string_view::npos) return general();
    out_.report(message::yaml_escape, {where_.file, static_cast<std::uint32_t>(found), where_.at});
  }

  void alias() {
    cursor look(where_.from.bytes(), where_.at);
    look.skip_to_any(" \t\r\n,[]{}");
    const auto name = where_.from.bytes().substr(where_.at, look.at() - where_.at);
    out_.report(message::yaml_unknown_alias, {where_.file, where_.at, look.at()},
                {std::string(name.substr(std::min<std::size_t>(1, name.size())))});
  }

  void general() { out_.report(message::yaml_syntax, one(where_.at)); }

 private:
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(where_.from.bytes().size());
  }
  [[nodiscard]] char byte(std::uint32_t at) const { return cursor(where_.from.bytes(), at).peek(); }
  [[nodiscard]] span one(std::uint32_t at) const {
    return {where_.file, at, std::min(at + 1, size())};
  }
  [[nodiscard]] line here() const { return line_of(where_.from, number_); }
  [[nodiscard]] line above() const {
    line found;
    for (std::uint32_t n = number_; n > 1;) {
      found = line_of(where_.from, --n);
      if (!found.is_blank()) break;
    }
    return found;
  }
  [[nodiscard]] span part(const line& of, std::size_t begin, std::size_t end) const {
    return {where_.file, of.begin + static_cast<std::uint32_t>(begin),
            of.begin + static_cast<std::uint32_t>(end)};
  }

  void whole_line(message what) {
    const line bad = here();
    out_.report(what, part(bad, bad.indent(), bad.all.size()));
  }

  bool tab() {
    const line bad = here();
    if (!bad.has_tab()) return false;
    out_.report(message::yaml_tab, part(bad, 0, bad.indent()));
    return true;
  }

  // `"high" in quals`: the value was over with the quote or bracket.
  bool text_behind() {
    const char closing = where_.last.end == 0 ? ' ' : byte(where_.last.end - 1);
    const line bad = here();
    if (std::string_view("\"']}").find(closing) == std::string_view::npos) return false;
    if (where_.last.end <= bad.begin || where_.at < where_.last.end) return false;
    const auto begin = bad.all.find_first_not_of(" \t", where_.last.end - bad.begin);
    if (begin != where_.at - bad.begin) return false;
    out_.report(message::yaml_text_behind, part(bad, begin, bad.all.size()),
                {std::string(1, closing)});
    return true;
  }

  // A quote that was closed by the next one, some lines below.
  bool swallowed_quote() {
    const char quote = byte(where_.last.begin);
    const bool is_quoted = quote == '"' || quote == '\'';
    const auto first = where_.from.locate(where_.last.begin).line;
    const auto last = where_.from.locate(where_.last.end).line;
    if (!is_quoted || first == last || last != number_) return false;
    out_.report(message::yaml_unclosed_quote, one(where_.last.begin), {std::string(1, quote)});
    return true;
  }

  bool second_colon() {
    const line bad = here();
    const auto first = bad.all.find(": ");
    if (first == std::string_view::npos || bad.begin + first >= where_.at) return false;
    out_.report(message::yaml_second_colon, one(where_.at));
    return true;
  }

  // `key:value`, where the key is one word.
  bool space_after_colon(const line& bad) {
    const auto colon = bad.all.find(':');
    if (bad.has_key() || colon == std::string_view::npos) return false;
    std::size_t begin = bad.indent();
    if (bad.all.substr(begin).starts_with("- ")) begin = bad.all.find_first_not_of(' ', begin + 1);
    const std::string_view key = bad.all.substr(begin, colon - std::min(begin, colon));
    if (key.empty() || key.find_first_of(" \"'[{/") != std::string_view::npos) return false;
    out_.report(message::yaml_space_after_colon, part(bad, colon, colon + 1), {std::string(key)});
    return true;
  }

  bool missing_colon(const line& bad) {
    if (bad.is_blank() || bad.has_key()) return false;
    const std::size_t begin = bad.indent();
    const std::string_view rest = bad.all.substr(begin);
    if (const auto wide = rest.find(wide_colon); wide != std::string_view::npos) {
      out_.report(message::yaml_wide_colon, part(bad, begin + wide, begin + wide + 3),
                  {std::string(rest.substr(0, wide))});
      return true;
    }
    if (rest.find_first_of(":-\"'[]{}") != std::string_view::npos) return false;
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
    out_.report(message::yaml_missing_colon, part(bad, begin, begin + word.size()),
                {std::string(word)});
    return true;
  }

  // From the last node on, the first quote that starts a text and has no partner.
  [[nodiscard]] std::uint32_t find_unclosed_quote() const {
    const std::string_view bytes = where_.from.bytes();
    cursor look(bytes, where_.last.end);
    while (!look.is_at_end()) {
      look.skip_to_any("\"'#");
      if (look.is_at_end()) break;
      const char before = look.at() == 0 ? ' ' : bytes[look.at() - 1];
      const bool starts = std::string_view(" \t\r\n[{,:").find(before) != std::string_view::npos;
      const char quote = look.peek();
      const std::uint32_t begin = look.at();
      look.skip();
      if (starts && quote == '#') {
        look.skip_to_line_end();
      } else if (starts && !skip_quoted(look, quote)) {
        return begin;
      }
    }
    return size();
  }

  // Past the closing quote; false if a document marker or the end comes first.
  static bool skip_quoted(cursor& look, char quote) {
    for (; !look.is_at_end(); look.skip()) {
      look.skip_to_any(quote == '"' ? "\"\\\n" : "'\n");
      if (look.starts_with("\n---") || look.starts_with("\n...")) return false;
      const bool doubled = quote == '\'' && look.starts_with("''");
      if (look.peek() == quote && !doubled) {
        look.skip();
        return true;
      }
      if (doubled || look.peek() == '\\') look.skip();
    }
    return false;
  }

  const yaml_trouble& where_;
  text::sink& out_;
  std::uint32_t number_;
};

}  // namespace

void report_yaml_error(const YAML::Exception& thrown, const yaml_trouble& where, text::sink& out) {
  namespace says = YAML::ErrorMsg;
  const std::string_view text = thrown.msg;
  const auto is = [&](const char* known) { return text.starts_with(known); };
  yaml_explainer explain(where, out);
  if (is(says::MAP_VALUE)) return explain.map_value();
  if (is(says::END_OF_MAP_FLOW)) return explain.unclosed_bracket('{', "}");
  if (is(says::END_OF_SEQ_FLOW)) return explain.unclosed_bracket('[', "]");
  if (is(says::END_OF_MAP) || is(says::END_OF_SEQ)) return explain.block_end();
  if (is(says::TAB_IN_INDENTATION)) return explain.tab_in_indentation();
  if (is(says::BLOCK_ENTRY)) return explain.character(message::yaml_list_behind_key);
  if (is(says::FLOW_END)) return explain.character(message::yaml_stray_bracket);
  if (is(says::UNKNOWN_TOKEN)) return explain.character(message::yaml_reserved);
  if (is(says::UNKNOWN_ANCHOR)) return explain.alias();
  if (is(says::DOC_IN_SCALAR) || is(says::EOF_IN_SCALAR)) return explain.unclosed_quote();
  if (is(says::INVALID_ESCAPE) || is(says::INVALID_HEX) || is(says::INVALID_UNICODE)) {
    return explain.escape();
  }
  explain.general();
}

void report_missing_colon(const yaml_trouble& where, text::sink& out) {
  yaml_explainer(where, out).key_without_colon();
}

}  // namespace sudui::syntax
