// How cost grows: with policies, with companies, with threads. Every size is measured in its own
// turn with reading the columns, and its verdicts are compared with those of the row executor on
// some companies first. What is asserted elsewhere as slopes is printed here, a line a point:
//
//   point policies 106 327 88.1 4.2    policies, different predicates, ns a company, us to compile
#include <cstdlib>
#include <fmt/format.h>
#include <memory>
#include <stdexcept>

#include "api/loaded.hpp"
#include "catalogue.hpp"
#include "columns/match.hpp"
#include "columns/probe.hpp"
#include "decide/answers.hpp"
#include "in_turns.hpp"
#include "plan/from_types.hpp"

namespace {

using namespace sudui;

volatile std::uint64_t sink = 0;

struct workload {
  rule_set rules;
  std::shared_ptr<const plan::plan> planned;
  std::shared_ptr<const columns::compiled> compiled;
  double binding = 0, compiling = 0;  // nanoseconds
};

workload make(const bench::catalogue_size& size) {
  auto rules = bench::load_large(bench::catalogue(size, 1));
  plan::binding on;
  on.as_of = date(std::chrono::year(2023) / 12 / 31);
  on.year = 2023;
  const double begin = bench::thread_nanoseconds();
  auto planned = plan::from_types(rules.held().typed, on);
  const double bound = bench::thread_nanoseconds();
  auto compiled = columns::compile(planned);
  const double end = bench::thread_nanoseconds();
  return {std::move(rules), planned, std::move(compiled), bound - begin, end - bound};
}

void must_agree(const workload& on, int count) {
  bench::company_source source(2);
  columns::batch few(on.planned);
  std::vector<profile> all;
  for (int i = 0; i < count; ++i) {
    all.push_back(source.next());
    few.append(all.back());
  }
  columns::executor by(on.compiled);
  columns::verdicts verdicts;
  by.decide(few, verdicts);
  const decide::catalogue names{on.rules.policies(), on.rules.fields(), on.rules.parameters()};
  decide::state run;
  decide::answers answers;
  for (std::size_t row = 0; row < all.size(); ++row) {
    answers.decide(*on.planned, names, all[row], run);
    for (std::size_t i = 0; i < answers.all().size(); ++i) {
      if (verdicts.of(i, row) != answers.all()[i].verdict) {
        throw std::runtime_error("columns and rows differ");
      }
    }
  }
}

columns::batch companies_for(const workload& of, std::size_t rows, std::uint32_t seed) {
  columns::batch made(of.planned);
  bench::company_source source(seed);
  for (std::size_t i = 0; i < rows; ++i) made.append(source.next());
  return made;
}

void grow_policies(int most, double share, int rounds) {
  for (int policies = 10; policies <= most; policies *= 10) {
    for (const int each : {policies, policies * 3}) {
      if (each > most) break;
      const workload on = make(bench::catalogue_of(each, share));
      must_agree(on, each > 1000 ? 20 : 200);
      constexpr std::size_t rows = 8192;
      const auto companies = companies_for(on, rows, 3);
      columns::executor by(on.compiled);
      columns::verdicts verdicts;
      const auto taken = bench::in_turns({[&] { by.decide(companies, verdicts); }}, rounds, rows);
      const auto nodes = static_cast<double>(on.compiled->program.for_conditions);
      fmt::print("point policies {} {} {:.2f} {:.2f} {:.2f}\n", each, nodes, taken[0].median,
                 on.compiling / each / 1000, on.binding / each / 1000);
      if (each >= 10'000) bench::print_target("T13", taken[0].median, nodes * 0.15 + each * 0.1);
    }
  }
}

void grow_companies(const workload& on, std::size_t most, int rounds) {
  for (std::size_t rows = 4096; rows <= most; rows *= 4) {
    const auto companies = companies_for(on, rows, 3);
    columns::executor by(on.compiled);
    columns::verdicts verdicts;
    const auto taken = bench::in_turns(
        {[&] { sink = columns::read_all(companies); }, [&] { by.decide(companies, verdicts); }},
        rounds, static_cast<double>(rows));
    fmt::print("point companies {} {:.2f} {:.2f}\n", rows, taken[1].median, taken[0].median);
  }
}

// Each thread has its own companies. Wall time: where other programs run, it is too long.
void grow_threads(const workload& on, unsigned most, int rounds) {
  constexpr std::size_t rows = 65'536;
  constexpr int repeats = 8;  // long enough for the system to give each thread a core
  for (unsigned threads = 1; threads <= most; threads *= 2) {
    struct worker {
      columns::batch companies;
      columns::executor by;
      columns::verdicts verdicts;
    };
    std::vector<std::unique_ptr<worker>> all;
    for (unsigned i = 0; i < threads; ++i) {
      all.emplace_back(
          new worker{companies_for(on, rows, i + 3), columns::executor(on.compiled), {}});
    }
    const auto work = [&] {
      std::vector<std::thread> running;
      for (const auto& each : all) {
        running.emplace_back([&each] {
          for (int i = 0; i < repeats; ++i) each->by.decide(each->companies, each->verdicts);
        });
      }
      for (auto& each : running) each.join();
    };
    const auto taken = bench::in_turns(
        {work}, rounds, static_cast<double>(rows * threads * repeats), bench::wall_nanoseconds);
    fmt::print("point threads {} {:.2f} {:.2f}\n", threads, taken[0].median, taken[0].least);
  }
}

}  // namespace

// Arguments: most policies, share of different predicates, most companies, rounds.
int main(int count, char** words) {
  const int policies = count > 1 ? std::atoi(words[1]) : 10'000;
  const double share = count > 2 ? std::atof(words[2]) : 0.43;
  const std::size_t companies = count > 3 ? std::strtoull(words[3], nullptr, 10) : 262'144;
  const int rounds = count > 4 ? std::atoi(words[4]) : 5;
  grow_policies(policies, share, rounds);
  const workload city = make({});
  grow_companies(city, companies, rounds);
  grow_threads(city, std::max(1U, std::thread::hardware_concurrency()), rounds);
}
