// Cells and public values as FEEL text.

#include "values/text_form.hpp"

#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::text_of;

TEST_CASE("cells are written as formulas would write them", "[values][text_form]") {
  workbench bench;
  CHECK(text_of(bench.unknown(1)) == "unknown");
  CHECK(text_of(bench.none()) == "null");
  CHECK(text_of(bench.b(true)) == "true");
  CHECK(text_of(bench.n("3.50")) == "3.5");
  CHECK(text_of(bench.s("常州")) == "\"常州\"");
  CHECK(text_of(bench.d("2024-01-31")) == "date(\"2024-01-31\")");
  CHECK(text_of(bench.days(3600)) == "duration(\"PT1H\")");
  CHECK(text_of(bench.months(14)) == "duration(\"P1Y2M\")");
  CHECK(text_of(bench.list({bench.n("1"), bench.record({bench.s("a"), bench.none()})})) ==
        "[1, {\"a\", null}]");
  CHECK(text_of(bench.list({})) == "[]");
}

TEST_CASE("quotes, backslashes and line breaks are escaped", "[values][text_form]") {
  CHECK(text_of(workbench::s("a\"b\\c\nd\re\tf")) == "\"a\\\"b\\\\c\\nd\\re\\tf\"");
}

TEST_CASE("public values have the same form and know their names", "[values][text_form]") {
  using namespace std::chrono;
  CHECK(to_string(value()) == "unknown");
  CHECK(to_string(value::null()) == "null");
  CHECK(to_string(value(false)) == "false");
  CHECK(to_string(value(12)) == "12");
  CHECK(to_string(value("a\"b")) == "\"a\\\"b\"");
  CHECK(to_string(value(2024y / February / 29)) == "date(\"2024-02-29\")");
  CHECK(to_string(value(days_duration{90000})) == "duration(\"P1DT1H\")");
  CHECK(to_string(value(months_duration{-3})) == "duration(\"-P3M\")");
  CHECK(to_string(value(value::list{1, value("b"), value()})) == "[1, \"b\", unknown]");
  CHECK(to_string(value(value::list{})) == "[]");
  CHECK(to_string(value(value::context{{"to", 5}, {"rate", value::null()}})) ==
        "{to: 5, rate: null}");
  CHECK(to_string(value(value::context{})) == "{}");
}

}  // namespace sudui::tests
