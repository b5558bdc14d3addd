// Tables over the different values of a column. A batch of a million companies has some hundred
// regions and some ten thousand days, so that even a dear operator costs next to nothing a row.
// What has been worked out stays for the next batch, as long as the column keeps its dictionary.
//
// Tested by tests/unit/columns/tables_test.cpp.

#include "columns/tables.hpp"

#include <algorithm>

#include "decide/row.hpp"

namespace sudui::columns {

using values::cell;

namespace {
state to_state(const cell& held) {
  if (held.is_unknown()) return state::unknown;
  if (held.is_null()) return state::null;
  return held.is_true() ? state::yes : state::no;
}
}  // namespace

state value_table::evaluate(const cell& held, decide::state& run) const {
  run.prepare(plan_);
  run.registers[from_.source] = held.is_unknown() ? cell::unknown(run.missing.leaf({})) : held;
  decide::run_code(plan_, from_.code, run);
  return to_state(run.registers[from_.result]);
}

void value_table::take(std::size_t position, state held) {
  states_[position] = held;
  is_set_[position] = true;
  is_decided_ = is_decided_ && (held == state::yes || held == state::no);
}

void value_table::cover_texts(const dictionary& texts, decide::state& run) {
  if (texts_ != &texts) {
    texts_ = &texts;
    is_decided_ = true;
    states_.assign(1, state::no);
    is_set_.assign(1, true);
  }
  for (auto code = static_cast<std::uint32_t>(states_.size()); code < texts.size(); ++code) {
    states_.push_back(state::no);
    is_set_.push_back(false);
    take(code, evaluate(cell::of(texts.text(code)), run));
  }
}

void value_table::cover_days(const column& in, decide::state& run) {
  const auto count = static_cast<std::size_t>(in.last_day - in.first_day) + 1;
  if (states_.empty() || in.first_day < first_day_ ||
      in.last_day >= first_day_ + static_cast<std::int32_t>(states_.size())) {
    states_.assign(count, state::no);
    is_set_.assign(count, false);
    first_day_ = in.first_day;
    is_decided_ = true;
  }
  const auto rows = in.days.size();
  for (std::size_t row = 0; row < rows; ++row) {
    const auto position = static_cast<std::size_t>(in.days[row] - first_day_);
    if (!is_set_[position] && in.known.at(row)) {
      take(position, evaluate(cell::of_day(in.days[row]), run));
    }
  }
}

void value_table::cover(const column& in, decide::state& run) {
  if (!is_started_) {
    is_started_ = true;
    unknown_ = evaluate(cell::unknown(0), run);
    null_ = evaluate(cell::null(values::null_reason::given), run);
  }
  if (in.kind.of == form::text) {
    cover_texts(*in.texts, run);
  } else {
    cover_days(in, run);
  }
}

}  // namespace sudui::columns
