// From truths to verdicts. A clause is met where its truth is, and may be met where it is unknown;
// null counts as unmet. Groups and policies join these two sets. A clause that columns leave open
// may be met everywhere; where a policy then still may be, the row executor settles it, which on
// real rules is a few companies of a hundred.
//
// A policy is joined as soon as its conditions are evaluated, while their bitmaps are in the
// nearest cache: ten thousand policies make megabytes of them. All of its clauses go through the
// registers in one pass, so that bitmaps that have left the cache are waited for together.
//
// Cost: of verdicts, that of the nodes and 0.03 ns a clause and company. Tested by
// tests/unit/columns/match_test.cpp and, against the row executor, by tests/property.

#include "columns/match.hpp"

#include <algorithm>
#include <utility>

namespace sudui::columns {

std::shared_ptr<const compiled> compile(std::shared_ptr<const plan::plan> of) {
  auto made = std::make_shared<compiled>();
  const constants known(*of);
  made->places = layout_of(*of, known);
  made->program = compile(*of, made->places, known);
  made->of = std::move(of);
  return made;
}

void verdicts::start(std::size_t policies, std::size_t rows) {
  words_ = kernels::words_for(rows);
  bits_.resize(2 * policies * words_);  // joining writes all of them
}

verdict verdicts::of(std::size_t policy, std::size_t row) const {
  if (kernels::bit_at(eligible(policy), row)) return verdict::eligible;
  return kernels::bit_at(possible(policy), row) ? verdict::undetermined : verdict::ineligible;
}

executor::executor(std::shared_ptr<const compiled> what, const kernels::table& by,
                   std::size_t chunk_rows)
    : compiled_(std::move(what)),
      chunk_rows_(kernels::words_for(std::max<std::size_t>(chunk_rows, 1)) * kernels::word_bits),
      lane_(*compiled_->of),
      runner_(*compiled_->of, compiled_->program, by, lane_),
      amounts_(compiled_->program),
      slots_(compiled_->program, by),
      waits_(*compiled_->of, compiled_->program),
      kernels_(by),
      open_(compiled_->program.policies.size()) {
  list_leaves();
}

// The conditions of all policies in a row, since every chunk reads them all; none of a policy with
// groups.
void executor::list_leaves() {
  leaf_ends_.assign(1, 0);
  for (const auto& steps : compiled_->program.policies) {
    const bool is_plain = std::all_of(steps.begin(), steps.end(), [](const clause_step& each) {
      return each.kind == model::clause_kind::require;
    });
    for (const auto& each : steps) {
      if (is_plain) leaves_.push_back(each.condition);
    }
    leaf_ends_.push_back(static_cast<std::uint32_t>(leaves_.size()));
  }
}

bool executor::is_open(std::size_t policy) const {
  const auto& steps = compiled_->program.policies[policy];
  return std::any_of(steps.begin(), steps.end(), [&](const clause_step& each) {
    return each.kind == model::clause_kind::require &&
           (each.condition == no_node || !runner_.is_usable(each.condition));
  });
}

void executor::decide(const batch& from, verdicts& out) {
  out.start(compiled_->program.policies.size(), from.rows());
  decide(from, {0, from.rows()}, out);
}

namespace {
/// Whether the bitmaps of a chunk are more than the second-level cache is sure to hold.
bool leave_near_caches(const program& of, std::size_t rows) {
  constexpr std::size_t near_bytes = std::size_t{1} << 17;
  return of.for_conditions * 2 * kernels::words_for(rows) * sizeof(word) > near_bytes;
}
}  // namespace

void executor::decide(const batch& from, row_range those, verdicts& out) {
  const auto policies = compiled_->program.policies.size();
  lane_.take(from);
  const bool has_new_bounds = runner_.take(from);
  counts_ = {};
  for (std::size_t i = 0; has_new_bounds && i < policies; ++i) open_[i] = is_open(i);
  for (auto first = those.first; first < those.end; first += chunk_rows_) {
    const auto count = std::min(chunk_rows_, those.end - first);
    runner_.start(first, count);
    chunk_ = first;
    has_amounts_ = false;
    const bool is_far = leave_near_caches(compiled_->program, count);
    for (std::size_t i = 0; i < policies; ++i) {
      if (is_far && i + 1 < policies) fetch(i + 1, kernels::words_for(count));
      runner_.run_to(compiled_->program.needs[i]);
      join(i, first, count, out);
    }
    for (std::size_t i = 0; i < policies; ++i) {
      if (open_[i]) settle(i, first, count, out);
    }
  }
  decide_odd(from, those, out);
}

// Companies with values that no column holds.
void executor::decide_odd(const batch& from, row_range those, verdicts& out) {
  const auto policies = static_cast<std::uint32_t>(compiled_->program.policies.size());
  for (const auto& [row, given] : from.odd()) {
    if (row < those.first || row >= those.end) continue;
    lane_.enter(row);
    for (std::uint32_t i = 0; i < policies; ++i) {
      kernels::clear_bit(out.eligible(i), row);
      kernels::clear_bit(out.possible(i), row);
      const auto held = lane_.all_met(i);
      if (held == outcome::met) kernels::set_bit(out.eligible(i), row);
      if (held != outcome::unmet) kernels::set_bit(out.possible(i), row);
      ++counts_.settled;
    }
  }
}

namespace {
void join_into(executor::outcome_planes out, executor::known_planes in, std::size_t words,
               bool is_all) {
  if (is_all) {
    for (std::size_t i = 0; i < words; ++i) out.met[i] &= in.met[i];
    for (std::size_t i = 0; i < words; ++i) out.maybe[i] &= in.maybe[i];
  } else {
    for (std::size_t i = 0; i < words; ++i) out.met[i] |= in.met[i];
    for (std::size_t i = 0; i < words; ++i) out.maybe[i] |= in.maybe[i];
  }
}

// `none` is the opposite of `any`.
void turn_round(executor::outcome_planes of, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) {
    const word met = ~of.maybe[i];
    of.maybe[i] = ~of.met[i];
    of.met[i] = met;
  }
}
}  // namespace

// A condition that columns do not decide is never met for certain, and may be everywhere.
executor::known_planes executor::leaf(node_id condition, std::size_t words) {
  if (condition != no_node && runner_.is_usable(condition)) {
    const auto& truth = runner_.truth(condition);
    return {truth.yes, truth.maybe};
  }
  auto* met = memory_.words(words);
  auto* maybe = memory_.words(words);
  std::fill_n(met, words, word{0});
  std::fill_n(maybe, words, ~word{0});
  return {met, maybe};
}

executor::known_planes executor::nested(std::span<const clause_step> steps, std::size_t words) {
  const auto kind = steps.front().kind;
  const word start = kind == model::clause_kind::all ? ~word{0} : 0;
  const outcome_planes made{memory_.words(words), memory_.words(words)};
  std::fill_n(made.met, words, start);
  std::fill_n(made.maybe, words, start);
  group(steps.subspan(1), kind == model::clause_kind::all, words, made);
  if (kind == model::clause_kind::none) turn_round(made, words);
  return {made.met, made.maybe};
}

executor::known_planes executor::part_of(std::span<const clause_step> steps, std::size_t words) {
  const auto& first = steps.front();
  return first.kind == model::clause_kind::require ? leaf(first.condition, words)
                                                   : nested(steps, words);
}

// Joins clauses into `out`, which holds what `all` and `any` begin with.
void executor::group(std::span<const clause_step> steps, bool is_all, std::size_t words,
                     outcome_planes out) {
  for (std::size_t at = 0; at < steps.size(); at += steps[at].size) {
    join_into(out, part_of(steps.subspan(at, steps[at].size), words), words, is_all);
  }
}

// Asks for the bitmaps of a policy that is joined soon: those of conditions that it shares with
// policies far before it have left the near caches.
void executor::fetch(std::size_t policy, std::size_t words) const {
  constexpr std::size_t line = 8;  // words
  for (const auto each : leaves_of(policy)) {
    if (each == no_node) continue;
    const auto& truth = runner_.truth(each);
    if (truth.yes == nullptr || truth.maybe == nullptr) continue;  // not evaluated yet
    for (std::size_t i = 0; i < words; i += line) {
      __builtin_prefetch(truth.yes + i);
      __builtin_prefetch(truth.maybe + i);
    }
  }
}

void executor::take_parts(std::size_t policy, std::size_t words) {
  const auto leaves = leaves_of(policy);
  if (!leaves.empty() && !open_[policy]) {
    met_.resize(leaves.size());
    maybe_.resize(leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      const auto& truth = runner_.truth(leaves[i]);
      met_[i] = truth.yes;
      maybe_[i] = truth.maybe;
    }
    return;
  }
  met_.clear();
  maybe_.clear();
  const std::span<const clause_step> steps = compiled_->program.policies[policy];
  for (std::size_t at = 0; at < steps.size(); at += steps[at].size) {
    const auto part = part_of(steps.subspan(at, steps[at].size), words);
    met_.push_back(part.met);
    maybe_.push_back(part.maybe);
  }
}

void executor::join(std::size_t policy, std::size_t first, std::size_t count, verdicts& out) {
  memory_.clear();
  const auto words = kernels::words_for(count);
  const auto place = first / kernels::word_bits;
  const outcome_planes planes{out.eligible(policy) + place, out.possible(policy) + place};
  take_parts(policy, words);
  if (met_.empty()) {
    std::fill_n(planes.met, words, ~word{0});
    std::fill_n(planes.maybe, words, ~word{0});
  } else {
    kernels_.all_of(met_.data(), met_.size(), words, planes.met);
    kernels_.all_of(maybe_.data(), maybe_.size(), words, planes.maybe);
  }
  planes.met[words - 1] &= kernels::tail_mask(count);
  planes.maybe[words - 1] &= kernels::tail_mask(count);
}

void executor::settle(std::size_t policy, std::size_t first, std::size_t count, verdicts& out) {
  auto* met = out.eligible(policy);
  auto* maybe = out.possible(policy);
  const auto place = first / kernels::word_bits;
  for (std::size_t i = place; i < place + kernels::words_for(count); ++i) {
    for (word left = maybe[i] & ~met[i]; left != 0; left &= left - 1) {
      const auto row = i * kernels::word_bits + static_cast<std::size_t>(std::countr_zero(left));
      lane_.enter(row);
      const auto held = lane_.all_met(static_cast<std::uint32_t>(policy));
      if (held == outcome::met) kernels::set_bit(met, row);
      if (held == outcome::unmet) kernels::clear_bit(maybe, row);
      ++counts_.settled;
    }
  }
}

}  // namespace sudui::columns
