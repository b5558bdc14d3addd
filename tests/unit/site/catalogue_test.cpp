#include "site/catalogue.hpp"

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string values_of(const site::catalogue& from, const std::string& id) {
  std::string made;
  for (const auto& facet : from.facets) {
    if (facet.id != id) continue;
    for (const auto& each : facet.values) {
      made += each.id + ":" + std::to_string(each.entries.size()) + " ";
    }
  }
  return made;
}

}  // namespace

TEST_CASE("policies stand under every value that is theirs", "[site][catalogue]") {
  const auto by = bound({policy_text("demo/b", "revenue > 3 and staff > 3"),
                         policy_text("demo/a", "rnd > 3", benefit_text("amount: 1"), "entry: 7\n"),
                         policy_text("demo/c", "rnd > 3", benefit_text("amount: 1"),
                                     "from: 2030-01-01\nauthority: {zh: 局, en: bureau}\n")});
  const site::catalogue all(by);
  REQUIRE(all.entries.size() == 3);
  CHECK(all.entries[0].of->id == "demo/a");  // it has a number
  CHECK(values_of(all, "level") == "city:3 ");
  CHECK(values_of(all, "state") == "in-force:2 to-come:1 ");
  CHECK(values_of(all, "department") == "TAX:2 SELF:1 ");
  CHECK(values_of(all, "authority") == "1:1 ");
  CHECK(values_of(all, "evidence") == "verified-text:3 ");
}
