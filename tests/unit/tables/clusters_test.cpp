// Policies in clusters, and the table that chooses between these.
#include "tables/clusters.hpp"

#include <bit>

#include "catch.hpp"
#include "tabled.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string id_of(std::size_t number) { return "demo/p" + std::to_string(100 + number); }

std::vector<std::string> numbered(const std::vector<std::string>& formulas) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < formulas.size(); ++i) made.push_back(wants(formulas[i], id_of(i)));
  return made;
}

std::vector<std::uint32_t> policies_of(const tables::cluster& of) {
  std::vector<std::uint32_t> made;
  for (const auto& each : of.policies) made.push_back(each.number);
  return made;
}

/// How many clusters a company looks at.
std::size_t looked_at(tabled& by, const profile& company) {
  by.filler.take(company);
  by.filler.finish(by.slots);
  by.decider.read(by.slots);
  std::size_t count = 0;
  by.decider.each_cluster([&](std::size_t) { ++count; });
  return count;
}

/// Decided by rows, and by clusters of every size.
void same_for_all_sizes(const std::vector<std::string>& documents,
                        const std::vector<profile>& companies) {
  for (const std::size_t most : {1U, 2U, 3U, 64U}) {
    for (const std::size_t share : {0U, 100U}) {  // truths are read at once, or asked
      tabled made(documents, {0, most, most, share});
      for (const auto& company : companies) {
        INFO(most << " policies a cluster");
        CHECK(made.decide(company) == made.by_rows(company));
      }
    }
  }
}

std::vector<profile> in_regions(const std::vector<value>& regions) {
  std::vector<profile> made;
  for (const auto& region : regions) {
    for (const auto& staff : {value(1), value(5), value::null(), value()}) {
      for (const auto& listed : {value(true), value(false), value()}) {
        made.push_back({{"region", region}, {"staff", staff}, {"is_listed", listed}});
      }
    }
  }
  return made;
}

}  // namespace

TEST_CASE("up to some hundred policies are one cluster, in their order", "[tables][clusters]") {
  const tabled made(numbered({"region = \"a\"", "region = \"b\"", "staff > 3"}));
  CHECK(made.program->is_whole());
  CHECK(made.program->choice.texts.empty());
}

TEST_CASE("policies that ask for the same texts are put together", "[tables][clusters]") {
  const tabled made(numbered({"region = \"b\"", "staff > 3", "region = \"a\"", "region = \"b\"",
                              "staff > 4", "region = \"a\""}),
                    {0, 2, 2});
  REQUIRE(made.program->clusters.size() == 3);
  CHECK(policies_of(made.program->clusters[0]) == std::vector<std::uint32_t>{2, 5});
  CHECK(policies_of(made.program->clusters[1]) == std::vector<std::uint32_t>{0, 3});
  CHECK(policies_of(made.program->clusters[2]) == std::vector<std::uint32_t>{1, 4});
}

TEST_CASE("a company looks at the clusters of its texts alone", "[tables][clusters]") {
  tabled made(numbered({"region = \"a\" and staff > 3", "region = \"b\"", "region = \"c\"",
                        "not(region = \"c\")", "staff > 3"}),
              {0, 1, 1});
  CHECK(made.program->clusters.size() == 5);
  CHECK(looked_at(made, {{"region", "a"}}) == 3);
  CHECK(looked_at(made, {{"region", "c"}}) == 2);
  CHECK(looked_at(made, {{"region", "elsewhere"}}) == 2);
  CHECK(looked_at(made, {}) == 5);  // it may lie anywhere
}

TEST_CASE("null leaves out what it fails, and nothing that rows are asked about",
          "[tables][clusters]") {
  tabled made(numbered({"region = \"a\"", "in_region(region, \"32\")",
                        "in_region(region, \"32\") and staff > 3", "region = null"}),
              {0, 1, 1});
  // Equality with null is false; a null inside an `and` is for rows.
  CHECK(looked_at(made, {{"region", value::null()}}) == 2);
  CHECK(made.decide({{"region", value::null()}}) == "iiue");
  CHECK(made.by_rows({{"region", value::null()}}) == "iiue");
}

TEST_CASE("clusters decide as rows do, whatever is asked of the region", "[tables][clusters]") {
  same_for_all_sizes(
      numbered({"region = \"a\"", "region in (\"a\", \"b\") and staff > 3", "staff > 3",
                "not(region = \"a\")", "not(region in (\"a\", \"b\") or staff > 3)",
                "region = \"b\" or is_listed", "(region = \"b\" or is_listed) and staff > 2",
                "region = \"c\" and is_listed", "is_listed", "not(staff > 3) and region != \"c\"",
                "if region = \"a\" then staff > 3 else is_listed", "ends with(region, \"c\")",
                "region = \"a\" and region = \"b\"", "region = null", "staff = staff"}),
      in_regions({"a", "b", "c", "cc", "", value::null(), value()}));
}

TEST_CASE("clusters decide as rows do by two texts at once", "[tables][clusters]") {
  std::vector<std::string> formulas;
  for (const auto* region : {"a", "b", "c"}) {
    for (const auto* form : {"x", "y"}) {
      const std::string by = std::string("region = \"") + region + "\"";
      formulas.push_back(by + " and not(ends with(region, \"" + form + "\")) and staff > 3");
      formulas.push_back(by + " or staff > 4");
      formulas.push_back(by);
    }
  }
  same_for_all_sizes(numbered(formulas), in_regions({"a", "b", "ax", "y", value::null(), value()}));
}

TEST_CASE("ratios and sums are asked policy by policy, exactly", "[tables][clusters]") {
  const auto documents = numbered(
      {"rnd / revenue >= 4.2%", "not(rnd / revenue >= 4.2%)", "rnd / revenue < 4.2%",
       "revenue + rnd >= 100", "not(revenue > rnd)", "revenue - rnd != 58",
       "rnd / revenue >= 4.2% or staff > 3", "(revenue + rnd < 100 or is_listed) and staff > 3",
       "rnd / revenue >= 4.2% and staff > 3", "not(revenue + rnd < 100 or staff > 3)",
       // More than there is room for beside the policy: a third check, a choice of three, a second.
       "rnd / revenue >= 4.2% and revenue + rnd >= 100 and revenue > rnd",
       "rnd / revenue >= 4.2% or staff > 3 or is_listed",
       "(rnd / revenue >= 4.2% or staff > 3) and (revenue + rnd >= 100 or staff < 3)"});
  const tabled made(documents, {0, 64, 64, 0});
  REQUIRE(made.program->clusters.size() == 1);
  CHECK(made.program->clusters.front().ratios.empty());
  const auto& in = made.program->clusters.front();
  CHECK(std::popcount(in.has_checks.front()) == 8);
  CHECK(std::popcount(in.has_choices.front()) == 3);
  CHECK(std::popcount(in.has_more.front()) == 3);
  std::vector<profile> companies;
  for (const auto& rnd : {value(42), value(number("41.99")), value(-42), value::null(), value()}) {
    for (const auto& revenue :
         {value(1000), value(-1000), value(58), value(0), value::null(), value()}) {
      for (const auto& staff : {value(2), value(4), value::null(), value()}) {
        companies.push_back({{"rnd", rnd}, {"revenue", revenue}, {"staff", staff}});
      }
    }
  }
  same_for_all_sizes(documents, companies);
}

TEST_CASE("where a text leaves few policies, these are asked truth by truth",
          "[tables][clusters]") {
  const std::vector<std::string> asked = {
      "staff > 3",
      "not(staff > 3)",
      "staff = 5 or is_listed",
      "not(staff = 5) and not(is_listed)",
      "staff = null",
      "is_listed = null or staff < 2",
      "founded < @\"2020-01-01\"",
      "not(founded >= @\"2020-01-01\" or staff > 4)",
      "rnd / revenue >= 4.2%",
      "rnd / revenue >= 4.2% or staff > 3",
      "revenue + rnd >= 100 and (staff > 3 or revenue - rnd < 0)",
      "revenue + rnd != 100",
      "if is_listed then staff > 3 else rnd / revenue < 4.2%",
      "(staff > 3 or is_listed) and (staff < 5 or not(is_listed))",
  };
  std::vector<std::string> formulas;
  for (const auto& each : asked) {
    for (const auto* region : {"a", "b", "c", "d", "e", "f"}) {
      formulas.push_back("region = \"" + std::string(region) + "\" and (" + each + ")");
    }
    formulas.push_back("region != \"a\" or " + each);  // a text in an alternative
  }
  const auto documents = numbered(formulas);
  tabled made(documents, {0, 128, 128, 0});
  REQUIRE(made.program->clusters.size() == 2);  // one of them of policies without a plain region
  CHECK(!made.program->clusters.front().all.first.empty());
  CHECK(made.program->clusters.front().keys.size() == 1);
  for (const auto& region : {value("a"), value("f"), value("g"), value::null(), value()}) {
    for (const auto& staff : {value(1), value(4), value(5), value::null(), value()}) {
      for (const auto& rnd : {value(42), value(number("41.99")), value::null(), value()}) {
        for (const auto& revenue : {value(1000), value(58), value(0), value()}) {
          for (const auto& rest :
               {std::pair(value(true), value(date(std::chrono::year(2019) / 12 / 31))),
                std::pair(value(false), value(date(std::chrono::year(2020) / 1 / 1))),
                std::pair(value::null(), value::null()), std::pair(value(), value())}) {
            const profile company{
                {"region", region},   {"staff", staff},          {"rnd", rnd},
                {"revenue", revenue}, {"is_listed", rest.first}, {"founded", rest.second}};
            CHECK(made.decide(company) == made.by_rows(company));
          }
        }
      }
    }
  }
}

TEST_CASE("a policy whose truth only rows tell leaves its cluster to rows of bits",
          "[tables][clusters]") {
  const auto documents = numbered({"region = \"a\" and count(hires) > 1", "region = \"b\"",
                                   "region = \"c\"", "region = \"d\"", "region = \"e\""});
  tabled made(documents, {0, 8, 8, 0});
  CHECK(made.program->clusters.front().all.first.empty());
  const value::list three{value::context{}, value::context{}, value::context{}};
  for (const auto& region : {value("a"), value("b"), value()}) {
    const profile company{{"region", region}, {"hires", three}};
    CHECK(made.decide(company) == made.by_rows(company));
  }
}

TEST_CASE("what tables never take and truths by rows are decided in clusters too",
          "[tables][clusters]") {
  std::string tangled = "staff > 0";
  for (int i = 1; i < 10; ++i) {
    const auto n = std::to_string(i);
    tangled =
        "(" + tangled + " and score < " + n + "0) or (staff < " + n + " and score > " + n + ")";
  }
  const auto documents =
      numbered({tangled, "count(hires) > 1 and region = \"a\"", "not(count(hires) > 1)",
                "region = \"b\"", "count(hires) > 1 or region = \"b\"", "staff > 3"});
  const value::list three{value::context{}, value::context{}, value::context{}};
  std::vector<profile> companies;
  for (const auto& region : {value("a"), value("b"), value::null(), value()}) {
    for (const auto& hires : {value(three), value(value::list{}), value::null(), value()}) {
      companies.push_back({{"region", region}, {"hires", hires}, {"staff", 5}, {"score", 4}});
    }
  }
  same_for_all_sizes(documents, companies);
  const tabled made(documents, {0, 2, 2});
  CHECK(made.never_takes(0));
  for (const auto& each : made.program->clusters) {
    const auto those = policies_of(each);
    CHECK(std::find(those.begin(), those.end(), 0U) == those.end());
  }
}

TEST_CASE("a value that no slot holds sends all policies to rows, of all clusters",
          "[tables][clusters]") {
  tabled made(numbered({"region = \"a\"", "revenue > 3", "region = \"b\""}), {0, 1, 1});
  const profile company{{"region", "b"}, {"revenue", number("3.001")}};
  CHECK(made.decide(company) == "iee");
  CHECK(made.settled == 3);
}
