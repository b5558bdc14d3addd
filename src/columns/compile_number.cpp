// Numbers: whole multiples of a power of ten that is known beforehand, the node's scale. A sum has
// the finer scale of its two sides, a product the sum of theirs. Nothing is ever rounded: what
// would have to be (a quotient) is a real, in a file of its own.

#include <algorithm>

#include "columns/column.hpp"
#include "columns/compiler.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

namespace {
constexpr std::int32_t most_scale = 18;
}

std::optional<node_id> compiler::make_number(plan::reg which) {
  if (const auto* held = known_.in(which)) return constant_number(*held, 0);
  if (const auto column = column_in(which)) {
    node made;
    if (column->kind->of != form::number && column->kind->of != form::day) return std::nullopt;
    const bool is_day = column->kind->of == form::day;
    made.kind = is_day ? node_kind::day_number : node_kind::number;
    made.frame = column->frame;
    made.column = column->column;
    made.scale = column->kind->scale;
    return add(made);
  }
  const auto* what = made_by(which);
  if (what == nullptr) return std::nullopt;
  if (what->kind == instruction_kind::not_published) {
    node made;
    made.kind = node_kind::gap;
    made.index = what->index + 1;
    made.above = what->year;
    return add(made);
  }
  if (what->kind == instruction_kind::load_year) return in_year(node_kind::number_in_year, *what);
  const auto made =
      what->kind == instruction_kind::apply ? apply_number(*what) : std::optional<node_id>();
  return made ? made : coded_number(which);
}

std::optional<node_id> compiler::constant_number(const values::cell& held, std::uint32_t frame) {
  node made;
  made.frame = frame;
  made.kind = node_kind::gap;
  if (held.is_unknown()) return add(made);
  if (held.is_null()) made.kind = node_kind::nothing;
  if (held.is_null()) return add(made);
  if (held.what == values::kind::date) {
    made.kind = node_kind::constant;
    made.limit = held.day;
    return add(made);
  }
  if (held.what != values::kind::number) return std::nullopt;
  const auto whole = to_whole(held.number);
  if (!whole) return std::nullopt;
  made.kind = node_kind::constant;
  made.limit = whole->count;
  made.scale = whole->scale;
  return add(made);
}

std::optional<node_id> compiler::apply_number(const instruction& what) {
  const auto binary = [&](node_kind kind) -> maybe {
    const auto a = number(operand(what, 0));
    const auto b = a ? number(operand(what, 1)) : std::nullopt;
    return b ? arithmetic(kind, *a, *b) : std::nullopt;
  };
  switch (what.code) {
    case op::number_add:
      return binary(node_kind::sum);
    case op::number_subtract:
      return binary(node_kind::difference);
    case op::number_multiply:
      return binary(node_kind::product);
    case op::number_negate: {
      const auto a = number(operand(what, 0));
      return a ? arithmetic(node_kind::difference,
                            *constant_number(values::cell::of(decimal(0)), 0), *a)
               : std::nullopt;
    }
    case op::or_else:
      return binary(node_kind::fallback);
    case op::choose:
      return choose_number(what, &compiler::number);
    case op::marginal:
      return marginal(what, &compiler::number, &compiler::arithmetic);
    case op::list_sum:
      return extreme(node_kind::sum, what);
    case op::list_min:
      return extreme(node_kind::least, what);
    case op::list_max:
      return extreme(node_kind::most, what);
    case op::list_index:
      return item_at(what);
    case op::date_from_parts:
      return dated(what);
    case op::list_count:
      return aggregate(node_kind::counted, what);
    default:
      return std::nullopt;
  }
}

// A day of a year that is not known beforehand, `date(y, 12, 31)`.
std::optional<node_id> compiler::dated(const instruction& what) {
  const auto whole = [&](std::uint32_t part) -> std::optional<std::int64_t> {
    const auto* held = known_.in(operand(what, part));
    const bool is_number = held != nullptr && held->what == values::kind::number;
    return is_number ? held->number.to_int64() : std::nullopt;
  };
  const auto month = whole(1);
  const auto day = whole(2);
  const auto year = month && day ? number(operand(what, 0)) : std::nullopt;
  if (!year) return std::nullopt;
  node made;
  made.kind = node_kind::dated;
  made.frame = at(*year).frame;
  made.a = *year;
  made.above = *month;
  made.below = *day;
  return add(made);
}

// One scale for both: the coarser side is multiplied up.
bool compiler::align(node_id& a, node_id& b) {
  auto& coarser = at(a).scale < at(b).scale ? a : b;
  const auto& from = at(coarser);
  const auto finer = std::max(at(a).scale, at(b).scale);
  const auto places = finer - from.scale;
  if (places == 0) return true;
  if (places > most_scale) return false;
  node made;
  made.kind = node_kind::shifted;
  made.frame = from.frame;
  made.a = coarser;
  made.limit = static_cast<std::int64_t>(values::power_of_ten(places));
  made.scale = finer;
  coarser = add(made);
  return true;
}

std::optional<node_id> compiler::arithmetic(node_kind kind, node_id a, node_id b) {
  node made;
  made.kind = kind;
  join({&a, &b}, made.frame);
  if (kind == node_kind::product) {
    made.scale = at(a).scale + at(b).scale;
    if (made.scale > most_scale) return std::nullopt;
  } else {
    if (!align(a, b)) return std::nullopt;
    made.scale = at(a).scale;
  }
  made.a = a;
  made.b = b;
  return add(made);
}

std::optional<node_id> compiler::choose_number(const instruction& what, part_of part) {
  node made;
  made.kind = node_kind::chosen_number;
  auto a = truth(operand(what, 0));
  auto b = a ? (this->*part)(operand(what, 1)) : std::nullopt;
  auto c = b ? (this->*part)(operand(what, 2)) : std::nullopt;
  if (!c) return std::nullopt;
  join({&*a, &*b, &*c}, made.frame);
  if (!align(*b, *c)) return std::nullopt;
  made.a = *a;
  made.b = *b;
  made.c = *c;
  made.scale = at(*b).scale;
  return add(made);
}

// The parts of a list that the formula itself makes: a range of years, or items one by one.
std::optional<std::vector<node_id>> compiler::few(plan::reg list) {
  const auto* what = made_by(list);
  if (what == nullptr) return std::nullopt;
  std::vector<node_id> parts;
  if (what->kind == instruction_kind::apply && what->code == op::list_make) {
    for (std::uint32_t i = 0; i < what->count; ++i) {
      const auto part = number(operand(*what, i));
      if (!part) return std::nullopt;
      parts.push_back(*part);
    }
    return parts;
  }
  if (what->kind != instruction_kind::load_range) return std::nullopt;
  const auto first = known_.year_in(operand(*what, 0));
  const auto last = known_.year_in(operand(*what, 1));
  if (!first || !last) return std::nullopt;
  for (auto year = *first; year <= *last; ++year) {
    const auto place = places_.find(what->index, year);
    if (!place || places_.places[*place].kind.of != form::number) return std::nullopt;
    node made;
    made.kind = node_kind::number;
    made.column = *place;
    made.scale = places_.places[*place].kind.scale;
    parts.push_back(add(made));
  }
  return parts;
}

std::optional<node_id> compiler::extreme(node_kind kind, const instruction& what) {
  if (const auto parts = few(operand(what, 0))) return over_few(kind, *parts);
  const auto over_items = kind == node_kind::sum     ? node_kind::summed
                          : kind == node_kind::least ? node_kind::smallest
                                                     : node_kind::largest;
  return aggregate(over_items, what);
}

// The item at a fixed place; a place from the end where it is negative.
std::optional<node_id> compiler::item_at(const instruction& what) {
  const auto* held = known_.in(operand(what, 1));
  const bool is_number = held != nullptr && held->what == values::kind::number;
  const auto place = is_number ? held->number.to_int64() : std::nullopt;
  if (!place || *place == 0) return std::nullopt;
  if (const auto parts = few(operand(what, 0))) {
    const auto count = static_cast<std::int64_t>(parts->size());
    if (*place > count || *place < -count) return std::nullopt;
    return (*parts)[static_cast<std::size_t>(*place > 0 ? *place - 1 : count + *place)];
  }
  node made;
  made.kind = node_kind::item_at;
  const auto value = item_value(operand(what, 0), made.index);
  if (!value || !out_.lists[made.index].kept.empty()) return std::nullopt;
  const auto frame = out_.lists[made.index].frame;
  if (at(*value).frame != 0 && at(*value).frame != frame) return std::nullopt;
  made.a = in_frame(*value, frame);
  made.limit = *place;
  made.scale = at(*value).scale;
  return add(made);
}

std::optional<node_id> compiler::over_few(node_kind kind, const std::vector<node_id>& parts) {
  if (parts.empty()) return std::nullopt;
  maybe all = parts.front();
  for (std::size_t i = 1; all && i < parts.size(); ++i) all = arithmetic(kind, *all, parts[i]);
  return all;
}

}  // namespace sudui::columns
