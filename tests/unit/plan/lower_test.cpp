// What expressions become: shared, folded, fused, hoisted.
#include <chrono>

#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;
using plan::instruction_kind;
using values::op;

TEST_CASE("equal expressions of different policies are computed once", "[plan][lower]") {
  const auto one = plan_of({policy_text("demo/one", "revenue(2021) / staff > 5")});
  const auto two = plan_of({policy_text("demo/one", "revenue(2021) / staff > 5"),
                            policy_text("demo/two", "revenue(year) / staff > 5"),
                            policy_text("demo/three", "revenue / staff > 5")});
  CHECK(one.length() == two.length());
}

TEST_CASE("years worked out at binding are the same years", "[plan][lower]") {
  const auto made = plan_of({policy_text(
      "demo/one", "revenue(year - 1) > 5 and revenue(2020) > 6 and revenue(2019 + 1) > 7")});
  CHECK(made.count(instruction_kind::load_year) == 1);
}

TEST_CASE("constants are computed when binding", "[plan][lower]") {
  const auto made = plan_of({policy_text("demo/one", "staff > 2 * 100 + 100")});
  CHECK(made.length() == 2);  // load, compare
  const auto days = plan_of({policy_text("demo/one", "founded > as_of - duration(\"P1Y\")")});
  CHECK(days.length() == 2);
}

TEST_CASE("comparing a quotient is one operator on its parts", "[plan][lower]") {
  const auto made = plan_of({policy_text("demo/one", "rnd / revenue >= 4%")});
  CHECK(made.count(op::quotient_greater_equal) == 1);
  CHECK(made.count(op::greater_equal) == 0);
}

TEST_CASE("a quotient is seen through definitions, on either side", "[plan][lower]") {
  const auto made =
      plan_of({define("intensity(y)", "rnd(y) / revenue(y)"), define("inner", "intensity(year)"),
               policy_text("demo/one", "5% < inner and inner < intensity(year - 1)")});
  CHECK(made.count(op::quotient_less) == 2);
  CHECK(made.count(op::less) == 0);
}

TEST_CASE("equality of quotients keeps its meaning with null", "[plan][lower]") {
  const auto made = plan_of({policy_text("demo/one", "rnd / revenue = 4%")});
  CHECK(made.count(op::equal) == 1);
}

TEST_CASE("what does not depend on the item stands outside the loop", "[plan][lower]") {
  const auto made = plan_of(
      {policy_text("demo/one", "some h in hires satisfies h.wage > revenue / score * 2 + 100000")});
  CHECK(made.count(instruction_kind::some) == 1);
  CHECK(made.count(op::number_divide) == 1);
  CHECK(made.count(op::number_multiply) == 1);
  std::size_t inside = 0;
  for (std::size_t i = 1; i < made.made->blocks.size(); ++i) {
    inside = std::max(inside, made.made->blocks[i].code.size());
  }
  CHECK(inside == 2);  // the member, the comparison
}

TEST_CASE("equal quantifiers of two policies run once", "[plan][lower]") {
  const auto made = plan_of({policy_text("demo/one", "some h in hires satisfies h.wage > 5"),
                             policy_text("demo/two", "some k in hires satisfies k.wage > 5"),
                             policy_text("demo/three", "some h in hires satisfies h.wage > 6")});
  CHECK(made.count(instruction_kind::some) == 2);
}

TEST_CASE("definitions that use the one before twice bind at once", "[plan][lower]") {
  std::vector<std::string> documents{define("d1", "staff + 1")};
  for (int i = 2; i <= 60; ++i) {
    const auto before = "d" + std::to_string(i - 1);
    documents.push_back(define("d" + std::to_string(i), before + " + " + before));
  }
  documents.push_back(policy_text("demo/one", "d60 > 5"));
  const auto begin = std::chrono::steady_clock::now();
  const auto made = plan_of(documents);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  CHECK(made.length() == 62);  // load, 60 sums, compare
}

TEST_CASE("definitions with arguments that branch twice bind at once", "[plan][lower]") {
  std::vector<std::string> documents{define("d1(x)", "x + 1")};
  for (int i = 2; i <= 60; ++i) {
    const auto before = "d" + std::to_string(i - 1);
    documents.push_back(
        define("d" + std::to_string(i) + "(x)", before + "(x) + " + before + "(x)"));
  }
  documents.push_back(policy_text("demo/one", "d60(score) > 5"));
  const auto made = plan_of(documents);
  CHECK(made.length() == 62);
}

TEST_CASE("explaining definitions that branch twice stays bounded", "[plan][lower]") {
  std::vector<std::string> documents{define("d1", "score + 1")};
  for (int i = 2; i <= 40; ++i) {
    const auto before = "d" + std::to_string(i - 1);
    documents.push_back(define("d" + std::to_string(i), before + " + " + before));
  }
  documents.push_back(policy_text("demo/one", "d40 > 5"));
  const auto made = bound(documents).explain("demo/one", {{"score", 1}});
  REQUIRE(made);
  CHECK(made->verdict == verdict::eligible);
}

TEST_CASE("a definition is typed anew for each kind of list", "[plan][lower]") {
  const run_of made(
      {define("size(l)", "count(l)"), define("first(l)", "l[1]"),
       policy_text("demo/one", "size(hires) = 1 and size(figures) = 2"),
       policy_text("demo/two", "first(hires).wage = 7 and first(figures) = 8")},
      {{"hires", value::list{value::context{{"wage", 7}}}}, {"figures", value::list{8, 9}}});
  CHECK(made.answers.all()[0].verdict == verdict::eligible);
  CHECK(made.answers.all()[1].verdict == verdict::eligible);
}

TEST_CASE("a list of other contexts does not borrow the places of the first", "[plan][lower]") {
  const run_of made({define("pays(l)", "l[1].wage"), policy_text("demo/one", "pays(hires) = 7"),
                     policy_text("demo/two", "'pays([{degree: 1, wage: score}]) = 3'")},
                    {{"hires", value::list{value::context{{"wage", 7}}}}, {"score", 3}});
  CHECK(made.answers.all()[0].verdict == verdict::eligible);
  CHECK(made.answers.all()[1].verdict == verdict::eligible);
}

TEST_CASE("every order of a quotient is one operator", "[plan][lower]") {
  const auto made = plan_of({policy_text("demo/one", "rnd / revenue < 1%"),
                             policy_text("demo/two", "rnd / revenue <= 2%"),
                             policy_text("demo/three", "rnd / revenue > 3%"),
                             policy_text("demo/four", "rnd / revenue >= 4%")});
  CHECK(made.count(values::op::quotient_less) == 1);
  CHECK(made.count(values::op::quotient_less_equal) == 1);
  CHECK(made.count(values::op::quotient_greater) == 1);
  CHECK(made.count(values::op::quotient_greater_equal) == 1);
  CHECK(made.count(values::op::less) == 0);
}

TEST_CASE("values from outside take the place of a parameter's own", "[plan][lower]") {
  const std::string entry = ", cite: {document: 文件, status: seed-only}}\n";
  const auto rules =
      rules_of({"parameter: annual\nzh: 年值\nen: annual\nunit: 元\nby: year\nvalues:\n  - {year: "
                "2021, value: 1" +
                    entry,
                "parameter: daily\nzh: 日值\nen: daily\nunit: 元\nby: date\nvalues:\n  - {from: "
                "2020-01-01, value: 1" +
                    entry,
                "parameter: local\nzh: 地值\nen: local\nunit: 元\nby: code\nvalues:\n  - {code: "
                "\"32\", value: 1" +
                    entry,
                policy_text("demo/one", "annual(score) + daily + local(region) > 60",
                            benefit_text("amount: annual(score) + daily + local(region)"))});
  const auto paid = [&](const plan::binding& on) {
    const auto made = plan::from_types(rules.held().typed, on);
    decide::state run;
    decide::answers answers;
    const decide::catalogue names{rules.policies(), rules.fields(), rules.parameters()};
    answers.decide(*made, names, {{"score", 2021}, {"region", "32"}}, run);
    const auto& first = answers.all().front();
    return first.grants.empty() ? std::string("nothing") : text_of(first.grants[0].how_much);
  };
  plan::binding on;
  on.as_of = day(2021, 12, 31);
  on.year = 2021;
  CHECK(paid(on) == "nothing");
  on.parameters = {
      {0, value::context{{"2021", 10}}}, {1, value(20)}, {2, value::context{{"32", 40}}}};
  CHECK(paid(on) == "70");
  on.parameters[0] = value::context{{"2020", 10}};  // what is not named is not published
  CHECK(paid(on) == "unknown");
}

TEST_CASE("a definition without a version on the day has no value", "[plan][lower]") {
  const std::string later =
      "define: later\nzh: 定义\nen: later\nversions:\n  - {from: 2022-01-01, formula: staff}\n";
  const run_of made({later, policy_text("demo/one", "is_null(later)")}, {{"staff", 5}});
  CHECK(made.first().verdict == verdict::eligible);
}
