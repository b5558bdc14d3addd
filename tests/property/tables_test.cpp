// Tables against rows: the same verdicts for every company, with every table of kernels.

#include <chrono>
#include <filesystem>
#include <random>

#include <sudui/sudui.hpp>

#include "catch.hpp"
#include "support/extremes.hpp"
#include "support/generator.hpp"
#include "support/plans.hpp"
#include "support/shipped_mix.hpp"
#include "tables/fill.hpp"
#include "tables/match.hpp"

using namespace sudui;
using namespace sudui::tests;
using namespace std::chrono_literals;

namespace {

int tables_seeds() { return wanted("SUDUI_PROPERTY_SEEDS", 60); }

struct decided_by {
  std::uint64_t all = 0, rows = 0;
};

verdict verdict_of(const tables::decider& by, std::size_t policy) {
  if (kernels::bit_at(by.eligible().data(), policy)) return verdict::eligible;
  const bool maybe = kernels::bit_at(by.possible().data(), policy);
  return maybe ? verdict::undetermined : verdict::ineligible;
}

/// The tables of one plan, cut into clusters of a size, with the plainest and the fastest loops.
struct tabled_as {
  std::shared_ptr<const tables::program> compiled;
  tables::filler filler;
  tables::decider plain, fast;
  std::vector<tables::word> slots;

  tabled_as(const std::shared_ptr<const plan::plan>& planned, const tables::cluster_sizes& sizes)
      : compiled(tables::compile(planned, sizes)),
        filler(compiled),
        plain(compiled, kernels::portable_single()),
        fast(compiled) {}

  std::size_t decide(const profile& company) {
    filler.take(company);
    const auto settled = filler.finish(slots);
    plain.decide(slots);
    fast.decide(slots);
    return settled;
  }
};

void same_bits(std::span<const tables::word> a, std::span<const tables::word> b) {
  REQUIRE(std::equal(a.begin(), a.end(), b.begin(), b.end()));
}

void same_verdicts(const rule_set& rules, const std::shared_ptr<const plan::plan>& planned,
                   const std::vector<profile>& companies, decided_by& counts) {
  const decide::catalogue names{rules.policies(), rules.fields(), rules.parameters()};
  tabled_as whole(planned, {});
  std::vector<tabled_as> clustered;
  for (const std::size_t most : {1U, 3U, 64U}) {
    clustered.emplace_back(planned, tables::cluster_sizes{0, most, most, 0});
    clustered.emplace_back(planned, tables::cluster_sizes{0, most, most});
  }
  decide::state run;
  decide::answers answers;
  for (const auto& company : companies) {
    counts.rows += whole.decide(company);
    counts.all += planned->policies.size();
    answers.decide(*planned, names, company, run);
    for (std::size_t i = 0; i < answers.all().size(); ++i) {
      const auto expected = answers.all()[i].verdict;
      const auto held = verdict_of(whole.fast, i);
      const bool is_possible = kernels::bit_at(whole.fast.possible().data(), i);
      if (held == expected && (held == verdict::ineligible || is_possible)) continue;
      INFO(answers.all()[i].of->id << "\n" << given_in(company));
      REQUIRE(static_cast<int>(held) == static_cast<int>(expected));
    }
    same_bits(whole.plain.eligible(), whole.fast.eligible());
    same_bits(whole.plain.possible(), whole.fast.possible());
    for (auto& each : clustered) {
      INFO(each.compiled->clusters.size() << " clusters\n" << given_in(company));
      each.decide(company);
      for (const auto* by : {&each.plain, &each.fast}) {
        same_bits(by->eligible(), whole.fast.eligible());
        same_bits(by->possible(), whole.fast.possible());
      }
    }
  }
}

std::shared_ptr<const plan::plan> planned_on(const rule_set& rules, date as_of) {
  plan::binding on;
  on.as_of = as_of;
  on.year = static_cast<int>(as_of.year());
  return plan::from_types(rules.held().typed, on);
}

std::vector<profile> shipped_mix(const rule_set& rules, std::size_t count) {
  const auto whole = shipped_companies(rules);
  std::mt19937 random(23);
  auto made = whole;
  while (made.size() < count) made.push_back(mixed(whole, random));
  return made;
}

}  // namespace

TEST_CASE("tables decide as rows do on random rule sets", "[property][tables]") {
  decided_by counts;
  int loaded = 0;
  for (int seed = 1; seed <= tables_seeds(); ++seed) {
    generator::rules random(static_cast<std::uint32_t>(seed) + 5000);
    const std::vector<source_text> texts{{"random.yaml", random.text(4)}};
    const auto rules = load(texts);
    if (!rules) continue;
    ++loaded;
    std::vector<profile> companies;
    for (int i = 0; i < 150; ++i) companies.push_back(random.company());
    INFO("seed " << seed << "\n" << texts[0].text);
    same_verdicts(*rules, planned_on(*rules, 2022y / 6 / 30), companies, counts);
  }
  CHECK(loaded > tables_seeds() / 4);
  CHECK(counts.rows < counts.all / 2);
}

TEST_CASE("tables decide as rows do on the shipped rules", "[property][tables]") {
  const auto rules = load(std::filesystem::path(SUDUI_PROJECT_DIR) / "rules").value();
  const auto companies = shipped_mix(rules, 400);
  decided_by counts;
  for (const date as_of : {date(2021y / 12 / 31), date(2023y / 12 / 31), date(2026y / 3 / 1)}) {
    INFO(to_string(as_of));
    same_verdicts(rules, planned_on(rules, as_of), companies, counts);
  }
  CHECK(counts.rows < counts.all / 4);
}

TEST_CASE("tables decide as rows do at limits and for the largest figures", "[property][tables]") {
  const auto planned = plan_of(at_the_limits());
  for (const std::uint32_t large : {0U, 1U, 10U}) {
    INFO(large << " large figures of 40");
    extremes random(large);
    std::vector<profile> companies;
    for (int i = 0; i < 200; ++i) companies.push_back(random.company());
    decided_by counts;
    same_verdicts(planned.rules, planned.made, companies, counts);
    CHECK(counts.rows > 0);
    CHECK(counts.rows < counts.all * 4 / 5);
  }
}
