// Amounts that are more than a formula of columns: tiers, formulas with truths
// or lists in them, and what is paid for each item of a list. Their conditions
// and figures are nodes, of one scale, that run over the chunks in which
// somebody wins them; `value` is a sum of them all, whose bound proves that
// nothing overflows.
//
// Bands need none of that: each rate applies to what lies between two ends,
// which is a formula.
//
//   2.5 % to 1,000,000, 5 % above      (min(x, 1,000,000) - 0) * 2.5 % +
//   (max(x, 1,000,000) - 1,000,000) * 5 %
//
// Tested by tests/unit/columns/tiers_test.cpp.

#include <algorithm>
#include <memory>
#include <span>

#include "columns/compiler.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

using plan::instruction;
using types::amount_form;

namespace {
constexpr std::int32_t most_places = 18;
}

namespace {
// Ends that rise, an open one the last; rates that are known.
bool is_rising(std::span<const values::cell> bands) {
  decimal reached;
  bool is_open = false;
  for (const auto& band : bands) {
    if (is_open || !band.is_known() || !band.list()[1].is_known()) return false;
    const auto& end = band.list()[0];
    is_open = end.is_null();
    if (!is_open && (!end.is_known() || end.number <= reached)) return false;
    if (!is_open) reached = end.number;
  }
  return !bands.empty();
}
}  // namespace

// What is paid for the part of the base between two ends; nothing below the
// first.
std::optional<node_id> compiler::slice_of(node_id base, node_id from, maybe to, node_id rate,
                                          joining by) {
  auto end = (this->*by)(node_kind::most, base, from);
  if (end && to) end = (this->*by)(node_kind::least, *end, *to);
  const auto part = end ? (this->*by)(node_kind::difference, *end, from) : std::nullopt;
  return part ? (this->*by)(node_kind::product, *part, rate) : std::nullopt;
}

// Over whole numbers or reals, as `part` makes a node of a register and `by` joins two.
std::optional<node_id> compiler::marginal(const instruction& what, part_of part, joining by) {
  const auto base = (this->*part)(operand(what, 0));
  const auto* bands = known_.in(operand(what, 1));
  if (!base || bands == nullptr || !bands->is_known() || !is_rising(bands->list())) {
    return std::nullopt;
  }
  const auto constant = [&](const values::cell& held) {
    const auto made = constant_number(held, 0);
    return is_real(at(*base).kind) ? real_of(made) : made;
  };
  auto reached = constant(values::cell::of(decimal(0)));
  maybe all;
  for (const auto& band : bands->list()) {
    const auto rate = constant(band.list()[1]);
    const bool is_open = band.list()[0].is_null();
    const auto to = is_open ? maybe() : constant(band.list()[0]);
    if (!rate || (!is_open && !to)) return std::nullopt;
    const auto paid = slice_of(*base, *reached, to, *rate, by);
    if (!paid) return std::nullopt;
    all = all ? (this->*by)(node_kind::sum, *all, *paid) : paid;
    if (!all) return std::nullopt;
    if (!is_open) reached = to;
  }
  return all;
}

// The same number in a frame and at a finer scale.
std::optional<node_id> compiler::moved(node_id which, std::uint32_t frame, std::int32_t scale) {
  const auto from = in_frame(which, frame);
  const auto places = scale - at(from).scale;
  if (places == 0) return from;
  if (places > most_places) return std::nullopt;
  node made;
  made.kind = node_kind::shifted;
  made.frame = frame;
  made.a = from;
  made.limit = static_cast<std::int64_t>(values::power_of_ten(places));
  made.scale = scale;
  return add(made);
}

bool compiler::take_limits(const std::vector<plan::limit>& from, std::vector<amount_part>& into) {
  for (const auto& each : from) {
    const auto* held = known_.in(each.amount);
    if (held != nullptr && held->is_null()) continue;  // there is none
    const auto limit = figure(each.amount);
    if (!limit) return false;
    into.push_back({*limit, each.is_maximum});
  }
  return true;
}

namespace {
// Hit policies whose result comes from the amounts of rows.
bool pays_by_rows(model::hit_policy hit) {
  switch (hit) {
    case model::hit_policy::unique:
    case model::hit_policy::any:
    case model::hit_policy::first:
    case model::hit_policy::priority:
    case model::hit_policy::collect_sum:
    case model::hit_policy::collect_min:
    case model::hit_policy::collect_max:
      return true;
    default:
      return false;
  }
}
}  // namespace

bool compiler::take_tiers(const plan::amount& from, evaluated_amount& into) {
  into.hit = from.hit;
  if (from.form != amount_form::tiers) {
    const auto formula = figure(from.formula);
    into.formula = formula.value_or(no_node);
    return formula.has_value();
  }
  if (!pays_by_rows(from.hit)) return false;
  for (const auto& row : from.rows) {
    tier made;
    for (const auto test : row.tests) {
      const auto asked = truth(test);
      if (!asked) return false;
      made.tests.push_back(*asked);
    }
    const auto paid = figure(row.amount);
    if (!paid) return false;
    made.amount = *paid;
    into.tiers.push_back(std::move(made));
  }
  if (from.otherwise) {
    const auto paid = figure(*from.otherwise);
    if (!paid) return false;
    into.otherwise = *paid;
  }
  return !into.tiers.empty();
}

bool compiler::take_clauses(const std::vector<plan::clause>& from, evaluated_amount& into) {
  for (const auto& each : from) {
    clause_step step{each.kind, each.size, no_node};
    if (each.kind == model::clause_kind::require) {
      const auto asked = truth(each.condition);
      if (!asked) return false;
      step.condition = *asked;
    }
    into.clauses.push_back(step);
  }
  return true;
}

// Brings truths and figures into the frame of the items, or of the companies;
// false where one of them does not belong there. Figures get one scale.
bool compiler::settle_frame(std::uint32_t frame, evaluated_amount& of, amount_plan& into) {
  std::vector<node_id*> truths;
  std::vector<node_id*> figures;
  for (auto& each : of.clauses) {
    if (each.condition != no_node) truths.push_back(&each.condition);
  }
  for (auto& each : of.tiers) {
    for (auto& test : each.tests) truths.push_back(&test);
    figures.push_back(&each.amount);
  }
  for (auto* each : {&of.formula, &of.otherwise}) {
    if (*each != no_node) figures.push_back(each);
  }
  for (auto& each : of.limits) figures.push_back(&each.of);
  const auto belongs = [&](const node_id* each) {
    return at(*each).frame == 0 || at(*each).frame == frame;
  };
  if (!std::all_of(truths.begin(), truths.end(), belongs)) return false;
  if (!std::all_of(figures.begin(), figures.end(), belongs)) return false;
  for (auto* each : truths) *each = in_frame(*each, frame);
  for (const auto* each : figures) into.scale = std::max(into.scale, at(*each).scale);
  maybe all;
  for (auto* each : figures) {
    const auto figure = moved(*each, frame, into.scale);
    if (!figure) return false;
    *each = *figure;
    all = all ? arithmetic(node_kind::sum, *all, *figure) : *figure;
  }
  into.value = all.value_or(no_node);
  for (const auto* each : truths) of.needs.push_back(*each);
  for (const auto* each : figures) of.needs.push_back(*each);
  return into.value != no_node;
}

// What all items get together, at the places of an item that has been rounded.
bool compiler::settle_total(std::uint32_t list, evaluated_amount& of, amount_plan& into) {
  auto all = joined(node_kind::summed, list, into.value);
  for (auto& each : of.total_limits) {
    if (at(each.of).frame != 0 || at(each.of).scale > into.places()) return false;
    const auto limit = moved(each.of, 0, into.places());
    if (!limit) return false;
    each.of = *limit;
    of.needs.push_back(*limit);
    all = all ? arithmetic(node_kind::sum, *all, *limit) : std::nullopt;
  }
  into.value = all.value_or(no_node);
  return into.value != no_node;
}

amount_plan compiler::evaluated(const plan::benefit& of) {
  if (of.how_much.form == amount_form::none) return {};
  amount_plan made;
  made.evaluated = std::make_unique<evaluated_amount>();
  auto& parts = *made.evaluated;
  std::uint32_t list = 0;
  if (of.items) {
    const auto from = this->list(*of.items);
    if (!from || !out_.lists[*from].kept.empty()) return {};
    list = *from;
    item_lists_[plan_.blocks[of.item_code].item] = list;
    parts.of_items = true;
    parts.column = out_.lists[list].column;
  }
  parts.is_up_to = of.how_much.form == amount_form::up_to;
  made.round = of.how_much.round;
  const auto frame = of.items ? out_.lists[list].frame : 0;
  const bool has_all =
      take_tiers(of.how_much, parts) && take_limits(of.how_much.limits, parts.limits) &&
      take_clauses(of.item_clauses, parts) && take_limits(of.total_limits, parts.total_limits);
  if (!has_all || !settle_frame(frame, parts, made)) return {};
  if (made.scale - made.places() > most_places) return {};
  if (of.items && !settle_total(list, parts, made)) return {};
  return made;
}

}  // namespace sudui::columns
