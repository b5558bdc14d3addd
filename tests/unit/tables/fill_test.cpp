// Companies in slots: what fits, what is worked out beforehand.
#include "catch.hpp"
#include "tabled.hpp"

using namespace sudui;
using namespace sudui::tests;
using values::cell;

TEST_CASE("values stand in their slots as whole numbers", "[tables][fill]") {
  tabled made({wants("revenue > 3 or founded > date(\"2020-01-01\") or is_listed")});
  made.decide({{"revenue", number("12.34")}, {"founded", day(1970, 1, 11)}, {"is_listed", true}});
  REQUIRE(made.program->slots.size() == 3);
  REQUIRE(made.slots.size() == made.program->company_words());
  CHECK(made.slots.front() == 0);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto form = made.program->slots[i].form;
    const auto expected = form == columns::form::number ? 1234U
                          : form == columns::form::day  ? 10U
                                                        : 1U;
    CHECK(made.slots[1 + i] == expected);
  }
}

TEST_CASE("a value that no slot holds goes to rows with its company", "[tables][fill]") {
  tabled made({wants("revenue > 3"), wants("staff > 3", "demo/two")});
  for (const auto* figure : {"3.001", "90071992547409.92", "9223372036854775808", "1e33"}) {
    INFO(figure);
    const profile company{{"revenue", number(figure)}, {"staff", 5}};
    CHECK(made.decide(company) == "ee");
    CHECK(made.settled == 2);
  }
  CHECK(made.decide({{"revenue", number("90071992547409.91")}, {"staff", 5}}) == "ee");
  CHECK(made.settled == 0);
}

TEST_CASE("truths by rows are worked out before anybody asks", "[tables][fill]") {
  tabled made({wants("count(hires) > 1 and staff > 3"),
               wants("not(count(hires) > 1) or staff > 8", "demo/two")});
  CHECK(made.program->by_rows.size() == 1);
  const value::list three{value::context{}, value::context{}, value::context{}};
  for (const auto& company :
       {profile{{"hires", three}, {"staff", 5}}, profile{{"hires", value::list{}}, {"staff", 5}},
        profile{{"hires", three}, {"staff", 9}}, profile{{"staff", 9}},
        profile{{"hires", value::null()}, {"staff", 9}}}) {
    INFO(made.by_rows(company));
    CHECK(made.decide(company) == made.by_rows(company));
  }
  made.decide({{"hires", value::list{}}, {"staff", 5}});
  CHECK((made.slots.front() & tables::has_more) != 0);
  CHECK(made.settled == 0);
}

TEST_CASE("texts that the rules name have classes, others are worked out", "[tables][fill]") {
  tabled made({wants("region in (\"a\", \"b\")"), wants("region = \"b\"", "demo/two"),
               wants("ends with(region, \"b\")", "demo/x")});
  REQUIRE(made.program->classes.size() == 1);
  CHECK(made.program->classes.front().of.size() == 2);
  CHECK(made.decide({{"region", "a"}}) == "eii");
  CHECK(made.slots.front() == 0);
  CHECK(made.decide({{"region", "b"}}) == "eee");
  CHECK(made.slots.front() == 0);
  CHECK(made.decide({{"region", "cb"}}) == "iie");
  CHECK(made.decide({{"region", ""}}) == "iii");
  CHECK((made.slots.front() & tables::has_more) != 0);
  CHECK(made.decide({{"region", value::null()}}) == made.by_rows({{"region", value::null()}}));
  CHECK(made.decide({}) == "uuu");
}

TEST_CASE("null where tables must not see it is decided by rows, for that policy",
          "[tables][fill]") {
  tabled made({wants("staff > 3 and score > 2"), wants("staff > 3 or score > 2", "demo/two"),
               wants("not(staff > 3 or score > 2)", "demo/x")});
  const profile half{{"staff", value::null()}};
  CHECK(made.decide(half) == made.by_rows(half));
  CHECK(made.decide(half) == "uuu");
  CHECK(made.settled == 2);
  const profile both{{"staff", value::null()}, {"score", 1}};
  CHECK(made.decide(both) == "iii");
  CHECK(made.by_rows(both) == "iii");
}

TEST_CASE("a field that is complete by law is false or zero where it is missing",
          "[tables][fill]") {
  tabled made({wants("not(is_zombie)"), wants("debts = 0", "demo/two")});
  CHECK(made.decide({}) == "ee");
  CHECK(made.decide({{"is_zombie", true}, {"debts", 2}}) == "ii");
}

TEST_CASE("slots are filled without names", "[tables][fill]") {
  tabled made({wants("revenue(2020) > 3 and revenue > 4 and region = \"a\"")});
  const auto& places = made.program->places;
  const auto input = made.by.made->input_names.find(std::string_view("revenue"))->second;
  const auto region = made.by.made->input_names.find(std::string_view("region"))->second;
  made.filler.start();
  made.filler.set(places.find(input, 2020).value(), cell::of(decimal(4)));
  made.filler.set(places.find(input, 2021).value(), cell::of(decimal(5)));
  const auto none = values::missing_graph::input::no_year;
  made.filler.set(places.find(region, none).value(), cell::of(std::string_view("a")));
  CHECK(made.decide() == "e");
  made.filler.start();
  made.filler.set(places.find(input, 2020).value(), cell::of(decimal(4)));
  CHECK(made.decide() == "u");
  made.filler.start();
  made.filler.set(places.find(input, 2020).value(), cell::of(decimal(3)));
  CHECK(made.decide() == "i");
}
