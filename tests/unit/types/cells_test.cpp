// Between values and cells, and the values of constant expressions.
#include "types/cells.hpp"

#include "catch.hpp"
#include "support/plans.hpp"
#include "types/fold.hpp"

using namespace sudui;
using namespace sudui::tests;
using types::type_kind;

namespace {

types::type hires() {
  static const rule_set rules = rules_of({});
  const auto& names = rules.held().typed->dictionary;
  return names[names.find("hires").value()].of;
}

value back(const value& held, const types::type& as) {
  values::arena memory;
  return types::to_value(types::to_cell(held, as, memory, 0), as);
}

types::expr number(std::int64_t whole) {
  types::expr made;
  made.of = types::number_in(types::unit::free());
  made.constant = whole;
  return made;
}

types::expr apply(values::op code, std::vector<types::expr> parts, type_kind gives) {
  types::expr made;
  made.kind = types::expr_kind::apply;
  made.code = code;
  made.of = types::simple(gives);
  made.parts = std::move(parts);
  return made;
}

}  // namespace

TEST_CASE("values of every type come back as they were", "[types][cells]") {
  CHECK(back(5, types::number_in(types::unit::one())) == value(5));
  CHECK(back("text", types::simple(type_kind::string)) == value("text"));
  CHECK(back(true, types::simple(type_kind::boolean)) == value(true));
  CHECK(back(day(2020, 2, 29), types::simple(type_kind::date)) == value(day(2020, 2, 29)));
  CHECK(back(days_duration{-5}, types::simple(type_kind::days)) == value(days_duration{-5}));
  CHECK(back(months_duration{14}, types::simple(type_kind::months)) == value(months_duration{14}));
  CHECK(back(value::null(), types::simple(type_kind::date)).is_null());
  CHECK(back(value(), types::simple(type_kind::date)).is_unknown());
}

TEST_CASE("a member that is not given is unknown, one that is not known is left out",
          "[types][cells]") {
  const value given = value::list{value::context{{"wage", 7}, {"shoe size", 42}}};
  const auto made = back(given, hires());
  const auto& item = made.get_if<value::list>()->at(0);
  CHECK(*item.find("wage") == value(7));
  CHECK(item.find("degree")->is_unknown());
  CHECK(item.find("shoe size") == nullptr);
}

TEST_CASE("what does not fit is unknown", "[types][cells]") {
  CHECK(back("five", types::number_in(types::unit::one())).is_unknown());
  CHECK(back(5, hires()).is_unknown());
  const value half = value::list{value::context{{"wage", "seven"}}};
  CHECK(back(half, hires()).get_if<value::list>()->at(0).find("wage")->is_unknown());
}

TEST_CASE("what fits is told before it is read", "[types][cells]") {
  CHECK(types::fits(value::list{value::context{{"wage", 7}}}, hires()));
  CHECK(types::fits(value(), hires()));
  CHECK(types::fits(value::null(), hires()));
  CHECK(!types::fits(value::list{value::context{{"wage", "seven"}}}, hires()));
  CHECK(!types::fits(value::list{5}, hires()));
  CHECK(!types::fits(5, types::simple(type_kind::string)));
}

TEST_CASE("an expression of constants has a value", "[types][fold]") {
  const auto sum = apply(values::op::number_add, {number(2), number(3)}, type_kind::number);
  CHECK(types::fold(sum) == value(5));
  const auto less = apply(values::op::less, {sum, number(5)}, type_kind::boolean);
  CHECK(types::fold(less) == value(false));
  CHECK(types::fold(number(7)) == value(7));
}

TEST_CASE("an expression that reads anything has none", "[types][fold]") {
  types::expr year;
  year.kind = types::expr_kind::year;
  year.of = types::number_in(types::unit::free());
  CHECK(!types::fold(year));
  CHECK(!types::fold(apply(values::op::number_add, {number(2), year}, type_kind::number)));
  types::expr wrong;
  CHECK(!types::fold(wrong));
}
