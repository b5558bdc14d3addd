// One step a trace that says something: comparisons with both sides, the inputs and parameters
// read, definitions by name, quantifiers with their counts. Arithmetic between them is one
// calculation whose parts are what it reads, so that an explanation stays as short as the formula.
//
// The distance of a comparison is how far the left side is from the limit, in its own unit. For a
// quotient a/b against c it is |c*b - a|, in the unit of a: "short by 640,000 yuan of R&D" says
// more than "short by 0.8 %".
//
// Tested by tests/unit/explain and tests/api/explain_test.cpp.

#include "explain/steps.hpp"

#include <algorithm>
#include <utility>

#include "decide/outcomes.hpp"
#include "decide/row.hpp"
#include "explain/entry_read.hpp"
#include "types/cells.hpp"

namespace sudui::explain {

using types::expr_kind;
using values::cell;
using values::op;

namespace {

// The codes that `step::why_null` bears; report has the words for them.
std::string reason_word(std::uint32_t why) {
  switch (static_cast<values::null_reason>(why)) {
    case values::null_reason::given:
      return "given";
    case values::null_reason::division_by_zero:
      return "division-by-zero";
    case values::null_reason::overflow:
      return "overflow";
    case values::null_reason::no_element:
      return "no-element";
    case values::null_reason::no_entry:
      return "no-entry";
    case values::null_reason::bad_argument:
      return "bad-argument";
    case values::null_reason::null_operand:
      return "null-operand";
    case values::null_reason::several_rows:
      return "several-rows";
  }
  return {};
}

// As FEEL writes them; empty for an operator that compares nothing. Traces keep the operator of the
// formula, also where the plan compares quotients.
std::string relation_of(op code) {
  switch (code) {
    case op::equal:
      return "=";
    case op::not_equal:
      return "!=";
    case op::less:
      return "<";
    case op::less_equal:
      return "<=";
    case op::greater:
      return ">";
    case op::greater_equal:
      return ">=";
    default:
      return {};
  }
}

std::string join_of(op code) {
  return code == op::logic_and ? "and" : code == op::logic_or ? "or" : "not";
}

bool is_logic(op code) {
  return code == op::logic_and || code == op::logic_or || code == op::logic_not;
}

// Registers of a row of a decision table: its test, maybe its rank, its output; 0: no table.
std::size_t row_width(op code) {
  switch (code) {
    case op::table_unique:
    case op::table_any:
    case op::table_first:
    case op::table_rows:
      return 2;
    case op::table_priority:
    case op::table_output_order:
      return 3;
    default:
      return 0;
  }
}

std::string unit_of(const types::type& of) {
  return of.is(types::type_kind::number) ? of.in.to_string() : std::string();
}

}  // namespace

value step_maker::held_in(plan::reg which, const types::type& as) const {
  return types::to_value(run_.registers[which], as);
}

// What every step has: its text, its place, its value, its unit.
step step_maker::base(const plan::trace& from) {
  step made;
  made.formula = what_.text(from.of->where);
  made.result = held_in(from.held, from.of->of);
  made.unit = unit_of(from.of->of);
  made.is_ratio = from.of->of.is(types::type_kind::number) && from.of->of.in.is_one();
  made.where = what_.place(from.of->where);
  const auto& held = run_.registers[from.held];
  if (held.is_null()) made.why_null = reason_word(held.why);
  return made;
}

step step_maker::make(const plan::trace& from) {
  step made = base(from);
  switch (from.of->kind) {
    case expr_kind::constant:
    case expr_kind::local:
    case expr_kind::year:
    case expr_kind::as_of:
      made.what = step::kind::constant;
      return made;
    case expr_kind::field:
    case expr_kind::field_range:
      return of_field(from, std::move(made));
    case expr_kind::parameter:
      return of_parameter(from, std::move(made));
    case expr_kind::call:
      return of_call(from, std::move(made));
    case expr_kind::some:
    case expr_kind::every:
      return of_loop(from, std::move(made));
    case expr_kind::apply:
      return of_apply(from, std::move(made));
    default:
      // Of a filter and of `for` only the list: their bodies hold what the last item left there.
      if (!from.parts.empty()) add_part(from.parts.front(), made);
      return made;
  }
}

// The year shown is the one that was read, not the one that was written: `revenue(year - 1)` is
// that of 2020.
step step_maker::of_field(const plan::trace& from, step made) {
  const auto& field = what_.names.fields[from.of->index];
  made.what = step::kind::input;
  made.label = field.label;
  made.holder = field.holder;
  if (from.of->kind == expr_kind::field && !from.parts.empty()) {
    const auto& year = run_.registers[from.parts[0].held];
    if (year.what == values::kind::number) {
      if (const auto whole = year.number.to_int64()) made.year = static_cast<int>(*whole);
    }
  }
  return made;
}

// What a parameter was looked up by is worth showing where it came from the company, such as its
// region.
step step_maker::of_parameter(const plan::trace& from, step made) {
  made.what = step::kind::parameter;
  made.label = what_.names.parameters[from.of->index].label;
  const cell key = from.parts.empty() ? cell{} : run_.registers[from.parts[0].held];
  const auto& lowered = plan_.policies.front();
  const auto day = plan::policy_day(*what_.rules->policies[lowered.index].from, what_.on);
  const auto* entry = entry_read(*what_.rules, from.of->index, what_.on, day, key);
  if (entry != nullptr && !made.result.is_null()) made.cite = what_.cite(entry->cite);
  for (const auto& part : from.parts) {
    if (part.of->kind != expr_kind::constant) made.parts.push_back(make(part));
  }
  return made;
}

// Of the parts only the last, the body: the arguments are in it where it reads them.
step step_maker::of_call(const plan::trace& from, step made) {
  // Behind the definitions are the policies, for what they do to a field.
  const auto& definitions = what_.rules->from->definitions;
  const auto index = from.of->index;
  made.what = step::kind::definition;
  made.label = index < definitions.size()
                   ? definitions[index].label
                   : what_.rules->from->policies[index - definitions.size()].title;
  if (!from.parts.empty()) made.parts.push_back(make(from.parts.back()));
  return made;
}

step step_maker::of_loop(const plan::trace& from, step made) {
  made.what = step::kind::quantifier;
  count_items(from, made);
  made.parts.push_back(make(from.parts[0]));
  return made;
}

// Runs the loop's body once more an item, to count; registers of a body are nobody's after its
// loop.
void step_maker::count_items(const plan::trace& from, step& made) {
  const cell list = run_.registers[from.parts[0].held];
  if (list.what != values::kind::list) return;
  const auto& body = plan_.blocks[from.block];
  for (const auto& item : list.list()) {
    ++made.item_count;
    decide::run_item(plan_, from.block, item, run_);
    const auto held = decide::to_outcome(run_.registers[body.result]);
    if (held == outcome::met) ++made.items_met;
    if (held == outcome::unknown) ++made.items_unknown;
  }
}

// Comparisons and logic keep their operands as they are; any other operator is one calculation.
step step_maker::of_apply(const plan::trace& from, step made) {
  if (!relation_of(from.of->code).empty()) return of_comparison(from, std::move(made));
  if (is_logic(from.of->code)) {
    made.what = step::kind::logic;
    made.join = join_of(from.of->code);
    for (const auto& part : from.parts) made.parts.push_back(make(part));
    return made;
  }
  made.what = step::kind::calculation;
  if (from.of->code == op::choose) {
    add_branch(from, made);
  } else if (const auto width = row_width(from.of->code); width != 0) {
    add_rows(from, width, made);
  } else {
    add_parts(from, made);
  }
  return made;
}

// Of an `if`, the condition and the branch taken; where nobody knows which, the condition alone.
void step_maker::add_branch(const plan::trace& from, step& made) {
  const auto& condition = run_.registers[from.parts[0].held];
  plan::trace taken;
  taken.parts.push_back(from.parts[0]);
  if (!condition.is_unknown()) taken.parts.push_back(from.parts[condition.is_true() ? 1 : 2]);
  add_parts(taken, made);
}

// Of a table the rows that apply or may apply, by number, each with its test and what it gives.
void step_maker::add_rows(const plan::trace& from, std::size_t width, step& made) {
  std::string numbers;
  for (std::size_t at = 1; at + width <= from.parts.size(); at += width) {
    const auto& test = run_.registers[from.parts[at].held];
    if (!test.is_true() && !test.is_unknown()) continue;
    const auto number = std::to_string(at / width + 1);
    numbers += (numbers.empty() ? "" : ", ") + number;
    step row = make(from.parts[at + width - 1]);
    row.what = step::kind::tier;
    row.label = {"第 " + number + " 行", "row " + number};
    row.parts.insert(row.parts.begin(), make(from.parts[at]));
    made.parts.push_back(std::move(row));
  }
  made.label = numbers.empty() ? localized{"没有适用的行", "no row applies"}
                               : localized{"第 " + numbers + " 行", "rows " + numbers};
}

// If one side is a ratio, both are read as such: 5 % is a bare number in itself.
step step_maker::of_comparison(const plan::trace& from, step made) {
  made.what = step::kind::comparison;
  made.relation = relation_of(from.of->code);
  for (const auto& part : from.parts) made.parts.push_back(make(part));
  const bool ratios = made.parts[0].is_ratio || made.parts[1].is_ratio;
  for (auto& part : made.parts) part.is_ratio = ratios;
  made.is_ratio = ratios;
  set_distance(from, made);
  return made;
}

namespace {
const decimal* number_in(const cell& held) {
  return held.what == values::kind::number ? &held.number : nullptr;
}

std::optional<decimal> away(const std::optional<decimal>& from, const decimal& to) {
  if (!from) return std::nullopt;
  const auto gap = subtract(*from, to);
  if (!gap) return std::nullopt;
  return gap->is_negative() ? negate(*gap) : *gap;
}

// The trace that gives the quotient's operands: through definitions, whose last part is their body.
const plan::trace* quotient_trace(const plan::trace& from) {
  const auto* now = &from;
  while (now->of->kind == expr_kind::call && !now->parts.empty()) now = &now->parts.back();
  const bool divides = now->of->kind == expr_kind::apply && now->of->code == op::number_divide;
  return divides && now->parts.size() == 2 ? now : nullptr;
}
}  // namespace

// The left side against the right, or, where the left side is a quotient, its upper part against
// what it would have to be. What is counted takes its label along.
void step_maker::set_distance(const plan::trace& from, step& made) {
  const bool is_ordering = from.of->code != op::equal && from.of->code != op::not_equal;
  const auto* left = number_in(run_.registers[from.parts[0].held]);
  const auto* right = number_in(run_.registers[from.parts[1].held]);
  if (!is_ordering || left == nullptr || right == nullptr) return;
  const auto* quotient = quotient_trace(from.parts[0]);
  const auto* above =
      quotient == nullptr ? nullptr : number_in(run_.registers[quotient->parts[0].held]);
  const auto* below =
      quotient == nullptr ? nullptr : number_in(run_.registers[quotient->parts[1].held]);
  if (above == nullptr || below == nullptr) {
    made.distance = away(*right, *left);
    made.distance_unit = made.parts[0].unit;
    made.distance_of = made.parts[0].label;
    return;
  }
  made.distance = away(multiply(*right, *below), *above);
  const auto counted = make(quotient->parts[0]);
  made.distance_unit = counted.unit;
  made.distance_of = counted.label;
  if (made.distance_of.zh.empty()) made.distance_of = {counted.formula, counted.formula};
}

// What a calculation reads: its inputs, parameters, definitions and comparisons, wherever they
// stand in it.
void step_maker::add_parts(const plan::trace& from, step& made) {
  for (const auto& part : from.parts) add_part(part, made);
}

// Takes calculations apart until something with a name of its own is left.
void step_maker::add_part(const plan::trace& part, step& made) {
  step inner = make(part);
  if (inner.what == step::kind::constant) return;
  if (inner.what == step::kind::calculation) {
    std::move(inner.parts.begin(), inner.parts.end(), std::back_inserter(made.parts));
  } else {
    made.parts.push_back(std::move(inner));
  }
}

}  // namespace sudui::explain
