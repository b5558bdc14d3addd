// Events of yaml-cpp become trees with exact places.
//
// yaml-cpp tells where a node starts (a byte offset) and nothing about its end; it keeps duplicate
// keys, accepts text after a document as a further document and lets an unclosed quote run to the
// end of the file. So the builder follows the source on its own: it knows the end of the last node,
// finds closing brackets behind it, and looks at what lies between documents.
//
// Containers are kept on a stack of our own; yaml-cpp recurses, and the depth limit stops it by a
// `reading_stopped` thrown through it. Memory is bounded by the number of values, and by the bytes
// that anchors and aliases repeat. Cost: linear in the text, n log n in the keys of a mapping.
//
// Tested by tests/unit/syntax/yaml_test.cpp, yaml_places_test.cpp and yaml_alias_test.cpp.
#include "syntax/yaml_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "syntax/cursor.hpp"
#include "syntax/duplicates.hpp"
#include "syntax/yaml_error.hpp"
#include "text/utf8.hpp"

namespace sudui::syntax {
namespace {

using kind = text::tree::kind;
using message = text::message;

constexpr std::string_view ends_of_word = " \t\r\n,[]{}";
constexpr std::size_t usual_waiting = 64;  // children of what is open

bool is_flow(const text::tree& node, std::string_view bytes) {
  const char first = cursor(bytes, node.where.begin).peek();
  return first == '[' || first == '{';
}

// What waits from `first` on goes where it belongs, into memory of just that size.
template <class Child>
void take_from(std::vector<Child>& waiting, std::size_t first, std::vector<Child>& into) {
  if (first == waiting.size()) return;
  const auto begin = waiting.begin() + static_cast<std::ptrdiff_t>(first);
  into.assign(std::make_move_iterator(begin), std::make_move_iterator(waiting.end()));
  waiting.erase(begin, waiting.end());
}

// A missing value, as in `a:` or `- `, is told apart from a written one by what stands there.
std::string null_word(std::string_view bytes, std::uint32_t at) {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (bytes.substr(at).starts_with(word)) return std::string(word);
  }
  return {};
}

}  // namespace

yaml_builder::yaml_builder(const text::source& from, std::uint32_t file, text::sink& out,
                           const limits& most)
    : from_(from), file_(file), out_(out), most_(most) {
  items_.reserve(usual_waiting);
  entries_.reserve(usual_waiting);
}

void yaml_builder::restart(std::uint32_t base) {
  base_ = base;
  last_begin_ = base;
  last_end_ = base;
  last_end_is_exact_ = true;
  has_document_ = false;
  open_.clear();
  items_.clear();
  entries_.clear();
  named_.clear();
}

std::uint32_t yaml_builder::innermost_begin() const noexcept {
  return open_.empty() ? last_end_ : open_.back().node.where.begin;
}

std::uint32_t yaml_builder::place(const YAML::Mark& mark) const noexcept {
  const auto size = static_cast<std::uint32_t>(from_.bytes().size());
  const auto at = base_ + static_cast<std::uint32_t>(std::max(mark.pos, 0));
  return std::min(at, size);
}

// Over anchors in front of a node; a tag is reported.
std::uint32_t yaml_builder::skip_properties(std::uint32_t at) {
  cursor look(from_.bytes(), at);
  while (look.peek() == '&' || look.peek() == '!') {
    const bool is_tag = look.peek() == '!';
    const std::uint32_t begin = look.at();
    look.skip();
    look.skip_to_any(ends_of_word);
    if (is_tag) out_.report(message::yaml_tag, {file_, begin, look.at()});
    last_end_ = look.at();
    look.skip_to_token();
  }
  return look.at();
}

// Where a value would stand that is not there: at the colon or dash that announces it.
text::span yaml_builder::place_of_nothing() const noexcept {
  cursor look(from_.bytes(), last_end_);
  look.skip_to_token();
  const bool is_announced = look.peek() == ':' || look.peek() == '-';
  return is_announced ? text::span{file_, look.at(), look.at() + 1}
                      : text::span{file_, last_end_, last_end_};
}

// Every value is paid for before it is kept, an alias with all that it repeats: ten lines of
// aliases cannot unfold to gigabytes.
void yaml_builder::charge(const tree_cost& cost, text::span where) {
  const std::size_t depth = open_.size() + cost.height;
  nodes_ += cost.nodes;
  repeated_bytes_ += cost.bytes;
  if (depth > most_.depth) {
    out_.report(message::too_deep, where, {std::to_string(most_.depth)});
  } else if (nodes_ > most_.nodes || repeated_bytes_ > most_.bytes) {
    out_.report(message::too_many_nodes, where, {std::to_string(most_.nodes)});
  } else {
    return;
  }
  throw reading_stopped{};
}

void yaml_builder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const std::uint32_t at = skip_properties(place(mark));
  text::tree node;
  node.what = kind::scalar;
  std::string word = at < last_end_ ? std::string() : null_word(from_.bytes(), at);
  const auto length = static_cast<std::uint32_t>(word.size());
  node.where = word.empty() ? place_of_nothing() : text::span{file_, at, at + length};
  node.scalar = text::excerpt(std::move(word), file_, node.where.begin);
  charge({1, 0, 1}, node.where);
  last_end_ = std::max(last_end_, node.where.end);
  finish_node(std::move(node), anchor);
}

void yaml_builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  cursor look(from_.bytes(), place(mark));
  look.skip_to_any(ends_of_word);
  const text::span where{file_, place(mark), look.at()};
  last_end_ = look.at();
  const anchors::named* meant = named_.find(anchor);
  if (meant == nullptr) {
    out_.report(message::yaml_alias_of_itself, where);
    throw reading_stopped{};
  }
  charge(meant->cost, where);
  add(text::tree(meant->what));
}

void yaml_builder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                            const std::string& value) {
  scalar_span found = trace(mark, value, tag == "?");
  check_scalar(found, value);
  add_scalar(std::move(found), anchor);
}

scalar_span yaml_builder::trace(const YAML::Mark& mark, std::string value, bool is_plain) {
  const std::uint32_t at = skip_properties(place(mark));
  scalar_span found = trace_scalar(from_.bytes(), file_, at, std::move(value), is_plain);
  charge({1, 0, 1}, found.where);
  return found;
}

void yaml_builder::add_scalar(scalar_span found, YAML::anchor_t anchor) {
  text::tree node;
  node.what = kind::scalar;
  node.how = found.how;
  node.where = found.where;
  node.scalar = std::move(found.text);
  pass(node.where, found.is_exact);
  finish_node(std::move(node), anchor);
}

// A scalar is the last node that has ended.
void yaml_builder::pass(text::span scalar, bool is_exact) noexcept {
  last_begin_ = scalar.begin;
  last_end_ = scalar.end;
  last_end_is_exact_ = is_exact;
}

void yaml_builder::check_scalar(const scalar_span& found, std::string_view value) {
  const std::uint32_t at = found.where.begin;
  if (!found.is_closed) {
    const std::string quote(1, from_.bytes()[at]);
    out_.report(message::yaml_unclosed_quote, {file_, at, at + 1}, {quote});
  }
  // yaml-cpp 0.7 makes single bytes of the escapes `\_` and `\N`.
  if (const auto bad = text::first_invalid(value); bad != std::string_view::npos) {
    const auto begin = static_cast<std::uint32_t>(bad);
    out_.report(message::yaml_escape, found.text.where(begin, begin + 1));
  }
}

void yaml_builder::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                                   YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) {
  open(mark, anchor, kind::sequence);
}

void yaml_builder::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/,
                              YAML::anchor_t anchor, YAML::EmitterStyle::value /*style*/) {
  open(mark, anchor, kind::mapping);
}

void yaml_builder::open(const YAML::Mark& mark, YAML::anchor_t anchor, kind what) {
  const std::uint32_t at = skip_properties(place(mark));
  open_node next;
  next.node.what = what;
  next.node.where = {file_, at, at};
  next.anchor = anchor;
  next.first = what == kind::sequence ? items_.size() : entries_.size();
  charge({1, 0, 1}, {file_, at, at + 1});
  last_end_ = std::max(last_end_, is_flow(next.node, from_.bytes()) ? at + 1 : at);
  open_.push_back(std::move(next));
}

// yaml-cpp does not say where a bracketed node ends: the closing bracket is looked for behind the
// last thing inside it.
void yaml_builder::close() {
  open_node last = std::move(open_.back());
  open_.pop_back();
  take_from(items_, last.node.is_sequence() ? last.first : items_.size(), last.node.items);
  take_from(entries_, last.node.is_mapping() ? last.first : entries_.size(), last.node.entries);
  if (is_flow(last.node, from_.bytes())) {
    cursor look(from_.bytes(), last_end_);
    for (std::uint32_t before = ~0U; before != look.at();) {
      before = look.at();
      look.skip_any(",:?");
      look.skip_to_token();
    }
    if (look.peek() == ']' || look.peek() == '}') last_end_ = look.at() + 1;
  }
  last_begin_ = last.node.where.begin;
  last.node.where.end = std::max(last.node.where.begin, last_end_);
  refuse_duplicates(last.node, out_, &from_);
  finish_node(std::move(last.node), last.anchor);
}

void yaml_builder::finish_node(text::tree&& node, YAML::anchor_t anchor) {
  if (anchor != 0) charge(named_.keep(anchor, node).cost, node.where);
  add(std::move(node));
}

void yaml_builder::add(text::tree&& node) {
  if (open_.empty()) {
    const bool is_nothing = node.is_null() && node.text().empty();
    if (!is_nothing) done_.push_back(std::move(node));
    return;
  }
  if (wants_key()) return take_key(open_.back(), node);
  if (text::tree* room = make_room()) *room = std::move(node);
}

// Where the next value of the innermost node goes; nullptr where it is dropped.
text::tree* yaml_builder::make_room() {
  open_node& parent = open_.back();
  if (parent.node.is_sequence()) return &items_.emplace_back();
  parent.has_key = false;
  if (!parent.key_is_text) return nullptr;
  text::tree::entry& made = entries_.emplace_back();
  made.key = std::move(parent.key);
  made.key_where = parent.key_where;
  return &made.value;
}

bool yaml_builder::wants_key() const noexcept {
  return !open_.empty() && open_.back().node.is_mapping() && !open_.back().has_key;
}

// Keys are texts. Others are reported and their values dropped, so that the rest of the mapping is
// read.
void yaml_builder::take_key(open_node& mapping, const text::tree& node) {
  const bool is_merge =
      node.is_scalar() && node.how == text::tree::style::plain && node.text() == "<<";
  mapping.has_key = true;
  mapping.key_is_text = node.is_scalar() && !node.is_null() && !is_merge;
  mapping.key = std::string(node.text());
  mapping.key_where = node.where;
  if (is_merge) {
    out_.report(message::yaml_merge_key, node.where);
  } else if (!mapping.key_is_text) {
    out_.report(message::yaml_key_not_text, node.where);
  } else if (last_end_is_exact_) {
    check_colon(mapping);
  }
}

// Only bracketed mappings may have keys without a colon.
void yaml_builder::check_colon(const open_node& mapping) {
  cursor look(from_.bytes(), mapping.key_where.end);
  if (look.peek() == ':' || is_flow(mapping.node, from_.bytes())) return;
  look.skip_to_token();
  if (look.peek() == ':') return;
  report_missing_colon({from_, file_, mapping.key_where.begin, last_node(), innermost_begin()},
                       out_);
}

// What stands between the last node and `end` must be blank, comment or document marker. Returns
// whether there is a marker.
bool yaml_builder::check_gap(std::uint32_t end) {
  bool has_marker = false;
  cursor look(from_.bytes().substr(0, end), last_end_);
  for (look.skip_to_token(); !look.is_at_end(); look.skip_to_token()) {
    const std::uint32_t at = look.at();
    if (look.starts_with("---") || look.starts_with("...")) {
      has_marker = true;
      look.skip(3);
      continue;
    }
    look.skip_to_line_end();
    const bool is_directive = from_.bytes()[at] == '%';
    if (!last_end_is_exact_) continue;
    out_.report(is_directive ? message::yaml_directive : message::yaml_syntax,
                {file_, at, look.at()});
    break;
  }
  return has_marker;
}

void yaml_builder::OnDocumentStart(const YAML::Mark& mark) {
  const std::uint32_t at = place(mark);
  if (has_document_ && at == document_begin_) {
    throw YAML::ParserException(mark, "the same place again");  // yaml-cpp would never end
  }
  const bool starts_with_marker = cursor(from_.bytes(), at).starts_with("---");
  const bool has_marker = check_gap(at) || starts_with_marker;
  if (has_document_ && !has_marker) {
    cursor look(from_.bytes(), at);
    look.skip_to_line_end();
    out_.report(message::yaml_indentation, {file_, at, look.at()});
  }
  has_document_ = true;
  document_begin_ = at;
  last_end_ = starts_with_marker ? at + 3 : at;
  last_end_is_exact_ = true;
}

void yaml_builder::OnDocumentEnd() { named_.clear(); }

void yaml_builder::finish() { check_gap(static_cast<std::uint32_t>(from_.bytes().size())); }

}  // namespace sudui::syntax
