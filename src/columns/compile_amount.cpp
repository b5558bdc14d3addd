// Amounts: a formula of columns and constants, and limits of such formulas. Most are linear
// (compile_linear.cpp); those that ask truths or lists are in compile_tiers.cpp.

#include <algorithm>
#include <utility>

#include "columns/compiler.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

namespace {
constexpr std::int32_t most_dropped = 18;  // that rounding may drop
}

// Whether rows can be gathered for it: no truths, no lists.
bool compiler::is_plain(node_id which) const {
  const auto& of = at(which);
  if (of.frame != 0) return false;
  switch (of.kind) {
    case node_kind::number:
    case node_kind::constant:
      return true;
    case node_kind::sum:
    case node_kind::difference:
    case node_kind::product:
    case node_kind::least:
    case node_kind::most:
      return is_plain(of.a) && is_plain(of.b);
    case node_kind::shifted:
      return is_plain(of.a);
    default:
      return false;
  }
}

std::optional<node_id> compiler::limited(node_id value, const std::vector<plan::limit>& limits) {
  maybe made = value;
  for (const auto& each : limits) {
    const auto* held = known_.in(each.amount);
    if (held != nullptr && held->is_null()) continue;  // there is none
    const auto limit = number(each.amount);
    if (!limit) return std::nullopt;
    made = arithmetic(each.is_maximum ? node_kind::least : node_kind::most, *made, *limit);
    if (!made) return std::nullopt;
  }
  return made;
}

// `into` is empty, and stays so where only the row executor can tell.
void compiler::add_amount(const plan::benefit& of, amount_plan& into) {
  into.is_none = of.how_much.form == types::amount_form::none;
  if (into.is_none) return;
  if (!of.items && formula(of.how_much, into)) return;
  into = evaluated(of);
  if (into.value == no_node) into = bracketed(of);
}

bool compiler::formula(const plan::amount& of, amount_plan& into) {
  const bool is_formula = of.form == types::amount_form::formula ||
                          of.form == types::amount_form::up_to ||
                          of.form == types::amount_form::bands;
  if (!is_formula) return false;
  if (linear(of, into.linear.emplace())) return true;
  into.linear.reset();
  return plain(of, into);
}

// Of nodes, gathered for rows: a product of columns, a limit that is none.
bool compiler::plain(const plan::amount& what, amount_plan& into) {
  const auto value = number(what.formula);
  const auto whole = value ? limited(*value, what.limits) : std::nullopt;
  if (!whole || !is_plain(*whole)) return false;
  const auto scale = at(*whole).scale;
  if (what.round && scale - what.round->places > most_dropped) return false;
  const auto part = [&](node_id which, bool is_maximum) {
    const auto power = values::power_of_ten(scale - at(which).scale);
    return amount_part{which, is_maximum, static_cast<std::int64_t>(power)};
  };
  into.value = *whole;
  into.scale = scale;
  into.round = what.round;
  into.formula = part(*value, true);
  into.is_up_to = what.form == types::amount_form::up_to;
  limits_.clear();
  for (const auto& each : what.limits) {
    const auto* held = known_.in(each.amount);
    if (held != nullptr && held->is_null()) continue;
    limits_.push_back(part(*number(each.amount), each.is_maximum));
  }
  into.limits = out_.limits.keep(limits_);
  return true;
}

}  // namespace sudui::columns
