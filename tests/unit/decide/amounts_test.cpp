// Amounts while something is missing: which ends are known, and what they wait for.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string paid(const std::string& lines, const profile& company) {
  const run_of made({policy_text("demo/one", "not(is_zombie)", benefit_text(lines))}, company);
  return text_of(made.paid());
}

// `debts` is 0 where nothing is said; with it in the test, no overlap can be proved at load.
std::string tiers(const std::string& hit, const profile& company) {
  return paid("tiers:\n  hit: " + hit +
                  "\n  on: [staff, score]\n  rows:\n"
                  "    - {when: ['>= 100', '-'], amount: 100}\n"
                  "    - {when: ['-', '>= 60 + debts'], amount: 200}\n"
                  "    - {when: ['< 10', '< 10'], amount: 50}",
              company);
}

value hire(const char* degree, value wage) {
  return value::context{{"degree", degree}, {"wage", std::move(wage)}};
}

const char* const per_master =
    "for_each: h in hires\nclauses:\n  - {clause: m, zh: 硕士, en: master, require: h.degree = "
    "\"master\", cite: doc}\namount: h.wage * 10%\nat_most: 1000\nround: 1 down\n"
    "total_at_most: 1500";

}  // namespace

TEST_CASE("a formula is exact, unknown or null", "[decide][amounts]") {
  CHECK(paid("amount: revenue * 10%", {{"revenue", 50}}) == "5");
  CHECK(paid("amount: revenue * 10%", {}) == "unknown");
  CHECK(paid("amount: revenue / debts", {{"revenue", 50}, {"debts", 0}}) == "null");
}

TEST_CASE("up to means from nothing", "[decide][amounts]") {
  CHECK(paid("up_to: 50万", {}) == "0 .. 500000");
  CHECK(paid("up_to: revenue", {}) == "0 .. ?");
  CHECK(paid("up_to: revenue\nat_most: 20万", {}) == "0 .. 200000");
}

TEST_CASE("a cap closes the upper end, a floor the lower", "[decide][amounts]") {
  CHECK(paid("amount: revenue\nat_most: 100", {}) == "? .. 100");
  CHECK(paid("amount: revenue\nat_least: 10", {}) == "10 .. ?");
  CHECK(paid("amount: revenue\nat_most: 100\nat_least: 10", {}) == "10 .. 100");
  CHECK(paid("amount: revenue\nat_most: 100\nat_least: 100", {}) == "100");
}

TEST_CASE("limits apply in the order written", "[decide][amounts]") {
  CHECK(paid("amount: 50\nat_most: 10\nat_least: 20", {}) == "20");
  CHECK(paid("amount: 50\nat_least: 80\nat_most: 70", {}) == "70");
}

TEST_CASE("a cap that is unknown opens the lower end, one that is null is none",
          "[decide][amounts]") {
  CHECK(paid("amount: 100\nat_most: revenue", {}) == "? .. 100");
  CHECK(paid("amount: 100\nat_least: revenue", {}) == "100 .. ?");
  CHECK(paid("amount: 100\nat_most: revenue / debts", {{"revenue", 1}, {"debts", 0}}) == "100");
}

TEST_CASE("both ends are rounded, by the rule's mode", "[decide][amounts]") {
  CHECK(paid("amount: 2.345\nround: 0.01 half up", {}) == "2.35");
  CHECK(paid("amount: 2.345\nround: 0.01 half even", {}) == "2.34");
  CHECK(paid("amount: 1999\nround: 1000 down", {}) == "1000");
  CHECK(paid("amount: revenue\nat_most: 99.99\nround: 1 down", {}) == "? .. 99");
}

TEST_CASE("under unique one row applies, and two are none", "[decide][amounts]") {
  CHECK(tiers("unique", {{"staff", 150}, {"score", 5}}) == "100");
  CHECK(tiers("unique", {{"staff", 50}, {"score", 70}}) == "200");
  CHECK(tiers("unique", {{"staff", 150}, {"score", 70}}) == "null");
  CHECK(tiers("unique", {{"staff", 50}, {"score", 20}}) == "null");
}

TEST_CASE("rows that may apply span the amount", "[decide][amounts]") {
  CHECK(tiers("unique", {{"staff", 50}}) == "200");  // no other row is left
  CHECK(tiers("unique", {{"score", 5}}) == "50 .. 100");
  CHECK(tiers("first", {{"score", 70}}) == "100 .. 200");
  CHECK(tiers("first", {{"staff", 150}}) == "100");
  CHECK(tiers("unique", {}) == "50 .. 200");
}

TEST_CASE("collecting adds up, or takes the least or the greatest", "[decide][amounts]") {
  const profile both{{"staff", 150}, {"score", 70}};
  CHECK(tiers("collect-sum", both) == "300");
  CHECK(tiers("collect-min", both) == "100");
  CHECK(tiers("collect-max", both) == "200");
}

TEST_CASE("of rows that may apply, collecting counts with and without", "[decide][amounts]") {
  const profile first_met{{"staff", 150}};
  CHECK(tiers("collect-sum", first_met) == "100 .. 300");
  CHECK(tiers("collect-min", first_met) == "100");
  CHECK(tiers("collect-max", first_met) == "100 .. 200");
  const profile second_met{{"score", 70}};
  CHECK(tiers("collect-sum", second_met) == "200 .. 300");
  CHECK(tiers("collect-min", second_met) == "100 .. 200");
  CHECK(tiers("collect-max", second_met) == "200");
}

TEST_CASE("where no row is sure, collecting counts every choice of at least one",
          "[decide][amounts]") {
  CHECK(tiers("collect-sum", {}) == "50 .. 350");
  CHECK(tiers("collect-min", {}) == "50 .. 200");
  CHECK(tiers("collect-max", {}) == "50 .. 200");
  CHECK(tiers("collect-sum", {{"score", 20}}) == "100");
}

TEST_CASE("collected rows may pay less than nothing, or no number", "[decide][amounts]") {
  const auto collected = [](const std::string& rows, const profile& company) {
    return paid("tiers:\n  hit: collect-sum\n  on: [staff]\n  rows:\n" + rows, company);
  };
  const std::string back =
      "    - {when: ['> 9'], amount: -30}\n    - {when: ['> 5'], amount: 100}\n";
  CHECK(collected(back, {}) == "-30 .. 100");
  CHECK(collected(back + "    - {when: ['-'], amount: 10}", {}) == "-20 .. 110");
  const std::string nothing = "    - {when: ['> 9'], amount: 1 / debts}\n";
  CHECK(collected(nothing + "    - {when: ['-'], amount: 10}", {{"debts", 0}}) == "unknown");
  CHECK(collected("    - {when: ['-'], amount: 1 / debts}\n    - {when: ['> 9'], amount: 10}",
                  {{"debts", 0}}) == "null");
}

TEST_CASE("a collected amount waits for what its open rows wait for", "[decide][amounts]") {
  const auto missing = [](const std::string& hit) {
    const run_of made(
        {policy_text("demo/one", "not(is_zombie)",
                     benefit_text("tiers:\n  hit: " + hit + "\n  on: [staff]\n  rows:\n" +
                                  "    - {when: ['-'], amount: 100}\n" +
                                  "    - {when: ['> 5'], amount: 200}"))},
        {});
    return names_of(made.first().amount_missing);
  };
  CHECK(missing("collect-sum") == "staff");
  CHECK(missing("collect-min").empty());
}

TEST_CASE("of collected rows an unknown one leaves one end open", "[decide][amounts]") {
  const auto collected = [](const std::string& hit) {
    return paid("tiers:\n  hit: " + hit +
                    "\n  on: [staff]\n  rows:\n    - {when: ['> 1'], amount: 100}\n"
                    "    - {when: ['> 2'], amount: revenue}",
                {{"staff", 5}});
  };
  CHECK(collected("collect-min") == "? .. 100");
  CHECK(collected("collect-max") == "100 .. ?");
  CHECK(collected("collect-sum") == "unknown");
}

TEST_CASE("a row that applies and pays null is null", "[decide][amounts]") {
  const std::string rows =
      "\n  on: [staff]\n  rows:\n    - {when: ['>= 100'], amount: revenue}\n"
      "    - {when: ['< 100'], amount: 5}";
  for (const char* hit : {"unique", "first", "any"}) {
    CHECK(paid("tiers:\n  hit: " + std::string(hit) + rows,
               {{"staff", 100}, {"revenue", value::null()}}) == "null");
    CHECK(paid("tiers:\n  hit: " + std::string(hit) + rows, {{"staff", 100}}) == "unknown");
  }
}

TEST_CASE("bands pay each on its own slice", "[decide][amounts]") {
  const std::string bands =
      "bands: [{to: 100万, rate: 2.5%}, {to: 300万, rate: 10%}, {rate: 25%}]\nof: revenue";
  CHECK(paid(bands, {{"revenue", 1'000'000}}) == "25000");
  CHECK(paid(bands, {{"revenue", 3'000'000}}) == "225000");
  CHECK(paid(bands, {{"revenue", 3'000'001}}) == "225000.25");
  CHECK(paid(bands, {}) == "unknown");
}

TEST_CASE("items are paid one by one, with their own limit, and limited together",
          "[decide][amounts]") {
  const auto of = [](value::list hires) { return paid(per_master, {{"hires", std::move(hires)}}); };
  CHECK(of({}) == "0");
  CHECK(of({hire("master", 5005)}) == "500");
  CHECK(of({hire("master", 90000)}) == "1000");
  CHECK(of({hire("master", 90000), hire("master", 90000)}) == "1500");
  CHECK(of({hire("doctor", 90000), hire("master", 50)}) == "5");
  CHECK(paid(per_master, {}) == "unknown");
}

TEST_CASE("items that may qualify widen the sum", "[decide][amounts]") {
  const auto of = [](value::list hires) { return paid(per_master, {{"hires", std::move(hires)}}); };
  CHECK(of({hire("master", 1000), value::context{{"wage", 2000}}}) == "100 .. 300");
  CHECK(of({hire("master", 1000), hire("master", value())}) == "? .. 1100");
}

TEST_CASE("an amount waits for what could change it, and for nothing once it is exact",
          "[decide][amounts]") {
  const run_of open(
      {policy_text("demo/one", "not(is_zombie)", benefit_text("amount: revenue\nat_most: 5"))}, {});
  CHECK(names_of(open.first().amount_missing) == "revenue(2021)");
  const run_of closed({policy_text("demo/one", "not(is_zombie)",
                                   benefit_text("amount: revenue\nat_most: 5\nat_least: 5"))},
                      {});
  CHECK(names_of(closed.first().amount_missing).empty());
}

TEST_CASE("rows that apply under any must pay the same", "[decide][amounts]") {
  const auto paying = [](const char* second, const profile& company) {
    return paid(
        "tiers:\n  hit: any\n  on: [staff, score]\n  rows:\n"
        "    - {when: ['>= 100', '-'], amount: 100}\n"
        "    - {when: ['-', '>= 60'], amount: " +
            std::string(second) + "}",
        company);
  };
  const profile both{{"staff", 150}, {"score", 70}, {"revenue", 100}};
  CHECK(paying("revenue", both) == "100");
  CHECK(paying("revenue + 1", both) == "null");
  CHECK(paying("revenue / debts", both) == "null");
  CHECK(paying("revenue", {{"staff", 150}, {"score", 70}}) == "unknown");   // may agree
  CHECK(paying("revenue + 1", {{"staff", 150}, {"revenue", 5}}) == "100");  // one is certain
}

TEST_CASE("priority pays the row whose amount the order lists first", "[decide][amounts]") {
  const auto paying = [](const profile& company) {
    return paid(
        "tiers:\n  hit: priority\n  order: [300, 100, 200]\n  on: [staff, score]\n"
        "  default: 7\n  rows:\n"
        "    - {when: ['>= 100', '-'], amount: 200}\n"
        "    - {when: ['-', '>= 60'], amount: 100}\n"
        "    - {when: ['>= 1000', '-'], amount: 300}",
        company);
  };
  CHECK(paying({{"staff", 2000}, {"score", 70}}) == "300");
  CHECK(paying({{"staff", 200}, {"score", 70}}) == "100");
  CHECK(paying({{"staff", 200}, {"score", 7}}) == "200");
  CHECK(paying({{"staff", 20}, {"score", 7}}) == "7");
  CHECK(paying({{"staff", 200}}) == "100 .. 200");
  CHECK(paying({{"score", 7}}) == "7 .. 300");
  CHECK(paying({{"staff", 1000}}) == "300");
}

TEST_CASE("a count of rows is a number of them", "[decide][amounts]") {
  CHECK(tiers("collect-count", {{"staff", 150}, {"score", 70}}) == "2");
  CHECK(tiers("collect-count", {{"staff", 150}}) == "1 .. 2");
  CHECK(tiers("collect-count", {{"staff", 50}, {"score", 20}}) == "0");
  CHECK(tiers("collect-count", {}) == "0 .. 3");
}

TEST_CASE("where no row of tiers applies the default is paid", "[decide][amounts]") {
  const auto paying = [](const char* hit, const profile& company) {
    return paid("tiers:\n  hit: " + std::string(hit) +
                    "\n  on: staff\n  default: revenue\n  rows:\n"
                    "    - {when: '>= 100', amount: 100}",
                company);
  };
  CHECK(paying("unique", {{"staff", 1}, {"revenue", 3}}) == "3");
  CHECK(paying("unique", {{"staff", 1}}) == "unknown");
  CHECK(paying("unique", {{"revenue", 3}}) == "3 .. 100");
  CHECK(paying("collect-sum", {{"staff", 1}, {"revenue", 3}}) == "3");
  CHECK(paying("collect-max", {{"revenue", 3}}) == "3 .. 100");
  CHECK(paying("collect-count", {{"staff", 1}, {"revenue", 3}}) == "3");
}
