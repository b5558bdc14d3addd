// Amounts of a batch, company by company, as the answer is ordered. Winners stand in bitmaps a
// policy, so places come first: rows are listed policy by policy and counted company by company.
// Then every benefit that columns can work out is read for all its winners of a chunk at once and
// written to its places, and what is left (odd companies, what has no column form) is asked of the
// row executor, so that a company is bound once. What decisions wait for comes with it, from the
// truths of the chunk where they tell.
//
// Cost: 7 to 10 ns a linear amount. Tested by tests/unit/columns/match_test.cpp and, against the
// row executor, by tests/property.

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
  if (of.kind.told == amount_kind::place::aside) return aside[static_cast<std::size_t>(of.low)];
  amount made;
  made.is = of.kind.is;
  if ((of.kind.has & has_low) != 0) made.low = decimal::scaled(of.low, -of.kind.places);
  if ((of.kind.has & has_high) != 0) made.high = decimal::scaled(of.high, -of.kind.places);
  return made;
}

void awards::put(award& into, const amount& from) {
  into.kind = {from.is, has_none, 0, amount_kind::place::aside};
  into.low = static_cast<std::int64_t>(aside.size());
  aside.push_back(from);
}

// By counting: policies come in order, so each row's decisions do too.
void executor::list_decisions(const verdicts& of, whose wanted, std::size_t first,
                              std::size_t count) {
  const auto policies = static_cast<std::uint32_t>(compiled_->of->policies.size());
  const auto place = first / kernels::word_bits;
  const auto bits_of = [&](std::size_t policy) {
    return (wanted == whose::eligible ? of.eligible(policy) : of.possible(policy)) + place;
  };
  places_.assign(count + 1, 0);
  for (std::uint32_t i = 0; i < policies; ++i) {
    kernels::each_bit(bits_of(i), count, [&](std::size_t row) { ++places_[row + 1]; });
  }
  for (std::size_t row = 0; row < count; ++row) places_[row + 1] += places_[row];
  decided_.resize(places_[count]);
  for (std::uint32_t i = 0; i < policies; ++i) {
    const auto* eligible = of.eligible(i) + place;
    kernels::each_bit(bits_of(i), count, [&](std::size_t row) {
      decided_[places_[row]++] = {static_cast<std::uint32_t>(first + row), i,
                                  !kernels::bit_at(eligible, row)};
    });
  }
}

namespace {
// Positions of set bits, four at a time whether there are so many or not: most words of a policy
// have no more, and a loop of one or two turns would be mispredicted in nearly every word. Writes
// up to one place too far.
std::uint32_t* put_positions(word left, std::uint32_t first, std::uint32_t* out) {
  constexpr word last = word{1} << (kernels::word_bits - 1);  // of no bit there is no position
  while (left != 0) {
    for (int i = 0; i < 4; ++i) {
      *out = first + static_cast<std::uint32_t>(std::countr_zero(left | last));
      out += left != 0 ? 1 : 0;
      left &= left - 1;
    }
  }
  return out;
}
}  // namespace

// Bits behind the last company are 0.
void executor::find_winners(const verdicts& of, whose wanted, std::size_t first,
                            std::size_t count) {
  const auto policies = compiled_->of->policies.size();
  const auto words = kernels::words_for(count);
  starts_.assign(policies + 1, 0);
  for (std::size_t i = 0; i < policies; ++i) {
    const auto begin = starts_[i];
    if (winners_.size() < begin + count + 1) winners_.resize(2 * (begin + count + 1));
    const auto* bits =
        (wanted == whose::eligible ? of.eligible(i) : of.possible(i)) + first / kernels::word_bits;
    auto* out = winners_.data() + begin;
    for (std::size_t k = 0; k < words; ++k) {
      out = put_positions(bits[k], static_cast<std::uint32_t>(first + k * kernels::word_bits), out);
    }
    starts_[i + 1] = static_cast<std::size_t>(out - winners_.data());
  }
}

// Gives the number of awards, those before the chunk's included.
std::size_t executor::place_awards(std::size_t first, std::size_t count, std::size_t begin) {
  const auto& policies = compiled_->of->policies;
  places_.assign(count + 1, 0);
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const auto benefits = policies[i].benefits.size();
    for (auto at = starts_[i]; at < starts_[i + 1]; ++at) {
      places_[winners_[at] - first + 1] += benefits;
    }
  }
  places_[0] = begin;
  for (std::size_t row = 0; row < count; ++row) places_[row + 1] += places_[row];
  return places_[count];
}

// Where the winners' first awards go; behind them is the place of their next policy.
void executor::take_places(std::size_t policy, std::size_t first, std::size_t benefits) {
  const auto begin = starts_[policy];
  const auto winners = starts_[policy + 1] - begin;
  if (targets_.size() < winners) targets_.resize(winners);
  for (std::size_t i = 0; i < winners; ++i) {
    auto& place = places_[winners_[begin + i] - first];
    targets_[i] = place;
    place += benefits;
  }
}

// One benefit of all winners; what columns do not tell is left open.
void executor::write_awards(std::uint32_t policy, std::uint32_t benefit,
                            std::span<const std::uint32_t> rows, std::span<columns::award> out) {
  const auto& plan = compiled_->program.amounts[policy][benefit];
  const auto* targets = targets_.data();
  const auto put = [&](std::size_t i, amount_kind kind, std::int64_t low, std::int64_t high) {
    out[targets[i] + benefit] = {rows[i], policy, benefit, kind, low, high};
  };
  const bool is_told = this->is_told(plan);
  if (is_told && plan.upper) {
    amounts_.read(plan, rows,
                  [&](std::size_t i, amount_kind kind, std::int64_t low, std::int64_t high) {
                    put(i, kind, low, high);
                    if (kind.told == amount_kind::place::open) ++open_awards_;
                  });
  } else if (is_told) {
    amounts_.read(plan, rows, put);
  }
  if (is_told && asked_->odd().empty()) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (is_told && !is_odd(rows[i])) continue;  // else columns do not hold what was given
    put(i, amount_kind{}, 0, 0);
    ++open_awards_;
  }
}

bool executor::is_told(const amount_plan& what) const {
  return what.value != no_node && runner_.is_usable(what.value) &&
         std::all_of(what.needs.begin(), what.needs.end(),
                     [&](node_id each) { return runner_.is_usable(each); });
}

// Plans of amounts have left the nearest cache while conditions ran.
void executor::fetch_amounts(std::uint32_t policy) const {
  constexpr std::size_t line = 64;
  for (const auto& each : compiled_->program.amounts[policy]) {
    const auto* bytes = reinterpret_cast<const char*>(&each);
    for (std::size_t i = 0; i < sizeof each; i += line) __builtin_prefetch(bytes + i);
  }
}

void executor::write_policy(std::uint32_t policy, std::size_t first,
                            std::span<columns::award> out) {
  const auto benefits = compiled_->program.amounts[policy].size();
  const auto begin = starts_[policy];
  const auto rows = std::span(winners_).subspan(begin, starts_[policy + 1] - begin);
  if (rows.empty()) return;
  take_places(policy, first, benefits);
  for (std::uint32_t k = 0; k < benefits; ++k) write_awards(policy, k, rows, out);
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

// What is left of one decision.
void executor::ask_row(const decided& of, std::span<columns::award> those, columns::awards& out,
                       waits* also) {
  wait made{of.row, of.policy, 0, 0};
  if (also != nullptr && of.is_open) made.of_verdict = read_waits(of, *also);
  amount_inputs_.clear();
  for (auto& each : those) {
    if (!each.is_open()) {
      const auto is = each.kind.is;
      const bool waits = is == amount::state::interval || is == amount::state::unknown;
      const auto& plan = compiled_->program.amounts[of.policy][each.benefit];
      if (also == nullptr || !waits) continue;
      if (plan.evaluated) {
        lane_.add_missing(lane_at(of.row).amount_of(of.policy, each.benefit), amount_inputs_);
      } else {
        amounts_.add_missing(plan, of.row, amount_inputs_);
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

void executor::ask_rows(columns::awards& out, std::size_t begin, waits* also) {
  auto at = begin;
  for (const auto& each : decided_) {
    const auto count = compiled_->of->policies[each.policy].benefits.size();
    ask_row(each, std::span(out.all).subspan(at, count), out, also);
    at += count;
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
  const auto policies = static_cast<std::uint32_t>(compiled_->of->policies.size());
  std::size_t end = 0;
  for (auto first = those.first; first < those.end; first += chunk_rows_) {
    const auto count = std::min(chunk_rows_, those.end - first);
    const auto begin = end;
    find_winners(of, wanted, first, count);
    end = place_awards(first, count, begin);
    if (out.all.size() < end) out.all.resize(end);
    open_awards_ = 0;
    take_chunk(from, first, count);
    for (std::uint32_t i = 0; i < policies; ++i) {
      if (i + 1 < policies) fetch_amounts(i + 1);
      write_policy(i, first, out.all);
    }
    if (also == nullptr && open_awards_ == 0) continue;
    list_decisions(of, wanted, first, count);
    if (also != nullptr) take_waits(from, first, count);
    ask_rows(out, begin, also);
  }
  out.all.resize(end);
}

}  // namespace sudui::columns
