#include "text/glob.hpp"

#include "catch.hpp"

using sudui::text::matches_glob;

TEST_CASE("a star stands for any run of characters", "[text][glob]") {
  CHECK(matches_glob("*", "national/hnte-15"));
  CHECK(matches_glob("national/*", "national/hnte-15"));
  CHECK(matches_glob("*hnte*", "national/hnte-15"));
  CHECK(matches_glob("n*l/*-15", "national/hnte-15"));
  CHECK_FALSE(matches_glob("national", "national/hnte-15"));
  CHECK_FALSE(matches_glob("wujin/*", "national/hnte-15"));
  CHECK_FALSE(matches_glob("*hnte", "national/hnte-15"));
}
