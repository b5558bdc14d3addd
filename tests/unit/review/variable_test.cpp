#include "review/variable.hpp"

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::tests;
using review::variable;

namespace {

const field& field_named(const rule_set& rules, std::string_view name) {
  for (const field& each : rules.fields()) {
    if (each.name == name) return each;
  }
  throw std::out_of_range("no such field");
}

}  // namespace

TEST_CASE("money moves by fen, people by one, days by a day", "[review][variable]") {
  const rule_set rules = rules_of({});
  const variable revenue(field_named(rules, "revenue"), 2021, nullptr);
  profile company{
      {"revenue", by_year({{2020, 7}, {2021, 100}})}, {"staff", 5}, {"founded", day(2021, 3, 1)}};
  CHECK(revenue.name() == "revenue(2021)");
  CHECK(revenue.position(company) == 10000);
  revenue.move(company, 9999);
  CHECK(*company.find("revenue")->find("2021") == value(number("99.99")));
  CHECK(*company.find("revenue")->find("2020") == value(7));
  const variable staff(field_named(rules, "staff"), std::nullopt, nullptr);
  CHECK(staff.position(company) == 5);
  const variable founded(field_named(rules, "founded"), std::nullopt, nullptr);
  founded.move(company, *founded.position(company) - 1);
  CHECK(*company.find("founded") == value(day(2021, 2, 28)));
}

TEST_CASE("a member of the first record moves alone", "[review][variable]") {
  const rule_set rules = rules_of({});
  const field& hires = field_named(rules, "hires");
  const variable wage(hires, std::nullopt, &hires.members[1]);
  profile company{{"hires", value::list{value(value::context{{"degree", "master"}, {"wage", 3}}),
                                        value(value::context{{"wage", 4}})}}};
  CHECK(wage.name() == "hires.wage");
  wage.move(company, 1234);
  const auto& items = *company.find("hires")->get_if<value::list>();
  CHECK(*items[0].find("wage") == value(number("12.34")));
  CHECK(*items[0].find("degree") == value("master"));
  CHECK(*items[1].find("wage") == value(4));
}

TEST_CASE("a count repeats the first record", "[review][variable]") {
  const rule_set rules = rules_of({});
  const variable count = variable::count_of(field_named(rules, "hires"), std::nullopt);
  profile company{{"hires", value::list{value(value::context{{"wage", 3}})}}};
  CHECK(count.position(company) == 1);
  count.move(company, 3);
  CHECK(company.find("hires")->get_if<value::list>()->size() == 3);
  CHECK(count.at(3) == value(3));
}

TEST_CASE("what nobody gave is made up within the dictionary", "[review][variable]") {
  const rule_set rules = rules_of({});
  const review::filling with{day(2021, 12, 31), 1000};
  CHECK(review::made_up(field_named(rules, "revenue"), with) == value(10));
  CHECK(review::made_up(field_named(rules, "is_listed"), with) == value(true));
  const value hires = review::made_up(field_named(rules, "hires"), with);
  CHECK(*hires.get_if<value::list>()->front().find("degree") == value("bachelor"));
  profile company{{"revenue", by_year({{2020, 7}})}};
  review::fill(company, field_named(rules, "revenue"), 2021, with);
  CHECK(*company.find("revenue")->find("2020") == value(7));
  CHECK(*company.find("revenue")->find("2021") == value(10));
}
