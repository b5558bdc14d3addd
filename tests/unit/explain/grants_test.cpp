#include "explain/grants.hpp"

#include "traced.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::vector<step> steps(const std::string& lines, const profile& company = {}) {
  return traced({policy_text("demo/one", "not(is_zombie)", benefit_text(lines))}, company).amount();
}

std::string outlines(const std::vector<step>& all) {
  std::string made;
  for (const auto& each : all) made += (made.empty() ? "" : "; ") + outline(each);
  return made;
}

const std::string rows =
    "tiers:\n  hit: first\n  on: [staff]\n  rows:\n"
    "    - {when: ['>= 100'], amount: 500 + 1, zh: 大型, en: large}\n"
    "    - {when: ['>= 10'], amount: 300, zh: 中型, en: medium}";

const std::string slices =
    "bands: [{to: 100, rate: 10%}, {to: 300, rate: 20%}, {rate: 30%}]\nof: revenue";

}  // namespace

TEST_CASE("a formula, its limits and its rounding follow each other", "[explain][grants]") {
  const auto made =
      steps("amount: revenue * 10%\nat_most: 50\nat_least: 10\nround: 1 down", {{"revenue", 999}});
  CHECK(outlines(made) == "calculation(input); limit; limit; rounding");
  CHECK(made[0].result == value(number("99.9")));
  CHECK(made[1].relation == "<=");
  CHECK(made[1].bit);
  CHECK(made[1].after->low == number("50"));
  CHECK(made[2].relation == ">=");
  CHECK_FALSE(made[2].bit);
  CHECK_FALSE(made[3].bit);
  CHECK(made[3].formula == "1 down");
  CHECK(made[3].unit == "元");
  CHECK(made[3].where.file == "rules.yaml");
}

TEST_CASE("rounding tells what it leaves", "[explain][grants]") {
  const auto cut = steps("amount: revenue\nround: 10 down", {{"revenue", 999}}).back();
  CHECK(cut.bit);
  CHECK(cut.result == value(990));
  const auto open = steps("up_to: revenue\nround: 10 down", {{"revenue", 999}}).back();
  CHECK(open.result.is_unknown());  // an interval is no value
  CHECK(open.after->high == number("990"));
  const auto nothing =
      steps("amount: revenue / debts\nround: 10 down", {{"revenue", 9}, {"debts", 0}}).back();
  CHECK(nothing.result.is_null());
  CHECK_FALSE(nothing.bit);
}

TEST_CASE("a limit that only closes an end takes effect", "[explain][grants]") {
  const auto made = steps("amount: revenue\nat_most: 50");
  REQUIRE(made.size() == 2);
  CHECK(made[0].result.is_unknown());
  CHECK(made[1].bit);
  CHECK(made[1].after->is == amount::state::interval);
}

TEST_CASE("a limit cites what its benefit stands on", "[explain][grants]") {
  const auto made = steps("amount: 5\nat_most: 3");
  CHECK(made.at(0).cite.document.empty());
  CHECK(made.at(1).cite.document == "文件第1号");
}

TEST_CASE("the row of tiers that applies is the first step", "[explain][grants]") {
  const auto large = steps(rows, {{"staff", 150}});
  CHECK(outlines(large) == "tier");
  CHECK(large[0].label.zh == "大型");
  CHECK(large[0].result == value(501));
  const auto medium = steps(rows, {{"staff", 15}});
  CHECK(medium[0].label.en == "medium");
}

TEST_CASE("where no row applies, or nobody knows which, none is shown", "[explain][grants]") {
  CHECK(steps(rows, {{"staff", 5}}).empty());
  CHECK(steps(rows).empty());
  const auto capped = steps(rows + "\nat_most: 400");
  CHECK(outlines(capped) == "limit");
  CHECK(capped[0].after->high == number("400"));
}

TEST_CASE("bands are told up to the one that the base ends in", "[explain][grants]") {
  const auto shares = [](const profile& company) {
    std::string all;
    const auto made = steps(slices, company);
    for (const auto& part : made.at(0).parts) {
      if (part.what != step::kind::band) continue;
      all += part.formula + " = " + to_string(part.result) + "; ";
    }
    return all;
  };
  CHECK(shares({{"revenue", 60}}) == "60 * 0.1 = 6; ");
  CHECK(shares({{"revenue", 100}}) == "100 * 0.1 = 10; ");
  CHECK(shares({{"revenue", 350}}) == "100 * 0.1 = 10; 200 * 0.2 = 40; 50 * 0.3 = 15; ");
  CHECK(shares({{"revenue", 0}}).empty());
  CHECK(shares({}).empty());
}

TEST_CASE("bands within a formula are told too", "[explain][grants]") {
  const std::string bands =
      "parameter: slices\nzh: 分段\nen: slices\nby: date\nvalues:\n"
      "  - {bands: [{to: 100, rate: 10%}, {rate: 20%}], cite: {document: 文件, status: "
      "seed-only}}\n";
  traced made({bands, policy_text("demo/one", "not(is_zombie)",
                                  benefit_text("amount: marginal(revenue, slices) * 2"))},
              {{"revenue", 150}});
  const auto all = made.amount();
  std::vector<value> found;
  for (const auto& part : all.at(0).parts) {
    if (part.what == step::kind::band) found.push_back(part.result);
  }
  CHECK(found == std::vector<value>{10, 10});
}

TEST_CASE("what pays by item has lines instead of steps", "[explain][grants]") {
  const std::string each = "for_each: h in hires\namount: h.wage\nround: 1 down";
  CHECK(steps(each, {{"hires", value::list{value::context{{"wage", 5}}}}}).empty());
}

TEST_CASE("a right has no steps", "[explain][grants]") {
  const std::string right = "benefit: {kind: right, zh: 权利, en: a right, cite: doc}\n";
  CHECK(traced({policy_text("demo/one", "not(is_zombie)", right)}).amount().empty());
}
