// Amounts: a formula of columns and constants with its limits is one number node. Tiers, bands,
// items and `up to` are left to the row executor.

#include <algorithm>

#include "columns/compiler.hpp"

namespace sudui::columns {

namespace {
constexpr std::int32_t most_places = 18;  // that rounding may drop
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
  if (of.items || of.how_much.form != types::amount_form::formula) return {};
  const auto value = number(of.how_much.formula);
  const auto made = value ? limited(*value, of.how_much.limits) : std::nullopt;
  if (!made || !is_plain(*made)) return {};
  const auto& round = of.how_much.round;
  if (round && at(*made).scale - round->places > most_places) return {};
  return {*made, round};
}

}  // namespace sudui::columns
