// Where columns stop, one company goes on: clauses that columns could not take, amounts, and what
// an undetermined decision waits for. The operators are the row executor's, the values are the
// columns'; a company with a value that no column holds is bound from its profile as given.
//
// Tested by tests/unit/columns/lanes_test.cpp and, against the row executor, by tests/property.

#include "columns/lanes.hpp"

#include "decide/outcomes.hpp"
#include "decide/row.hpp"

namespace sudui::columns {

using values::missing_graph;

lane::lane(const plan::plan& of)
    : plan_(of),
      slices_(of),
      years_(of.inputs.size()),
      computed_(of.blocks.front().code.size()),
      bound_(of.inputs.size()) {}

void lane::take(const batch& from) { batch_ = &from; }

void lane::enter(std::size_t row) {
  row_ = row;
  ++visit_;
  run_.prepare(plan_);
  const auto& odd = batch_->odd();
  const auto found = odd.find(static_cast<std::uint32_t>(row));
  is_whole_ = found != odd.end();
  if (!is_whole_) return;
  decide::bind_profile(plan_, found->second, run_);
  decide::run_block(plan_, 0, run_);
}

void lane::bind(std::uint32_t input) {
  if (bound_[input] == visit_) return;
  bound_[input] = visit_;
  const auto& places = batch_->places();
  const auto& columns = batch_->companies().columns;
  auto& bound = run_.inputs[input];
  bound.is_given = true;
  const auto cell_of = [&](std::uint32_t column) {
    const auto leaf = run_.missing.leaf({missing_graph::input::source::field,
                                         plan_.inputs[input].field, places.places[column].year});
    return cell_at(columns[column], row_, leaf, run_.memory);
  };
  if (!plan_.inputs[input].is_yearly) {
    bound.held = cell_of(places.of_input[input].front());
    return;
  }
  auto& years = years_[input];
  years.clear();
  if (places.asks_any_year[input]) {
    for (const auto& each : batch_->years(input, row_)) years.push_back(each);
    for (auto& each : years) {
      if (each.held.is_unknown()) {
        each.held = values::cell::unknown(run_.missing.leaf(
            {missing_graph::input::source::field, plan_.inputs[input].field, each.year}));
      }
    }
  } else {
    for (const auto column : places.of_input[input]) {
      years.push_back({places.places[column].year, cell_of(column)});
    }
  }
  bound.years = years;
}

void lane::compute(const slice& what) {
  if (is_whole_) return;
  for (const auto input : what.inputs) bind(input);
  const auto& main = plan_.blocks.front().code;
  for (const auto position : what.code) {
    if (computed_[position] == visit_) continue;
    computed_[position] = visit_;
    decide::run_code(plan_, {&main[position], 1}, run_);
  }
}

outcome lane::all_met(std::uint32_t policy) {
  compute(slices_.clauses(policy));
  return decide::all_met(plan_.policies[policy].clauses, run_);
}

decide::awarded lane::amount_of(std::uint32_t policy, std::size_t benefit) {
  compute(slices_.amount(policy, static_cast<std::uint32_t>(benefit)));
  const auto& what = plan_.policies[policy].benefits[benefit];
  decide::run_block(plan_, what.code, run_);
  lines_.clear();
  return decide::amount_of(plan_, what, run_, lines_);
}

const values::cell& lane::value_of(plan::reg which, const slice& needs) {
  compute(needs);
  return run_.registers[which];
}

const values::cell& lane::value_in(std::uint32_t block, plan::reg which, const slice& needs) {
  compute(needs);
  decide::run_block(plan_, block, run_);
  return run_.registers[which];
}

const std::vector<missing_graph::input>& lane::missing(std::uint32_t policy) {
  compute(slices_.clauses(policy));
  run_.wanted.clear();
  if (const auto node = decide::what_is_missing(plan_.policies[policy].clauses, run_)) {
    run_.missing.collect(*node, run_.wanted);
  }
  return run_.wanted;
}

void lane::add_missing(const decide::awarded& of, std::vector<missing_graph::input>& into) {
  if (of.missing) run_.missing.collect(*of.missing, into);
}

}  // namespace sudui::columns
