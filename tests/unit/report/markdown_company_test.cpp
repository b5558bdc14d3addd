#include <sudui/report.hpp>

#include "catch.hpp"
#include "support/groups.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

bool holds(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

std::string page_of(const std::vector<std::string>& documents, const profile& company,
                    language in = language::en) {
  const auto by = bound(documents);
  return to_markdown(by, by.match(company), company, in);
}

std::string of_two(std::string_view id, std::string_view require) {
  return policy_text(id, require,
                     "benefits:\n"
                     "  - {benefit: a, kind: cash, zh: 甲, en: first, amount: 5, unit: 元, round: "
                     "none, cite: doc}\n"
                     "  - {benefit: b, kind: tax, zh: 乙, en: second, amount: 3, unit: 元, round: "
                     "none, cite: doc}\n");
}

}  // namespace

TEST_CASE("totals stand by kind and leave out what is not exact", "[report][markdown_company]") {
  const auto page =
      page_of({of_two("demo/a", "staff > 1"), of_two("demo/b", "staff > 1"),
               policy_text("demo/c", "staff > 1", benefit_text("up_to: 9\nunit: 元"))},
              {{"staff", 5}});
  CHECK(holds(page, "3 eligible, 0 undetermined, 0 ineligible, 0 not in force."));
  CHECK(holds(page, "| cash | 10.00 元 | 2 | 1 |"));
  CHECK(holds(page, "| 6.00 元 | 2 | 0 |"));
}

TEST_CASE("a displaced policy is in no total and says what displaces it",
          "[report][markdown_company]") {
  const auto page =
      page_of({of_two("demo/a", "staff > 1"),
               policy_text("demo/b", "staff > 1", benefit_text("amount: 8\nunit: 元")),
               group_text("demo/group", "rule: highest\nmeasure: cash\nmembers: [demo/*]")},
              {{"staff", 5}});
  CHECK(holds(page, "## Displaced by others, and in no total (1)"));
  CHECK(holds(page, "| a policy `demo/a` | a policy `demo/b` | a group |"));
  CHECK(holds(page, "| cash | 8.00 元 | 1 | 0 |"));
  CHECK(!holds(page, "| 3.00 元 | 1 | 0 |"));
}

TEST_CASE("a benefit displaced alone leaves the others in the total",
          "[report][markdown_company]") {
  const auto page =
      page_of({of_two("demo/a", "staff > 1"),
               policy_text("demo/b", "staff > 1", benefit_text("amount: 8\nunit: 元")),
               group_text("demo/group", "rule: highest\nmembers: [demo/a#a, demo/b]")},
              {{"staff", 5}});
  CHECK(holds(page, "| a policy `demo/a`: first | a policy `demo/b` | a group |"));
  CHECK(holds(page, "| cash | 8.00 元 | 1 | 0 |"));
  CHECK(holds(page, "| 3.00 元 | 1 | 0 |"));
}

TEST_CASE("what is open names who can supply it, and what fails names the clause",
          "[report][markdown_company]") {
  const auto page =
      page_of({policy_text("demo/a", "revenue > 3"), policy_text("demo/b", "staff > 9"),
               policy_text("demo/c", "staff > 1", benefit_text("amount: 1"), "from: 2030-01-01\n")},
              {{"staff", 5}}, language::zh);
  CHECK(holds(page, "## 待确定 (1)"));
  CHECK(holds(page, "| 政策 `demo/a` | 营业收入"));
  CHECK(holds(page, "- **税务**：营业收入 (2021)"));
  CHECK(holds(page, "| 政策 `demo/b` | 条件 |"));
  CHECK(holds(page, "- 政策 `demo/c`"));
}

TEST_CASE("a name cannot become markup", "[report][markdown_company]") {
  auto text = policy_text("demo/a", "staff > 1");
  text.replace(text.find("en: a policy"), 12, "en: '*x*|<b>'");
  CHECK(holds(page_of({text}, {{"staff", 5}}), "\\*x\\*\\|\\<b\\> `demo/a`"));
}
