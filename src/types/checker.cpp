// The checker's entry, and what its parts share. One function a node kind; each part of the
// language has a file of its own: check_names, check_operators, check_tests, check_lists,
// check_calls, check_builtins.
//
// Types flow upwards only. The one thing that flows down is a literal's unit, and it does so by
// being `free`: it gives way to its neighbour's. An expression of type `error` silences everything
// above it.
//
// Tested by tests/unit/types/check_operators_test.cpp and the files of tests/data/rules/bad.

#include "types/checker.hpp"

#include <algorithm>
#include <utility>

namespace sudui::types {

using feel::node_kind;

// One case a kind of node. What is not listed is FEEL that this language leaves out, and says so.
expr checker::infer(feel::node_id id) {
  const auto& node = at(id);
  switch (node.kind) {
    case node_kind::number:
    case node_kind::string:
    case node_kind::boolean:
    case node_kind::null:
      return infer_literal(node);
    case node_kind::at_literal:
      return infer_at_literal(node);
    case node_kind::name:
      return infer_name(node);
    case node_kind::path:
      return infer_path(node);
    case node_kind::negate:
      return infer_negate(node);
    case node_kind::add:
    case node_kind::subtract:
    case node_kind::multiply:
    case node_kind::divide:
    case node_kind::power:
      return infer_arithmetic(node);
    case node_kind::equal:
    case node_kind::not_equal:
    case node_kind::less:
    case node_kind::less_equal:
    case node_kind::greater:
    case node_kind::greater_equal:
      return infer_comparison(node);
    case node_kind::logic_and:
    case node_kind::logic_or:
      return infer_logic(node);
    case node_kind::between:
      return infer_between(node);
    case node_kind::in:
      return infer_in(node);
    case node_kind::if_then_else:
      return infer_if(node);
    case node_kind::some:
    case node_kind::every:
    case node_kind::for_return:
      return infer_iteration(node);
    case node_kind::filter:
      return infer_filter(node);
    case node_kind::call:
      return infer_call(node);
    case node_kind::list:
      return infer_list(node);
    case node_kind::context:
      return infer_context(node);
    case node_kind::error:
      return error_in(node);
    case node_kind::range:
      return infer_range(node);
    case node_kind::test_compare:
      return infer_relation(node);
    default:
      return error(text::message::not_supported, node.where);
  }
}

expr checker::error(text::message what, text::span where, std::vector<std::string> args) {
  out_.report(what, where, std::move(args));
  expr made;
  made.where = where;
  return made;
}

expr checker::error_in(const feel::node& node) {
  expr made;
  made.where = node.where;
  return made;
}

expr checker::constant(const feel::node& node, type of, value held) {
  expr made;
  made.of = std::move(of);
  made.where = node.where;
  made.constant = std::move(held);
  return made;
}

expr checker::apply(const feel::node& node, type of, values::op code, std::vector<expr> parts) {
  expr made;
  made.kind = expr_kind::apply;
  made.of = std::move(of);
  made.where = node.where;
  made.code = code;
  made.parts = std::move(parts);
  return made;
}

bool checker::any_error(std::span<const expr> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const expr& each) { return each.of.is_error(); });
}

// Null passes: whether an operator makes something of it is seen while matching. `role` names what
// asks, a word of the formula.
bool checker::require(const expr& what, type_kind wanted, std::string_view role) {
  if (what.of.is_error()) return false;
  if (what.of.is(wanted) || what.of.is(type_kind::null)) return true;
  error(text::message::wrong_type, what.where,
        {std::string(role), what.of.to_string(), simple(wanted).to_string()});
  return false;
}

}  // namespace sudui::types
