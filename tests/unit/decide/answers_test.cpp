// Decisions from outcomes: verdicts, grants, and which inputs are named.
#include "catch.hpp"
#include "support/plans.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("decisions stand by policy id, each with its version", "[decide][answers]") {
  const run_of made({policy_text("demo/two", "staff > 1"), policy_text("demo/one", "staff > 2")},
                    {{"staff", 2}});
  REQUIRE(made.answers.all().size() == 2);
  CHECK(made.answers.all()[0].of->id == "demo/one");
  CHECK(made.answers.all()[0].verdict == verdict::ineligible);
  CHECK(made.answers.all()[1].verdict == verdict::eligible);
  CHECK(made.answers.all()[1].version == made.answers.all()[1].of->versions.data());
}

TEST_CASE("a policy that is ruled out has no grant and waits for nothing", "[decide][answers]") {
  const run_of made({policy_text("demo/one", "staff > 1", benefit_text("amount: revenue"))},
                    {{"staff", 0}});
  CHECK(made.first().grants.empty());
  CHECK(made.first().missing.empty());
  CHECK(made.first().amount_missing.empty());
}

TEST_CASE("each missing input is named once, by name and year", "[decide][answers]") {
  const run_of made({policy_text("demo/one",
                                 "revenue(2021) > 1 and staff > 1 and revenue > 2 and "
                                 "revenue(2020) > 1")},
                    {});
  CHECK(names_of(made.first().missing) == "revenue(2020), revenue(2021), staff");
}

TEST_CASE("what the verdict and what the amount wait for are told apart", "[decide][answers]") {
  const run_of made({policy_text("demo/one", "staff > 1", benefit_text("amount: revenue + rnd"))},
                    {});
  CHECK(names_of(made.first().missing) == "staff");
  CHECK(names_of(made.first().amount_missing) == "revenue(2021), rnd(2021)");
}

TEST_CASE("views of many policies stay right as memory grows", "[decide][answers]") {
  std::vector<std::string> documents;
  for (int i = 0; i < 40; ++i) {
    documents.push_back(policy_text("demo/p" + std::to_string(100 + i),
                                    "staff > " + std::to_string(i),
                                    benefit_text("amount: staff / staff * " + std::to_string(i))));
  }
  const run_of made(documents, {{"staff", 20}});
  for (std::size_t i = 0; i < 40; ++i) {
    const auto& each = made.answers.all()[i];
    REQUIRE(each.clauses.size() == 1);
    CHECK((each.clauses[0] == outcome::met) == (i < 20));
    CHECK(each.grants.size() == (i < 20 ? 1U : 0U));
    if (i < 20) CHECK(text_of(each.grants[0].how_much) == std::to_string(i));
  }
}
