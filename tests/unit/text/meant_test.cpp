#include "text/meant.hpp"

#include "catch.hpp"

using sudui::text::meant;
using sudui::text::quoted;

namespace {

std::string offered(std::string_view name) {
  constexpr std::string_view candidates[] = {
      "city/loan",          "national/hnte-15",   "national/hnte-loss", "national/hnte-other",
      "national/hnte-pool", "national/hnte-stay", "national/hnte-tail"};
  return quoted(meant(name, candidates), ", ");
}

}  // namespace

TEST_CASE("a part of a name finds the names that contain it", "[text][meant]") {
  CHECK(offered("loan") == "`city/loan`");
  CHECK(offered("hnte-lo") == "`national/hnte-loss`");
}

TEST_CASE("at most five names are offered, in their order", "[text][meant]") {
  CHECK(offered("hnte") ==
        "`national/hnte-15`, `national/hnte-loss`, `national/hnte-other`, "
        "`national/hnte-pool`, `national/hnte-stay`");
}

TEST_CASE("where no name contains it the nearest by spelling is offered", "[text][meant]") {
  CHECK(offered("national/hnte-51") == "`national/hnte-15`");
  CHECK(offered("city/laon") == "`city/loan`");
}

TEST_CASE("nothing is offered where nothing is near, nor for nothing", "[text][meant]") {
  CHECK(offered("province/grant").empty());
  CHECK(offered("").empty());
}
