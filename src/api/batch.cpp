// Batches in public: handles around the columns' compiled program, columns and answers.
//
// Tested by tests/api/batch_test.cpp.

#include <utility>

#include <sudui/batch.hpp>

#include "api/batch_held.hpp"
#include "api/bound.hpp"
#include "portfolio/companies.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

struct batch_program {
  matcher by;
  std::shared_ptr<const columns::compiled> compiled;
  std::vector<const policy*> policies;
  std::vector<const policy_version*> versions;
  std::shared_ptr<const portfolio::program> groups;
};

/// INVARIANT: `run` was made for `of`.
struct batch_answers {
  std::shared_ptr<const columns::compiled> of;
  std::unique_ptr<columns::executor> run;
  std::size_t rows = 0;
  columns::verdicts verdicts;
  columns::awards awarded;
  std::vector<batch_award> awards;
  columns::waits waiting;
  std::vector<missing_input> inputs;  // what `missing` views
  std::vector<batch_missing> missing;
  std::unique_ptr<portfolio::company_resolver> resolver;
  portfolio::company_standings resolved;
  std::vector<batch_standing> standings;
};

}  // namespace api

profile_batch::profile_batch(std::unique_ptr<api::batch_columns> held) noexcept
    : held_(std::move(held)) {}
profile_batch::profile_batch(profile_batch&&) noexcept = default;
profile_batch& profile_batch::operator=(profile_batch&&) noexcept = default;
profile_batch::~profile_batch() = default;

void profile_batch::append(const profile& company) { held_->held.append(company); }
void profile_batch::clear() noexcept { held_->held.clear(); }
std::size_t profile_batch::size() const noexcept { return held_->held.rows(); }

decision_batch::decision_batch() : held_(std::make_unique<api::batch_answers>()) {}
decision_batch::decision_batch(decision_batch&&) noexcept = default;
decision_batch& decision_batch::operator=(decision_batch&&) noexcept = default;
decision_batch::~decision_batch() = default;

std::size_t decision_batch::size() const noexcept { return held_->rows; }

std::span<const std::uint64_t> decision_batch::eligible(std::size_t policy) const& noexcept {
  return {std::as_const(held_->verdicts).eligible(policy), kernels::words_for(held_->rows)};
}

std::span<const std::uint64_t> decision_batch::possible(std::size_t policy) const& noexcept {
  return {std::as_const(held_->verdicts).possible(policy), kernels::words_for(held_->rows)};
}

verdict decision_batch::of(std::size_t policy, std::size_t row) const noexcept {
  return held_->verdicts.of(policy, row);
}

std::span<const batch_award> decision_batch::awards() const& noexcept { return held_->awards; }

std::span<const batch_missing> decision_batch::missing() const& noexcept { return held_->missing; }

std::span<const batch_standing> decision_batch::standings() const& noexcept {
  return held_->standings;
}

std::uint64_t decision_batch::settled_by_rows() const noexcept {
  return held_->run ? held_->run->counts().settled : 0;
}

batch_matcher::batch_matcher(const matcher& by) {
  const auto& planned = by.held().planned;
  auto made = std::make_shared<api::batch_program>(
      api::batch_program{by, columns::compile(planned), {}, {}, by.held().groups});
  for (const auto& each : planned->policies) {
    made->policies.push_back(&by.rules().policies()[each.index]);
    made->versions.push_back(&made->policies.back()->versions[each.version]);
  }
  held_ = std::move(made);
}

const matcher& batch_matcher::by() const noexcept { return held_->by; }

std::span<const policy* const> batch_matcher::policies() const noexcept { return held_->policies; }

std::span<const policy_version* const> batch_matcher::versions() const noexcept {
  return held_->versions;
}

std::size_t batch_matcher::clauses_left_to_rows() const noexcept {
  return held_->compiled->program.open_clauses;
}

profile_batch batch_matcher::batch() const {
  return profile_batch(std::make_unique<api::batch_columns>(
      api::batch_columns{columns::batch(held_->compiled->of)}));
}

namespace {
// Views are set last, when the inputs have stopped growing.
void fill_missing(const decide::catalogue& names, api::batch_answers& into) {
  for (const auto& each : into.waiting.inputs) {
    into.inputs.push_back(decide::to_missing(names, each));
  }
  const std::span<const missing_input> inputs = into.inputs;
  std::size_t at = 0;
  for (const auto& each : into.waiting.all) {
    const auto amounts = at + each.of_verdict;
    into.missing.push_back({each.row, each.policy, inputs.subspan(at, each.of_verdict),
                            inputs.subspan(amounts, each.of_amounts)});
    at = amounts + each.of_amounts;
  }
}
void fill_standings(const columns::batch& from, api::batch_answers& into) {
  into.resolver->resolve(from, into.verdicts, into.run->one(), into.resolved);
  const std::span<const group_effect> effects = into.resolved.effects;
  into.standings.reserve(into.resolved.all.size());
  for (const auto& each : into.resolved.all) {
    into.standings.push_back(
        {each.row, each.policy, each.to, effects.subspan(each.first, each.count)});
  }
}
}  // namespace

void batch_matcher::match(const profile_batch& companies, decision_batch& into, wanted what) const {
  auto& answers = *into.held_;
  if (answers.of != held_->compiled) {
    answers.run = std::make_unique<columns::executor>(held_->compiled);
    answers.resolver = std::make_unique<portfolio::company_resolver>(
        held_->groups, held_->compiled, held_->by.held().names(), held_->by.rules().groups());
    answers.of = held_->compiled;
  }
  const auto& from = companies.held_->held;
  answers.rows = from.rows();
  answers.awards.clear();
  answers.inputs.clear();
  answers.missing.clear();
  answers.standings.clear();
  answers.run->decide(from, answers.verdicts);
  if (what == wanted::verdicts) return;
  const auto whose = what == wanted::amounts ? columns::executor::whose::eligible
                                             : columns::executor::whose::possible;
  answers.run->award(from, answers.verdicts, whose, answers.awarded,
                     what == wanted::missing ? &answers.waiting : nullptr);
  for (const auto& each : answers.awarded.all) {
    const auto* benefit = &held_->versions[each.policy]->benefits[each.benefit];
    answers.awards.push_back({each.row, each.policy, benefit, answers.awarded.how_much(each)});
  }
  if (what == wanted::missing) fill_missing(held_->by.held().names(), answers);
  fill_standings(from, answers);
}

std::vector<missing_input> batch_matcher::missing(const profile_batch& companies,
                                                  decision_batch& of, std::size_t policy,
                                                  std::size_t row) const {
  std::vector<missing_input> made;
  if (of.of(policy, row) != verdict::undetermined) return made;
  auto& one = of.held_->run->one();
  one.take(companies.held_->held);
  one.enter(row);
  const auto names = held_->by.held().names();
  for (const auto& each : one.missing(static_cast<std::uint32_t>(policy))) {
    made.push_back(decide::to_missing(names, each));
  }
  return made;
}

}  // namespace v1
}  // namespace sudui
