// The parser of Boost.JSON gives events without places. A second look at the text finds them: by
// the time of an event everything before it is known to be JSON, so the next token starts behind
// white space, commas and colons, and a string ends with the first quote that no backslash
// precedes.
//
// The text of a number is taken from there too: `0.1` stays the three characters written.
//
// Tested by tests/unit/syntax/json_test.cpp.
#include "syntax/json_builder.hpp"

#include <utility>

#include "syntax/cursor.hpp"
#include "syntax/duplicates.hpp"
#include "syntax/scalar_span.hpp"

namespace sudui::syntax {
namespace {

// More than nine digits. Some versions of the parser refuse them, others do not.
bool has_huge_exponent(std::string_view number) {
  const auto e = number.find_first_of("eE");
  if (e == std::string_view::npos) return false;
  const auto digits = number.find_first_not_of("+-0", e + 1);
  return digits != std::string_view::npos && number.size() - digits > 9;
}

}  // namespace

void json_builder::start(std::string_view bytes, std::uint32_t file, text::sink& out) {
  bytes_ = bytes;
  file_ = file;
  out_ = &out;
  at_ = 0;
  nodes_ = 0;
  has_stopped_ = false;
  part_.clear();
  open_.clear();
  root_ = {};
}

std::uint32_t json_builder::next_token() {
  cursor look(bytes_, at_);
  look.skip_any(" \t\r\n,:");
  return look.at();
}

// From the quote to its partner. Escapes are skipped two bytes at a time; that is enough, as the
// parser has accepted the string.
text::span json_builder::next_string() {
  const std::uint32_t begin = next_token();
  cursor look(bytes_, begin + 1);
  for (look.skip_to_any("\"\\"); look.peek() == '\\'; look.skip_to_any("\"\\")) look.skip(2);
  look.skip();
  at_ = look.at();
  return {file_, begin, at_};
}

bool json_builder::count(std::uint32_t at, error& e) {
  if (++nodes_ <= most_.nodes) return true;
  return stop(text::message::too_many_nodes, {file_, at, at + 1}, {std::to_string(most_.nodes)}, e);
}

// Boost.JSON ends by an error code; what went wrong has been reported, so the code itself says
// nothing.
bool json_builder::stop(text::message why, text::span where, text::sink::arguments args, error& e) {
  out_->report(why, where, std::move(args));
  has_stopped_ = true;
  e = boost::json::make_error_code(boost::json::error::array_too_large);  // any error will do
  return false;
}

bool json_builder::open(text::tree::kind what, error& e) {
  const std::uint32_t at = next_token();
  if (!count(at, e)) return false;
  open_node& next = open_.emplace_back();
  next.node.what = what;
  next.node.where = {file_, at, at};
  at_ = at + 1;
  return true;
}

bool json_builder::close() {
  open_node last = std::move(open_.back());
  open_.pop_back();
  at_ = next_token() + 1;
  last.node.where.end = at_;
  refuse_duplicates(last.node, *out_);
  return add(std::move(last.node));
}

bool json_builder::keep(chars part) {
  part_.append(part.data(), part.size());
  return true;
}

bool json_builder::add_key() {
  open_.back().key_where = next_string();
  open_.back().key = std::exchange(part_, {});
  return true;
}

// A string without escapes is its bytes; only with escapes must every byte be traced back to where
// it stands.
bool json_builder::add_string(error& e) {
  const text::span where = next_string();
  text::tree node;
  node.what = text::tree::kind::scalar;
  node.how = text::tree::style::quoted;
  node.where = where;
  std::string value = std::exchange(part_, {});
  const bool has_escapes = value.size() != where.end - where.begin - 2;
  node.scalar = has_escapes ? trace_scalar(bytes_, file_, where.begin, std::move(value), false).text
                            : text::excerpt::view_of(bytes_.substr(where.begin + 1, value.size()),
                                                     file_, where.begin + 1);
  return count(where.begin, e) && add(std::move(node));
}

bool json_builder::add_word(text::tree::style how, error& e) {
  const std::uint32_t begin = next_token();
  cursor look(bytes_, begin);
  look.skip_to_any(" \t\r\n,]}");
  at_ = look.at();
  text::tree node;
  node.what = text::tree::kind::scalar;
  node.how = how;
  node.where = {file_, begin, at_};
  node.scalar = text::excerpt::view_of(bytes_.substr(begin, at_ - begin), file_, begin);
  if (how == text::tree::style::number && has_huge_exponent(node.text())) {
    return stop(text::message::json_number, node.where, {}, e);
  }
  return count(begin, e) && add(std::move(node));
}

bool json_builder::add(text::tree node) {
  if (open_.empty()) {
    root_ = std::move(node);
  } else if (open_node& parent = open_.back(); parent.node.is_sequence()) {
    parent.node.items.push_back(std::move(node));
  } else {
    parent.node.entries.push_back({std::move(parent.key), parent.key_where, std::move(node)});
  }
  return true;
}

}  // namespace sudui::syntax
