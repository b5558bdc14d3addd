// Lists, contexts, quantifiers, `for` and filters. A variable gets a slot of its own; `item` of a
// filter lends its members as names.
//
// Tested by tests/unit/types/check_names_test.cpp.

#include <algorithm>
#include <utility>

#include "types/checker.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;
using values::op;

// Items of one type; an empty list is of null and fits any other list.
expr checker::infer_list(const feel::node& node) {
  std::vector<expr> items = infer_all(node.children);
  if (any_error(items)) return error_in(node);
  type item = simple(type_kind::null);
  for (auto& each : items) {
    if (&each != &items.front()) each = in_order_of(std::move(each), items.front().of);
    const type both = common(item, each.of);
    if (both.is_error()) {
      return error(message::mixed_list, each.where, {item.to_string(), each.of.to_string()});
    }
    item = both;
  }
  return apply(node, list_of(item), op::list_make, std::move(items));
}

// A record with members by position. Entries cannot refer to earlier ones: no rule has asked for
// it.
expr checker::infer_context(const feel::node& node) {
  std::vector<expr> held = infer_all(node.children);
  if (any_error(held)) return error_in(node);
  std::vector<member> members;
  for (std::size_t i = 0; i < held.size(); ++i) {
    const bool twice = std::any_of(members.begin(), members.end(),
                                   [&](const member& each) { return each.name == node.names[i]; });
    if (twice) return error(message::key_twice, held[i].where, {node.names[i]});
    members.push_back({node.names[i], {}, held[i].of, nullptr});
  }
  return apply(node, record_of(std::move(members)), op::record_make, std::move(held));
}

expr checker::infer_iteration(const feel::node& node) { return iterate(node, 0); }

// What is gone through: a list, or a range of whole numbers or days: `1..5`, which may go
// downwards, or `[1..5]`, which is null then.
expr checker::infer_iterated(feel::node_id id) {
  const auto& node = at(id);
  if (node.kind != node_kind::range) return infer(id);
  if (node.open_low || node.open_high) {
    return error(message::not_a_list, node.where, {"range"});
  }
  auto ends = infer_all(node.children);
  if (any_error(ends)) return error_in(node);
  const bool is_days = ends[0].of.is(type_kind::date);
  for (const auto& each : ends) {
    if (!require(each, is_days ? type_kind::date : type_kind::number, "in")) return error_in(node);
  }
  const type item = is_days ? simple(type_kind::date) : number_in(unit::free());
  ends.push_back(constant(node, simple(type_kind::boolean), node.flag));
  return apply(node, list_of(item), op::list_steps, std::move(ends));
}

// One variable after the other: `some a in x, b in y satisfies c` is `some a in x satisfies some b
// in y satisfies c`. For `for` the lists that the inner variables give are put one behind the
// other.
expr checker::iterate(const feel::node& node, std::size_t variable) {
  if (variable == node.names.size()) return infer(node.children.back());
  expr list = infer_iterated(node.children[variable]);
  if (list.of.is_error()) return error_in(node);
  if (list.of.is(type_kind::null)) list.of = list_of(simple(type_kind::null));
  if (!list.of.is(type_kind::list)) {
    return error(message::not_a_list, list.where, {list.of.to_string()});
  }
  warn_if_shadowed(node.names[variable], node.name_places[variable]);
  const auto slot = names_.new_slot();
  locals_.push({node.names[variable], *list.of.item, slot, false});
  expr body = iterate(node, variable + 1);
  locals_.pop();
  if (body.of.is_error()) return error_in(node);
  expr made;
  made.where = node.where;
  made.index = slot;
  if (node.kind == node_kind::for_return) {
    made.kind = expr_kind::collect;
    made.of = list_of(body.of);
    made.parts.push_back(std::move(list));
    made.parts.push_back(std::move(body));
    const bool is_inner_most = variable + 1 == node.names.size();
    if (is_inner_most) return made;
    const type joined = *made.of.item;
    return apply(node, joined, op::list_join, parts_of(std::move(made)));
  } else {
    if (!require(body, type_kind::boolean, "satisfies")) return error_in(node);
    made.kind = node.kind == node_kind::some ? expr_kind::some : expr_kind::every;
    made.of = simple(type_kind::boolean);
  }
  made.parts.push_back(std::move(list));
  made.parts.push_back(std::move(body));
  return made;
}

// A condition keeps the items for which it is true; a number picks one item, from 1, or from the
// end where it is negative. Which of the two is meant shows in the type.
expr checker::infer_filter(const feel::node& node) {
  expr list = infer(node.children[0]);
  if (list.of.is_error()) return error_in(node);
  if (!list.of.is(type_kind::list)) {
    return error(message::not_a_list, list.where, {list.of.to_string()});
  }
  const auto slot = names_.new_slot();
  locals_.push({"item", *list.of.item, slot, true});
  expr condition = infer(node.children[1]);
  locals_.pop();
  if (condition.of.is_error()) return error_in(node);
  if (condition.of.is(type_kind::number)) {
    const type item = *list.of.item;
    return apply(node, item, op::list_index, parts_of(std::move(list), std::move(condition)));
  }
  if (!require(condition, type_kind::boolean, "[ ]")) return error_in(node);
  expr made;
  made.kind = expr_kind::filter;
  made.of = list.of;
  made.where = node.where;
  made.index = slot;
  made.parts.push_back(std::move(list));
  made.parts.push_back(std::move(condition));
  return made;
}

}  // namespace sudui::types
