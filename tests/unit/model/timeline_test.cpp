#include "model/timeline.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

// "2021-01-01..2021-12-31"; a side without a day is open.
window days(std::string_view text) {
  const std::size_t dots = text.find("..");
  window made{parse_date(text.substr(0, dots)), parse_date(text.substr(dots + 2)), {}};
  return made;
}

codes findings(std::initializer_list<std::string_view> texts,
               gap_policy gaps = gap_policy::refused) {
  fragment from("x");
  std::vector<window> all;
  for (const std::string_view text : texts) {
    all.push_back(days(text));
    const auto place = static_cast<std::uint32_t>(all.size());
    all.back().where = {0, place, place};  // apart from each other: equal findings are kept once
  }
  check_timeline(all, gaps, from.in());
  return from.found();
}

}  // namespace

TEST_CASE("windows that follow each other day by day are right", "[model][timeline]") {
  CHECK(findings({}).empty());
  CHECK(findings({".."}).empty());
  CHECK(findings({"..2020-12-31", "2021-01-01..2021-12-31", "2022-01-01.."}).empty());
  CHECK(findings({"2020-01-01..2020-02-29", "2020-03-01..2020-03-31"}).empty());
}

TEST_CASE("a day held twice is an overlap", "[model][timeline]") {
  CHECK(findings({"2021-01-01..2021-12-31", "2021-12-31..2022-12-31"}) == codes{"windows-overlap"});
  CHECK(findings({"2021-01-01..", "2022-01-01.."}) == codes{"windows-overlap"});
  CHECK(findings({"..", ".."}) == codes{"windows-overlap"});
  CHECK(findings({"..2021-12-31", "..2020-12-31"}) == codes{"windows-overlap"});
}

TEST_CASE("a window inside another is an overlap, also behind a third", "[model][timeline]") {
  CHECK(findings({"2020-01-01..2023-12-31", "2021-01-01..2021-12-31", "2022-01-01..2022-12-31"}) ==
        codes{"windows-overlap", "windows-overlap"});
}

TEST_CASE("a day held by none is a gap where gaps are refused", "[model][timeline]") {
  CHECK(findings({"2021-01-01..2021-12-30", "2022-01-01.."}) == codes{"window-gap"});
  CHECK(findings({"2021-01-01..2021-12-30", "2022-01-01.."}, gap_policy::allowed).empty());
}

TEST_CASE("the order on the page is looked at apart from the windows", "[model][timeline]") {
  CHECK(findings({"2022-01-01..", "2021-01-01..2021-12-31"}) == codes{"entries-unsorted"});
}
