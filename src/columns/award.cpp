// Amounts of a batch. Places are laid out first, company by company, as the answer is ordered; then
// each benefit that columns can work out is read for all its companies of a chunk at once, and what
// is left (tiers, items, companies with something missing) is asked of the row executor, company by
// company, so that a company is bound once.
//
// Tested by tests/unit/columns/match_test.cpp and, against the row executor, by tests/property.

#include <algorithm>

#include "columns/match.hpp"

namespace sudui::columns {

void executor::place_awards(const verdicts& of, whose wanted, std::size_t first, std::size_t count,
                            std::vector<columns::award>& out) {
  const auto& policies = compiled_->of->policies;
  const auto bits_of = [&](std::size_t policy) {
    const auto* bits = wanted == whose::eligible ? of.eligible(policy) : of.possible(policy);
    return bits + first / kernels::word_bits;
  };
  places_.assign(count + 1, 0);
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const auto benefits = policies[i].benefits.size();
    kernels::each_bit(bits_of(i), count, [&](std::size_t row) { places_[row + 1] += benefits; });
  }
  for (std::size_t row = 0; row < count; ++row) places_[row + 1] += places_[row];
  const auto begin = out.size();
  out.resize(begin + places_[count]);
  for (std::uint32_t i = 0; i < policies.size(); ++i) {
    const auto benefits = static_cast<std::uint32_t>(policies[i].benefits.size());
    kernels::each_bit(bits_of(i), count, [&](std::size_t row) {
      for (std::uint32_t k = 0; k < benefits; ++k) {
        auto& made = out[begin + places_[row]++];
        made.row = static_cast<std::uint32_t>(first + row);
        made.policy = i;
        made.benefit = k;
      }
    });
  }
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

void executor::read_amounts(const verdicts& of, std::size_t first, std::size_t count,
                            std::vector<columns::award>& out) {
  columns::award like;
  like.row = static_cast<std::uint32_t>(first);
  for (like.policy = 0; like.policy < compiled_->program.amounts.size(); ++like.policy) {
    const auto& plans = compiled_->program.amounts[like.policy];
    for (like.benefit = 0; like.benefit < plans.size(); ++like.benefit) {
      const auto& plan = plans[like.benefit];
      if (plan.value == no_node || !runner_.is_usable(plan.value)) continue;
      find_winners(like, of.eligible(like.policy) + first / kernels::word_bits, count, out);
      if (!rows_.empty()) read_amount(plan, out);
    }
  }
}

void executor::ask_rows(std::vector<columns::award>& out, std::size_t begin) {
  std::size_t row = ~std::size_t{0};
  for (auto at = begin; at < out.size(); ++at) {
    if (is_read_[at]) continue;
    auto& made = out[at];
    if (made.row != row) lane_.enter(made.row);
    row = made.row;
    made.given = lane_.amount_of(made.policy, made.benefit);
  }
}

void executor::award(const batch& from, const verdicts& of, whose wanted,
                     std::vector<columns::award>& out) {
  out.clear();
  is_read_.clear();
  lane_.take(from);
  amounts_.take(from);
  for (std::size_t first = 0; first < from.rows(); first += chunk_rows_) {
    const auto count = std::min(chunk_rows_, from.rows() - first);
    const auto begin = out.size();
    place_awards(of, wanted, first, count, out);
    is_read_.resize(out.size(), false);
    read_amounts(of, first, count, out);
    ask_rows(out, begin);
  }
}

}  // namespace sudui::columns
