// Amounts of reals, such as `quota * months / 12` or what is left after a share has been taken off.
// A real lies between two whole multiples of a small step, its floor and its ceiling. Limits,
// tiers, sums of items and rounding never fall where a figure rises, so an amount lies between what
// all floors and what all ceilings come to:
//
//   7800 * 7 / 12 - 0.01      4549.989999 .. 4549.990001      4549.99 to the fen both times
//
// Where both come to the same, that is the amount; where they do not (a figure that lies on the
// limit between two fen, as far as doubles can tell), the row executor is asked for that company.
//
// What does not only rise is left out: `any`, which asks whether tiers pay the same, and amounts
// that are not rounded, which have 34 digits.
//
// Tested by tests/unit/columns/brackets_test.cpp and, against the row executor, by tests/property.

#include <algorithm>

#include "columns/compiler.hpp"

namespace sudui::columns {

namespace {
constexpr std::int32_t finer = 4;  // places of a floor beyond those that are paid
}

std::optional<node_id> compiler::figure(plan::reg which) {
  const auto whole = number(which);
  if (whole || !bracket_) return whole;
  const auto inexact = real(which);
  if (!inexact) return std::nullopt;
  node made;
  made.kind = bracket_->end;
  made.frame = at(*inexact).frame;
  made.scale = bracket_->scale;
  made.a = *inexact;
  const auto end = add(made);
  bracket_->made.push_back(end);
  return end;
}

amount_plan compiler::bracketed(const plan::benefit& of) {
  const auto& what = of.how_much;
  const bool compares =
      what.form == types::amount_form::tiers && what.hit == model::hit_policy::any;
  if (compares || !what.round) return {};
  const auto scale = std::max(what.round->places, std::int32_t{0}) + finer;
  bracket_ = bracket{node_kind::real_floor, scale, {}};
  auto made = evaluated(of);
  auto floors = std::move(bracket_->made);
  bracket_ = bracket{node_kind::real_ceiling, scale, {}};
  auto upper = made.value == no_node ? amount_plan{} : evaluated(of);
  bracket_.reset();
  if (upper.value == no_node) return {};
  auto& lower = *made.evaluated;
  lower.floors = std::move(floors);
  // Floors and ceilings have the same bounds, so that `value` proves both.
  made.upper = std::move(upper.evaluated);
  lower.needs.insert(lower.needs.end(), made.upper->needs.begin(), made.upper->needs.end());
  return made;
}

}  // namespace sudui::columns
