#include "review/readiness.hpp"

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// Fields of every holder and nature beside those of the small dictionary.
const char* const more_fields = R"(fields: more
entries:
  - {field: books, zh: 单独核算, en: separate books, type: boolean, holder: SELF}
  - {field: choice, zh: 选择, en: choice, type: string, codes: [a, b], nature: election, holder: TAX}
  - {field: elected, zh: 选择金额, en: elected amount, type: number, unit: 元, nature: election, holder: TAX}
  - {field: points, zh: 评分二, en: points, type: number, nature: judgement, holder: TAX}
  - field: assets
    zh: 资产
    en: assets
    type: list
    holder: TAX
    members:
      - {field: price, zh: 价格, en: price, type: number, unit: 元}
      - {field: treatment, zh: 处理, en: treatment, type: string, codes: [once, yearly], nature: election}
)";

policy_readiness ready_for(const std::string& require, const std::string& more = "",
                           const std::string& offers = benefit_text("amount: 10万")) {
  static std::vector<rule_set> kept;  // what is returned points into them
  kept.push_back(rules_of({more_fields, policy_text("demo/one", require, offers, more)}));
  const auto all = readiness_of(kept.back().bind(day(2021, 12, 31)).value());
  REQUIRE(all.size() == 1);
  return all.front();
}

std::string roles(const policy_readiness& of) {
  std::string made;
  for (const auto& each : of.inputs) {
    made += each.what->name + (each.member == nullptr ? "" : "." + each.member->name) + ":" +
            std::to_string(static_cast<int>(each.role)) + (each.decides ? " " : "- ");
  }
  return made;
}

}  // namespace

TEST_CASE("a policy whose inputs departments hold can be paid without applying",
          "[review][readiness]") {
  const auto of = ready_for("revenue > 100", "redemption: direct\n");
  CHECK(of.is == readiness::direct);
  CHECK(of.check == redemption_check::as_stated);
}

TEST_CASE("a yes or no of the company is a confirmation", "[review][readiness]") {
  const auto of = ready_for("books and revenue > 100", "redemption: direct\n");
  CHECK(of.is == readiness::confirm);
  CHECK(of.check == redemption_check::stated_is_easier);
}

TEST_CASE("a figure of the company has to be handed in", "[review][readiness]") {
  const auto of = ready_for("staff > 3", "redemption: apply\n");
  CHECK(of.is == readiness::apply);
  CHECK(of.check == redemption_check::as_stated);
}

TEST_CASE("an election is a confirmation where it is one word, else handed in",
          "[review][readiness]") {
  CHECK(ready_for("choice = \"a\"", "redemption: apply\n").check ==
        redemption_check::could_be_easier);
  CHECK(ready_for("elected > 3").is == readiness::apply);
}

TEST_CASE("what is judged needs an application, whoever holds it", "[review][readiness]") {
  CHECK(ready_for("points > 3").is == readiness::apply);
}

TEST_CASE("an elected member of records on record is an input of its own", "[review][readiness]") {
  CHECK(ready_for("some a in assets satisfies a.price > 3").is == readiness::direct);
  const auto of = ready_for("some a in assets satisfies a.treatment = \"once\"");
  CHECK(of.is == readiness::confirm);
  CHECK(roles(of).find("assets.treatment:1 ") != std::string::npos);
}

TEST_CASE("a pooled policy needs an application whatever it reads", "[review][readiness]") {
  CHECK(ready_for("revenue > 100", "discretionary: true\n").is == readiness::apply);
}

TEST_CASE("inputs of the amount count and do not decide", "[review][readiness]") {
  const auto of = ready_for("revenue > 100", "", benefit_text("amount: score * 1万"));
  CHECK(of.is == readiness::apply);
  CHECK(roles(of).find("score:2- ") != std::string::npos);
}

TEST_CASE("a policy that companies claim by themselves has nothing to compare with",
          "[review][readiness]") {
  CHECK(ready_for("revenue > 100", "redemption: self\n").check == redemption_check::by_oneself);
}
