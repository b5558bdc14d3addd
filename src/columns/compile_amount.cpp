// Amounts: a formula of columns and constants, and limits of such formulas. Those that ask truths
// or lists are in compile_tiers.cpp.

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

amount_plan compiler::amount(const plan::benefit& of) {
  auto made = plain(of);
  if (made.value == no_node) made = evaluated(of);
  return made.value == no_node ? bracketed(of) : std::move(made);
}

amount_plan compiler::plain(const plan::benefit& of) {
  const bool is_up_to = of.how_much.form == types::amount_form::up_to;
  const bool is_formula = is_up_to || of.how_much.form == types::amount_form::formula ||
                          of.how_much.form == types::amount_form::bands;
  if (of.items || !is_formula) return {};
  const auto value = number(of.how_much.formula);
  const auto whole = value ? limited(*value, of.how_much.limits) : std::nullopt;
  if (!whole || !is_plain(*whole)) return {};
  amount_plan made;
  made.scale = at(*whole).scale;
  made.round = of.how_much.round;
  if (made.round && made.scale - made.round->places > most_dropped) return {};
  const auto part = [&](node_id which, bool is_maximum) {
    const auto places = made.scale - at(which).scale;
    return amount_part{which, static_cast<std::int64_t>(values::power_of_ten(places)), is_maximum};
  };
  made.value = *whole;
  made.formula = part(*value, true);
  made.is_up_to = is_up_to;
  limits_.clear();
  for (const auto& each : of.how_much.limits) {
    const auto* held = known_.in(each.amount);
    if (held != nullptr && held->is_null()) continue;
    limits_.push_back(part(*number(each.amount), each.is_maximum));
  }
  made.limits = out_.limits.keep(limits_);
  made.linear = linear(made);
  return made;
}

}  // namespace sudui::columns
