// What a manifest keeps of a part is what was counted.
#include "catch.hpp"
#include "cli/policy_summary.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;
using cli::policy_summary;

namespace {

matcher three_policies() {
  return rules_of({policy_text("demo/a", "staff >= 300", benefit_text("amount: 10万\nround: none")),
                   policy_text("demo/b", "revenue > 0",
                               benefit_text("amount: rnd * 0.001\nround: none")),
                   policy_text("demo/c", "is_listed")})
      .bind(day(2023, 12, 31))
      .value();
}

policy_summary sums_of(const matcher& by, int first, int end) {
  policy_summary made;
  scratch reuse;
  for (int i = first; i < end; ++i) {
    profile company{{"staff", i}, {"revenue", i % 3}};
    if (i % 2 == 0) company.set("rnd", decimal::scaled(1234567 + i, -3));
    if (i % 5 == 0) company.set("is_listed", i % 10 == 0);
    made.add(by.match(company, reuse));
  }
  return made;
}

std::string stats_of(const policy_summary& of) {
  report::json_writer out;
  of.write_json(out);
  return out.take();
}

}  // namespace

TEST_CASE("sums of parts are those of all rows", "[cli][policy_sums]") {
  const auto by = three_policies();
  const auto whole = sums_of(by, 250, 350);
  policy_summary joined;
  for (int first = 250; first < 350; first += 20) {
    REQUIRE(joined.add_part(sums_of(by, first, first + 20).to_part(), by));
  }
  CHECK(stats_of(joined) == stats_of(whole));
  CHECK(joined.to_part() == whole.to_part());
  // Exact beyond the places that people see.
  CHECK(whole.to_part().find('.') != std::string::npos);
  CHECK(whole.to_part().find("\"not_exact\":0") != std::string::npos);
}

TEST_CASE("a part without decided rows adds nothing", "[cli][policy_sums]") {
  const auto by = three_policies();
  auto made = sums_of(by, 0, 10);
  const auto before = made.to_part();
  REQUIRE(made.add_part(policy_summary().to_part(), by));
  CHECK(made.to_part() == before);
}

TEST_CASE("what is no sum of these policies is not added", "[cli][policy_sums]") {
  const auto by = three_policies();
  const auto good = sums_of(by, 0, 10).to_part();
  auto made = sums_of(by, 0, 10);
  const auto refused = [&](std::string_view from, std::string_view to) {
    auto text = good;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    CHECK_FALSE(made.add_part(text, by));
  };
  refused("demo/a", "demo/x");
  refused("\"eligible\"", "\"elected\"");
  refused("\"not_exact\":0", "\"not_exact\":-1");
  refused("\"sums\":{", "\"sums\":{\"none\":\"1\",");
  refused("\"left\":{", "\"left\":{\"none\":\"1\",");
  refused("\"left_not_exact\":0", "\"left_not_exact\":\"0\"");
  CHECK_FALSE(made.add_part("", by));
  CHECK_FALSE(made.add_part("{}", by));
  CHECK_FALSE(made.add_part(good + "]", by));
  CHECK(made.to_part() == good);
}
