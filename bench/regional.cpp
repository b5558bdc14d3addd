// One company against a large regional catalogue: by clusters of tables, and by a scan of all
// policies in bytecode that leaves each at its first clause unmet, the clause first that fewest
// companies can meet. Companies are in cache, in random order, and which one comes next depends on
// the verdicts before.
//
// Before anything is timed, both must decide a sample as the row executor does. A size a line:
//
//   point regional 10000 12.3 1.23 540 3.1   policies, us a company, ns, bytes and us to compile a
//                                            policy
#include <bit>
#include <cstdlib>
#include <fmt/format.h>
#include <stdexcept>

#include "api/loaded.hpp"
#include "catalogue.hpp"
#include "decide/answers.hpp"
#include "generated.hpp"
#include "in_turns.hpp"
#include "plan/from_types.hpp"
#include "regions.hpp"
#include "tables/fill.hpp"
#include "tables/match.hpp"

namespace {

using namespace sudui;

constexpr std::size_t hot = 256;
volatile std::uint64_t none = 0;  // nobody knows before it is read

struct workload {
  rule_set rules;
  std::shared_ptr<const plan::plan> planned;
  std::shared_ptr<const tables::program> quick;
  std::shared_ptr<const columns::compiled> compiled;
  std::vector<profile> profiles;
  std::vector<std::vector<tables::word>> companies;
  double compiling = 0;  // nanoseconds
};

workload make(int policies, std::size_t most, std::size_t open) {
  auto rules = bench::load_large(bench::regional_catalogue(policies, 1));
  plan::binding on;
  on.as_of = date(std::chrono::year(2023) / 12 / 31);
  on.year = 2023;
  auto planned = plan::from_types(rules.held().typed, on);
  const tables::cluster_sizes sizes;
  const auto begin = bench::thread_nanoseconds();
  auto quick = tables::compile(planned, {sizes.whole, most, open});
  const auto end = bench::thread_nanoseconds();
  auto compiled = columns::compile(planned);
  workload made{std::move(rules), planned, quick, std::move(compiled), {}, {}, end - begin};
  bench::regional_companies source(2);
  tables::filler filler(quick);
  for (std::size_t i = 0; i < hot; ++i) {
    made.profiles.push_back(source.next());
    filler.take(made.profiles.back());
    filler.finish(made.companies.emplace_back());
  }
  return made;
}

// Companies as rows; the codes of texts are in the order of the texts, so that those of a region
// lie side by side.
struct rows_of_companies {
  columns::batch texts;
  bench::plain_rows rows, sample;

  explicit rows_of_companies(const workload& on) : texts(on.planned) {
    for (const auto& each : bench::all_counties()) texts.append({{"division_code", each}});
    for (const auto& each : bench::all_industries()) texts.append({{"industry_code", each}});
    for (const auto& each : on.profiles) texts.append(each);
    const auto all = bench::to_rows(texts);
    const auto first = (texts.rows() - on.profiles.size()) * all.columns;
    rows = part(all, first, on.profiles.size());
    sample = part(all, first, 64);
  }
  static bench::plain_rows part(const bench::plain_rows& all, std::size_t first, std::size_t rows) {
    const auto from = static_cast<std::ptrdiff_t>(first);
    const auto to = static_cast<std::ptrdiff_t>(first + rows * all.columns);
    return {all.columns,
            {all.values.begin() + from, all.values.begin() + to},
            {all.known.begin() + from, all.known.begin() + to}};
  }
};

void must_agree(const workload& on, tables::decider& quick, const bench::generated_code& code,
                const bench::plain_rows& rows) {
  const decide::catalogue names{on.rules.policies(), on.rules.fields(), on.rules.parameters()};
  decide::state run;
  decide::answers answers;
  std::vector<std::uint8_t> scanned(on.planned->policies.size());
  std::size_t eligible = 0;
  std::size_t open = 0;
  std::size_t clusters = 0;
  const auto count = std::min<std::size_t>(hot, 1 + 2'000'000 / scanned.size());
  for (std::size_t i = 0; i < count; ++i) {
    answers.decide(*on.planned, names, on.profiles[i], run);
    quick.decide(on.companies[i]);
    quick.each_cluster([&](std::size_t) { ++clusters; });
    code.machine(code.code.data(), &rows.values[i * rows.columns], &rows.known[i * rows.columns],
                 scanned.data());
    for (std::size_t policy = 0; policy < scanned.size(); ++policy) {
      const auto held = static_cast<std::size_t>(answers.all()[policy].verdict);
      const bool met = kernels::bit_at(quick.eligible().data(), policy);
      const bool maybe = kernels::bit_at(quick.possible().data(), policy);
      if (held != (met ? 1U : 0U) + (maybe ? 1U : 0U)) {
        throw std::runtime_error("clusters and rows differ");
      }
      if (scanned[policy] != held) throw std::runtime_error("the scan and rows differ");
      eligible += met ? 1 : 0;
      open += maybe && !met ? 1 : 0;
    }
  }
  const auto a_company = [&](std::size_t sum) {
    return static_cast<double>(sum) / static_cast<double>(count);
  };
  fmt::print(
      "{} policies, {} clusters; a company: {:.1f} clusters, {:.1f} eligible, {:.1f} "
      "undetermined\n",
      scanned.size(), on.quick->clusters.size(), a_company(clusters), a_company(eligible),
      a_company(open));
}

std::size_t bytes_of(const tables::program& of) {
  std::size_t made = of.choice.rows.size() * sizeof(tables::word);
  for (const auto& each : of.clusters) {
    made += sizeof(each) + (each.rows.size() + each.ask_rows.size() + each.limits.size()) * 8;
    made += each.entries.size() * (sizeof(tables::entry) + sizeof(std::uint32_t));
    made += each.ratios.size() * sizeof(kernels::ratio_steps);
    made += each.policies.size() * sizeof(tables::clustered_policy);
    made += each.choices.size() * sizeof(tables::either_truth);
    made += each.steps.size() * sizeof(kernels::rank_step) + each.texts.size() * 8;
    for (const auto* asked : {&each.more, &each.all}) {
      made += asked->truths.size() * sizeof(tables::asked_truth) + asked->first.size() * 4;
    }
  }
  for (const auto& each : of.of_policy) {
    made += sizeof(each) + (each.code.size() + each.inputs.size()) * sizeof(std::uint32_t);
  }
  return made;
}

/// Calls for companies in random order: a congruence meets all of them.
template <class Decide>
auto chase(std::size_t calls, Decide&& decide) {
  return [calls, decide, at = std::size_t{0}]() mutable {
    const auto nothing = none;
    for (std::size_t i = 0; i < calls; ++i) {
      at = (at * 1'664'525 + 1'013'904'223 + (decide(at) & nothing)) % hot;
    }
    none = none + (at == hot ? 1 : 0);
  };
}

void measure(int policies, std::size_t most, std::size_t open, int rounds) {
  const auto on = make(policies, most, open);
  const rows_of_companies companies(on);
  const bench::generated_code code(*on.compiled, companies.texts, companies.sample);
  tables::decider quick(on.quick);
  must_agree(on, quick, code, companies.rows);
  std::vector<std::uint8_t> out(on.planned->policies.size());
  const auto& rows = companies.rows;
  const auto by_clusters = [&](std::size_t i) {
    quick.decide(on.companies[i]);
    return quick.eligible()[0];
  };
  const auto by_scan = [&](std::size_t i) {
    code.machine(code.code.data(), &rows.values[i * rows.columns], &rows.known[i * rows.columns],
                 out.data());
    return std::uint64_t{out[0]};
  };
  tables::filler filler(on.quick);
  std::vector<tables::word> written;
  const auto fill = [&](std::size_t i) {
    filler.take(on.profiles[i]);
    return std::uint64_t{filler.finish(written)};
  };
  const auto calls = std::max<std::size_t>(hot, 20'000'000 / static_cast<std::size_t>(policies));
  const auto taken =
      bench::in_turns({chase(calls, by_clusters)}, rounds, static_cast<double>(calls));
  const auto scanned = bench::in_turns(
      {chase(hot, by_clusters), chase(hot, by_scan), chase(hot, fill)}, rounds, hot);
  bench::print("by clusters", scanned[0], scanned[1].median, "a scan");
  bench::print("by clusters, alone", taken[0], 0, "");
  bench::print("a scan of all", scanned[1], 0, "");
  bench::print("a profile into slots", scanned[2], 0, "");
  const auto bytes = static_cast<double>(bytes_of(*on.quick));
  fmt::print("point regional {} {:.2f} {:.3f} {:.0f} {:.2f}\n", policies, taken[0].median / 1000,
             taken[0].median / policies, bytes / policies, on.compiling / policies / 1000);
  if (policies >= 100'000) bench::print_target("T14", scanned[0].median, scanned[1].median);
}

}  // namespace

// Arguments: policies, rounds, policies of a cluster. From a thousand on, ten times as many each
// time.
int main(int count, char** words) {
  const int policies = count > 1 ? std::atoi(words[1]) : 10'000;
  const int rounds = count > 2 ? std::atoi(words[2]) : 5;
  const auto most = count > 3 ? std::strtoull(words[3], nullptr, 10) : tables::cluster_sizes{}.most;
  const auto open = count > 4 ? std::strtoull(words[4], nullptr, 10) : tables::cluster_sizes{}.open;
  for (int each = 1000; each < policies; each *= 10) measure(each, most, open, rounds);
  measure(policies, most, open, rounds);
}
