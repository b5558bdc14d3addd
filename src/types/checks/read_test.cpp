// Reads a typed test back into the set of values for which it is true. `and`, `or` and `not` of
// tests of one subject are intersection, union and complement; a list of constants is its items.
// Null is in no set: a test of null is true only where it is `= null`, which is not read.
//
// Tested by tests/unit/types/table_rows_test.cpp.

#include "types/checks/read_test.hpp"

#include "types/checks/interval.hpp"
#include "types/fold.hpp"

namespace sudui::types {

using values::op;

namespace {

bool is_ordered(const value& held) {
  return held.get_if<decimal>() != nullptr || held.get_if<std::string>() != nullptr ||
         held.get_if<date>() != nullptr || held.get_if<days_duration>() != nullptr ||
         held.get_if<months_duration>() != nullptr || held.get_if<bool>() != nullptr;
}

std::optional<value> constant_in(const expr& what) {
  auto held = fold(what);
  if (!held || !is_ordered(*held)) return std::nullopt;
  return held;
}

// For which x `x <code> limit` holds.
std::optional<value_set> values_of(op code, const value& limit) {
  switch (code) {
    case op::less:
      return value_set::of({{}, limit, false, true});
    case op::less_equal:
      return value_set::of({{}, limit, false, false});
    case op::greater:
      return value_set::of({limit, {}, true, false});
    case op::greater_equal:
      return value_set::of({limit, {}, false, false});
    case op::equal:
      return value_set::one(limit);
    case op::not_equal:
      return value_set::all().minus(value_set::one(limit));
    default:
      return std::nullopt;
  }
}

std::optional<tested_values> on(const expr& subject, std::optional<value_set> values) {
  if (!values) return std::nullopt;
  return tested_values{&subject, subject_key(subject), std::move(*values)};
}

std::optional<tested_values> read_comparison(const expr& test) {
  const auto left = constant_in(test.parts[0]);
  const auto right = constant_in(test.parts[1]);
  if (left.has_value() == right.has_value()) return std::nullopt;
  if (right) return on(test.parts[0], values_of(test.code, *right));
  return on(test.parts[1], values_of(mirrored(test.code), *left));
}

std::optional<tested_values> read_membership(const expr& test) {
  const auto held = fold(test.parts[0]);
  const auto* items = held ? held->get_if<value::list>() : nullptr;
  if (items == nullptr || fold(test.parts[1])) return std::nullopt;
  auto values = value_set::all().minus(value_set::all());
  for (const auto& item : *items) {
    if (!is_ordered(item)) return std::nullopt;
    values = values.join(value_set::one(item));
  }
  return on(test.parts[1], std::move(values));
}

std::optional<tested_values> read_both(const expr& test) {
  auto made = read_test(test.parts[0]);
  const auto other = read_test(test.parts[1]);
  if (!made || !other || made->key != other->key) return std::nullopt;
  made->values = test.code == op::logic_and ? made->values.meet(other->values)
                                            : made->values.join(other->values);
  return made;
}

bool is_input(const expr& what) {
  return what.kind == expr_kind::field || what.kind == expr_kind::local ||
         (what.kind == expr_kind::apply && what.code == op::record_member);
}

}  // namespace

std::optional<tested_values> read_test(const expr& test) {
  if (test.of.is_error()) return std::nullopt;
  if (is_input(test)) return on(test, value_set::one(value(true)));
  if (test.kind != expr_kind::apply) return std::nullopt;
  switch (test.code) {
    case op::logic_and:
    case op::logic_or:
      return read_both(test);
    case op::logic_not: {
      auto made = read_test(test.parts[0]);
      if (made) made->values = value_set::all().minus(made->values);
      return made;
    }
    case op::list_contains:
      return read_membership(test);
    default:
      return test.parts.size() == 2 ? read_comparison(test) : std::nullopt;
  }
}

value_set domain_of(const expr& subject, const schema& dictionary) {
  if (subject.of.is(type_kind::boolean)) {
    return value_set::one(value(false)).join(value_set::one(value(true)));
  }
  if (subject.of.is(type_kind::string) && subject.of.codes != nullptr &&
      !subject.of.codes->codes.empty()) {
    auto made = value_set::all().minus(value_set::all());
    for (const auto& code : subject.of.codes->codes) {
      made = made.join(value_set::one(value(code.text)));
    }
    return made;
  }
  if (subject.kind == expr_kind::field && subject.of.is(type_kind::number)) {
    const auto& from = *dictionary[subject.index].from;
    value_range range;
    if (from.minimum) range.low = value(*from.minimum);
    if (from.maximum) range.high = value(*from.maximum);
    return value_set::of(std::move(range));
  }
  return value_set::all();
}

void inputs_of(const expr& subject, std::set<std::string>& into) {
  if (subject.kind == expr_kind::constant || subject.kind == expr_kind::year) return;
  if (is_input(subject) || subject.parts.empty()) {
    into.insert(subject_key(subject));
    return;
  }
  for (const auto& part : subject.parts) inputs_of(part, into);
}

}  // namespace sudui::types
