#include "report/answer.hpp"

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;

TEST_CASE("clauses stand depth first, a group before its children", "[report][answer]") {
  const tests::sample given;
  std::string ids;
  for (const clause* each : report::in_order(given.of.versions[0].clauses)) ids += each->id + " ";
  CHECK(ids == "listed either big quick ");
}

TEST_CASE("one unverified source makes the version unverified", "[report][answer]") {
  tests::sample given;
  policy_version& version = given.of.versions[0];
  CHECK_FALSE(report::is_verified(version));
  version.clauses[1].children[1].cite.status = "verified-secondary";
  CHECK(report::is_verified(version));
  version.benefits[0].cite.status = "general-knowledge";
  CHECK_FALSE(report::is_verified(version));
}
