#include <map>
#include <set>
#include <string>

#include <sudui/site.hpp>

#include "catch.hpp"
#include "site/catalogue.hpp"
#include "support/groups.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const char* const nasty = R"(policy: demo/nasty
title: {zh: '<script>坏</script>', en: '<b>bad</b> & "worse"'}
authority: {zh: '局<i>', en: 'bureau <i>'}
level: city
redemption: direct
note: {zh: '<img src=x onerror=alert(1)>', en: '</article><script>x</script>'}
sources: {doc: {document: '文件<1>', status: verified-text, url: 'javascript:alert(1)'},
          web: {document: 文件2, status: seed-only, url: 'https://example.org/?a=1&b="2"'}}
versions:
  - {from: 2020-01-01, to: 2020-12-31}
  - {from: 2021-01-01, benefit: {at_most: 5万, cite: web}}
clauses:
  - clause: c
    zh: 收入<大>
    en: revenue <big>
    cite: doc
    any:
      - {clause: a, zh: 甲, en: first, require: revenue < 5 or revenue > 7}
      - {clause: b, zh: 乙, en: second, require: is_listed}
benefit: {kind: cash, zh: 奖, en: award, amount: 10万, round: 1 half up, cite: doc}
)";

std::map<std::string, std::string> site_of(const std::vector<std::string>& documents) {
  const auto by = bound(documents);
  std::map<std::string, std::string> pages;
  for (auto& each : make_site(by)) pages[each.path] = each.content;
  return pages;
}

std::map<std::string, std::string> nasty_site() {
  return site_of(
      {nasty, policy_text("demo/old", "staff > 3", benefit_text("amount: 1"), "to: 2019-12-31\n")});
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each policy has a page in both languages, under the same name", "[site][make_site]") {
  const auto pages = nasty_site();
  for (const char* path : {"policies/demo/nasty.html", "policies/demo/old.html", "index.html",
                           "level/city.html", "state/ended.html"}) {
    CHECK(pages.contains(std::string("zh/") + path));
    CHECK(pages.contains(std::string("en/") + path));
  }
  CHECK(holds(pages.at("en/policies/demo/nasty.html"),
              "href=\"../../../zh/policies/demo/nasty.html\""));
}

TEST_CASE("texts of the rules cannot become markup", "[site][make_site]") {
  for (const auto& [path, content] : nasty_site()) {
    if (path == "style.css") continue;
    INFO(path);
    CHECK(!holds(content, "<script"));
    CHECK(!holds(content, "<img"));
    CHECK(!holds(content, "<b>"));
    CHECK(!holds(content, "href=\"javascript:"));
    CHECK(!holds(content, " style="));
  }
}

TEST_CASE("an address of the web is a link, any other is none", "[site][make_site]") {
  const auto page = nasty_site().at("en/policies/demo/nasty.html");
  CHECK(holds(page, "href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\""));
}

TEST_CASE("a page tells clauses, formulas, amounts, versions and data", "[site][make_site]") {
  const auto page = nasty_site().at("en/policies/demo/nasty.html");
  CHECK(holds(page, "revenue &lt;big&gt;"));
  CHECK(holds(page, "<code>revenue &lt; 5 or revenue &gt; 7</code>"));
  CHECK(holds(page, "any of"));
  CHECK(holds(page, "at most 5万, rounded half up to 1 元"));
  CHECK(holds(page, "benefit `award` becomes at most 5万, rounded half up to 1 元"));
  CHECK(holds(page, "the company confirms"));
}

TEST_CASE("a policy that has ended says so and stays in the catalogue", "[site][make_site]") {
  const auto pages = nasty_site();
  CHECK(holds(pages.at("en/policies/demo/old.html"), "This policy has ended"));
  CHECK(holds(pages.at("zh/state/ended.html"), "policies/demo/old.html"));
}

TEST_CASE("every relative link leads to a page of the site", "[site][make_site]") {
  const auto pages = nasty_site();
  for (const auto& [path, content] : pages) {
    std::size_t at = 0;
    while ((at = content.find("href=\"", at)) != std::string::npos) {
      at += 6;
      std::string to = content.substr(at, content.find('"', at) - at);
      if (to.starts_with("http") || to.starts_with("#")) continue;
      std::string folder = path.substr(0, path.rfind('/') + 1);
      while (to.starts_with("../")) {
        to = to.substr(3);
        folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
      }
      INFO(path << " -> " << folder + to);
      CHECK(pages.contains(folder + to));
    }
  }
}

TEST_CASE("the same rules and day give the same bytes", "[site][make_site]") {
  CHECK(nasty_site() == nasty_site());
}

TEST_CASE("a page says beside whom its policy stands, by which rule and with what",
          "[site][make_site]") {
  const std::string both =
      "benefits:\n  - {benefit: a, kind: cash, zh: 甲, en: first, amount: 5, round: none, cite: "
      "doc}\n  - {benefit: b, kind: tax, zh: 乙, en: second, amount: 3, round: none, cite: doc}\n";
  const auto pages =
      site_of({policy_text("demo/both", "staff > 1", both),
               policy_text("demo/rival", "staff > 3", benefit_text("amount: 6")),
               policy_text("demo/alone", "staff > 3", benefit_text("amount: 6")),
               group_text("demo/group",
                          "rule: highest\nscope: {matter: {zh: 同一<事项>, en: the same matter}}\n"
                          "members: [demo/both#a, demo/rival]")});
  const auto& both_page = pages.at("en/policies/demo/both.html");
  CHECK(holds(both_page, "the best one, nothing twice"));
  CHECK(holds(both_page, "For: the same matter"));
  CHECK(holds(both_page, "Only of this policy&#39;s benefit: first"));
  CHECK(holds(both_page, "rival.html\">a policy</a>"));
  CHECK(holds(both_page, "文件第2号"));
  const auto& rival_page = pages.at("zh/policies/demo/rival.html");
  CHECK(holds(rival_page, "同一&lt;事项&gt;"));
  CHECK(holds(rival_page, "：甲"));
  CHECK(holds(rival_page, "就高不重复"));
  CHECK(!holds(pages.at("en/policies/demo/alone.html"), "Beside other policies"));
}
