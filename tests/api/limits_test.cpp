// The words of policies about limits: at least, at most, above and below,
// each at its limit and one unit beside it, through a rule file.
#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

// The verdicts just below, at and just above: + eligible, - ineligible.
std::string verdicts(const std::string& require, const char* field,
                     const std::vector<value>& around) {
  const auto asked = bound({policy_text("demo/limit", require)});
  std::string made;
  for (const auto& each : around) {
    const auto all = asked.match(profile{{field, each}});
    made += all.all()[0].verdict == verdict::eligible ? '+' : '-';
  }
  return made;
}

const std::vector<value> fen{number("49999999.99"), 50000000, number("50000000.01")};
const std::vector<value> heads{299, 300, 301};
const std::vector<value> days{day(2024, 2, 28), day(2024, 2, 29), day(2024, 3, 1)};

}  // namespace

TEST_CASE("at least and at most hold their limit, above and below do not", "[api][limits]") {
  CHECK(verdicts("revenue >= 5000万", "revenue", fen) == "-++");
  CHECK(verdicts("revenue <= 5000万", "revenue", fen) == "++-");
  CHECK(verdicts("revenue > 5000万", "revenue", fen) == "--+");
  CHECK(verdicts("revenue < 5000万", "revenue", fen) == "+--");
  CHECK(verdicts("staff >= 300", "staff", heads) == "-++");
  CHECK(verdicts("staff <= 300", "staff", heads) == "++-");
  CHECK(verdicts("staff > 300", "staff", heads) == "--+");
  CHECK(verdicts("staff < 300", "staff", heads) == "+--");
}

TEST_CASE("a limit that is a day holds on that day", "[api][limits]") {
  CHECK(verdicts("founded >= date(\"2024-02-29\")", "founded", days) == "-++");
  CHECK(verdicts("founded <= date(\"2024-02-29\")", "founded", days) == "++-");
  CHECK(verdicts("founded > date(\"2024-02-29\")", "founded", days) == "--+");
  CHECK(verdicts("founded < date(\"2024-02-29\")", "founded", days) == "+--");
}

TEST_CASE("a ratio is compared with its limit to the last fen", "[api][limits]") {
  const std::vector<value> spent{number("419999.99"), 420000, number("420000.01")};
  const auto ratio = [&](const char* relation) {
    const auto asked =
        bound({policy_text("demo/limit", std::string("rnd / revenue ") + relation + " 4.2%")});
    std::string made;
    for (const auto& each : spent) {
      const auto all = asked.match(profile{{"rnd", each}, {"revenue", 10000000}});
      made += all.all()[0].verdict == verdict::eligible ? '+' : '-';
    }
    return made;
  };
  CHECK(ratio(">=") == "-++");
  CHECK(ratio("<=") == "++-");
  CHECK(ratio(">") == "--+");
  CHECK(ratio("<") == "+--");
}

TEST_CASE("rows of tiers divide at their limit and nowhere else", "[api][limits]") {
  const auto asked = bound({policy_text(
      "demo/limit", "not(is_zombie)",
      benefit_text("tiers:\n  on: staff\n  rows:\n    - {when: '< 300', amount: 1}\n"
                   "    - {when: '[300..500)', amount: 2}\n    - {when: '>= 500', amount: 3}"))});
  const auto paid = [&](const value& staff) {
    const auto all = asked.match(profile{{"staff", staff}});
    return *all.all()[0].grants[0].how_much.low;
  };
  CHECK(paid(number("299.999")) == 1);
  CHECK(paid(300) == 2);
  CHECK(paid(number("499.999")) == 2);
  CHECK(paid(500) == 3);
}
