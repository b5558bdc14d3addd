// One pass over the instructions of a plan tells, for a stretch of values of one input, whether
// each register rises, falls or stands still.
//
// The rules are those of calculus on signs: a sum of two rising numbers rises; a product goes with
// a' b + a b', a quotient with a' b - a b', where the signs of a and b do not change within the
// stretch. Rounding and rounding to 34 digits keep the order, so they keep the movement. A
// comparison whose sides drift apart has one sign at both ends, and then everywhere between; else
// its sign is asked to be cut at, and the pass begins anew on each part. So no truth ever moves: on
// a stretch it stands still or nothing is known of it.
//
// Example: rd(2023) / revenue(2023) >= 4% while rd(2023) rises: the quotient rises, since revenue
// is above zero and stands still.
//
// Tested by tests/unit/repair/motion_test.cpp and, against trying every value, by
// tests/property/reach_test.cpp.

#include "repair/motion.hpp"

#include <algorithm>

#include "values/op.hpp"

namespace sudui::repair {

using plan::instruction;
using plan::instruction_kind;
using plan::reg;
using values::cell;
using values::kind;
using values::op;

namespace {

int sign_of(const decimal& number) { return number.is_negative() ? -1 : number.is_zero() ? 0 : 1; }

movement turned(movement what) {
  if (what == movement::rising) return movement::falling;
  return what == movement::falling ? movement::rising : what;
}

movement turned_by(movement what, int sign) {
  if (sign == 0) return movement::still;
  return sign > 0 ? what : turned(what);
}

// Of a sum of two terms.
movement sum(movement a, movement b) {
  if (a == movement::still) return b;
  if (b == movement::still || a == b) return a;
  return movement::unclear;
}

int quotient_sign(const decide::state& run, const std::array<reg, 4>& of) {
  const std::array<cell, 4> sides = {run.registers[of[0]], run.registers[of[1]],
                                     run.registers[of[2]], run.registers[of[3]]};
  values::arena memory;
  values::missing_graph missing;
  values::surroundings around{memory, missing};
  if (values::apply(op::quotient_less, sides, around).is_true()) return -1;
  return values::apply(op::quotient_equal, sides, around).is_true() ? 0 : 1;
}

}  // namespace

int watch::sign(const decide::state& run) const {
  if (count == 4) return quotient_sign(run, of);
  const auto& left = run.registers[of[0]].number;
  if (count == 1) return sign_of(left);
  const auto order = left <=> run.registers[of[1]].number;
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

motion::motion(const plan::plan& of, const axis& along, const decide::state& low,
               const decide::state& high)
    : plan_(of), along_(along), low_(low), high_(high), moved_(of.registers.size()) {}

std::optional<watch> motion::run() {
  for (const auto& each : plan_.blocks.front().code) {
    auto made = follow(each);
    if (wish_) return wish_;
    // What moves must have values of one kind at both ends, else the rules above do not hold.
    const auto& a = low_.registers[each.result];
    const auto& b = high_.registers[each.result];
    if (made != movement::still && (a.what != b.what || !a.is_known())) made = movement::unclear;
    moved_[each.result] = made;
  }
  return std::nullopt;
}

bool motion::all_still(const instruction& what) const {
  for (std::uint32_t i = 0; i < what.count; ++i) {
    if (moved(what, i) != movement::still) return false;
  }
  return true;
}

bool motion::any_unclear(const instruction& what) const {
  for (std::uint32_t i = 0; i < what.count; ++i) {
    if (moved(what, i) == movement::unclear) return true;
  }
  return false;
}

bool motion::is_number(reg which) const { return low_.registers[which].what == kind::number; }

// An operand that stands still without a value settles what the others cannot change.
bool motion::is_without_value(const instruction& what) const {
  for (std::uint32_t i = 0; i < what.count; ++i) {
    if (moved(what, i) == movement::still && !low_.registers[operand(what, i)].is_known()) {
      return true;
    }
  }
  return false;
}

// Whether the body of a loop reads what moves.
bool motion::touches(std::uint32_t block) const {
  for (const auto& each : plan_.blocks[block].code) {
    const bool loads = each.kind == instruction_kind::load ||
                       each.kind == instruction_kind::load_year ||
                       each.kind == instruction_kind::load_range;
    if (loads && each.index == along_.input) return true;
    if (!all_still(each)) return true;
    if (each.kind >= instruction_kind::some && touches(each.index)) return true;
  }
  return false;
}

movement motion::follow(const instruction& what) {
  switch (what.kind) {
    case instruction_kind::apply:
      return all_still(what) ? movement::still : follow_apply(what);
    case instruction_kind::load:
    case instruction_kind::load_year:
    case instruction_kind::load_range:
      return follow_load(what);
    case instruction_kind::lookup:
    case instruction_kind::not_published:
      return all_still(what) ? movement::still : movement::unclear;
    case instruction_kind::some:
    case instruction_kind::every:
    case instruction_kind::filter:
    case instruction_kind::collect:
      return all_still(what) && !touches(what.index) ? movement::still : movement::unclear;
  }
  return movement::unclear;
}

movement motion::follow_load(const instruction& what) const {
  if (!all_still(what)) return movement::unclear;
  if (what.index != along_.input) return movement::still;
  if (what.kind == instruction_kind::load) return movement::rising;
  const auto year_in = [&](std::uint32_t i) -> std::optional<std::int64_t> {
    const auto& held = low_.registers[operand(what, i)];
    return held.what == kind::number ? held.number.to_int64() : std::nullopt;
  };
  const auto first = year_in(0);
  const auto last = what.kind == instruction_kind::load_year ? first : year_in(1);
  if (!first || !last) return movement::still;  // null or unknown at every place
  return *first <= along_.year && along_.year <= *last ? movement::rising : movement::still;
}

movement motion::follow_apply(const instruction& what) {
  switch (what.code) {
    case op::logic_and:
    case op::logic_or:
    case op::logic_not:
      return follow_logic(what);
    case op::choose:
    case op::or_else:
    case op::is_null:
      return follow_choice(what);
    case op::equal:
    case op::not_equal:
    case op::less:
    case op::less_equal:
    case op::greater:
    case op::greater_equal:
      return follow_comparison(what);
    case op::quotient_equal:
    case op::quotient_not_equal:
    case op::quotient_less:
    case op::quotient_less_equal:
    case op::quotient_greater:
    case op::quotient_greater_equal:
      return follow_quotients(what);
    case op::list_make:
    case op::list_concat:
    case op::list_append:
    case op::list_sum:
    case op::list_mean:
    case op::list_min:
    case op::list_max:
    case op::list_count:
    case op::list_index:
      return follow_list(what);
    default:
      return follow_number(what);
  }
}

// Truths stand still or are unclear; one that stands still may decide alone.
movement motion::follow_logic(const instruction& what) const {
  for (std::uint32_t i = 0; i < what.count; ++i) {
    if (moved(what, i) != movement::still) continue;
    const auto& held = low_.registers[operand(what, i)];
    if (what.code == op::logic_and && held.is_false()) return movement::still;
    if (what.code == op::logic_or && held.is_true()) return movement::still;
  }
  return movement::unclear;
}

movement motion::follow_choice(const instruction& what) const {
  const auto first = moved(what, 0);
  const auto& held = low_.registers[operand(what, 0)];
  if (first == movement::unclear) return movement::unclear;
  if (what.code == op::is_null) return movement::still;  // what moves is a number throughout
  if (what.code == op::or_else) {
    if (first != movement::still) return first;
    return held.is_null() ? moved(what, 1) : movement::still;
  }
  if (held.is_unknown()) return movement::unclear;
  return moved(what, held.is_true() ? 1 : 2);
}

movement motion::difference(movement left, movement right) const {
  return sum(left, turned(right));
}

// The result of a comparison stands still where the sign of what it compares does.
movement motion::cut_unless_constant(const watch& what) {
  if (what.sign(low_) != what.sign(high_)) wish_ = what;
  return movement::still;
}

movement motion::follow_comparison(const instruction& what) {
  if (any_unclear(what)) return movement::unclear;
  const auto left = operand(what, 0);
  const auto right = operand(what, 1);
  if (is_without_value(what)) return movement::still;
  if (!is_number(left) || !is_number(right)) return movement::unclear;
  if (difference(moved_[left], moved_[right]) == movement::unclear) return movement::unclear;
  return cut_unless_constant({{left, right}, 2});
}

movement motion::follow_quotients(const instruction& what) {
  if (any_unclear(what)) return movement::unclear;
  if (is_without_value(what)) return movement::still;
  std::array<reg, 4> of{};
  for (std::uint32_t i = 0; i < 4; ++i) {
    of[i] = operand(what, i);
    if (!is_number(of[i])) return movement::unclear;
  }
  const auto left = quotient(of[0], of[1]);
  if (wish_) return movement::unclear;
  const auto right = quotient(of[2], of[3]);
  if (wish_) return movement::unclear;
  // A zero divisor that stands still makes its side null at every place.
  if (low_.registers[of[1]].number.is_zero() || low_.registers[of[3]].number.is_zero()) {
    return movement::still;
  }
  if (difference(left, right) == movement::unclear) return movement::unclear;
  return cut_unless_constant({of, 4});
}

// The sign of a register over the stretch: zero counts as either. What changes from below to above
// zero is asked to be cut there.
int motion::weak_sign(reg which) {
  const int a = sign_of(low_.registers[which].number);
  const int b = sign_of(high_.registers[which].number);
  if (a * b < 0) wish_ = watch{{which}, 1};
  return a != 0 ? a : b;
}

movement motion::product(reg a, reg b) {
  const int of_a = moved_[b] == movement::still ? 1 : weak_sign(a);
  const int of_b = moved_[a] == movement::still ? 1 : weak_sign(b);
  if (wish_) return movement::unclear;
  return sum(turned_by(moved_[a], of_b), turned_by(moved_[b], of_a));
}

// A divisor must keep its sign strictly: at zero there is no quotient.
movement motion::quotient(reg a, reg b) {
  const watch divisor{{b}, 1};
  const int of_b = divisor.sign(low_);
  if (of_b != divisor.sign(high_)) {
    wish_ = divisor;
    return movement::unclear;
  }
  if (of_b == 0) return movement::still;
  const int of_a = moved_[b] == movement::still ? 1 : weak_sign(a);
  if (wish_) return movement::unclear;
  return sum(turned_by(moved_[a], of_b), turned(turned_by(moved_[b], of_a)));
}

movement motion::follow_number(const instruction& what) {
  if (any_unclear(what)) return movement::unclear;
  if (is_without_value(what) && what.code <= op::number_negate) return movement::still;
  const auto first = moved(what, 0);
  if (what.count == 0 || !is_number(operand(what, 0))) return movement::unclear;
  switch (what.code) {
    case op::number_add:
      return is_number(operand(what, 1)) ? sum(first, moved(what, 1)) : movement::unclear;
    case op::number_subtract:
      return is_number(operand(what, 1)) ? difference(first, moved(what, 1)) : movement::unclear;
    case op::number_multiply:
      return is_number(operand(what, 1)) ? product(operand(what, 0), operand(what, 1))
                                         : movement::unclear;
    case op::number_divide:
      return is_number(operand(what, 1)) ? quotient(operand(what, 0), operand(what, 1))
                                         : movement::unclear;
    case op::number_negate:
      return turned(first);
    case op::number_abs:
      return turned_by(first, weak_sign(operand(what, 0)));
    case op::number_floor:
    case op::number_ceiling:
    case op::number_round_up:
    case op::number_round_down:
    case op::number_round_half_up:
    case op::number_round_half_down:
    case op::number_round_half_even:
      return moved(what, 1) == movement::still ? first : movement::unclear;
    default:
      return movement::unclear;
  }
}

// A list rises when its items do. Its length does not depend on them.
movement motion::follow_list(const instruction& what) const {
  if (what.code == op::list_count) return any_unclear(what) ? movement::unclear : movement::still;
  movement made = movement::still;
  for (std::uint32_t i = 0; i < what.count; ++i) made = sum(made, moved(what, i));
  const bool makes =
      what.code == op::list_make || what.code == op::list_concat || what.code == op::list_append;
  if (makes || made == movement::unclear) return made;
  if (what.code == op::list_index && moved(what, 1) != movement::still) return movement::unclear;
  const auto& list = low_.registers[operand(what, 0)];
  if (list.what != kind::list) return movement::unclear;
  const bool all_numbers = std::all_of(list.list().begin(), list.list().end(),
                                       [](const cell& each) { return each.what == kind::number; });
  return all_numbers ? made : movement::unclear;
}

}  // namespace sudui::repair
