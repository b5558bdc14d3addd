// Rules are written plainly: mappings and lists by indentation, small ones in brackets, words,
// quotes, blocks of text. This reader takes that much of YAML and nothing else, thirty times as
// fast as yaml-cpp, which takes most of the time of loading a rule set.
//
// It never says that something is wrong. Whatever it does not know (tags, tabs, keys in two lines,
// missing values, odd indentation) makes it give up on the whole stream before anybody has seen an
// event, and yaml-cpp reads that stream from its beginning. So there is one author of
// findings, and one opinion on what YAML means: where this reader gives events they are those of
// yaml-cpp, which a test compares over all rules there are, and a fuzz target over everything else.
//
// Example: `a: {b: 1}` gives document, mapping, plain a, mapping, plain b, plain 1, and the ends.
//
// An anchor stands in front of a value, in its line or alone above a mapping or list; an alias is a
// whole value of a key or an item. Anchored words end with their line and blocks have no anchor:
// yaml-cpp takes the anchor for the start of a possible key and measures what follows from there.
//
// Tested by tests/unit/syntax/plain_yaml_test.cpp and the fuzz target `plain_yaml`.
#include "syntax/plain_yaml.hpp"

#include <algorithm>

#include "syntax/cursor.hpp"
#include "syntax/plain_scalars.hpp"

namespace sudui::syntax {
namespace {

using told = yaml_event::kind;

constexpr int most_depth = 40;  // deeper is left to the reader that reports it
constexpr int no_column = -1;
constexpr std::size_t usual_event = 12;  // bytes of text for each
constexpr std::size_t most_names = 100;  // of anchors in a document, which are searched one by one

class plain_reader {
 public:
  plain_reader(std::string_view bytes, std::string_view leave_out)
      : text_(bytes), leave_out_(leave_out) {}

  std::optional<plain_stream> read() {
    const std::string_view bytes = text_.bytes;
    const bool may_be_plain = bytes.ends_with('\n') && !bytes.starts_with('%') &&
                              bytes.find('\t') == std::string_view::npos &&
                              bytes.find('\r') == std::string_view::npos;
    if (!may_be_plain) return std::nullopt;
    made_.events.reserve(bytes.size() / usual_event);
    if (!stream()) return std::nullopt;
    return std::move(made_);
  }

 private:
  bool stream() {
    while (to_content() || is_at_marker()) {
      const auto begin = text_.at;
      if (is_at_marker()) {
        if (text_.peek() == '.') return false;
        text_.at += 3;
        if (!text_.ends_line()) return false;  // a document that begins behind its marker
        if (!to_content()) return false;       // an empty document
      }
      if (passes_over()) continue;
      if (!document(begin)) return false;
    }
    return text_.is_at_end();
  }

  bool passes_over() {
    if (leave_out_.empty() || column() != 0 || !text_.rest().starts_with(leave_out_) ||
        text_.peek(leave_out_.size()) != ':') {
      return false;
    }
    const auto found = text_.bytes.find("\n---", text_.at);
    text_.at = found == std::string_view::npos ? text_.bytes.size() : found + 1;
    text_.line_begin = text_.at;
    add(told::passed_over, text_.at);
    return true;
  }

  bool document(std::size_t begin) {
    names_.clear();
    anchors_ = 0;
    add(told::document, begin);
    if (column() != 0 || (!is_dash() && text_.key_end() == 0)) return false;
    if (!node(no_column, 0)) return false;
    add(told::end_document, text_.at);
    return !to_content();  // a marker or the end is next
  }

  // A mapping, a list, or what stands in brackets, quotes or words, in the column where we are.
  bool node(int parent, int depth) {
    if (depth > most_depth) return false;
    if (is_dash()) return sequence(depth);
    if (const auto end = text_.key_end(); end != 0) return mapping(end, depth);
    return value(parent, depth);
  }

  // Whose first key ends there.
  bool mapping(std::size_t end, int depth) {
    const int own = column();
    const auto opened = open(told::mapping);
    std::uint32_t count = 0;
    while (true) {
      if (end == 0 || !key(end) || !value_of_key(own, depth)) return false;
      ++count;
      if (!to_content() || column() != own) break;
      end = is_dash() ? 0 : text_.key_end();
    }
    if (column() > own) return false;
    return close(told::end_mapping, opened, count);
  }

  bool key(std::size_t end) {
    if (!one_line_scalar(end)) return false;
    text_.at = end + 1;
    return is_text();
  }

  // Whether the scalar just read may be a key: nothing and `<<` may not.
  [[nodiscard]] bool is_text() const {
    const yaml_event& last = made_.events.back();
    return last.what != told::null && (last.what != told::plain || last.value != "<<");
  }

  bool value_of_key(int own, int depth) {
    text_.skip_spaces();
    if (is_at_name()) return named(own, depth + 1);
    if (!text_.is_at_line_end()) return value(own, depth + 1);
    if (!to_content()) return false;  // nothing there
    if (column() > own) return node(own, depth + 1);
    return column() == own && is_dash() && sequence(depth + 1);
  }

  bool sequence(int depth) {
    const int own = column();
    const auto opened = open(told::sequence);
    std::uint32_t count = 0;
    do {
      text_.at += 1;
      text_.skip_spaces();
      if (!item(own, depth + 1)) return false;
      ++count;
    } while (to_content() && column() == own && is_dash());
    if (column() > own) return false;
    return close(told::end_sequence, opened, count);
  }

  bool item(int own, int depth) {
    if (is_at_name()) return named(own, depth);
    if (text_.is_at_line_end() && (!to_content() || column() <= own)) return false;
    return node(own, depth);
  }

  [[nodiscard]] bool is_at_name() const { return text_.peek() == '&' || text_.peek() == '*'; }

  // `&name` and what it names, or `*name`.
  bool named(int parent, int depth) {
    const auto begin = text_.at;
    const bool is_alias = text_.peek() == '*';
    const auto name = read_name(text_);
    if (name.empty()) return false;
    return is_alias ? alias(begin, name) : anchored(begin, name, parent, depth);
  }

  bool alias(std::size_t begin, std::string_view name) {
    const auto known = std::find_if(names_.rbegin(), names_.rend(),
                                    [&](const anchor_name& each) { return each.name == name; });
    if (known == names_.rend() || !text_.ends_line()) return false;
    add(told::alias, begin);
    made_.events.back().anchor = known->number;
    return true;
  }

  bool anchored(std::size_t begin, std::string_view name, int parent, int depth) {
    if (names_.size() == most_names) return false;
    names_.push_back({name, ++anchors_});
    pending_ = {begin, anchors_};
    text_.skip_spaces();
    if (!text_.is_at_line_end()) {
      const char first = text_.peek();
      const auto line = text_.line_begin;
      const bool is_flow = first == '[' || first == '{';
      return first != '|' && first != '>' && value(parent, depth) &&
             (is_flow || text_.line_begin == line);
    }
    return to_content() && column() > parent && (is_dash() || text_.key_end() != 0) &&
           node(parent, depth);
  }

  bool value(int parent, int depth) {
    const char first = text_.peek();
    if (first == '[' || first == '{') return flow(depth) && text_.ends_line();
    if (first == '|' || first == '>') return block(parent);
    if (first == '"' || first == '\'') return quoted() && text_.ends_line();
    return words(parent);
  }

  // Words may go on in lines that are indented further than what they belong to.
  bool words(int parent) {
    const auto begin = text_.at;
    std::string joined;
    const auto said = read_words(text_, parent, joined);
    if (said.empty()) return false;
    if (joined.empty()) {
      add_words(begin, said, true);
    } else {
      add_words(begin, keep(std::move(joined)), false);
    }
    return true;
  }

  bool block(int parent) {
    const auto begin = text_.at;
    std::string lines;
    if (!read_block(text_, parent, lines)) return false;
    add(told::scalar, begin, keep(std::move(lines)), false);
    return true;
  }

  bool quoted() {
    const auto begin = text_.at;
    std::string decoded;
    const auto said = read_quoted(text_, decoded);
    if (!said) return false;
    const bool is_as_written = decoded.empty();
    add(told::scalar, begin, is_as_written ? *said : keep(std::move(decoded)), is_as_written);
    return true;
  }

  bool one_line_scalar(std::size_t end) {
    if (text_.peek() == '"' || text_.peek() == '\'') return quoted();
    auto said = text_.bytes.substr(text_.at, end - text_.at);
    said = said.substr(0, said.find_last_not_of(' ') + 1);
    add_words(text_.at, said, true);
    return true;
  }

  bool flow(int depth) {
    if (depth > most_depth) return false;
    const bool is_mapping = text_.peek() == '{';
    const char closing = is_mapping ? '}' : ']';
    const auto opened = open(is_mapping ? told::mapping : told::sequence);
    ++text_.at;
    std::uint32_t count = 0;
    if (!text_.skip_in_flow()) return false;
    while (text_.peek() != closing) {
      if (is_mapping && !flow_key()) return false;
      if (!flow_node(depth + 1) || !text_.skip_in_flow()) return false;
      ++count;
      if (text_.peek() == closing) break;
      if (text_.peek() != ',') return false;
      ++text_.at;
      if (!text_.skip_in_flow() || text_.peek() == closing) return false;
    }
    close(is_mapping ? told::end_mapping : told::end_sequence, opened, count);
    ++text_.at;
    return true;
  }

  bool flow_key() {
    if (!flow_scalar() || !is_text()) return false;
    text_.skip_spaces();
    if (text_.peek() != ':' || text_.peek(1) != ' ') return false;
    ++text_.at;
    return text_.skip_in_flow();
  }

  bool flow_node(int depth) {
    return text_.peek() == '[' || text_.peek() == '{' ? flow(depth) : flow_scalar();
  }

  bool flow_scalar() {
    if (text_.peek() == '"' || text_.peek() == '\'') return quoted();
    const auto begin = text_.at;
    const auto said = read_flow_words(text_);
    if (said.empty()) return false;
    add_words(begin, said, true);
    return true;
  }

  // To the next thing that is neither blank nor comment; false at a marker and at the end.
  bool to_content() {
    if (!text_.skip_to_content()) return false;
    return !is_at_marker() && !text_.is_at_end();
  }

  [[nodiscard]] bool is_at_marker() const { return column() == 0 && text_.is_marker(); }
  [[nodiscard]] bool is_dash() const {
    return text_.peek() == '-' && (text_.peek(1) == ' ' || text_.peek(1) == '\n');
  }
  // Of where we are; of the end, as if everything ended there.
  [[nodiscard]] int column() const {
    if (text_.is_at_end()) return no_column;
    return static_cast<int>(text_.at - text_.line_begin);
  }

  // What follows an anchor begins with it.
  void add(told what, std::size_t at, std::string_view value = {}, bool is_as_written = false) {
    if (pending_.number != 0) at = pending_.at;
    made_.events.push_back(
        {what, is_as_written, static_cast<std::uint32_t>(at), pending_.number, 0, value});
    pending_ = {};
  }
  // A mapping or sequence begins here; which event that is.
  std::size_t open(told what) {
    add(what, text_.at);
    return made_.events.size() - 1;
  }
  bool close(told what, std::size_t opened, std::uint32_t count) {
    made_.events[opened].count = count;
    add(what, text_.at);
    return true;
  }
  void add_words(std::size_t at, std::string_view said, bool is_as_written) {
    const bool may_be_null = said.size() <= 4 && is_one_of(said.front(), "~nN");
    const bool is_null =
        may_be_null && (said == "~" || said == "null" || said == "Null" || said == "NULL");
    add(is_null ? told::null : told::plain, at, said, is_as_written);
  }
  std::string_view keep(std::string decoded) {
    return made_.decoded.emplace_back(std::move(decoded));
  }

  struct anchor_name {
    std::string_view name;
    std::uint32_t number;
  };
  struct anchor_begin {
    std::size_t at = 0;
    std::uint32_t number = 0;
  };

  plain_text text_;
  std::string_view leave_out_;
  plain_stream made_;
  std::vector<anchor_name> names_;  // of this document; the last of a name counts
  std::uint32_t anchors_ = 0;
  anchor_begin pending_;  // whose value is next
};

}  // namespace

std::optional<plain_stream> read_plain_yaml(std::string_view bytes, std::string_view leave_out) {
  return plain_reader(bytes, leave_out).read();
}

}  // namespace sudui::syntax
