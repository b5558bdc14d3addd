// `in` and unary tests: each test becomes a boolean expression on the tested value, and several are
// joined by `or`. A list is tested by membership, a range by its ends, anything else by equality.
//
// Tested by tests/unit/types/check_operators_test.cpp.

#include <utility>

#include "types/checker.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;
using values::op;

expr checker::infer_in(const feel::node& node) {
  const expr tested = infer(node.children[0]);
  if (tested.of.is_error()) return error_in(node);
  return any_of(node, arguments(node.children).subspan(1), tested);
}

expr checker::check_tests(const expr& tested) {
  if (!is_readable()) return {};
  const auto& node = tree_.top();
  if (node.kind != node_kind::in) return error_in(node);
  return any_of(node, arguments(node.children).subspan(1), tested);
}

// All tests are typed even if one is wrong: each may hold a mistake of its own.
expr checker::any_of(const feel::node& node, arguments tests, const expr& tested) {
  expr all = one_test(tests.front(), tested);
  for (const auto id : tests.subspan(1)) {
    expr next = one_test(id, tested);
    if (all.of.is_error() || next.of.is_error()) {
      all = error_in(node);
      continue;
    }
    all = apply(node, simple(type_kind::boolean), op::logic_or,
                parts_of(std::move(all), std::move(next)));
  }
  return all;
}

// What a test in this place means for `tested`; the boolean it becomes is an ordinary expression,
// which lints and plans read like any other.
expr checker::one_test(feel::node_id id, const expr& tested) {
  const auto& node = at(id);
  switch (node.kind) {
    case node_kind::error:
      return error_in(node);
    case node_kind::test_any:
      return constant(node, simple(type_kind::boolean), true);
    case node_kind::test_not: {
      expr inner = any_of(node, node.children, tested);
      if (inner.of.is_error()) return inner;
      return apply(node, simple(type_kind::boolean), op::logic_not, parts_of(std::move(inner)));
    }
    case node_kind::test_compare:
      return compare(node, node.compare, tested, infer(node.children[0]));
    case node_kind::range:
      return range_test(node, tested);
    default:
      return value_test(id, tested);
  }
}

expr checker::range_test(const feel::node& node, const expr& tested) {
  const auto low_relation = node.open_low ? node_kind::greater : node_kind::greater_equal;
  const auto high_relation = node.open_high ? node_kind::less : node_kind::less_equal;
  const auto is_missing = [&](feel::node_id id) {
    return at(id).kind == node_kind::null && at(id).flag;
  };
  std::vector<expr> limits = infer_all(node.children);
  std::vector<expr> ends;
  if (!is_missing(node.children[0])) {
    ends.push_back(compare(node, low_relation, tested, std::move(limits[0])));
  }
  if (any_error(ends)) return error_in(node);  // the other end is most often as wrong
  if (!is_missing(node.children[1])) {
    ends.push_back(compare(node, high_relation, tested, std::move(limits[1])));
  }
  if (any_error(ends) || ends.empty()) return error_in(node);
  if (ends.size() == 1) return std::move(ends.front());
  return apply(node, simple(type_kind::boolean), op::logic_and, std::move(ends));
}

// A list is taken apart where it is written out, so that its items may be tests of codes; a list
// that comes from elsewhere is asked whether it contains the value. A list tested against a list is
// equality, unless it is sought in a list of lists.
expr checker::value_test(feel::node_id id, const expr& tested) {
  const auto& node = at(id);
  if (node.kind == node_kind::list && !node.children.empty() && !tested.of.is(type_kind::list)) {
    return any_of(node, node.children, tested);
  }
  expr wanted = infer(id);
  if (wanted.of.is_error()) return error_in(node);
  const bool is_list_of_lists = wanted.of.is(type_kind::list) && tested.of.is(type_kind::list) &&
                                common(wanted.of, tested.of).is_error() &&
                                !common(*wanted.of.item, tested.of).is_error();
  if (wanted.of.is(type_kind::range) && !tested.of.is(type_kind::range)) {
    return in_range(node, std::move(wanted), tested);
  }
  const bool is_member_test =
      is_list_of_lists || (wanted.of.is(type_kind::list) && !tested.of.is(type_kind::list));
  if (!is_member_test) return compare(node, node_kind::equal, tested, std::move(wanted));
  if (common(*wanted.of.item, tested.of).is_error()) {
    return error(message::operand_types, node.where,
                 {"in", tested.of.to_string(), wanted.of.to_string()});
  }
  return apply(node, simple(type_kind::boolean), op::list_contains,
               parts_of(std::move(wanted), tested));
}

}  // namespace sudui::types
