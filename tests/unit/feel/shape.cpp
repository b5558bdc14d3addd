// Trees as text, so that a test states the whole tree in one short line. Every member of a node
// that has a meaning is shown; places are not.
#include "shape.hpp"

#include <algorithm>
#include <map>

namespace sudui::tests {
namespace {

const std::map<feel::node_kind, std::string> words = {{feel::node_kind::negate, "negate"},
                                                      {feel::node_kind::add, "+"},
                                                      {feel::node_kind::subtract, "-"},
                                                      {feel::node_kind::multiply, "*"},
                                                      {feel::node_kind::divide, "/"},
                                                      {feel::node_kind::power, "**"},
                                                      {feel::node_kind::equal, "="},
                                                      {feel::node_kind::not_equal, "!="},
                                                      {feel::node_kind::less, "<"},
                                                      {feel::node_kind::less_equal, "<="},
                                                      {feel::node_kind::greater, ">"},
                                                      {feel::node_kind::greater_equal, ">="},
                                                      {feel::node_kind::logic_and, "and"},
                                                      {feel::node_kind::logic_or, "or"},
                                                      {feel::node_kind::between, "between"},
                                                      {feel::node_kind::in, "in"},
                                                      {feel::node_kind::if_then_else, "if"},
                                                      {feel::node_kind::some, "some"},
                                                      {feel::node_kind::every, "every"},
                                                      {feel::node_kind::for_return, "for"},
                                                      {feel::node_kind::call, "call"},
                                                      {feel::node_kind::path, "path"},
                                                      {feel::node_kind::filter, "filter"},
                                                      {feel::node_kind::list, "list"},
                                                      {feel::node_kind::context, "context"},
                                                      {feel::node_kind::range, "range"},
                                                      {feel::node_kind::function, "function"},
                                                      {feel::node_kind::instance_of, "instance"},
                                                      {feel::node_kind::test_compare, "test"},
                                                      {feel::node_kind::test_not, "not"},
                                                      {feel::node_kind::test_any, "any"},
                                                      {feel::node_kind::error, "error"}};

std::string show(const feel::expression& tree, feel::node_id id);

// What stands between the word of a node and its children.
std::string details(const feel::node& what) {
  std::string out;
  if (what.kind == feel::node_kind::range) {
    out += what.open_low ? " (" : " [";
    out += what.open_high ? ")" : "]";
  }
  if (what.kind == feel::node_kind::test_compare) out += " " + words.at(what.compare);
  if (!what.text.empty()) {
    std::string text = what.text;
    std::replace(text.begin(), text.end(), '\n', ';');
    out += " '" + text + "'";
  }
  for (const std::string& name : what.names) out += " " + name + ":";
  return out;
}

std::string show(const feel::expression& tree, feel::node_id id) {
  const feel::node& what = tree[id];
  switch (what.kind) {
    case feel::node_kind::number:
    case feel::node_kind::name:
      return what.text;
    case feel::node_kind::string:
      return '"' + what.text + '"';
    case feel::node_kind::at_literal:
      return '@' + what.text;
    case feel::node_kind::boolean:
      return what.flag ? "true" : "false";
    case feel::node_kind::null:
      return what.flag ? "none" : "null";
    default:
      break;
  }
  std::string out = "(" + words.at(what.kind) + details(what);
  for (const feel::node_id child : what.children) out += " " + show(tree, child);
  return out + ")";
}

}  // namespace

formula_reading::formula_reading(std::string formula, const feel::parse_options& options) {
  tree_ = feel::parse(add(std::move(formula)), out_, options);
}

formula_reading formula_reading::of_tests(std::string tests, const feel::parse_options& options) {
  formula_reading made;
  made.tree_ = feel::parse_tests(made.add(std::move(tests)), made.out_, options);
  return made;
}

text::excerpt formula_reading::add(std::string formula) {
  const std::uint32_t file = files_.add("formula", formula);
  return {std::move(formula), file, 0};
}

std::string formula_reading::complaints() const {
  std::string out;
  for (const diagnostic& d : out_.render(files_)) {
    const std::string marks = d.snippet.substr(d.snippet.rfind('\n') + 1);
    const auto carets = std::count(marks.begin(), marks.end(), '^');
    if (!out.empty()) out += '\n';
    out += std::to_string(d.where.column) + "^" + std::to_string(carets) + " " + d.code + ": " +
           d.message.en;
    if (!d.help.en.empty()) out += " | " + d.help.en;
  }
  return out;
}

std::string formula_reading::text_of(text::span where) const {
  return std::string(files_[where.file].bytes().substr(where.begin, where.end - where.begin));
}

std::string shape(const feel::expression& tree) { return show(tree, tree.root); }

std::string shape(std::string_view formula, const feel::parse_options& options) {
  const formula_reading read{std::string(formula), options};
  return read.is_clean() ? shape(read.tree()) : read.complaints();
}

std::string shape_of_tests(std::string_view tests) {
  const formula_reading read = formula_reading::of_tests(std::string(tests));
  return read.is_clean() ? shape(read.tree()) : read.complaints();
}

std::string complaints(std::string_view formula, const feel::parse_options& options) {
  return formula_reading(std::string(formula), options).complaints();
}

}  // namespace sudui::tests
