// Who causes which part of the work: shares add up, and name the clause that asks.

#include "api/column_parts.hpp"

#include <cmath>
#include <numeric>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string asking(std::string_view id, std::string_view formula) {
  return policy_text(id, "'" + std::string(formula) + "'");
}

struct measured {
  matcher by;
  batch_matcher all;
  profile_batch companies;

  explicit measured(const std::vector<std::string>& documents, int count = 100)
      : by(bound(documents)), all(by), companies(all.batch()) {
    for (int i = 0; i < count; ++i) {
      companies.append(profile{{"staff", i}, {"region", i % 2 == 0 ? "a" : "b"}});
    }
  }
};

std::vector<double> ones(const api::column_parts& parts) {
  return std::vector<double>(parts.size(), 1.0);
}

}  // namespace

TEST_CASE("the shares of all policies add up to the whole", "[api][column_parts]") {
  measured on({asking("demo/one", "staff > 5 and region = \"a\""),
               asking("demo/two", "staff > 5 and region = \"b\""),
               asking("demo/three", "sum(revenue([staff..2021])) > 3")});
  const api::column_parts parts(on.by, on.companies);
  const auto shares = parts.by_policy(ones(parts));
  REQUIRE(shares.size() == 3);
  CHECK(shares[0].of->id == "demo/one");
  double sum = 0;
  for (const auto& each : shares) sum += each.sum();
  CHECK(std::abs(sum - static_cast<double>(parts.size())) < 1e-9);
  CHECK(std::abs(shares[0].nodes - shares[2].nodes) < 1e-9);
  CHECK(shares[1].nodes == 0);  // demo/three: nothing in columns
  CHECK(std::abs(shares[1].rows - 1) < 1e-9);
}

TEST_CASE("a predicate names the first clause that asks it", "[api][column_parts]") {
  measured on({asking("demo/one", "staff > 5"), asking("demo/two", "staff > 5 and staff < 50")});
  const api::column_parts parts(on.by, on.companies);
  const auto asked = parts.by_predicate(ones(parts));
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].of->id == "demo/one");
  CHECK(asked[0].in->formula == "staff > 5");
  CHECK(asked[0].policies == 2);
  CHECK(asked[1].of->id == "demo/two");
  CHECK(asked[1].policies == 1);
  // Both read the same number: half of it each.
  CHECK(std::abs(asked[0].cost - 1.5) < 1e-9);
  CHECK(std::abs(asked[1].cost - 1.5) < 1e-9);
}

TEST_CASE("parts run again leave the next chunk as it was", "[api][column_parts]") {
  measured on({asking("demo/one", "staff > 5 and region = \"a\"")}, 10000);
  api::column_parts parts(on.by, on.companies);
  REQUIRE(parts.chunks() == 3);
  std::size_t rows = 0;
  for (std::size_t chunk = 0; chunk < parts.chunks(); ++chunk) {
    rows += parts.enter(chunk);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (int again = 0; again < (parts.may_repeat(i) ? 3 : 1); ++again) parts.run(i);
    }
  }
  CHECK(rows == 10000);
  CHECK(api::read_columns(on.companies) != 0);
}
