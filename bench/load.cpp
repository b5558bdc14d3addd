// What a service pays before its first answer: reading and checking the shipped rules, and binding
// them to a day. Both fail loudly where the rules are wrong, so that nothing is timed in vain.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <optional>

#include "shipped.hpp"

namespace {

// As a service and the command line load: without the test documents, or with them to run them.
void load_shipped_rules(benchmark::State& state) {
  const auto texts = sudui::bench::rule_texts();
  sudui::load_options options;
  options.tests = state.range(0) != 0;
  std::int64_t bytes = 0;
  for (const auto& text : texts) bytes += static_cast<std::int64_t>(text.text.size());
  std::size_t policies = 0;
  for (auto _ : state) {
    std::optional<sudui::rule_set> rules = sudui::load(texts, options).value();
    policies = rules->policies().size();
    state.PauseTiming();  // who waits for an answer does not wait until they are taken apart
    rules.reset();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(bytes * state.iterations());
  state.counters["policies"] = static_cast<double>(policies);
}

void bind_to_a_day(benchmark::State& state) {
  const auto rules = sudui::load(sudui::bench::rule_texts()).value();
  for (auto _ : state) {
    benchmark::DoNotOptimize(rules.bind(sudui::bench::as_of).value());
  }
}

BENCHMARK(load_shipped_rules)->ArgName("tests")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(bind_to_a_day)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
