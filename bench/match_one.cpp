// One company against all shipped policies, which is what a service does on every request. Before
// anything is timed, matching into reused memory must give what matching into fresh memory gives.
#include <benchmark/benchmark.h>
#include <stdexcept>

#include "shipped.hpp"

namespace {

struct bound {
  sudui::rule_set rules = sudui::load(sudui::bench::rule_texts()).value();
  sudui::matcher matcher = rules.bind(sudui::bench::as_of).value();
  std::vector<sudui::profile> companies = sudui::bench::companies(rules);
};

void must_agree(const bound& all, sudui::scratch& reuse) {
  for (const auto& company : all.companies) {
    const auto fresh = all.matcher.match(company);
    const auto& reused = all.matcher.match(company, reuse);
    if (to_json(all.matcher, fresh) != to_json(all.matcher, reused)) {
      throw std::runtime_error("reused memory changes a decision");
    }
  }
}

void match_warm(benchmark::State& state) {
  const bound all;
  sudui::scratch reuse;
  must_agree(all, reuse);
  for (auto _ : state) {
    for (const auto& company : all.companies) {
      benchmark::DoNotOptimize(all.matcher.match(company, reuse).all().data());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.companies.size()));
}

void match_and_write_json(benchmark::State& state) {
  const bound all;
  sudui::scratch reuse;
  for (auto _ : state) {
    for (const auto& company : all.companies) {
      benchmark::DoNotOptimize(to_json(all.matcher, all.matcher.match(company, reuse)));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.companies.size()));
}

void explain_every_policy(benchmark::State& state) {
  const bound all;
  for (auto _ : state) {
    for (const auto& policy : all.rules.policies()) {
      auto why = all.matcher.explain(policy.id, all.companies.front());
      benchmark::DoNotOptimize(why.has_value());
    }
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(all.rules.policies().size()));
}

BENCHMARK(match_warm)->Unit(benchmark::kMicrosecond);
BENCHMARK(match_and_write_json)->Unit(benchmark::kMicrosecond);
BENCHMARK(explain_every_policy)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
