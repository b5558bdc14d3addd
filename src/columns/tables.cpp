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
  is_decided_ = is_decided_ && (held == state::yes || held == state::no);
}

void value_table::cover_texts(const dictionary& texts, decide::state& run) {
  states_.resize(texts.size(), state::no);
  for (auto code = std::max<std::size_t>(count_, 1); code < texts.size(); ++code) {
    take(code, evaluate(cell::of(texts.text(static_cast<std::uint32_t>(code))), run));
  }
  count_ = texts.size();
}

// Days are positions from the first day on; where the range grows, all move.
void value_table::make_room(const column& in) {
  const auto size = static_cast<std::size_t>(in.last_day - in.first_day) + 1;
  if (first_day_ == in.first_day && states_.size() == size) return;
  first_day_ = in.first_day;
  states_.assign(size, state::no);
  count_ = 0;
}

void value_table::cover_days(const column& in, decide::state& run) {
  make_room(in);
  for (; count_ < in.met->all.size(); ++count_) {
    const auto day = in.met->all[count_];
    take(static_cast<std::size_t>(day - first_day_), evaluate(cell::of_day(day), run));
  }
}

bool value_table::cover(const column& in, decide::state& run) {
  const bool is_text = in.kind.of == form::text;
  const auto values = is_text ? std::shared_ptr<const void>(in.texts) : in.met;
  const auto count = is_text ? in.texts->size() : in.met->all.size();
  if (values == covered_ && count == count_) return false;
  if (covered_ == nullptr) {
    unknown_ = evaluate(cell::unknown(0), run);
    null_ = evaluate(cell::null(values::null_reason::given), run);
  }
  if (values != covered_) {
    count_ = 0;
    states_.clear();
    is_decided_ = true;
    covered_ = values;
  }
  if (is_text) {
    cover_texts(*in.texts, run);
  } else {
    cover_days(in, run);
  }
  return true;
}

}  // namespace sudui::columns
