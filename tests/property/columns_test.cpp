// Columns against rows: the same verdicts, amounts and missing inputs, with every table of kernels
// and with chunks of many sizes. SUDUI_PROPERTY_SEEDS sets how many random rule sets are tried,
// SUDUI_PROPERTY_COMPANIES how many companies by the shipped rules.

#include <array>
#include <chrono>
#include <filesystem>
#include <random>

#include <sudui/sudui.hpp>

#include "catch.hpp"
#include "support/batches.hpp"
#include "support/extremes.hpp"
#include "support/generator.hpp"
#include "support/shipped_mix.hpp"

using namespace sudui;
using namespace sudui::tests;
using namespace std::chrono_literals;

namespace {

int columns_seeds() { return wanted("SUDUI_PROPERTY_SEEDS", 60); }

struct tried {
  std::uint64_t decided = 0, settled = 0;
};

void compare(const rule_set& rules, const std::shared_ptr<const plan::plan>& planned,
             const std::vector<profile>& companies, tried& counts) {
  const decide::catalogue names{rules.policies(), rules.fields(), rules.parameters()};
  decide::state run;
  decide::answers answers;
  columns::batch batch(planned);
  for (const auto& each : companies) batch.append(each);
  std::vector<std::string> expected;
  for (const auto& each : companies) {
    expected.push_back(line_by_rows(*planned, names, each, run, answers));
  }
  const auto compiled = columns::compile(planned);
  for (const auto* table : kernels::usable()) {
    for (const std::size_t chunk : {1U, 128U, 4096U}) {
      columns::executor by(compiled, *table, chunk);
      const auto lines = lines_by_columns(by, *planned, batch);
      counts.decided += companies.size() * planned->policies.size();
      counts.settled += by.counts().settled;
      for (std::size_t i = 0; i < companies.size(); ++i) {
        if (lines[i] == expected[i]) continue;
        INFO(table->name << ", chunks of " << chunk << ", company " << i << "\n"
                         << given_in(companies[i]));
        REQUIRE(lines[i] == expected[i]);
      }
    }
  }
}

constexpr std::size_t a_batch = 400;

std::shared_ptr<const plan::plan> plan_on(const rule_set& rules, date as_of) {
  plan::binding on;
  on.as_of = as_of;
  on.year = static_cast<int>(as_of.year());
  return plan::from_types(rules.held().typed, on);
}

std::size_t amounts_left(const plan::plan& of, const columns::program& in) {
  std::size_t left = 0;
  for (std::size_t i = 0; i < of.policies.size(); ++i) {
    for (std::size_t k = 0; k < of.policies[i].benefits.size(); ++k) {
      const bool has_amount = of.policies[i].benefits[k].how_much.form != types::amount_form::none;
      left += has_amount && in.amounts[i][k].is_open() ? 1 : 0;
    }
  }
  return left;
}

}  // namespace

TEST_CASE("columns decide as rows do on random rule sets", "[property][columns]") {
  tried counts;
  int loaded = 0;
  for (int seed = 1; seed <= columns_seeds(); ++seed) {
    generator::rules random(static_cast<std::uint32_t>(seed));
    const std::vector<source_text> texts{{"random.yaml", random.text(4)}};
    const auto rules = load(texts);
    if (!rules) continue;
    ++loaded;
    std::vector<profile> companies;
    for (int i = 0; i < 150; ++i) companies.push_back(random.company());
    INFO("seed " << seed << "\n" << texts[0].text);
    compare(*rules, plan_on(*rules, 2022y / 6 / 30), companies, counts);
  }
  CHECK(loaded > columns_seeds() / 4);
  CHECK(counts.settled < counts.decided / 2);
}

TEST_CASE("columns decide as rows do on the shipped rules", "[property][columns]") {
  const auto rules = load(std::filesystem::path(SUDUI_PROJECT_DIR) / "rules").value();
  const auto whole = shipped_companies(rules);
  const std::array days = {date(2021y / 12 / 31), date(2022y / 12 / 31), date(2023y / 12 / 31),
                           date(2026y / 3 / 1)};
  std::vector<std::shared_ptr<const plan::plan>> plans;
  for (const auto as_of : days) plans.push_back(plan_on(rules, as_of));
  std::mt19937 random(11);
  tried counts;
  auto companies = whole;
  while (companies.size() < a_batch) companies.push_back(mixed(whole, random));
  for (const auto& planned : plans) {
    const auto compiled = columns::compile(planned);
    CHECK(compiled->program.open_clauses == 0);
    CHECK(amounts_left(*planned, compiled->program) == 0);
    compare(rules, planned, companies, counts);
  }
  const auto batches = static_cast<std::size_t>(wanted("SUDUI_PROPERTY_COMPANIES", 0)) / a_batch;
  for (std::size_t i = 0; i < batches; ++i) {
    INFO("batch " << i << " behind the first");
    for (auto& each : companies) each = mixed(whole, random);
    compare(rules, plans[i % plans.size()], companies, counts);
  }
  CHECK(counts.settled < counts.decided / 4);
}

TEST_CASE("columns decide as rows do at limits and for the largest figures",
          "[property][columns]") {
  const auto planned = plan_of(at_the_limits());
  for (const std::uint32_t large : {0U, 1U, 10U}) {
    INFO(large << " large figures of 40");
    extremes random(large);
    std::vector<profile> companies;
    for (int i = 0; i < 200; ++i) companies.push_back(random.company());
    tried counts;
    compare(planned.rules, planned.made, companies, counts);
    CHECK(counts.settled > 0);
    CHECK(counts.settled < counts.decided * 4 / 5);
  }
}
