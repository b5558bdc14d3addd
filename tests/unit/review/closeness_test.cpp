#include "review/closeness.hpp"

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// The closeness of a condition for a company of 200 people with a score of 60; empty: none.
std::string share_of(const std::string& require) {
  const auto by = bound({policy_text("demo/one", require)});
  const profile company{{"staff", 200},
                        {"score", 60},
                        {"is_listed", false},
                        {"founded", day(2021, 1, 1)},
                        {"revenue", sudui::by_year({{2021, 0}})}};
  const auto why = by.explain("demo/one", company).value();
  const auto found = review::closeness_of(*why.clauses[0].because);
  return found.share ? found.share->to_string() : "";
}

}  // namespace

TEST_CASE("a comparison is as far from its limit as the gap is of the limit",
          "[review][closeness]") {
  CHECK(share_of("staff >= 250") == "0.2");
  CHECK(share_of("staff >= 160") == "0.25");
  CHECK(share_of("score / staff >= 40%") == "0.25");
  CHECK(share_of("as_of - founded >= duration(\"P455D\")") == "0.2");
}

TEST_CASE("a limit of zero is one away", "[review][closeness]") {
  CHECK(share_of("score < 0") == "1");
}

TEST_CASE("all of a conjunction must be mended and any part can break it", "[review][closeness]") {
  CHECK(share_of("staff >= 250 and score >= 100") == "0.4");
  CHECK(share_of("staff >= 100 and score >= 50") == "0.2");
  CHECK(share_of("staff >= 250 and is_listed").empty());
}

TEST_CASE("one part of a disjunction is enough and all must break", "[review][closeness]") {
  CHECK(share_of("staff >= 250 or score >= 100") == "0.2");
  CHECK(share_of("staff >= 250 or is_listed") == "0.2");
  CHECK(share_of("staff >= 160 or score >= 50") == "0.25");
}

TEST_CASE("a negation is as far as what it negates", "[review][closeness]") {
  CHECK(share_of("not(staff >= 160)") == "0.25");
}

TEST_CASE("equalities, flags and the unknown have no closeness", "[review][closeness]") {
  CHECK(share_of("is_listed").empty());
  CHECK(share_of("staff = 250").empty());
  CHECK(share_of("rnd > 3").empty());
}
