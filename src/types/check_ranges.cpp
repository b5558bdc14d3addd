// Ranges as values, the relations between points and ranges, and `is`.
//
// A range has the type of what lies in it; its two ends share one type, which must have an order. A
// range behind `in` never comes here: it is taken apart where it stands, so that lints and plans
// read two comparisons.
//
// Tested by tests/data/feel/ranges.csv.

#include <utility>

#include "types/checker.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;
using values::op;

namespace {

bool has_order(const type& of) {
  switch (of.kind) {
    case type_kind::number:
    case type_kind::string:
    case type_kind::date:
    case type_kind::days:
    case type_kind::months:
    case type_kind::time:
    case type_kind::moment:
    case type_kind::null:
      return true;
    default:
      return false;
  }
}

const type& point_of(const type& of) { return of.is(type_kind::range) ? *of.item : of; }

std::string form_text(range_form form) {
  const auto code =
      (form.open_low ? 1 : 0) + (form.open_high ? 2 : 0) + 4 * static_cast<int>(form.written);
  return std::to_string(code);
}

}  // namespace

// `[1..5]`, `(< 5)`: an end that is not there is null, as one that is written `null` is; how it was
// written tells them apart.
expr checker::infer_range(const feel::node& node) {
  auto ends = infer_all(node.children);
  if (any_error(ends)) return error_in(node);
  range_form form;
  form.open_low = node.open_low;
  form.open_high = node.open_high;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const auto& end = at(node.children[i]);
    if (end.kind != node_kind::null) continue;
    if (end.flag) {
      form.written = range_form::style::relation;
    } else if (!names_.null_operands) {
      return error(message::null_comparison, end.where, {".."});
    }
  }
  return make_range(node, std::move(ends[0]), std::move(ends[1]), form);
}

// `(= 5)` and `(!= 5)` where they stand as values.
expr checker::infer_relation(const feel::node& node) {
  range_form form;
  form.written =
      node.compare == node_kind::equal ? range_form::style::equal : range_form::style::not_equal;
  expr only = infer(node.children[0]);
  if (only.of.is_error()) return only;
  expr again = only;
  return make_range(node, std::move(only), std::move(again), form);
}

expr checker::make_range(const feel::node& node, expr low, expr high, range_form form) {
  const type both = common(low.of, high.of);
  if (both.is_error()) {
    return error(message::operand_types, node.operator_where,
                 {"..", low.of.to_string(), high.of.to_string()});
  }
  if (!has_order(both)) return error(message::not_ordered, node.where, {"..", both.to_string()});
  const auto code = decimal::parse(form_text(form)).value_or(decimal(0));
  expr written = constant(node, number_in(unit::free()), code);
  return apply(node, range_of(both), op::range_make,
               parts_of(std::move(low), std::move(high), std::move(written)));
}

expr checker::in_range(const feel::node& node, expr range, const expr& tested) {
  if (common(*range.of.item, tested.of).is_error()) {
    return error(message::operand_types, node.where,
                 {"in", tested.of.to_string(), range.of.to_string()});
  }
  return apply(node, simple(type_kind::boolean), op::range_has, parts_of(std::move(range), tested));
}

// `before(1, [2..5])`: points and ranges of one type. The standard names points where a range
// cannot be meant, so `meets(1, 2)` is refused.
expr checker::call_relation(const feel::node& node, const std::string& name) {
  if (!expect_arguments(node, 2, 2)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (any_error(given)) return error_in(node);
  const auto* entry = find_relation(name);
  bool fits = true;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool is_range = given[i].of.is(type_kind::range);
    fits = fits && (is_range || entry->takes[i] == 'x' || given[i].of.is(type_kind::null));
  }
  const type both = common(point_of(given[0].of), point_of(given[1].of));
  if (!fits || both.is_error() || !has_order(both)) {
    return error(message::argument_types, node.where,
                 {name, given[0].of.to_string() + ", " + given[1].of.to_string()});
  }
  return apply(node, simple(type_kind::boolean), entry->code, std::move(given));
}

// Two values of different types are never the same, which is an answer and no mistake here.
expr checker::call_is(const feel::node& node) {
  if (!expect_arguments(node, 2, 2)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (any_error(given)) return error_in(node);
  given[1] = in_order_of(std::move(given[1]), given[0].of);
  const type truth = simple(type_kind::boolean);
  if (common(given[0].of, given[1].of).is_error()) return constant(node, truth, false);
  return apply(node, truth, op::same_value, std::move(given));
}

}  // namespace sudui::types
