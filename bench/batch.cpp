// Batches in columns, as ratios to what bounds them, all in one run: reading the same columns, the
// row executor, and two threads. The machine may be shared: every figure is a
// median with its spread, taken in turns, and only ratios are meant to be compared.
//
// Before anything is timed, a sample of the companies must come out as the row executor decides.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <fmt/format.h>
#include <set>
#include <span>
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

volatile std::uint64_t sink = 0;

/// One half of the companies, for one of two threads.
struct half {
  columns::batch companies;
  columns::executor by;
  columns::verdicts verdicts;

  explicit half(const workload& of) : companies(of.planned), by(of.compiled) {}
};

// Two threads, each with half of the companies: wall time, since the processor's time of one thread
// does not see the other. On a busy machine the second thread waits; the least is the better guide.
void measure_threads(const workload& all, std::size_t rows, int rounds) {
  half first(all);
  half second(all);
  bench::company_source source(2);
  for (std::size_t i = 0; i < rows; ++i) {
    (i < rows / 2 ? first : second).companies.append(source.next());
  }
  constexpr int repeats = 8;  // long enough for the system to give each thread a core
  const auto read = [](const half& of) {
    return [&] {
      for (int i = 0; i < repeats; ++i) sink = columns::read_all(of.companies);
    };
  };
  const auto decide = [](half& of) {
    return [&] {
      for (int i = 0; i < repeats; ++i) of.by.decide(of.companies, of.verdicts);
    };
  };
  const auto taken =
      bench::in_turns({[&] { bench::at_once(read(first), read(second)); },
                       [&] { bench::at_once(decide(first), decide(second)); },
                       [&] {
                         decide(first)();
                         decide(second)();
                       }},
                      rounds, static_cast<double>(rows) * repeats, bench::wall_nanoseconds);
  bench::print("read the columns, 2 threads (wall)", taken[0], 0, "");
  bench::print("verdicts, 2 threads (wall)", taken[1], taken[0].median, "reading");
  bench::print("verdicts, 1 thread (wall)", taken[2], taken[1].median, "2 threads");
  bench::print_target("T2", taken[1].median, taken[0].median);
  bench::print_target("T5", taken[2].median, taken[1].median);
}

struct in_memory {
  bench::reading read, verdicts, portable;
};

in_memory measure_memory(const workload& all, columns::executor& by, std::size_t rows, int rounds) {
  columns::executor plain(all.compiled, kernels::portable());
  columns::verdicts verdicts;
  const auto taken = bench::in_turns(
      {[&] { sink = columns::read_all(all.companies); },
       [&] { by.decide(all.companies, verdicts); }, [&] { plain.decide(all.companies, verdicts); }},
      rounds, static_cast<double>(rows));
  return {taken[0], taken[1], taken[2]};
}

/// The loops that a chunk runs, each on data that stay in the nearest cache: what they take when
/// nothing else is done. Their answers do not matter, and they have no branches.
class chunk_loops {
 public:
  static constexpr std::size_t rows = 1024;

  chunk_loops(const workload& of, const kernels::table& by,
              std::span<const columns::code_plane> planes)
      : program_(of.compiled->program), by_(by), planes_(planes) {
    for (columns::node_id i = 0; i < program_.for_conditions; ++i) {
      const auto& what = program_.nodes[i];
      if (what.kind == columns::node_kind::ratio) divisors_.insert(what.b);
    }
    for (std::size_t i = 0; i < outs_.size(); ++i) outs_[i] = bits_[i].data();
    for (std::size_t i = 0; i < sets_.size(); ++i) sets_[i] = bits_[i % bits_.size()].data();
  }

  /// The leaf of every condition.
  void leaves() {
    for (std::size_t first = 0; first < rows; first += some) leaves_of_some();
  }
  /// Sums, alternatives, and the conditions of every policy joined.
  void sums_and_joins() {
    using columns::node_kind;
    for (columns::node_id i = 0; i < program_.for_conditions; ++i) {
      const auto& what = program_.nodes[i];
      if (what.kind == node_kind::both || what.kind == node_kind::either) join(2);
      if (what.kind != node_kind::sum && what.kind != node_kind::difference) continue;
      for (std::size_t first = 0; first < rows; first += some) {
        by_.sum(a_.data(), b_.data(), some, sums_.data());
      }
    }
    for (const auto& each : program_.policies) join(each.size());
  }

 private:
  static constexpr std::size_t some = 512;  // rows whose figures stay in the nearest cache
  static constexpr std::size_t words = rows / kernels::word_bits;

  void leaves_of_some() {
    using columns::node_kind;
    for (std::size_t i = 0; i < divisors_.size(); ++i) by_.less(a_.data(), some, 1, out());
    for (const auto& plane : planes_) {
      by_.look_up(codes_.data(), some, plane.bytes, static_cast<unsigned>(plane.bits.size()),
                  outs_.data());
    }
    for (columns::node_id i = 0; i < program_.for_conditions; ++i) {
      const auto& what = program_.nodes[i];
      if (what.kind == node_kind::below) by_.less(a_.data(), some, what.limit, out());
      if (what.kind == node_kind::equals) by_.equal(a_.data(), some, what.limit, out());
      if (what.kind == node_kind::less) by_.less_each(a_.data(), b_.data(), some, out());
      if (what.kind == node_kind::day_below) by_.less_day(days_.data(), some, 19'000, out());
      if (what.kind == node_kind::ratio) {
        by_.share_less(a_.data(), b_.data(), some, {100, 30}, out());
      }
    }
  }
  // What holds for certain, and what may.
  void join(std::size_t count) {
    const auto of = std::clamp<std::size_t>(count, 1, sets_.size());
    for (int i = 0; i < 2; ++i) by_.all_of(sets_.data(), of, words, out());
  }
  [[nodiscard]] kernels::word* out() { return outs_[0]; }

  const columns::program& program_;
  const kernels::table& by_;
  std::span<const columns::code_plane> planes_;
  std::set<columns::node_id> divisors_;
  template <class Value>
  using values = columns::aligned_values<Value>;
  values<std::int64_t> a_ = values<std::int64_t>(some, 1);
  values<std::int64_t> b_ = values<std::int64_t>(some, 2);
  values<std::int64_t> sums_ = values<std::int64_t>(some);
  values<std::int32_t> days_ = values<std::int32_t>(some, 18'000);
  values<std::uint32_t> codes_ = values<std::uint32_t>(some, 3);
  std::array<std::array<kernels::word, words>, 8> bits_{};
  std::array<kernels::word*, 8> outs_{};
  std::array<const kernels::word*, 16> sets_{};
};

/// The tables that run here but for the portable one, unless it is alone.
std::span<const kernels::table* const> vector_tables() {
  const auto all = kernels::usable();
  return all.first(std::max<std::size_t>(all.size() - 1, 1));
}

struct in_cache {
  bench::reading verdicts, amounts;
  std::vector<bench::reading> leaves, loops;  // by table, the fastest first
};

// The loops of every vector table: targets are set by those of the table that runs, and by those of
// AVX2, which the first targets were measured with.
in_cache measure_cache(const workload& all, columns::executor& by, int rounds) {
  constexpr auto rows = chunk_loops::rows;
  constexpr int repeats = 64;
  columns::batch few(all.planned);
  for (std::size_t i = 0; i < rows; ++i) few.append(all.sample[i]);
  columns::verdicts verdicts;
  columns::awards awards;
  const auto repeated = [&](auto&& work) {
    return [&, work] {
      for (int i = 0; i < repeats; ++i) work();
    };
  };
  const auto decide = [&] { by.decide(few, verdicts); };
  const auto award = [&] {
    by.decide(few, verdicts);
    by.award(few, verdicts, columns::executor::whose::eligible, awards);
  };
  const columns::probe parts(all.compiled, few);
  std::deque<chunk_loops> loops;  // which refer to themselves
  for (const auto* each : vector_tables()) loops.emplace_back(all, *each, parts.planes());
  std::vector<std::function<void()>> work{repeated(decide), repeated(award)};
  for (auto& each : loops) {
    work.push_back(repeated([&each] { each.leaves(); }));
    work.push_back(repeated([&each] {
      each.leaves();
      each.sums_and_joins();
    }));
  }
  const auto taken = bench::in_turns(work, rounds, double{rows} * repeats);
  in_cache made{taken[0], taken[1], {}, {}};
  for (std::size_t i = 2; i < taken.size(); i += 2) {
    made.leaves.push_back(taken[i]);
    made.loops.push_back(taken[i + 1]);
  }
  return made;
}

bench::reading measure_rows(const workload& all, int rounds) {
  const decide::catalogue names{all.rules.policies(), all.rules.fields(), all.rules.parameters()};
  decide::state run;
  decide::answers answers;
  const auto one_by_one = [&] {
    for (const auto& each : all.sample) answers.decide(*all.planned, names, each, run);
  };
  return bench::in_turns({one_by_one}, rounds, static_cast<double>(all.sample.size())).front();
}

}  // namespace

int main(int count, char** words) {
  const std::size_t rows = count > 1 ? std::strtoull(words[1], nullptr, 10) : 256 * 1024;
  const int rounds = count > 2 ? std::atoi(words[2]) : 9;
  const std::size_t chunk = count > 3 ? std::strtoull(words[3], nullptr, 10) : 4096;
  const workload all = make(rows);
  must_agree(all);
  const auto& fastest = *kernels::usable().front();
  columns::executor by(all.compiled, fastest, chunk);
  const auto memory = measure_memory(all, by, rows, rounds);
  const auto cache = measure_cache(all, by, rounds);
  const auto by_row = measure_rows(all, rounds);
  fmt::print("{} companies, {} kernels, medians of {} rounds (least .. most), a company\n", rows,
             fastest.name, rounds);
  bench::print("read the columns", memory.read, 0, "");
  bench::print("verdicts, columns in memory", memory.verdicts, memory.read.median, "reading");
  bench::print("verdicts, portable kernels", memory.portable, memory.read.median, "reading");
  for (std::size_t i = 0; i < cache.leaves.size(); ++i) {
    const auto* name = vector_tables()[i]->name;
    bench::print(fmt::format("the leaves' loops of {} alone, in L1", name), cache.leaves[i], 0, "");
    bench::print(fmt::format("all loops of a chunk of {} alone, in L1", name), cache.loops[i], 0,
                 "");
    bench::print("verdicts, 1,024 companies in cache", cache.verdicts, cache.leaves[i].median,
                 fmt::format("leaves of {}", name));
    bench::print("the same", cache.verdicts, cache.loops[i].median,
                 fmt::format("all loops of {}", name));
  }
  bench::print("verdicts and amounts, in cache", cache.amounts, cache.verdicts.median, "verdicts");
  bench::print("verdicts and amounts, one by one (rows)", by_row, cache.amounts.median, "columns");
  bench::print_target("T1", memory.verdicts.median, memory.read.median);
  bench::print_target("T3", cache.verdicts.median, cache.loops.front().median);
  bench::print_target("T4", memory.verdicts.median, cache.verdicts.median + memory.read.median);
  bench::print_target("T6", cache.amounts.median, cache.verdicts.median);
  measure_threads(all, rows, rounds);
  const auto policies = static_cast<double>(all.planned->policies.size());
  fmt::print("a policy and company: {:.2f} ns in memory, {:.2f} ns in cache\n",
             memory.verdicts.median / policies, cache.verdicts.median / policies);
}
