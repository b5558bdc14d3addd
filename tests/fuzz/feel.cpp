// Any bytes are read as a formula and as a cell of tests. Whatever they are, reading ends, children
// come before parents, places stay inside the text, and errors and `error` nodes go together. What
// is read without an error is printed and read again, and must be the same tree.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "feel/parser.hpp"
#include "feel/unparse.hpp"

namespace {

using sudui::feel::expression;
using sudui::feel::node;
using sudui::feel::node_id;
using sudui::feel::node_kind;

void require(bool holds) {
  if (!holds) std::abort();
}

bool same(const expression& a, node_id at_a, const expression& b, node_id at_b) {
  const node& x = a[at_a];
  const node& y = b[at_b];
  const bool alike = x.kind == y.kind && x.text == y.text && x.number == y.number &&
                     x.flag == y.flag && x.open_low == y.open_low && x.open_high == y.open_high &&
                     x.compare == y.compare && x.names == y.names &&
                     x.children.size() == y.children.size();
  if (!alike) return false;
  for (std::size_t i = 0; i < x.children.size(); ++i) {
    if (!same(a, x.children[i], b, y.children[i])) return false;
  }
  return true;
}

void check_form(const expression& tree, std::size_t size, bool has_errors) {
  require(tree.root < tree.nodes.size());
  for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
    const node& next = tree.nodes[i];
    require(next.where.begin <= next.where.end && next.where.end <= size);
    require(next.kind != node_kind::error || has_errors);
    require(next.names.size() == next.name_places.size());
    for (const node_id child : next.children) require(child < i);
  }
}

// Reads a text, checks the form of the tree, and hands it out; no root if there were errors.
template <typename Parse>
expression read(const std::string& text, std::uint32_t max_depth, Parse parse) {
  static constexpr std::string_view names[] = {"Full Name", "Date-Time"};
  sudui::text::sink out;
  const sudui::text::excerpt formula(text, 0, 0);
  expression tree = parse(formula, out, {.max_depth = max_depth, .names = names});
  check_form(tree, text.size(), out.has_errors());
  if (out.has_errors()) tree.root = sudui::feel::no_node;
  return tree;
}

template <typename Parse, typename Print>
void round_trip(const std::string& text, Parse parse, Print print) {
  const expression tree = read(text, 100, parse);
  if (tree.root == sudui::feel::no_node) return;
  // Printing may add a bracket a level, never more.
  const expression again = read(print(tree), 300, parse);
  require(again.root != sudui::feel::no_node && same(tree, tree.root, again, again.root));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  round_trip(text, sudui::feel::parse,
             [](const expression& tree) { return sudui::feel::unparse(tree); });
  round_trip(text, sudui::feel::parse_tests, sudui::feel::unparse_tests);
  return 0;
}
