// Arithmetic, comparison and logic: which operator of `values` a FEEL operator means for its
// operands' types, and what becomes of the units.
//
// Tested by tests/unit/types/check_operators_test.cpp.

#include <algorithm>
#include <array>
#include <utility>

#include "types/checker.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;
using values::op;

namespace {
// What becomes of the units: both alike and kept, multiplied, divided, or none where a side is no
// number.
enum class unit_rule : std::uint8_t { none, same, times, over };

struct arithmetic_entry {
  node_kind sign;
  type_kind left, right, gives;
  op code;
  bool swap = false;  // the operator takes (right, left)
  unit_rule units = unit_rule::none;
};

constexpr auto number = type_kind::number;
constexpr auto day = type_kind::date;
constexpr auto days = type_kind::days;
constexpr auto months = type_kind::months;
constexpr auto time = type_kind::time;
constexpr auto moment = type_kind::moment;

// Every combination of types that has a meaning, and no other. A calendar reading of each line: a
// day plus days, a span of months times a number, the ratio of two spans.
constexpr std::array arithmetic{
    arithmetic_entry{node_kind::add, number, number, number, op::number_add, false,
                     unit_rule::same},
    arithmetic_entry{node_kind::subtract, number, number, number, op::number_subtract, false,
                     unit_rule::same},
    arithmetic_entry{node_kind::multiply, number, number, number, op::number_multiply, false,
                     unit_rule::times},
    arithmetic_entry{node_kind::divide, number, number, number, op::number_divide, false,
                     unit_rule::over},
    arithmetic_entry{node_kind::add, type_kind::string, type_kind::string, type_kind::string,
                     op::string_concat},
    arithmetic_entry{node_kind::add, day, days, day, op::date_plus_days},
    arithmetic_entry{node_kind::add, days, day, day, op::date_plus_days, true},
    arithmetic_entry{node_kind::add, day, months, day, op::date_plus_months},
    arithmetic_entry{node_kind::add, months, day, day, op::date_plus_months, true},
    arithmetic_entry{node_kind::add, days, days, days, op::days_add},
    arithmetic_entry{node_kind::add, months, months, months, op::months_add},
    arithmetic_entry{node_kind::add, moment, days, moment, op::clock_plus_days},
    arithmetic_entry{node_kind::add, days, moment, moment, op::clock_plus_days, true},
    arithmetic_entry{node_kind::add, moment, months, moment, op::moment_plus_months},
    arithmetic_entry{node_kind::add, months, moment, moment, op::moment_plus_months, true},
    arithmetic_entry{node_kind::add, time, days, time, op::clock_plus_days},
    arithmetic_entry{node_kind::add, days, time, time, op::clock_plus_days, true},
    arithmetic_entry{node_kind::subtract, moment, moment, days, op::clock_difference},
    arithmetic_entry{node_kind::subtract, time, time, days, op::clock_difference},
    arithmetic_entry{node_kind::subtract, moment, days, moment, op::clock_minus_days},
    arithmetic_entry{node_kind::subtract, moment, months, moment, op::moment_minus_months},
    arithmetic_entry{node_kind::subtract, time, days, time, op::clock_minus_days},
    arithmetic_entry{node_kind::subtract, day, day, days, op::date_minus_date},
    arithmetic_entry{node_kind::subtract, day, days, day, op::date_minus_days},
    arithmetic_entry{node_kind::subtract, day, months, day, op::date_minus_months},
    arithmetic_entry{node_kind::subtract, days, days, days, op::days_subtract},
    arithmetic_entry{node_kind::subtract, months, months, months, op::months_subtract},
    arithmetic_entry{node_kind::multiply, days, number, days, op::days_times},
    arithmetic_entry{node_kind::multiply, number, days, days, op::days_times, true},
    arithmetic_entry{node_kind::multiply, months, number, months, op::months_times},
    arithmetic_entry{node_kind::multiply, number, months, months, op::months_times, true},
    arithmetic_entry{node_kind::divide, days, number, days, op::days_divide},
    arithmetic_entry{node_kind::divide, months, number, months, op::months_divide},
    arithmetic_entry{node_kind::divide, days, days, number, op::days_ratio},
    arithmetic_entry{node_kind::divide, months, months, number, op::months_ratio},
};

// A walk over two dozen lines, at load only.
const arithmetic_entry* find_entry(node_kind sign, type_kind left, type_kind right) {
  for (const auto& each : arithmetic) {
    if (each.sign == sign && each.left == left && each.right == right) return &each;
  }
  return nullptr;
}

std::string sign_of(node_kind kind) {
  switch (kind) {
    case node_kind::add:
      return "+";
    case node_kind::subtract:
      return "-";
    case node_kind::multiply:
      return "*";
    case node_kind::divide:
      return "/";
    case node_kind::power:
      return "**";
    case node_kind::equal:
      return "=";
    case node_kind::not_equal:
      return "!=";
    case node_kind::less:
      return "<";
    case node_kind::less_equal:
      return "<=";
    case node_kind::greater:
      return ">";
    default:
      return ">=";
  }
}

op relation_op(node_kind relation) {
  switch (relation) {
    case node_kind::equal:
      return op::equal;
    case node_kind::not_equal:
      return op::not_equal;
    case node_kind::less:
      return op::less;
    case node_kind::less_equal:
      return op::less_equal;
    case node_kind::greater:
      return op::greater;
    default:
      return op::greater_equal;
  }
}

bool is_zero(const expr& what) {
  const auto* held = constant_of(what);
  const auto* found = held == nullptr ? nullptr : held->get_if<decimal>();
  return found != nullptr && found->is_zero();
}

bool is_ordered(type_kind kind) {
  return kind == number || kind == type_kind::string || kind == day || kind == days ||
         kind == months || kind == time || kind == moment;
}

// The type of the entry, with the unit its rule gives. Where two units must be alike and one is
// free, the other is the result's.
type result_of(const arithmetic_entry& entry, const expr& left, const expr& right) {
  if (entry.gives != number) return simple(entry.gives);
  switch (entry.units) {
    case unit_rule::same:
      return number_in(left.of.in.is_free() ? right.of.in : left.of.in);
    case unit_rule::times:
      return number_in(left.of.in.times(right.of.in));
    case unit_rule::over:
      return number_in(left.of.in.over(right.of.in));
    case unit_rule::none:
      return number_in(unit::one());
  }
  return {};
}
}  // namespace

// A day from which a moment is taken, or the other way, is its midnight at UTC.
void checker::meet_at_midnight(const feel::node& node, expr& left, expr& right) {
  const auto midnight = [&](expr& of) {
    of = apply(node, simple(moment), op::moment_of_date, parts_of(std::move(of)));
  };
  if (left.of.is(day) && right.of.is(moment)) midnight(left);
  if (left.of.is(moment) && right.of.is(day)) midnight(right);
}

// A literal zero divisor is refused when the rules are read; one that comes from a company gives
// null while matching. Powers take and give bare numbers only.
expr checker::infer_arithmetic(const feel::node& node) {
  expr left = infer(node.children[0]);
  expr right = infer(node.children[1]);
  if (left.of.is_error() || right.of.is_error()) return error_in(node);
  const auto sign = sign_of(node.kind);
  const bool is_null = left.of.is(type_kind::null) || right.of.is(type_kind::null);
  if (names_.null_operands && is_null)
    return constant(node, left.of.is(type_kind::null) ? right.of : left.of, value::null());
  if (node.kind == node_kind::divide && is_zero(right) && !names_.null_operands) {
    return error(message::division_by_zero, right.where);
  }
  if (node.kind == node_kind::subtract) meet_at_midnight(node, left, right);
  if (node.kind == node_kind::power && left.of.is(number) && right.of.is(number)) {
    const bool plain = (left.of.in.is_free() || left.of.in.is_one()) &&
                       (right.of.in.is_free() || right.of.in.is_one());
    if (!plain) {
      return error(message::power_with_unit, node.operator_where, {left.of.in.to_string()});
    }
    return apply(node, number_in(unit::one()), op::number_power,
                 parts_of(std::move(left), std::move(right)));
  }
  const auto* entry = find_entry(node.kind, left.of.kind, right.of.kind);
  if (entry == nullptr) {
    return error(message::operand_types, node.operator_where,
                 {sign, left.of.to_string(), right.of.to_string()});
  }
  if (entry->units == unit_rule::same && !left.of.in.fits(right.of.in)) {
    return error(message::unit_clash, node.operator_where,
                 {sign, left.of.to_string(), right.of.to_string()});
  }
  const type gives = result_of(*entry, left, right);
  if (entry->swap) std::swap(left, right);
  return apply(node, gives, entry->code, parts_of(std::move(left), std::move(right)));
}

// A minus before a literal becomes part of it, so that lints and limits see one constant.
expr checker::infer_negate(const feel::node& node) {
  expr operand = infer(node.children[0]);
  const type of = operand.of;
  if (of.is_error()) return error_in(node);
  if (const auto* held = constant_of(operand); held != nullptr && of.is(number)) {
    return constant(node, of, negate(*held->get_if<decimal>()));
  }
  if (of.is(number)) return apply(node, of, op::number_negate, parts_of(std::move(operand)));
  if (of.is(days)) return apply(node, of, op::days_negate, parts_of(std::move(operand)));
  if (of.is(months)) return apply(node, of, op::months_negate, parts_of(std::move(operand)));
  return error(message::wrong_type, operand.where, {"-", of.to_string(), "number"});
}

// Lists and contexts that are written out are equal item by item, whatever types these have: where
// one answer is enough (see catalog::null_operands) their items need no common type.
expr checker::equal_parts(const feel::node& node, feel::node_id left, feel::node_id right) {
  const auto& a = at(left);
  const auto& b = at(right);
  const bool are_lists = a.kind == node_kind::list && b.kind == node_kind::list;
  const type truth = simple(type_kind::boolean);
  if (!are_lists) return compare(node, node_kind::equal, infer(left), infer(right));
  if (a.children.size() != b.children.size()) return constant(node, truth, false);
  expr all = constant(node, truth, true);
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    expr next = equal_parts(node, a.children[i], b.children[i]);
    if (next.of.is_error()) return next;
    all = apply(node, truth, op::logic_and, parts_of(std::move(all), std::move(next)));
  }
  return all;
}

expr checker::infer_comparison(const feel::node& node) {
  const bool is_equality = node.kind == node_kind::equal || node.kind == node_kind::not_equal;
  if (names_.null_operands && is_equality && at(node.children[0]).kind == node_kind::list &&
      at(node.children[1]).kind == node_kind::list) {
    expr same = equal_parts(node, node.children[0], node.children[1]);
    if (node.kind == node_kind::equal || same.of.is_error()) return same;
    return apply(node, simple(type_kind::boolean), op::logic_not, parts_of(std::move(same)));
  }
  expr left = infer(node.children[0]);
  expr right = infer(node.children[1]);
  return compare(node, node.kind, std::move(left), std::move(right));
}

// Contexts hold their members by position: those of another order are put into that of `as`.
expr checker::in_order_of(expr what, const type& as) {
  if (!what.of.is(type_kind::record) || !as.is(type_kind::record)) return what;
  const auto& wanted = *as.members;
  if (wanted.size() != what.of.members->size()) return what;
  bool is_same = true;
  std::vector<expr> parts;
  std::vector<member> members;
  parts.reserve(wanted.size());
  members.reserve(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto position = member_position(what.of, wanted[i].name);
    if (position == scope::found::no_member) return what;
    is_same = is_same && position == i;
    parts.push_back(member_of(what, position));
    members.push_back((*what.of.members)[position]);
  }
  if (is_same) return what;
  expr made;
  made.kind = expr_kind::apply;
  made.code = op::record_make;
  made.of = record_of(std::move(members));
  made.where = what.where;
  made.parts = std::move(parts);
  return made;
}

expr checker::member_of(const expr& record, std::uint32_t position) {
  expr index;
  index.of = number_in(unit::free());
  index.where = record.where;
  index.constant = static_cast<std::int64_t>(position);
  expr made;
  made.kind = expr_kind::apply;
  made.code = op::record_member;
  made.of = (*record.of.members)[position].of;
  made.where = record.where;
  made.parts.push_back(record);
  made.parts.push_back(std::move(index));
  return made;
}

// All comparisons come here, those of `between`, of ranges and of unary tests too, so that units,
// codes and order are judged in one place. `node` is the construct that asks, and gives the message
// its place and its word.
expr checker::compare(const feel::node& node, node_kind relation, expr left, expr right) {
  if (left.of.is_error() || right.of.is_error()) return error_in(node);
  const auto where = node.operator_where.has_place() ? node.operator_where : node.where;
  const auto sign = node.kind == node_kind::between ? "between"
                    : node.kind == node_kind::range ? "in"
                                                    : sign_of(relation);
  if (right.of.is(type_kind::record)) right = in_order_of(std::move(right), left.of);
  const type both = common(left.of, right.of);
  if (both.is_error() && names_.null_operands && left.of.is(type_kind::record) &&
      right.of.is(type_kind::record)) {  // contexts of other members are never equal
    return constant(node, simple(type_kind::boolean), relation == node_kind::not_equal);
  }
  if (both.is_error()) {
    const bool units = left.of.is(number) && right.of.is(number);
    return error(units ? message::unit_clash : message::operand_types, where,
                 {sign, left.of.to_string(), right.of.to_string()});
  }
  const bool is_equality = relation == node_kind::equal || relation == node_kind::not_equal;
  if (!is_equality && !is_ordered(both.kind) && !both.is(type_kind::null)) {
    return error(message::not_ordered, where, {sign, both.to_string()});
  }
  const bool has_null = left.of.is(type_kind::null) || right.of.is(type_kind::null);
  if (!is_equality && has_null && !names_.null_operands) {
    return error(message::null_comparison, where, {sign});
  }
  if (!check_code(left, right) || !check_code(right, left)) return error_in(node);
  return apply(node, simple(type_kind::boolean), relation_op(relation),
               parts_of(std::move(left), std::move(right)));
}

// A text compared with a field that only holds certain codes must be one of these: `type =
// "unicorm"` would never be true, and nobody would notice.
bool checker::check_code(const expr& literal, const expr& other) {
  const auto* held = constant_of(literal);
  const auto* written = held == nullptr ? nullptr : held->get_if<std::string>();
  if (written == nullptr || !other.of.is(type_kind::string) || other.of.codes == nullptr)
    return true;
  const auto& codes = other.of.codes->codes;
  const auto is_written = [&](const model::name& code) { return code.text == *written; };
  if (std::any_of(codes.begin(), codes.end(), is_written)) return true;
  std::vector<std::string_view> known;
  known.reserve(codes.size());
  for (const auto& code : codes) known.emplace_back(code.text);
  error(message::unknown_code, literal.where,
        {*written, other.of.codes->id.text, std::string(text::nearest(*written, known))});
  return false;
}

expr checker::infer_logic(const feel::node& node) {
  expr left = infer(node.children[0]);
  expr right = infer(node.children[1]);
  const auto* word = node.kind == node_kind::logic_and ? "and" : "or";
  const bool left_fine = require(left, type_kind::boolean, word);  // both are reported
  const bool right_fine = require(right, type_kind::boolean, word);
  if (!left_fine || !right_fine) return error_in(node);
  const auto code = node.kind == node_kind::logic_and ? op::logic_and : op::logic_or;
  return apply(node, simple(type_kind::boolean), code, parts_of(std::move(left), std::move(right)));
}

expr checker::infer_between(const feel::node& node) {
  const expr tested = infer(node.children[0]);
  expr low = infer(node.children[1]);
  expr high = infer(node.children[2]);
  low = compare(node, node_kind::greater_equal, tested, std::move(low));
  if (low.of.is_error()) return error_in(node);  // the other end is most often as wrong
  high = compare(node, node_kind::less_equal, tested, std::move(high));
  if (high.of.is_error()) return error_in(node);
  return apply(node, simple(type_kind::boolean), op::logic_and,
               parts_of(std::move(low), std::move(high)));
}

// Both branches are typed, also the one that a constant condition never takes.
expr checker::infer_if(const feel::node& node) {
  expr condition = infer(node.children[0]);
  expr then = infer(node.children[1]);
  expr otherwise = in_order_of(infer(node.children[2]), then.of);
  const bool fine = require(condition, type_kind::boolean, "if");
  if (!fine || then.of.is_error() || otherwise.of.is_error()) return error_in(node);
  const type both = common(then.of, otherwise.of);
  if (both.is_error()) {
    return error(message::branches_differ, otherwise.where,
                 {then.of.to_string(), otherwise.of.to_string()});
  }
  return apply(node, both, op::choose,
               parts_of(std::move(condition), std::move(then), std::move(otherwise)));
}

}  // namespace sudui::types
