// Batches in columns, as ratios to what bounds them, all in one run: reading the same columns, the
// row executor, and the sum of the leaf kernels. The machine may be shared: every figure is a
// median with its spread, taken in turns, and only ratios are meant to be compared.
//
// Before anything is timed, a sample of the companies must come out as the row executor decides.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <stdexcept>
#include <time.h>

#include "api/loaded.hpp"
#include "catalogue.hpp"
#include "columns/match.hpp"
#include "decide/answers.hpp"
#include "plan/from_types.hpp"

namespace {

using namespace sudui;

// The processor's time of this thread: what other programs take meanwhile does not count.
double nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

struct workload {
  rule_set rules;
  std::shared_ptr<const plan::plan> planned;
  std::shared_ptr<const columns::compiled> compiled;
  columns::batch companies;
  std::vector<profile> sample;
};

workload make(std::size_t rows) {
  const std::vector<source_text> texts{bench::catalogue({}, 1)};
  auto rules = load(texts).value();
  plan::binding on;
  on.as_of = date(std::chrono::year(2023) / 12 / 31);
  on.year = 2023;
  auto planned = plan::from_types(rules.held().typed, on);
  workload made{std::move(rules), planned, columns::compile(planned), columns::batch(planned), {}};
  bench::company_source source(2);
  for (std::size_t i = 0; i < rows; ++i) {
    made.companies.append(source.next());
    if (i < 2000) made.sample.push_back(source.next());
  }
  return made;
}

void must_agree(const workload& on) {
  columns::batch few(on.planned);
  for (const auto& each : on.sample) few.append(each);
  columns::executor by(on.compiled);
  columns::verdicts verdicts;
  by.decide(few, verdicts);
  const decide::catalogue names{on.rules.policies(), on.rules.fields(), on.rules.parameters()};
  decide::state run;
  decide::answers answers;
  std::size_t eligible = 0;
  std::size_t open = 0;
  for (std::size_t row = 0; row < on.sample.size(); ++row) {
    answers.decide(*on.planned, names, on.sample[row], run);
    for (std::size_t i = 0; i < answers.all().size(); ++i) {
      const auto held = verdicts.of(i, row);
      if (held != answers.all()[i].verdict) throw std::runtime_error("columns and rows differ");
      eligible += held == verdict::eligible ? 1 : 0;
      open += held == verdict::undetermined ? 1 : 0;
    }
  }
  const auto share = [&](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(on.sample.size());
  };
  fmt::print(
      "{} policies, {} nodes, {} clauses left to rows; a company: {:.1f} eligible, {:.1f} "
      "undetermined\n",
      on.planned->policies.size(), on.compiled->program.nodes.size(),
      on.compiled->program.open_clauses, share(eligible), share(open));
}

struct reading {
  double median = 0, least = 0, most = 0;
};

// Medians of several functions, taken in turns.
std::vector<reading> in_turns(const std::vector<std::function<void()>>& all, int rounds,
                              double rows) {
  std::vector<std::vector<double>> times(all.size());
  for (int round = 0; round < rounds + 1; ++round) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto begin = nanoseconds();
      all[i]();
      const auto took = nanoseconds() - begin;
      if (round > 0) times[i].push_back(took / rows);  // the first warms up
    }
  }
  std::vector<reading> made;
  for (auto& each : times) {
    std::sort(each.begin(), each.end());
    made.push_back({each[each.size() / 2], each.front(), each.back()});
  }
  return made;
}

std::uint64_t or_of(const columns::column& from, std::size_t first, std::size_t count) {
  std::uint64_t all = 0;
  const auto take = [&](const auto& values) {
    if (values.empty()) return;
    for (std::size_t i = first; i < first + count; ++i) {
      all |= static_cast<std::uint64_t>(values[i]);
    }
  };
  take(from.numbers);
  take(from.days);
  take(from.codes);
  for (std::size_t i = first / 64; i < (first + count) / 64; ++i) all |= from.known.data()[i];
  return all;
}

volatile std::uint64_t sink = 0;

void read_columns(const columns::batch& from, std::size_t begin, std::size_t end) {
  std::uint64_t all = 0;
  constexpr std::size_t chunk = 2048;
  for (std::size_t first = begin; first < end; first += chunk) {
    for (const auto& each : from.companies().columns) {
      all |= or_of(each, first, std::min(chunk, end - first));
    }
  }
  sink = all;
}

void print(std::string_view name, const reading& of, double base, std::string_view what) {
  fmt::print("{:<44} {:>8.1f} ns ({:.1f} .. {:.1f})", name, of.median, of.least, of.most);
  if (base > 0) fmt::print("   {:.2f} x {}", of.median / base, what);
  fmt::print("\n");
}

}  // namespace

int main(int count, char** words) {
  const std::size_t rows = count > 1 ? std::strtoull(words[1], nullptr, 10) : 256 * 1024;
  const int rounds = count > 2 ? std::atoi(words[2]) : 9;
  workload all = make(rows);
  must_agree(all);
  columns::batch few(all.planned);
  for (std::size_t i = 0; i < 1024; ++i) few.append(all.sample[i]);

  const auto& fastest = *kernels::usable().front();
  const std::size_t chunk = count > 3 ? std::strtoull(words[3], nullptr, 10) : 2048;
  columns::executor by(all.compiled, fastest, chunk);
  columns::executor plain(all.compiled, kernels::portable());
  columns::verdicts verdicts;
  columns::verdicts of_few;
  std::vector<columns::award> awards;
  const decide::catalogue names{all.rules.policies(), all.rules.fields(), all.rules.parameters()};
  decide::state run;
  decide::answers answers;
  constexpr int repeats = 64;
  const auto size = static_cast<double>(rows);

  const auto from_memory = in_turns(
      {[&] { read_columns(all.companies, 0, rows); }, [&] { by.decide(all.companies, verdicts); },
       [&] { plain.decide(all.companies, verdicts); }},
      rounds, size);
  const auto in_cache =
      in_turns({[&] {
                  for (int i = 0; i < repeats; ++i) by.decide(few, of_few);
                },
                [&] {
                  for (int i = 0; i < repeats; ++i) {
                    by.decide(few, of_few);
                    by.award(few, of_few, columns::executor::whose::eligible, awards);
                  }
                }},
               rounds, 1024.0 * repeats);
  const auto by_row = in_turns({[&] {
                                 for (const auto& each : all.sample) {
                                   answers.decide(*all.planned, names, each, run);
                                 }
                               }},
                               rounds, static_cast<double>(all.sample.size()));
  const auto policies = static_cast<double>(all.planned->policies.size());
  fmt::print("{} companies, {} kernels, medians of {} rounds (least .. most), a company\n", rows,
             kernels::usable().front()->name, rounds);
  print("read the columns", from_memory[0], 0, "");
  print("verdicts, columns in memory", from_memory[1], from_memory[0].median, "reading");
  print("verdicts, portable kernels", from_memory[2], from_memory[0].median, "reading");
  print("verdicts, 1,024 companies in cache", in_cache[0], 0, "");
  print("verdicts and amounts, in cache", in_cache[1], in_cache[0].median, "verdicts");
  print("verdicts and amounts, one by one (rows)", by_row[0], in_cache[1].median, "columns");
  fmt::print("a policy and company: {:.2f} ns in memory, {:.2f} ns in cache\n",
             from_memory[1].median / policies, in_cache[0].median / policies);
}
