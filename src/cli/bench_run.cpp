// What a user's rules cost, on their own companies. Three things are kept apart:
//
// - whole runs over all companies, in turns with reading the columns alone, so that a busy machine
//   slows both; medians with the least and the most;
// - the parts of a run (nodes, joins, what rows settle), timed one by one on some chunks that lie
//   in cache: they say where the time goes, not how much of it there is;
// - one by one, the same companies by the row executor: what columns save.
//
// Tested by tests/cli/bench.sh.
#include "cli/bench_run.hpp"

#include <algorithm>

namespace sudui::cli {
namespace {

constexpr std::size_t most_chunks = 32;  // that parts are timed on
constexpr int repeats = 8;               // of a part, between two looks at the clock

bool is_same(const amount& a, const amount& b) {
  return a.is == b.is && a.low == b.low && a.high == b.high;
}

// Whether the awards of a decision are its grants. Those of undetermined ones are not asked for.
bool is_same(const decision& one, std::span<const batch_award> awards) {
  if (one.verdict != verdict::eligible) return awards.empty();
  return std::equal(one.grants.begin(), one.grants.end(), awards.begin(), awards.end(),
                    [](const grant& a, const batch_award& b) {
                      return a.what == b.what && is_same(a.how_much, b.how_much);
                    });
}

// What looking at the clock twice costs.
double clock_cost() {
  std::vector<double> all;
  for (int i = 0; i < 1000; ++i) {
    const double begin = wall_nanoseconds();
    all.push_back(wall_nanoseconds() - begin);
  }
  return spread_of(std::move(all)).median;
}

// Nanoseconds of each part over the chosen chunks.
std::vector<double> time_parts(api::column_parts& parts, std::size_t step) {
  const double clock = clock_cost();
  std::vector<double> made(parts.size());
  for (std::size_t chunk = 0; chunk < parts.chunks(); chunk += step) {
    parts.enter(chunk);
    for (std::size_t i = 0; i < made.size(); ++i) {
      const int times = parts.may_repeat(i) ? repeats : 1;
      const double begin = wall_nanoseconds();
      for (int k = 0; k < times; ++k) parts.run(i);
      made[i] += std::max(wall_nanoseconds() - begin - clock, 0.0) / times;
    }
  }
  return made;
}

// The median of some passes: one that was interrupted does not count.
std::vector<double> cost_of_parts(api::column_parts& parts, int rounds) {
  const std::size_t step = (parts.chunks() + most_chunks - 1) / most_chunks;
  std::size_t rows = 0;
  for (std::size_t chunk = 0; chunk < parts.chunks(); chunk += step) rows += parts.enter(chunk);
  std::vector<std::vector<double>> of_part(parts.size());
  for (int i = 0; i < rounds; ++i) {
    const auto pass = time_parts(parts, step);
    for (std::size_t part = 0; part < pass.size(); ++part) of_part[part].push_back(pass[part]);
  }
  std::vector<double> made;
  made.reserve(of_part.size());
  for (auto& all : of_part) {
    made.push_back(spread_of(std::move(all)).median / static_cast<double>(rows));
  }
  return made;
}

void attribute(const batch_matcher& by, bench_population& of, int rounds, bench_result& into) {
  api::column_parts parts(by.by(), of.companies);
  const auto costs = cost_of_parts(parts, rounds);
  into.by_policy = parts.by_policy(costs);
  into.by_predicate = parts.by_predicate(costs);
  for (const double each : costs) into.parts += each;
  std::stable_sort(into.by_policy.begin(), into.by_policy.end(),
                   [](const auto& a, const auto& b) { return a.sum() > b.sum(); });
  std::stable_sort(into.by_predicate.begin(), into.by_predicate.end(),
                   [](const auto& a, const auto& b) { return a.cost > b.cost; });
}

}  // namespace

std::optional<disagreement> find_disagreement(const batch_matcher& by, const bench_population& of) {
  auto few = by.batch();
  for (const profile& each : of.sample) few.append(each);
  decision_batch made;
  by.match(few, made);
  auto left = made.awards();
  scratch reuse;
  for (std::size_t row = 0; row < of.sample.size(); ++row) {
    const auto all = by.by().match(of.sample[row], reuse).all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::size_t count = 0;
      while (count < left.size() && left[count].row == row && left[count].policy == i) ++count;
      if (made.of(i, row) != all[i].verdict || !is_same(all[i], left.first(count))) {
        return disagreement{row, all[i].of};
      }
      left = left.subspan(count);
    }
  }
  return std::nullopt;
}

bench_result measure(const batch_matcher& by, bench_population& of, int rounds) {
  bench_result made;
  made.companies = of.companies.size();
  made.rejected = of.counts.rejected;
  made.sample = of.sample.size();
  made.policies = by.policies().size();
  made.clauses_left = by.clauses_left_to_rows();
  made.rounds = rounds;
  const auto companies = static_cast<double>(made.companies);
  made.reading = of.reading / static_cast<double>(std::max<std::uint64_t>(of.counts.read(), 1));
  decision_batch decided;
  scratch reuse;
  const auto times =
      time_in_turns({[&] { api::read_columns(of.companies); },
                     [&] { by.match(of.companies, decided, batch_matcher::wanted::verdicts); },
                     [&] { by.match(of.companies, decided, batch_matcher::wanted::amounts); },
                     [&] {
                       for (const profile& each : of.sample) (void)by.by().match(each, reuse);
                     }},
                    rounds);
  made.settled = static_cast<double>(decided.settled_by_rows()) / companies;
  made.columns = times[0].over(companies);
  made.verdicts = times[1].over(companies);
  made.amounts = times[2].over(companies);
  made.one_by_one = times[3].over(static_cast<double>(made.sample));
  attribute(by, of, rounds, made);
  return made;
}

}  // namespace sudui::cli
