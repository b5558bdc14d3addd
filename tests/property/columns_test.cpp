// Columns against rows: the same verdicts, amounts and missing inputs, with every table of kernels
// and with chunks of many sizes.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <sudui/sudui.hpp>

#include "catch.hpp"
#include "support/batches.hpp"
#include "support/extremes.hpp"
#include "support/generator.hpp"

using namespace sudui;
using namespace sudui::tests;
using namespace std::chrono_literals;

namespace {

int columns_seeds() {
  const auto* wanted = std::getenv("SUDUI_PROPERTY_SEEDS");
  return wanted == nullptr ? 60 : std::atoi(wanted);
}

std::string given_in(const profile& company) {
  std::string given;
  for (const auto& each : company.entries())
    given += each.name + ": " + to_string(each.held) + "\n";
  return given;
}

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
  const auto compiled = columns::compile(planned);
  for (const auto* table : kernels::usable()) {
    for (const std::size_t chunk : {1U, 128U, 4096U}) {
      columns::executor by(compiled, *table, chunk);
      const auto lines = lines_by_columns(by, *planned, batch);
      counts.decided += companies.size() * planned->policies.size();
      counts.settled += by.counts().settled;
      for (std::size_t i = 0; i < companies.size(); ++i) {
        const auto expected = line_by_rows(*planned, names, companies[i], run, answers);
        if (lines[i] == expected) continue;
        INFO(table->name << ", chunks of " << chunk << ", company " << i << "\n"
                         << given_in(companies[i]));
        REQUIRE(lines[i] == expected);
      }
    }
  }
}

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
      left += has_amount && in.amounts[i][k].value == columns::no_node ? 1 : 0;
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
  const std::filesystem::path top = SUDUI_PROJECT_DIR;
  const auto rules = load(top / "rules").value();
  std::vector<profile> whole;
  for (const auto& file : std::filesystem::directory_iterator(top / "examples" / "companies")) {
    const auto format =
        file.path().extension() == ".json" ? profile_format::json : profile_format::yaml;
    std::ifstream in(file.path());
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    diagnostics findings;
    whole.push_back(read_profile(rules, text, format, findings).value());
  }
  std::mt19937 random(11);
  std::vector<profile> companies = whole;
  while (companies.size() < 400) {  // fields of all companies mixed, some left out
    profile made;
    for (const auto& from : whole) {
      for (const auto& each : from.entries()) {
        if (random() % 3 == 0) made.set(each.name, random() % 20 == 0 ? value::null() : each.held);
      }
    }
    companies.push_back(std::move(made));
  }
  tried counts;
  for (const date as_of :
       {date(2021y / 12 / 31), date(2022y / 12 / 31), date(2023y / 12 / 31), date(2026y / 3 / 1)}) {
    INFO(to_string(as_of));
    const auto planned = plan_on(rules, as_of);
    const auto compiled = columns::compile(planned);
    CHECK(compiled->program.open_clauses == 0);
    CHECK(amounts_left(*planned, compiled->program) == 0);
    compare(rules, planned, companies, counts);
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
