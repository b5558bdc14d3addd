// Batches in public: handles around the columns' compiled program, columns and answers.
//
// Tested by tests/api/batch_test.cpp.

#include <algorithm>
#include <exception>
#include <iterator>
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

/// Rows of a batch that one thread decides.
struct batch_piece {
  std::unique_ptr<columns::executor> run;
  columns::executor::row_range rows;
  columns::awards awarded;
  std::vector<batch_award> awards;
  columns::waits waiting;
  std::exception_ptr failed;
};

/// INVARIANT: the pieces were made for `of`, and there is one where it is set.
struct batch_answers {
  std::shared_ptr<const columns::compiled> of;
  std::vector<batch_piece> pieces;
  std::size_t used = 0;  // of the pieces
  std::size_t rows = 0;
  columns::verdicts verdicts;
  std::vector<batch_award> awards;
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
  std::uint64_t settled = 0;
  for (std::size_t i = 0; i < held_->used; ++i) settled += held_->pieces[i].run->counts().settled;
  return settled;
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

std::string_view batch_matcher::kernels() noexcept { return kernels::usable().front()->name; }

profile_batch batch_matcher::batch() const {
  return profile_batch(std::make_unique<api::batch_columns>(
      api::batch_columns{columns::batch(held_->compiled->of)}));
}

namespace {

constexpr std::size_t piece_rows = 4096;  // of the executor's chunks

// Whole chunks, about as many in each piece.
void cut(std::size_t rows, std::size_t pieces, api::batch_answers& into) {
  const auto chunks = (rows + piece_rows - 1) / piece_rows;
  into.rows = rows;
  into.used = std::clamp<std::size_t>(chunks, 1, std::max<std::size_t>(pieces, 1));
  while (into.pieces.size() < into.used) {
    into.pieces.emplace_back().run =
        std::make_unique<columns::executor>(into.of, *kernels::usable().front(), piece_rows);
  }
  for (std::size_t i = 0; i < into.used; ++i) {
    const auto end_of = [&](std::size_t piece) {
      return std::min(rows, chunks * piece / into.used * piece_rows);
    };
    into.pieces[i].rows = {end_of(i), end_of(i + 1)};
  }
}

bool tells_missing(batch_matcher::wanted what) {
  return what == batch_matcher::wanted::missing || what == batch_matcher::wanted::payable;
}

void run_piece(const api::batch_program& by, const columns::batch& from, batch_matcher::wanted what,
               columns::verdicts& out, api::batch_piece& piece) {
  piece.run->decide(from, piece.rows, out);
  if (what == batch_matcher::wanted::verdicts) return;
  using wanted = batch_matcher::wanted;
  const auto whose = what == wanted::amounts || what == wanted::payable
                         ? columns::executor::whose::eligible
                         : columns::executor::whose::possible;
  piece.run->award(from, piece.rows, out, whose, piece.awarded,
                   tells_missing(what) ? &piece.waiting : nullptr);
  piece.awards.reserve(piece.awarded.all.size());
  for (const auto& each : piece.awarded.all) {
    const auto* benefit = &by.versions[each.policy]->benefits[each.benefit];
    auto& made = piece.awards.emplace_back();
    made.row = each.row;
    made.policy = each.policy;
    made.what = benefit;
    piece.awarded.write(each, made.how_much);
  }
}

// Pieces stand in the order of companies.
void join_awards(api::batch_answers& into) {
  if (into.used == 1) return into.awards.swap(into.pieces.front().awards);
  std::size_t count = 0;
  for (std::size_t i = 0; i < into.used; ++i) count += into.pieces[i].awards.size();
  into.awards.reserve(count);
  for (std::size_t i = 0; i < into.used; ++i) {
    auto& from = into.pieces[i].awards;
    std::move(from.begin(), from.end(), std::back_inserter(into.awards));
  }
}

// Views are set last, when the inputs have stopped growing.
void join_missing(const decide::catalogue& names, api::batch_answers& into) {
  for (std::size_t i = 0; i < into.used; ++i) {
    for (const auto& each : into.pieces[i].waiting.inputs) {
      into.inputs.push_back(decide::to_missing(names, each));
    }
  }
  const std::span<const missing_input> inputs = into.inputs;
  std::size_t at = 0;
  for (std::size_t i = 0; i < into.used; ++i) {
    for (const auto& each : into.pieces[i].waiting.all) {
      const auto amounts = at + each.of_verdict;
      into.missing.push_back({each.row, each.policy, inputs.subspan(at, each.of_verdict),
                              inputs.subspan(amounts, each.of_amounts)});
      at = amounts + each.of_amounts;
    }
  }
}
// The first piece's lane has taken the whole batch.
void fill_standings(const columns::batch& from, api::batch_answers& into) {
  std::vector<const columns::awards*> awards;
  for (std::size_t i = 0; i < into.used; ++i) awards.push_back(&into.pieces[i].awarded);
  into.resolver->resolve(from, into.verdicts, awards, into.pieces.front().run->one(),
                         into.resolved);
  const std::span<const group_effect> effects = into.resolved.effects;
  into.standings.reserve(into.resolved.all.size());
  for (const auto& each : into.resolved.all) {
    into.standings.push_back(
        {each.row, each.policy, each.to, effects.subspan(each.first, each.count)});
  }
}

}  // namespace

void batch_matcher::match(const profile_batch& companies, decision_batch& into, wanted what) const {
  match(companies, into, what, {});
}

void batch_matcher::match(const profile_batch& companies, decision_batch& into, wanted what,
                          const batch_options& how) const {
  auto& answers = *into.held_;
  if (answers.of != held_->compiled) {
    answers.pieces.clear();
    answers.resolver = std::make_unique<portfolio::company_resolver>(
        held_->groups, held_->compiled, held_->by.held().names(), held_->by.rules().groups());
    answers.of = held_->compiled;
  }
  const auto& from = companies.held_->held;
  answers.awards.clear();
  answers.inputs.clear();
  answers.missing.clear();
  answers.standings.clear();
  cut(from.rows(), how.parallel_for ? how.pieces : 1, answers);
  answers.verdicts.start(held_->policies.size(), from.rows());
  const auto run = [&](std::size_t i) {
    auto& piece = answers.pieces[i];
    piece.awards.clear();
    run_piece(*held_, from, what, answers.verdicts, piece);
  };
  if (answers.used == 1) {
    run(0);
  } else {
    how.parallel_for(answers.used, [&](std::size_t i) noexcept {
      auto& failed = answers.pieces[i].failed;
      failed = nullptr;
      try {
        run(i);
      } catch (...) {
        failed = std::current_exception();
      }
    });
    for (std::size_t i = 0; i < answers.used; ++i) {
      if (answers.pieces[i].failed) std::rethrow_exception(answers.pieces[i].failed);
    }
  }
  if (what == wanted::verdicts) return;
  join_awards(answers);
  if (tells_missing(what)) join_missing(held_->by.held().names(), answers);
  fill_standings(from, answers);
}

std::vector<missing_input> batch_matcher::missing(const profile_batch& companies,
                                                  decision_batch& of, std::size_t policy,
                                                  std::size_t row) const {
  std::vector<missing_input> made;
  if (of.of(policy, row) != verdict::undetermined) return made;
  auto& one = of.held_->pieces.front().run->one();
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
