// The amount step by step, in the order the rule applies them. Bands are shown slice by slice.
//
// Tested by tests/unit/explain and tests/api/explain_test.cpp.

#include "explain/grants.hpp"

#include <utility>

#include "decide/amounts.hpp"

namespace sudui::explain {

namespace {

// An amount as a value: an interval is none, and is told through `after`.
value shown(const amount& how_much) {
  switch (how_much.is) {
    case amount::state::exact:
      return *how_much.low;
    case amount::state::null:
      return value::null();
    default:
      return {};
  }
}

bool differs(const amount& a, const amount& b) {
  return a.is != b.is || a.low != b.low || a.high != b.high;
}

// One step a band that pays: the slice of the base between its lower and upper end, times its rate.
void add_bands(const plan::trace& from, const decide::state& run, step& into) {
  if (from.of->kind != types::expr_kind::apply || from.of->code != values::op::marginal) return;
  const auto& base = run.registers[from.parts[0].held];
  const auto& bands = run.registers[from.parts[1].held];
  if (base.what != values::kind::number || bands.what != values::kind::list) return;
  decimal low(0);
  for (const auto& band : bands.list()) {
    const auto& to = band.list()[0];
    const auto& rate = band.list()[1];
    if (!(low < base.number) || rate.what != values::kind::number) return;
    const auto high =
        to.what == values::kind::number && to.number < base.number ? to.number : base.number;
    const auto slice = subtract(high, low);
    const auto share = slice ? multiply(*slice, rate.number) : std::nullopt;
    step made;
    made.what = step::kind::band;
    if (slice && share) {
      made.result = *share;
      made.formula = slice->to_string() + " * " + rate.number.to_string();
      made.label = {"段 " + low.to_string() + " - " + high.to_string(),
                    "band " + low.to_string() + " - " + high.to_string()};
    }
    made.unit = into.unit;
    into.parts.push_back(std::move(made));
    low = high;
  }
}

void add_bands_below(const plan::trace& from, const decide::state& run, step& into) {
  add_bands(from, run, into);
  for (const auto& part : from.parts) add_bands_below(part, run, into);
}

// `row 2`, or its label where it has one.
localized name_of_row(const types::typed_benefit& typed, std::size_t row) {
  const auto& from = *typed.rows[row].from;
  if (!from.label.zh.empty() || !from.label.en.empty()) return from.label;
  const auto& written = typed.from->by_tiers->rows;
  const auto number = std::to_string(&from - written.data() + 1);
  return {"第 " + number + " 行", "row " + number};
}

// No amount, since the hit policy is violated: a step that is null for that reason, and below it
// the rows with what each would pay.
step violation(const std::vector<std::size_t>& rows, const plan::policy_trace::of_benefit& notes,
               const types::typed_benefit& typed, step_maker& steps, const request& asked) {
  const auto& table = *typed.from->by_tiers;
  step made;
  made.what = step::kind::tier;
  made.result = value::null();
  made.why_null = "several-rows";
  made.formula = table.hit == model::hit_policy::unique ? "hit: unique" : "hit: any";
  made.unit = typed.unit;
  made.where = asked.place(table.where);
  for (const auto row : rows) {
    step each = steps.make(notes.amount[row]);
    each.what = step::kind::tier;
    each.label = name_of_row(typed, row);
    const auto space = made.label.zh.empty() ? "" : "，";
    made.label.zh += space + each.label.zh;
    made.label.en += (made.label.en.empty() ? "" : ", ") + each.label.en;
    made.parts.push_back(std::move(each));
  }
  return made;
}

}  // namespace

// The stages of decide and the traces of plan run in step: stage i + 1 is what limit i left. Items
// have lines of their own and no steps.
std::vector<step> amount_steps(const plan::benefit& what,
                               const plan::policy_trace::of_benefit& notes,
                               const types::typed_benefit& typed, step_maker& steps,
                               const request& asked, decide::state& run) {
  std::vector<step> made;
  if (what.how_much.form == types::amount_form::none || what.items) return made;
  const auto staged = decide::stages_of(what.how_much, run);
  const bool has_rows = what.how_much.form == types::amount_form::tiers;
  const auto row = staged.row.value_or(0);
  if ((!has_rows || staged.row) && row < notes.amount.size()) {
    step first = steps.make(notes.amount[row]);
    add_bands_below(notes.amount[row], run, first);
    if (has_rows) {
      first.what = step::kind::tier;
      if (row < typed.rows.size()) first.label = typed.rows[row].from->label;
    }
    made.push_back(std::move(first));
  }
  if (!staged.violating.empty()) {
    made.push_back(violation(staged.violating, notes, typed, steps, asked));
  }
  for (std::size_t i = 0; i < notes.limits.size(); ++i) {
    step each = steps.make(notes.limits[i]);
    each.what = step::kind::limit;
    each.relation = what.how_much.limits[i].is_maximum ? "<=" : ">=";
    each.after = staged.stages[i + 1];
    each.bit = differs(staged.stages[i], staged.stages[i + 1]);
    const auto& cite = typed.limits[i].from->cite;
    if (cite.is_given()) each.cite = asked.cite(cite);
    made.push_back(std::move(each));
  }
  if (what.how_much.round) {
    step last;
    last.what = step::kind::rounding;
    last.result = shown(staged.stages.back());
    last.after = staged.stages.back();
    last.unit = typed.unit;
    last.bit = differs(staged.stages[staged.stages.size() - 2], staged.stages.back());
    last.where = asked.place(what.how_much.round->where);
    last.formula = asked.text(what.how_much.round->where);
    made.push_back(std::move(last));
  }
  return made;
}

}  // namespace sudui::explain
