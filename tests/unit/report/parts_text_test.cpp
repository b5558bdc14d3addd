#include "report/parts_text.hpp"

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;
using namespace sudui::report;
using namespace std::chrono_literals;

TEST_CASE("a missing input names its year and who holds it", "[report][parts_text]") {
  const tests::sample given;
  CHECK(missing_text(given.missing[0], language::en) == "R&D staff(2021) (statistics)");
  CHECK(missing_text(given.missing[0], language::zh) == "研发人员数(2021)（统计）");
}

TEST_CASE("a missing parameter is nobody's fault", "[report][parts_text]") {
  parameter growth;
  growth.name = "city_tax_growth";
  growth.label = {"全市增幅", "growth of the city"};
  const missing_input asked{nullptr, &growth, 2022};
  CHECK(missing_text(asked, language::en) ==
        "growth of the city(2022) (a parameter, not published)");
}

TEST_CASE("many missing inputs are counted after the first ones", "[report][parts_text]") {
  const tests::sample given;
  const std::vector<missing_input> all(4, given.missing[0]);
  CHECK(missing_text(all, language::en, 1) == "R&D staff(2021) (statistics); and 3 more");
  CHECK(missing_text(all, language::zh, 2) ==
        "研发人员数(2021)（统计）；研发人员数(2021)（统计） 等，另有 2 项");
}

TEST_CASE("a citation tells document, clause and how well it is known", "[report][parts_text]") {
  citation from = tests::source("公告2023年第12号", "verified-secondary");
  from.clause = "第三条";
  CHECK(citation_text(from, language::zh) == "公告2023年第12号 第三条（已核对转载）");
  CHECK(citation_text(from, language::en) == "公告2023年第12号 第三条 (verified against a copy)");
  CHECK(citation_text(citation{}, language::en).empty());
}

TEST_CASE("windows say which end is open", "[report][parts_text]") {
  CHECK(window_text({2021y / 1 / 1, 2023y / 9 / 7}, language::en) == "2021-01-01 to 2023-09-07");
  CHECK(window_text({2021y / 1 / 1, {}}, language::zh) == "自 2021-01-01");
  CHECK(window_text({{}, 2023y / 9 / 7}, language::en) == "until 2023-09-07");
  CHECK(window_text({}, language::en) == "at all times");
}

TEST_CASE("what has no label is called by its id or kind", "[report][parts_text]") {
  clause bare;
  bare.id = "listed";
  CHECK(label_of(bare, language::zh) == "listed");
  benefit cash;
  cash.kind = "cash";
  CHECK(label_of(cash, language::zh) == "奖补资金");
}

TEST_CASE("grounds stand on a line of their own, or nowhere", "[report][parts_text]") {
  const citation from = tests::source("办法", "seed-only");
  CHECK(grounds_text(from, language::zh).starts_with("依据：办法"));
  CHECK(grounds_text(from, language::en) == "source: " + citation_text(from, language::en));
  CHECK(grounds_text(citation{}, language::en).empty());
}

TEST_CASE("the line of a policy tells its level, and who gives it where that is said",
          "[report][parts_text]") {
  policy of;
  of.level = "city";
  CHECK(authority_text(of, language::zh) == "市级");
  of.authority = {"科技局", "Science bureau"};
  CHECK(authority_text(of, language::zh) == "市级 · 科技局");
  CHECK(authority_text(of, language::en).ends_with(" · Science bureau"));
}

TEST_CASE("groups say how their members join, in the brackets of the language",
          "[report][parts_text]") {
  CHECK(group_text(clause::kind::any, language::zh) == "满足任一");
  CHECK(group_text(clause::kind::all, language::en) == "all of");
  CHECK(group_text(clause::kind::none, language::en) == "none of");
  CHECK(group_text(clause::kind::require, language::en).empty());
  CHECK(bracketed(group_text(clause::kind::any, language::en), language::en) == " (any of)");
  CHECK(bracketed("全部", language::zh) == "（全部）");
  CHECK(bracketed("", language::zh).empty());
}
