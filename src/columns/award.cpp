// Amounts of a batch, company by company, as the answer is ordered. Plain amounts are written in
// that order at once (award_slots). Every other benefit that columns can work out is read for all
// its winners of a chunk and written to its places, and what is left (odd companies, what has no
// column form) is asked of the row executor, so that a company is bound once. What decisions wait
// for comes with it, from the truths of the chunk where they tell.
//
// Tested by tests/unit/columns/match_test.cpp and, against the row executor, by tests/property.

#include <algorithm>
#include <bit>

#include "columns/match.hpp"

namespace sudui::columns {

namespace {
constexpr std::array<amount_kind, 10> make_kinds() {
  constexpr std::array states = {amount::state::unknown, amount::state::interval,
                                 amount::state::interval, amount::state::interval,
                                 amount::state::null};
  std::array<amount_kind, 10> made{};
  for (std::size_t i = 0; i < made.size(); ++i) {
    const auto has = static_cast<std::uint8_t>(i / 2);
    made[i] = {states[has], has, 0, amount_kind::place::here};
  }
  made[2 * has_both + 1].is = amount::state::exact;
  return made;
}
}  // namespace

constexpr std::array<amount_kind, 10> kind_table::all = make_kinds();

amount awards::how_much(const award& of) const {
  amount made;
  write(of, made);
  return made;
}

void awards::write(const award& of, amount& into) const {
  if (of.kind.told == amount_kind::place::aside) {
    into = aside[static_cast<std::size_t>(of.low)];
    return;
  }
  into.is = of.kind.is;
  if ((of.kind.has & has_low) != 0) into.low = decimal::scaled(of.low, -of.kind.places);
  if ((of.kind.has & has_high) != 0) into.high = decimal::scaled(of.high, -of.kind.places);
}

void awards::put(award& into, const amount& from) {
  into.kind = {from.is, has_none, 0, amount_kind::place::aside};
  into.low = static_cast<std::int64_t>(aside.size());
  aside.push_back(from);
}

// All that are awarded or may be. By counting: policies come in order, so each row's decisions do
// too.
void executor::list_possible(const verdicts& of, std::size_t first, std::size_t count) {
  const auto policies = static_cast<std::uint32_t>(compiled_->of->policies.size());
  const auto place = first / kernels::word_bits;
  places_.assign(count + 1, 0);
  for (std::uint32_t i = 0; i < policies; ++i) {
    kernels::each_bit(of.possible(i) + place, count, [&](std::size_t row) { ++places_[row + 1]; });
  }
  for (std::size_t row = 0; row < count; ++row) places_[row + 1] += places_[row];
  decided_.resize(places_[count]);
  for (std::uint32_t i = 0; i < policies; ++i) {
    const auto* eligible = of.eligible(i) + place;
    kernels::each_bit(of.possible(i) + place, count, [&](std::size_t row) {
      decided_[places_[row]++] = {static_cast<std::uint32_t>(first + row), i,
                                  !kernels::bit_at(eligible, row)};
    });
  }
}

// One benefit of all its winners; what columns do not tell is left open.
void executor::write_others(const award_slots::others& of, std::span<columns::award> out) {
  const auto& plan = compiled_->program.amounts[of.policy][of.benefit];
  const auto put = [&](std::size_t i, amount_kind kind, std::int64_t low, std::int64_t high) {
    out[of.places[i]] = {{of.rows[i], of.policy, of.benefit, kind}, low, high};
  };
  if (!is_told(plan)) {
    for (std::size_t i = 0; i < of.rows.size(); ++i) put(i, amount_kind{}, 0, 0);
    open_awards_ += of.rows.size();
  } else if (plan.upper) {
    amounts_.read(plan, of.rows,
                  [&](std::size_t i, amount_kind kind, std::int64_t low, std::int64_t high) {
                    put(i, kind, low, high);
                    if (kind.told == amount_kind::place::open) ++open_awards_;
                  });
  } else {
    amounts_.read(plan, of.rows, put);
  }
}

// Columns do not hold what an odd company has given.
void executor::open_odd(std::size_t first, std::size_t count, std::span<columns::award> out) {
  const auto begin = asked_->odd().lower_bound(static_cast<std::uint32_t>(first));
  const auto end = asked_->odd().lower_bound(static_cast<std::uint32_t>(first + count));
  for (auto at = begin; at != end; ++at) {
    for (auto& each : slots_.of_row(at->first, out)) {
      each = {{each.row, each.policy, each.benefit, amount_kind{}}, 0, 0};
      ++open_awards_;
    }
  }
}

bool executor::is_told(const amount_plan& what) const {
  if (what.linear) return runner_.is_bounded(what.linear->formula);
  return what.value != no_node && runner_.is_usable(what.value) &&
         std::all_of(what.needs().begin(), what.needs().end(),
                     [&](node_id each) { return runner_.is_usable(each); });
}

bool executor::is_odd(std::uint32_t row) const {
  return !asked_->odd().empty() && asked_->odd().contains(row);
}

// A company is entered once, and only when there is something to ask.
lane& executor::lane_at(std::size_t row) {
  if (entered_ != row) lane_.enter(row);
  entered_ = row;
  return lane_;
}

// The truths of the chunk are those of the last run, where a batch has no other chunk. Amounts may
// need more.
void executor::take_chunk(const batch& from, std::size_t first, std::size_t count) {
  const auto& needed = compiled_->program.for_amounts;
  if (needed.empty()) return;
  if (chunk_ != first) {
    runner_.start(first, count);
    has_amounts_ = false;
  }
  chunk_ = first;
  if (!has_amounts_) runner_.run_only(needed);
  has_amounts_ = true;
  entered_ = from.rows();  // the runner may ask the lane as well
  amounts_.take(runner_, first);
}

void executor::take_waits(const batch& from, std::size_t first, std::size_t count) {
  if (chunk_ != first) {
    runner_.start(first, count);
    has_amounts_ = false;
  }
  chunk_ = first;
  runner_.run_to(static_cast<node_id>(compiled_->program.for_conditions));
  entered_ = from.rows();
  waits_.take(from, runner_, first);
}

// How many inputs an undetermined decision waits for.
std::uint32_t executor::read_waits(const decided& of, waits& into) {
  const auto begin = into.inputs.size();
  if (is_odd(of.row) || open_[of.policy] || !waits_.read(of.policy, of.row, into.inputs)) {
    const auto& inputs = lane_at(of.row).missing(of.policy);
    into.inputs.insert(into.inputs.end(), inputs.begin(), inputs.end());
  }
  return static_cast<std::uint32_t>(into.inputs.size() - begin);
}

namespace {
bool is_waiting(const columns::award& of) {
  return of.kind.is == amount::state::interval || of.kind.is == amount::state::unknown;
}
}  // namespace

// What is left of one decision.
void executor::ask_row(const decided& of, std::span<columns::award> those, columns::awards& out,
                       waits* also) {
  wait made{of.row, of.policy, 0, 0};
  if (also != nullptr && of.is_open) made.of_verdict = read_waits(of, *also);
  amount_inputs_.clear();
  for (auto& each : those) {
    if (!each.is_open()) {
      const auto& plan = compiled_->program.amounts[of.policy][each.benefit];
      if (also == nullptr || !is_waiting(each)) continue;
      if (!plan.evaluated) {
        amounts_.add_missing(plan, of.row, amount_inputs_);
      } else if (!waits_.read_amount(plan, of.row, amount_inputs_)) {
        lane_.add_missing(lane_at(of.row).amount_of(of.policy, each.benefit), amount_inputs_);
      }
      continue;
    }
    const auto given = lane_at(of.row).amount_of(of.policy, each.benefit);
    out.put(each, given.how_much);
    if (also != nullptr) lane_.add_missing(given, amount_inputs_);
  }
  if (also == nullptr) return;
  also->inputs.insert(also->inputs.end(), amount_inputs_.begin(), amount_inputs_.end());
  made.of_amounts = static_cast<std::uint32_t>(amount_inputs_.size());
  if (made.of_verdict + made.of_amounts > 0) also->all.push_back(made);
}

// Of every decision what it waits for, and what columns have not told of its awards.
void executor::ask_decisions(columns::awards& out, std::size_t begin, waits& also) {
  auto at = begin;
  for (const auto& each : decided_) {
    const auto count = compiled_->of->policies[each.policy].benefits.size();
    ask_row(each, std::span(out.all).subspan(at, count), out, &also);
    at += count;
  }
}

// Of the decisions for certain: few of their amounts leave anything to ask.
void executor::ask_awards(columns::awards& out, std::size_t begin, waits* also) {
  const auto all = std::span(out.all).subspan(begin);
  const auto asks = [&](const columns::award& each) {
    return each.is_open() || (also != nullptr && is_waiting(each));
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!asks(all[i])) continue;
    const auto is_same = [&, policy = all[i].policy, row = all[i].row](std::size_t other) {
      return all[other].policy == policy && all[other].row == row;
    };
    auto first = i;
    auto last = i;
    while (first > 0 && is_same(first - 1)) --first;
    while (last + 1 < all.size() && is_same(last + 1)) ++last;
    ask_row({all[i].row, all[i].policy, false}, all.subspan(first, last + 1 - first), out, also);
    i = last;
  }
}

void executor::award(const batch& from, const verdicts& of, whose wanted, columns::awards& out,
                     waits* also) {
  award(from, {0, from.rows()}, of, wanted, out, also);
}

void executor::award(const batch& from, row_range those, const verdicts& of, whose wanted,
                     columns::awards& out, waits* also) {
  if (also != nullptr) {
    also->all.clear();
    also->inputs.clear();
  }
  out.aside.clear();
  asked_ = &from;
  entered_ = from.rows();
  lane_.take(from);
  amounts_.take(from);
  const auto place_of = [&](std::uint32_t policy) {
    return wanted == whose::eligible ? of.eligible(policy) : of.possible(policy);
  };
  std::size_t end = 0;
  for (auto first = those.first; first < those.end; first += chunk_rows_) {
    const auto count = std::min(chunk_rows_, those.end - first);
    const auto begin = end;
    slots_.start(from, first, count,
                 [&](const linear_form& each) { return runner_.is_bounded(each); });
    end += slots_.list(
        [&](std::uint32_t policy) { return place_of(policy) + first / kernels::word_bits; });
    if (out.all.size() < end) out.all.resize(end);
    const auto these = std::span(out.all).subspan(begin, end - begin);
    open_awards_ = 0;
    slots_.write(these);
    take_chunk(from, first, count);
    slots_.each_other([&](const award_slots::others& each) { write_others(each, these); });
    open_odd(first, count, these);
    if (also == nullptr && open_awards_ == 0) continue;
    if (wanted == whose::eligible || also == nullptr) {
      waits_.take(from, runner_, first);
      ask_awards(out, begin, also);
    } else {
      list_possible(of, first, count);
      take_waits(from, first, count);
      ask_decisions(out, begin, *also);
    }
  }
  out.all.resize(end);
}

}  // namespace sudui::columns
