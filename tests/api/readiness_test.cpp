// Readiness and the clinic through the public headers alone.
#include <sudui/clinic.hpp>
#include <sudui/readiness.hpp>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("readiness speaks of the policies in force, by id", "[api][readiness]") {
  const auto by =
      bound({policy_text("demo/two", "staff > 3"), policy_text("demo/one", "revenue > 3"),
             policy_text("demo/old", "staff > 3", benefit_text("amount: 1"), "to: 2020-12-31\n")});
  const auto all = readiness_of(by);
  REQUIRE(all.size() == 2);
  CHECK(all[0].of->id == "demo/one");
  CHECK(all[1].of->id == "demo/two");
}

TEST_CASE("readiness has one line of CSV for each input in the way", "[api][readiness]") {
  const auto by = bound(
      {policy_text("demo/one", "staff > 3 and score > 3"),
       policy_text("demo/two", "revenue > 3", benefit_text("amount: 1"), "redemption: direct\n")});
  CHECK(to_csv(readiness_of(by)) ==
        "policy,title,readiness,stated,check,field,label,holder,role\n"
        "demo/one,政策,apply,apply,as-stated,staff,职工人数,SELF,submission\n"
        "demo/one,政策,apply,apply,as-stated,score,评分,SELF,submission\n"
        "demo/two,政策,direct,direct,as-stated,,,,\n");
}

TEST_CASE("a clinic can be moved and keeps what it points to", "[api][clinic]") {
  const auto by = bound({policy_text("demo/one", "staff >= 250")});
  clinic made = make_clinic(by.explain("demo/one", {{"staff", 200}}).value());
  const clinic moved = std::move(made);
  CHECK(moved.groups.at(0).problems.at(0).measured->distance == number("50"));
}
