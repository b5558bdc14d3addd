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

// Days stand for themselves. What has more places than the table's scale makes it unfit.
value_table::coded value_table::to_number(const cell& held) {
  if (!held.is_known()) return {held.is_null() ? state::null : state::unknown, 0};
  const auto whole = held.what == values::kind::date     ? std::optional<std::int64_t>(held.day)
                     : held.what == values::kind::number ? to_scaled(held.number, from_.scale)
                                                         : std::nullopt;
  fits_ = fits_ && whole.has_value();
  const auto number = whole.value_or(0);
  greatest_ = std::max(greatest_, static_cast<std::uint64_t>(number < 0 ? -number : number));
  return {state::yes, number};
}

value_table::coded value_table::evaluate(const cell& held, decide::state& run) {
  run.registers[from_.source] = held.is_unknown() ? cell::unknown(run.missing.leaf({})) : held;
  decide::run_code(plan_, from_.code, run);
  const auto& made = run.registers[from_.result];
  return from_.gives_number ? to_number(made) : coded{to_state(made), 0};
}

void value_table::make_size(std::size_t size) {
  states_.resize(size, state::no);
  if (from_.gives_number) numbers_.resize(size);
}

void value_table::take(std::size_t position, coded held) {
  states_[position] = held.is;
  if (from_.gives_number) numbers_[position] = held.number;
  is_decided_ = is_decided_ && (held.is == state::yes || held.is == state::no);
}

void value_table::cover_texts(const dictionary& texts, decide::state& run) {
  make_size(texts.size());
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
  states_.clear();
  make_size(size);
  count_ = 0;
}

void value_table::cover_days(const column& in, decide::state& run) {
  make_room(in);
  for (; count_ < in.met->all().size(); ++count_) {
    const auto day = in.met->all()[count_];
    take(static_cast<std::size_t>(day - first_day_), evaluate(cell::of_day(day), run));
  }
}

bool value_table::cover(const column& in, decide::state& run) {
  const bool is_text = in.kind.of == form::text;
  const void* values = in.met.get();
  if (is_text) values = in.texts.get();
  const auto count = is_text ? in.texts->size() : in.met->all().size();
  if (values == covered_.get() && count == count_) return false;
  run.prepare(plan_);  // once for all values: none reads what another has left
  if (covered_ == nullptr) {
    unknown_ = evaluate(cell::unknown(0), run);
    null_ = evaluate(cell::null(values::null_reason::given), run);
  }
  if (values != covered_.get()) {
    count_ = 0;
    states_.clear();
    is_decided_ = true;
    covered_ = is_text ? std::shared_ptr<const void>(in.texts) : in.met;
  }
  if (is_text) {
    cover_texts(*in.texts, run);
  } else {
    cover_days(in, run);
  }
  return true;
}

}  // namespace sudui::columns
