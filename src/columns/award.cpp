// Amounts of a batch. Places are laid out first, company by company, as the answer is ordered; then
// each benefit that columns can work out is read for all its companies of a chunk at once, and what
// is left (tiers, items, odd companies) is asked of the row executor, company by company, so that a
// company is bound once. What decisions wait for comes with it, from the truths of the chunk where
// they tell.
//
// Tested by tests/unit/columns/match_test.cpp and, against the row executor, by tests/property.

#include <algorithm>

#include "columns/match.hpp"

namespace sudui::columns {

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

void executor::place_awards(std::size_t first, std::size_t count,
                            std::vector<columns::award>& out) {
  const auto begin = out.size();
  std::size_t next = 0;
  for (std::size_t row = 0; row < count; ++row) {
    for (; next < decided_.size() && decided_[next].row == first + row; ++next) {
      const auto policy = decided_[next].policy;
      const auto benefits = compiled_->of->policies[policy].benefits.size();
      for (std::uint32_t k = 0; k < benefits; ++k) {
        out.push_back({decided_[next].row, policy, k, {}});
      }
    }
    places_[row] = out.size() - begin;
  }
  places_[count] = out.size() - begin;
}

// The rows that won a benefit, and where their awards stand: after place_awards places_[row] is
// where the row's awards end. `like` tells the first row of the chunk, the policy and the benefit.
void executor::find_winners(const columns::award& like, const word* eligible, std::size_t count,
                            const std::vector<columns::award>& among) {
  const auto begin = among.size() - places_[count];
  rows_.clear();
  targets_.clear();
  kernels::each_bit(eligible, count, [&](std::size_t row) {
    rows_.push_back(static_cast<std::uint32_t>(like.row + row));
    auto place = begin + (row == 0 ? 0 : places_[row - 1]);
    while (among[place].policy != like.policy || among[place].benefit != like.benefit) ++place;
    targets_.push_back(place);
  });
}

void executor::read_amount(const amount_plan& what, std::vector<columns::award>& out) {
  const auto read = amounts_.read(what, rows_);
  for (std::size_t at = 0; at < rows_.size(); ++at) {
    if (is_odd(rows_[at])) continue;  // whose columns do not hold what was given
    out[targets_[at]].given.how_much = read.at(at);
    is_read_[targets_[at]] = true;
  }
}

void executor::read_amounts(const verdicts& of, whose wanted, std::size_t first, std::size_t count,
                            std::vector<columns::award>& out) {
  columns::award like;
  like.row = static_cast<std::uint32_t>(first);
  for (like.policy = 0; like.policy < compiled_->program.amounts.size(); ++like.policy) {
    const auto& plans = compiled_->program.amounts[like.policy];
    for (like.benefit = 0; like.benefit < plans.size(); ++like.benefit) {
      const auto& plan = plans[like.benefit];
      if (plan.value == no_node || !runner_.is_usable(plan.value)) continue;
      const auto* bits =
          wanted == whose::eligible ? of.eligible(like.policy) : of.possible(like.policy);
      find_winners(like, bits + first / kernels::word_bits, count, out);
      if (!rows_.empty()) read_amount(plan, out);
    }
  }
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

// The truths of the chunk are those of the last run, where a batch has no other chunk.
void executor::take_waits(const batch& from, std::size_t first, std::size_t count) {
  if (chunk_ != first) {
    runner_.run(first, count);
    entered_ = from.rows();  // the runner may ask the lane as well
  }
  chunk_ = first;
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
void executor::ask_row(const decided& of, std::span<columns::award> awards, std::size_t place,
                       waits* also) {
  wait made{of.row, of.policy, 0, 0};
  if (also != nullptr && of.is_open) made.of_verdict = read_waits(of, *also);
  amount_inputs_.clear();
  for (std::size_t i = 0; i < awards.size(); ++i) {
    if (is_read_[place + i]) {
      const auto is = awards[i].given.how_much.is;
      const bool waits = is == amount::state::interval || is == amount::state::unknown;
      const auto& plan = compiled_->program.amounts[of.policy][awards[i].benefit];
      if (also != nullptr && waits) amounts_.add_missing(plan, of.row, amount_inputs_);
      continue;
    }
    awards[i].given = lane_at(of.row).amount_of(of.policy, awards[i].benefit);
    if (also != nullptr) lane_.add_missing(awards[i].given, amount_inputs_);
  }
  if (also == nullptr) return;
  also->inputs.insert(also->inputs.end(), amount_inputs_.begin(), amount_inputs_.end());
  made.of_amounts = static_cast<std::uint32_t>(amount_inputs_.size());
  if (made.of_verdict + made.of_amounts > 0) also->all.push_back(made);
}

void executor::ask_rows(std::vector<columns::award>& out, std::size_t begin, waits* also) {
  auto at = begin;
  for (const auto& each : decided_) {
    const auto count = compiled_->of->policies[each.policy].benefits.size();
    ask_row(each, std::span(out).subspan(at, count), at, also);
    at += count;
  }
}

void executor::award(const batch& from, const verdicts& of, whose wanted,
                     std::vector<columns::award>& out, waits* also) {
  out.clear();
  is_read_.clear();
  if (also != nullptr) {
    also->all.clear();
    also->inputs.clear();
  }
  asked_ = &from;
  entered_ = from.rows();
  lane_.take(from);
  amounts_.take(from);
  for (std::size_t first = 0; first < from.rows(); first += chunk_rows_) {
    const auto count = std::min(chunk_rows_, from.rows() - first);
    const auto begin = out.size();
    list_decisions(of, wanted, first, count);
    place_awards(first, count, out);
    is_read_.resize(out.size(), false);
    read_amounts(of, wanted, first, count, out);
    if (also != nullptr) take_waits(from, first, count);
    ask_rows(out, begin, also);
  }
}

}  // namespace sudui::columns
