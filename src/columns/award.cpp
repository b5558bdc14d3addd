// Amounts of a batch. Places are laid out first, company by company, as the answer is ordered; then
// each benefit that columns can work out is read for all its companies of a chunk at once, and what
// is left (tiers, items, companies with something missing) is asked of the row executor, company by
// company, so that a company is bound once.
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
    if (read.is_known[at] == 0) continue;
    auto& given = out[targets_[at]].given;
    given.how_much.is = amount::state::exact;
    given.how_much.low = given.how_much.high = decimal::scaled(read.whole[at], -read.places);
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

// What is left of one decision, after the lane has entered its company.
void executor::ask_row(const decided& of, std::span<columns::award> awards, std::size_t place,
                       waits* also) {
  wait made{of.row, of.policy, 0, 0};
  if (also != nullptr && of.is_open) {
    const auto& inputs = lane_.missing(of.policy);
    also->inputs.insert(also->inputs.end(), inputs.begin(), inputs.end());
    made.of_verdict = static_cast<std::uint32_t>(inputs.size());
  }
  amount_inputs_.clear();
  for (std::size_t i = 0; i < awards.size(); ++i) {
    if (is_read_[place + i]) continue;
    awards[i].given = lane_.amount_of(of.policy, awards[i].benefit);
    if (also != nullptr) lane_.add_missing(awards[i].given, amount_inputs_);
  }
  if (also == nullptr) return;
  also->inputs.insert(also->inputs.end(), amount_inputs_.begin(), amount_inputs_.end());
  made.of_amounts = static_cast<std::uint32_t>(amount_inputs_.size());
  if (made.of_verdict + made.of_amounts > 0) also->all.push_back(made);
}

void executor::ask_rows(std::vector<columns::award>& out, std::size_t begin, waits* also) {
  std::size_t row = ~std::size_t{0};
  auto at = begin;
  for (const auto& each : decided_) {
    const auto end = at + compiled_->of->policies[each.policy].benefits.size();
    bool asks = also != nullptr && each.is_open;
    for (auto i = at; i < end; ++i) asks = asks || !is_read_[i];
    if (asks) {
      if (each.row != row) lane_.enter(each.row);
      row = each.row;
      ask_row(each, std::span(out).subspan(at, end - at), at, also);
    }
    at = end;
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
  lane_.take(from);
  amounts_.take(from);
  for (std::size_t first = 0; first < from.rows(); first += chunk_rows_) {
    const auto count = std::min(chunk_rows_, from.rows() - first);
    const auto begin = out.size();
    list_decisions(of, wanted, first, count);
    place_awards(first, count, out);
    is_read_.resize(out.size(), false);
    read_amounts(of, wanted, first, count, out);
    ask_rows(out, begin, also);
  }
}

}  // namespace sudui::columns
