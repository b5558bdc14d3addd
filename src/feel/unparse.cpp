// From the tree back to text, for messages, listings and the test that nothing was lost on the way.
//
// Every kind of node has a level of binding; a child is bracketed when its level is below what its
// place asks for. A left operand may have the level of its operator, a right one must be above it,
// as the parser groups to the left. Some places need more care, because a reader takes the text
// there for something else: comparisons in a row, tests that begin with `not(`, types that a `<`
// would continue, and the built-in that holds an `and`.
//
// Example: the tree of `((a)) * (b + 5)` gives `a * (b + 5)`.
//
// Tested by tests/unit/feel/unparse_test.cpp and the fuzz target `feel`.
#include "feel/unparse.hpp"

#include <algorithm>
#include <string_view>

#include "feel/names.hpp"
#include "feel/operators.hpp"

namespace sudui::feel {
namespace {

// Escapes what would end the string or break its line, and nothing else: Chinese stays readable.
std::string quoted(std::string_view text) {
  std::string out(1, '"');
  for (const char c : text) {
    switch (c) {
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '"':
      case '\\':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out + '"';
}

// Whether a sign that follows the type would be read into it: `list <`.
bool may_go_on(std::string_view type) noexcept {
  return type == "list" || type == "range" || type == "context" || type == "function";
}

// Writes one tree. Every method writes the construct it is named for; brackets around it are the
// caller's, who knows what the place asks for.
class writer {
 public:
  explicit writer(const expression& tree) : tree_(tree) {}

  void write(node_id id, level lowest = level::expression);
  void write_tests(const std::vector<node_id>& tests, std::size_t first);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] level level_of(const node& what) const noexcept;
  void write_bare(const node& what);
  void write_compound(const node& what);
  void write_operation(const node& what);
  void write_right(node_id id, level lowest);
  void write_suffix(const node& what);
  void write_in(const node& what);
  void write_iteration(const node& what);
  void write_function(const node& what);
  void write_call(const node& what);
  void write_context(const node& what);
  void write_range(const node& what);
  void write_test(node_id id);
  void write_list(const std::vector<node_id>& items, std::size_t first);
  [[nodiscard]] bool may_stand_bare(node_id test) const noexcept;
  [[nodiscard]] bool has_end(node_id bound) const noexcept;
  [[nodiscard]] const node* leftmost(node_id id) const noexcept;

  const expression& tree_;
  std::string out_;
};

void writer::write(node_id id, level lowest) {
  const node& what = tree_[id];
  const bool needs_brackets = level_of(what) < lowest;
  if (needs_brackets) out_ += '(';
  write_bare(what);
  if (needs_brackets) out_ += ')';
}

// How tightly a construct binds. `if`, loops and functions reach as far to the right as they can,
// so they are weakest.
level writer::level_of(const node& what) const noexcept {
  switch (what.kind) {
    case node_kind::if_then_else:
    case node_kind::some:
    case node_kind::every:
    case node_kind::for_return:
    case node_kind::function:
      return level::expression;
    case node_kind::negate:
      return level::negation;
    case node_kind::instance_of:
      return may_go_on(what.text) ? level::expression : level::instance;
    case node_kind::path:
    case node_kind::filter:
    case node_kind::call:
      return level::postfix;
    default: {
      const operation* found = operation_of(what.kind);
      return found == nullptr ? level::primary : found->strength;
    }
  }
}

void writer::write_bare(const node& what) {
  switch (what.kind) {
    case node_kind::number:
    case node_kind::name:
      out_ += what.text;
      break;
    case node_kind::string:
      out_ += quoted(what.text);
      break;
    case node_kind::at_literal:
      out_ += '@' + quoted(what.text);
      break;
    case node_kind::boolean:
      out_ += what.flag ? "true" : "false";
      break;
    case node_kind::null:
      out_ += "null";
      break;
    case node_kind::negate:
      out_ += '-';
      write(what.children[0], level::negation);
      break;
    case node_kind::if_then_else:
      out_ += "if ";
      write(what.children[0]);
      out_ += " then ";
      write(what.children[1]);
      out_ += " else ";
      write(what.children[2]);
      break;
    case node_kind::list:
      out_ += '[';
      write_list(what.children, 0);
      out_ += ']';
      break;
    default:
      write_compound(what);
  }
}

void writer::write_compound(const node& what) {
  switch (what.kind) {
    case node_kind::some:
    case node_kind::every:
    case node_kind::for_return:
      return write_iteration(what);
    case node_kind::function:
      return write_function(what);
    case node_kind::call:
      return write_call(what);
    case node_kind::context:
      return write_context(what);
    case node_kind::range:
      return write_range(what);
    case node_kind::in:
      return write_in(what);
    case node_kind::path:
    case node_kind::filter:
    case node_kind::instance_of:
      return write_suffix(what);
    case node_kind::test_compare:  // as a value
      out_ += '(' + std::string(operation_of(what.compare)->spelling) + ' ';
      write(what.children[0], level::additive);
      out_ += ')';
      return;
    default:
      write_operation(what);
  }
}

void writer::write_operation(const node& what) {
  const operation* found = operation_of(what.kind);
  if (found == nullptr) return;  // an error node
  const bool in_a_row = is_order(what.kind) && is_order(tree_[what.children[0]].kind);
  write(what.children[0], in_a_row ? above(found->strength) : found->strength);
  out_ += ' ' + std::string(found->spelling) + ' ';
  if (what.kind != node_kind::between) return write_right(what.children[1], above(found->strength));
  write(what.children[1], level::additive);
  out_ += " and ";
  write_right(what.children[2], level::additive);
}

// Behind `date and`, a call of `time` would be read as part of `date and time`.
void writer::write_right(node_id id, level lowest) {
  const node* first = leftmost(id);
  const bool would_join = out_.ends_with("date and ") && first != nullptr &&
                          first->kind == node_kind::name && first->text == "time";
  if (would_join) out_ += '(';
  write(id, would_join ? level::expression : lowest);
  if (would_join) out_ += ')';
}

// What stands behind its operand: a member, a filter, a question about the type.
void writer::write_suffix(const node& what) {
  write(what.children[0], what.kind == node_kind::instance_of ? level::instance : level::postfix);
  if (what.kind == node_kind::path) {
    out_ += '.' + what.text;
  } else if (what.kind == node_kind::filter) {
    out_ += '[';
    write(what.children[1]);
    out_ += ']';
  } else {
    out_ += " instance of " + what.text;
  }
}

void writer::write_iteration(const node& what) {
  out_ += what.kind == node_kind::some    ? "some "
          : what.kind == node_kind::every ? "every "
                                          : "for ";
  for (std::size_t i = 0; i < what.names.size(); ++i) {
    out_ += (i == 0 ? "" : ", ") + what.names[i] + " in ";
    const node& list = tree_[what.children[i]];
    if (list.kind == node_kind::range && list.flag) {
      write(list.children[0], level::additive);
      out_ += "..";
      write(list.children[1], level::additive);
    } else {
      write(what.children[i]);
    }
  }
  out_ += what.kind == node_kind::for_return ? " return " : " satisfies ";
  write(what.children.back());
}

void writer::write_function(const node& what) {
  std::string_view types = what.text;
  out_ += "function(";
  for (std::size_t i = 0; i < what.names.size(); ++i) {
    out_ += (i == 0 ? "" : ", ") + what.names[i];
    const std::string_view type = types.substr(0, types.find('\n'));
    if (!type.empty()) out_ += ": " + std::string(type);
    types.remove_prefix(std::min(type.size() + 1, types.size()));
  }
  out_ += ") ";
  write(what.children[0]);
}

void writer::write_call(const node& what) {
  write(what.children[0], level::postfix);
  out_ += '(';
  for (std::size_t i = 1; i < what.children.size(); ++i) {
    if (i > 1) out_ += ", ";
    if (!what.names.empty()) out_ += what.names[i - 1] + ": ";
    write(what.children[i]);
  }
  out_ += ')';
}

void writer::write_context(const node& what) {
  out_ += '{';
  for (std::size_t i = 0; i < what.children.size(); ++i) {
    const std::string& key = what.names[i];
    out_ += (i == 0 ? "" : ", ") + (is_plain_name(key) ? key : quoted(key)) + ": ";
    write(what.children[i]);
  }
  out_ += '}';
}

// An end that is not there makes the range a comparison, `(< 5)`; both brackets are round then.
void writer::write_range(const node& what) {
  const bool has_low = has_end(what.children[0]);
  const bool has_high = has_end(what.children[1]);
  out_ += what.open_low || !has_low || !has_high ? '(' : '[';
  if (!has_low) out_ += what.open_high ? "< " : "<= ";
  if (!has_high) out_ += what.open_low ? "> " : ">= ";
  if (has_low) write(what.children[0], level::additive);
  if (has_low && has_high) out_ += "..";
  if (has_high) write(what.children[1], level::additive);
  out_ += what.open_high || !has_low || !has_high ? ')' : ']';
}

void writer::write_list(const std::vector<node_id>& items, std::size_t first) {
  for (std::size_t i = first; i < items.size(); ++i) {
    if (i > first) out_ += ", ";
    write(items[i]);
  }
}

// One test stands without brackets where nothing else can be read into it.
void writer::write_in(const node& what) {
  write(what.children[0], level::comparison);
  out_ += " in ";
  const bool is_bare = what.children.size() == 2 && may_stand_bare(what.children[1]);
  if (!is_bare) out_ += '(';
  write_tests(what.children, 1);
  if (!is_bare) out_ += ')';
}

// Whether a single test behind `in` needs no brackets around it.
bool writer::may_stand_bare(node_id test) const noexcept {
  const node& what = tree_[test];
  if (what.kind == node_kind::test_compare || what.kind == node_kind::test_not) return true;
  const node* first = leftmost(test);
  if (level_of(what) < level::postfix || first == nullptr) return false;
  if (first->kind == node_kind::range)
    return has_end(first->children[0]) && has_end(first->children[1]);
  return first->kind != node_kind::test_compare && first->kind != node_kind::test_any &&
         !(first->kind == node_kind::name && first->text == "not");
}

bool writer::has_end(node_id bound) const noexcept {
  return tree_[bound].kind != node_kind::null || !tree_[bound].flag;
}

void writer::write_tests(const std::vector<node_id>& tests, std::size_t first) {
  for (std::size_t i = first; i < tests.size(); ++i) {
    if (i > first) out_ += ", ";
    write_test(tests[i]);
  }
}

void writer::write_test(node_id id) {
  const node& what = tree_[id];
  if (what.kind == node_kind::test_compare) {
    out_ += std::string(operation_of(what.compare)->spelling) + ' ';
    write(what.children[0], level::additive);
  } else if (what.kind == node_kind::test_any) {
    out_ += '-';
  } else if (what.kind == node_kind::test_not) {
    out_ += "not(";
    write_tests(what.children, 0);
    out_ += ')';
  } else {
    // Else a test would take the call of `not` for its own.
    const node* first = leftmost(id);
    const bool needs_brackets =
        first != nullptr && first->kind == node_kind::name && first->text == "not";
    if (needs_brackets) out_ += '(';
    write(id);
    if (needs_brackets) out_ += ')';
  }
}

// The operand with which the text of an expression begins; nullptr if it begins with something
// else.
const node* writer::leftmost(node_id id) const noexcept {
  const node* what = &tree_[id];
  level lowest = level::expression;
  while (level_of(*what) >= lowest) {
    const bool is_instance = what->kind == node_kind::instance_of;
    const level own = is_instance ? level::instance : level_of(*what);
    if (own == level::primary) return what;
    if (own == level::expression || own == level::negation) return nullptr;
    lowest = own;
    what = &tree_[what->children[0]];
  }
  return nullptr;
}

}  // namespace

std::string unparse(const expression& tree, node_id part) {
  writer out(tree);
  out.write(part);
  return out.take();
}

std::string unparse(const expression& tree) { return unparse(tree, tree.root); }

std::string unparse_tests(const expression& tree) {
  writer out(tree);
  out.write_tests(tree.top().children, 1);
  return out.take();
}

}  // namespace sudui::feel
