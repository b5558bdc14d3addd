// Rows over policies.
#include <limits>

#include "catch.hpp"
#include "tabled.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("a policy has a level for each of its alternatives", "[tables][compile]") {
  CHECK(tabled({wants("staff > 3 and score > 2")}).program->clusters.front().levels.size() == 0);
  CHECK(tabled({wants("staff > 3 or score > 2")}).program->clusters.front().levels.size() == 1);
  CHECK(tabled({wants("(staff > 3 or is_listed) and (score > 2 or is_zombie)"),
                wants("staff > 3", "demo/two")})
            .program->clusters.front()
            .levels.size() == 2);
}

TEST_CASE("limits cut a slot into ranks, each policy's once", "[tables][compile]") {
  const tabled made({wants("staff > 3"), wants("staff >= 4", "demo/two"),
                     wants("staff = 7", "demo/three"), wants("staff < 4", "demo/four")});
  REQUIRE(made.program->clusters.front().steps.size() == 1);
  CHECK(made.program->clusters.front().steps.front().vectors == 1);
  // More than these: hundredths of a person.
  CHECK(made.program->clusters.front().limits == std::vector<std::int64_t>{300, 399, 699, 700});
}

TEST_CASE("rows are whole vectors, and the first is empty", "[tables][compile]") {
  std::vector<std::string> documents;
  for (int i = 0; i < 70; ++i) {
    documents.push_back(wants("staff > " + std::to_string(i) + " or is_listed",
                              "demo/p" + std::to_string(100 + i)));
  }
  tabled made(documents);
  CHECK(made.program->policy_words == 2);
  CHECK(made.program->clusters.front().row_words == 4);
  for (std::size_t i = 0; i < made.program->clusters.front().row_words; ++i)
    CHECK(made.program->clusters.front().rows[i] == 0);
  const profile company{{"staff", 40}, {"is_listed", false}};
  CHECK(made.decide(company) == made.by_rows(company));
  CHECK(made.decide(company) == std::string(40, 'e') + std::string(30, 'i'));
}

TEST_CASE("a policy that cannot be multiplied out is left to rows, alone", "[tables][compile]") {
  std::string tangled = "staff > 0";
  for (int i = 1; i < 10; ++i) {
    const auto n = std::to_string(i);
    tangled =
        "(" + tangled + " and score < " + n + "0) or (staff < " + n + " and score > " + n + ")";
  }
  tabled made({wants(tangled), wants("staff > 3", "demo/two")});
  CHECK(made.never_takes(0));
  CHECK_FALSE(made.never_takes(1));
  for (const int staff : {0, 3, 7, 20}) {
    const profile company{{"staff", staff}, {"score", 4}};
    INFO(staff);
    CHECK(made.decide(company) == made.by_rows(company));
    CHECK(made.settled == 1);
  }
}

TEST_CASE("a policy that everybody gets needs no slot", "[tables][compile]") {
  tabled made({wants("1 = 1"), wants("region = null", "demo/two")});
  CHECK(made.program->clusters.front().steps.empty());
  CHECK(made.decide({}) == made.by_rows({}));
  CHECK(made.settled == 0);
}

TEST_CASE("no policy at all is no verdict", "[tables][compile]") {
  tabled made({});
  CHECK(made.decide({{"staff", 3}}).empty());
}

TEST_CASE("limits are filled up to whole vectors", "[tables][compile]") {
  const tabled made({wants("staff = 7")});
  REQUIRE(made.program->clusters.front().limits.size() == 4);
  CHECK(made.program->clusters.front().limits[1] == 700);
  CHECK(made.program->clusters.front().limits[2] == std::numeric_limits<std::int64_t>::max());
  CHECK(made.program->clusters.front().limits[3] == std::numeric_limits<std::int64_t>::max());
}
