// One company at a time: verdicts of all policies by tables, with the company in cache and not,
// against C++ generated from the same rules, a bytecode machine and the row executor, all in one
// run. Companies are taken in random order, and which one comes next depends on the verdicts
// before, so that no two of them overlap.
//
// Before anything is timed, all of these must decide a sample as the row executor does.
#include <bit>
#include <cstdlib>
#include <fmt/format.h>
#include <stdexcept>

#include "api/bound.hpp"
#include "catalogue.hpp"
#include "generated.hpp"
#include "in_turns.hpp"
#include "tables/program.hpp"

namespace {

using namespace sudui;

constexpr std::size_t hot = 512;
volatile std::uint64_t none = 0;  // nobody knows before it is read

struct workload {
  rule_set rules;
  matcher by;
  verdict_matcher quick;
  std::shared_ptr<const columns::compiled> compiled;
  columns::batch few;
  std::vector<profile> profiles;
  std::vector<company_slots> companies;  // the first `hot` are those of `few`
};

workload make(std::size_t count, int policies) {
  const auto size = policies == 0 ? bench::catalogue_size{} : bench::catalogue_of(policies);
  const std::vector<source_text> texts{bench::catalogue(size, 1)};
  auto rules = load(texts).value();
  auto by = rules.bind(date(std::chrono::year(2023) / 12 / 31)).value();
  const auto planned = by.held().planned;
  workload made{std::move(rules),
                by,
                verdict_matcher(by),
                columns::compile(planned),
                columns::batch(planned),
                {},
                {}};
  bench::company_source source(2);
  auto writer = made.quick.writer();
  made.companies.resize(count);
  for (auto& each : made.companies) {
    const auto& company = source.next();
    writer.write(company, each);
    if (made.profiles.size() == hot) continue;
    made.profiles.push_back(company);
    made.few.append(company);
  }
  return made;
}

void print_size(const workload& on) {
  const auto begin = bench::thread_nanoseconds();
  const auto laid_out = tables::compile(on.by.held().planned);
  const auto took = bench::thread_nanoseconds() - begin;
  const auto& first = laid_out->clusters.front();
  fmt::print(
      "{} clusters; the first: {} rows of {} bytes, {} levels; {} conditions and {} policies by "
      "rows; {:.1f} ms\n",
      laid_out->clusters.size(), first.rows.size() / first.row_words,
      first.row_words * sizeof(tables::word), first.levels.size(), on.quick.conditions_by_rows(),
      on.quick.policies_by_rows(), took / 1e6);
}

void must_agree(const workload& on, const bench::generated_code& code,
                const bench::plain_rows& rows) {
  scratch reuse;
  company_verdicts quick;
  std::vector<std::uint8_t> compiled(on.quick.policies().size());
  std::vector<std::uint8_t> machine(compiled.size());
  std::size_t eligible = 0;
  std::size_t open = 0;
  for (std::size_t i = 0; i < hot; ++i) {
    const auto& expected = on.by.match(on.profiles[i], reuse).all();
    on.quick.match(on.companies[i], quick);
    const auto* values = rows.values.data() + i * rows.columns;
    const auto* known = rows.known.data() + i * rows.columns;
    code.decide(values, known, compiled.data());
    code.machine(code.code.data(), values, known, machine.data());
    for (std::size_t policy = 0; policy < expected.size(); ++policy) {
      const auto held = expected[policy].verdict;
      if (quick.of(policy) != held) throw std::runtime_error("tables and rows differ");
      const auto number = static_cast<std::uint8_t>(held);
      if (compiled[policy] != number) throw std::runtime_error("generated code and rows differ");
      if (machine[policy] != number) throw std::runtime_error("the machine and rows differ");
      eligible += held == verdict::eligible ? 1 : 0;
      open += held == verdict::undetermined ? 1 : 0;
    }
  }
  fmt::print("{} policies, {} bytes a company; a company: {:.1f} eligible, {:.1f} undetermined\n",
             compiled.size(), on.companies[0].bytes(), static_cast<double>(eligible) / hot,
             static_cast<double>(open) / hot);
}

/// Calls for companies in random order, of a power of two: a congruence meets all of them.
template <class Decide>
auto chase(std::size_t companies, std::size_t calls, Decide&& decide) {
  return [companies, calls, decide, at = std::size_t{0}]() mutable {
    const auto nothing = none;
    for (std::size_t i = 0; i < calls; ++i) {
      at = (at * 1'664'525 + 1'013'904'223 + (decide(at) & nothing)) % companies;
    }
    none = none + (at == companies ? 1 : 0);
  };
}

}  // namespace

int main(int count, char** words) {
  const std::size_t companies = count > 1 ? std::strtoull(words[1], nullptr, 10) : 512 * 1024;
  const int rounds = count > 2 ? std::atoi(words[2]) : 9;
  const int policies = count > 3 ? std::atoi(words[3]) : 0;  // 0: 106 as a city has them
  const auto on = make(std::bit_ceil(std::max(companies, hot)), policies);
  const bench::generated_code code(*on.compiled, on.few);
  const auto rows = bench::to_rows(on.few);
  must_agree(on, code, rows);

  print_size(on);
  const auto all = on.companies.size();

  company_verdicts quick;
  scratch reuse;
  std::vector<std::uint8_t> out(on.quick.policies().size());
  const auto by_tables = [&](std::size_t i) {
    on.quick.match(on.companies[i], quick);
    return quick.eligible()[0];
  };
  const auto by_code = [&](std::size_t i) {
    code.decide(&rows.values[i * rows.columns], &rows.known[i * rows.columns], out.data());
    return std::uint64_t{out[0]};
  };
  const auto by_machine = [&](std::size_t i) {
    code.machine(code.code.data(), &rows.values[i * rows.columns], &rows.known[i * rows.columns],
                 out.data());
    return std::uint64_t{out[0]};
  };
  const auto by_rows = [&](std::size_t i) {
    return std::uint64_t{on.by.match(on.profiles[i], reuse).all().size()};
  };
  auto writer = on.quick.writer();
  company_slots written;
  const auto write = [&](std::size_t i) {
    writer.write(on.profiles[i], written);
    return std::uint64_t{written.settled_by_rows()};
  };
  constexpr std::size_t calls = 16'384;
  const auto taken = bench::in_turns({chase(hot, calls, by_tables), chase(all, calls, by_tables),
                                      chase(hot, calls, by_code), chase(hot, calls, by_machine)},
                                     rounds, calls);
  const auto slow =
      bench::in_turns({chase(hot, hot, by_rows), chase(hot, hot, write)}, rounds, hot);
  fmt::print("{} companies, medians of {} rounds (least .. most), a company\n", on.companies.size(),
             rounds);
  bench::print("verdicts by tables, in cache", taken[0], taken[2].median, "generated C++");
  bench::print("verdicts by tables, from memory", taken[1], taken[0].median, "in cache");
  bench::print("generated C++", taken[2], 0, "");
  bench::print("bytecode machine", taken[3], taken[2].median, "generated C++");
  bench::print("by rows, with amounts and what is missing", slow[0], taken[0].median, "by tables");
  bench::print("a profile into slots", slow[1], 0, "");
  fmt::print("tables against the bytecode machine: {:.3f}\n", taken[0].median / taken[3].median);
  bench::print_target("T7", taken[0].median, taken[2].median);
  bench::print_target("T8", taken[1].median, taken[0].median);
}
