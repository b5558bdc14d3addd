// Scalars from JSON tokens straight to the form of a column.

#include "ingest/value_shape.hpp"

#include "catch.hpp"
#include "ingest/json_index.hpp"
#include "unit/ingest/dictionary.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
std::string read(const model::field& as, const std::string& text) {
  const std::string held = "[" + text + "]";
  ingest::json_index index;
  if (!index.read(held)) return "refused";
  ingest::json_tokens at(held, index.tokens());
  REQUIRE(at.take('['));
  columns::piece made;
  const ingest::value_shape shape(types::type_of_field(as), &as);
  if (!shape.read(at, made) || !at.take(']') || !at.is_at_end()) return "refused";
  if (!made.is_said()) return "left out";
  if (made.is == columns::piece::state::null) return "null";
  if (!made.is_known()) return "unknown";
  return made.text.empty() ? std::to_string(made.whole) : std::string(made.text);
}

model::field in_unit(const char* unit) {
  auto made = field_of("amount", "number");
  made.unit.text = unit;
  return made;
}
}  // namespace

TEST_CASE("numbers become whole numbers of the column's places in the base unit",
          "[ingest][value_shape]") {
  CHECK(read(in_unit("万元"), "5860.5") == "5860500000");
  CHECK(read(in_unit("元"), "-0.01") == "-1");
  CHECK(read(in_unit(""), "0.5") == "500000");
  CHECK(read(in_unit("元"), "null") == "left out");
  CHECK(read(in_unit("元"), "1.50") == "150");
  CHECK(read(in_unit("元"), "1.500000") == "150");
  CHECK(read(in_unit("元"), "1.505") == "refused");
  CHECK(read(in_unit("元"), "90071992547409.91") == "9007199254740991");
  CHECK(read(in_unit("元"), "90071992547409.92") == "refused");
  CHECK(read(in_unit("亿元"), "999999999999") == "refused");
  CHECK(read(in_unit("元"), "\"5\"") == "refused");
}

TEST_CASE("an envelope may name another multiple of the same base", "[ingest][value_shape]") {
  CHECK(read(in_unit("元"), R"({"value": 1.5, "unit": "万元"})") == "1500000");
  CHECK(read(in_unit("万元"), R"({"unit": "元", "value": 3, "status": "known"})") == "300");
  CHECK(read(in_unit("元/人"), R"({"value": 2, "unit": "千元/人"})") == "200000");
  CHECK(read(in_unit("元"), R"({"value": null, "source_dept": "x"})") == "left out");
  CHECK(read(in_unit("元"), R"({"value": 1, "status": "missing"})") == "unknown");
  CHECK(read(in_unit("元"), R"({"status": "conflict", "value": [1]})") == "unknown");
  CHECK(read(in_unit("元"), R"({"status": "not_applicable"})") == "null");
  CHECK(read(in_unit("元"), R"({"value": 1, "observed_at": [{}]})") == "100");
  for (const char* text :
       {R"({"value": 1, "unit": "人"})", R"({"value": 1, "unit": "元/人"})",
        R"({"value": 1, "x": 1})", R"({"value": 1, "period": 2021})", R"({"value": 1, "value": 1})",
        R"({"unit": "元"})", R"({"value": 1, "unit": "元", "unit": "元"})",
        R"({"status": "known"})", R"({"value": {"value": 1}})", R"({"value": 1)", "{}",
        R"({"value": 1, "unit": null})"}) {
    INFO(text);
    CHECK(read(in_unit("元"), text) == "refused");
  }
}

TEST_CASE("limits are those of the dictionary's unit", "[ingest][value_shape]") {
  auto limited = in_unit("万元");
  limited.minimum = decimal(0);
  limited.maximum = decimal(5);
  CHECK(read(limited, "5") == "5000000");
  CHECK(read(limited, "5.000001") == "refused");
  CHECK(read(limited, "-0.01") == "refused");
  CHECK(read(limited, R"({"value": 50000, "unit": "元"})") == "5000000");
  CHECK(read(limited, R"({"value": 50001, "unit": "元"})") == "refused");
  limited.maximum = decimal::parse("1e30");  // beyond what the column holds anyway
  CHECK(read(limited, "6") == "6000000");
  limited.maximum = decimal::parse("0.0000001");  // between two numbers of the column
  CHECK(read(limited, "0") == "refused");
}

TEST_CASE("texts are checked as their field asks", "[ingest][value_shape]") {
  auto coded = field_of("rating", "string");
  coded.codes = {{"good", {}}, {"poor", {}}};
  CHECK(read(coded, "\"poor\"") == "poor");
  CHECK(read(coded, "\"bad\"") == "refused");
  CHECK(read(coded, "1") == "refused");
  auto checked = field_of("code", "string");
  checked.check = model::value_check::credit_code;
  CHECK(read(checked, "\"91320412MA0DEMQ19Y\"") == "91320412MA0DEMQ19Y");
  CHECK(read(checked, "\"91320412MA0DEMQ19X\"") == "refused");
  checked.check = model::value_check::division_code;
  CHECK(read(checked, "\"320412\"") == "320412");
  CHECK(read(checked, "\"3204\"") == "refused");
  checked.check = model::value_check::industry_code;
  CHECK(read(checked, "\"C3841\"") == "C3841");
  CHECK(read(checked, "\"3841\"") == "refused");  // it is completed, which is not plain
}

TEST_CASE("days, durations and flags", "[ingest][value_shape]") {
  CHECK(read(field_of("d", "date"), "\"1970-01-03\"") == "2");
  CHECK(read(field_of("d", "date"), "\"2021-02-29\"") == "refused");
  CHECK(read(field_of("b", "boolean"), "true") == "1");
  CHECK(read(field_of("b", "boolean"), "false") == "0");
  CHECK(read(field_of("b", "boolean"), "\"true\"") == "refused");
  CHECK(read(field_of("m", "months"), "\"P1Y2M\"") == "14");
  CHECK(read(field_of("t", "days"), "\"P1D\"") == "86400");
  CHECK(read(field_of("t", "days"), "\"P1Y\"") == "refused");
}
