#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {

using values::null_reason;
using values::op;

TEST_CASE("strings are joined and measured in code points", "[values][operators_string]") {
  workbench bench;
  CHECK(bench.text(op::string_concat, {bench.s("常州"), bench.s("市")}) == "\"常州市\"");
  CHECK(bench.text(op::string_concat, {bench.s(""), bench.s("")}) == "\"\"");
  CHECK(bench.text(op::string_length, {bench.s("常州市")}) == "3");
  CHECK(bench.text(op::string_length, {bench.s("🐎😀")}) == "2");
  CHECK(bench.text(op::string_length, {bench.s("")}) == "0");
}

TEST_CASE("letters of several alphabets change case", "[values][operators_string]") {
  workbench bench;
  CHECK(bench.text(op::string_upper, {bench.s("abz ?@{ 甲")}) == "\"ABZ ?@{ 甲\"");
  CHECK(bench.text(op::string_lower, {bench.s("ABZ123")}) == "\"abz123\"");
  CHECK(bench.text(op::string_upper, {bench.s("äöþ÷ß")}) == "\"ÄÖÞ÷ß\"");
  CHECK(bench.text(op::string_lower, {bench.s("ÀÖ×Þ")}) == "\"àö×þ\"");
  CHECK(bench.text(op::string_upper, {bench.s("αρςσω")}) == "\"ΑΡςΣΩ\"");
  CHECK(bench.text(op::string_lower, {bench.s("ЖЯЁ")}) == "\"жяё\"");
  CHECK(bench.text(op::string_upper, {bench.s("ｓｍｅ")}) == "\"ＳＭＥ\"");
  CHECK(bench.text(op::string_upper, {bench.s("ab\xE5")}) == "\"AB\xE5\"");  // a cut-off text
}

TEST_CASE("a string is searched", "[values][operators_string]") {
  workbench bench;
  CHECK(bench.text(op::string_contains, {bench.s("高新技术企业"), bench.s("技术")}) == "true");
  CHECK(bench.text(op::string_contains, {bench.s("abc"), bench.s("")}) == "true");
  CHECK(bench.text(op::string_contains, {bench.s(""), bench.s("ab")}) == "false");
  CHECK(bench.text(op::string_starts_with, {bench.s("foobar"), bench.s("foo")}) == "true");
  CHECK(bench.text(op::string_starts_with, {bench.s("foobar"), bench.s("oo")}) == "false");
  CHECK(bench.text(op::string_ends_with, {bench.s("foobar"), bench.s("bar")}) == "true");
  CHECK(bench.text(op::string_ends_with, {bench.s("bar"), bench.s("foobar")}) == "false");
}

TEST_CASE("what stands before and after a match is taken", "[values][operators_string]") {
  workbench bench;
  CHECK(bench.text(op::string_before, {bench.s("foobar"), bench.s("o")}) == "\"f\"");
  CHECK(bench.text(op::string_before, {bench.s("foobar"), bench.s("x")}) == "\"\"");
  CHECK(bench.text(op::string_before, {bench.s("abc"), bench.s("")}) == "\"\"");
  CHECK(bench.text(op::string_after, {bench.s("foobar"), bench.s("ob")}) == "\"ar\"");
  CHECK(bench.text(op::string_after, {bench.s("abc"), bench.s("")}) == "\"abc\"");
  CHECK(bench.text(op::string_after, {bench.s("abc"), bench.s("x")}) == "\"\"");
}

TEST_CASE("substrings count from either end", "[values][operators_string]") {
  workbench bench;
  const auto rest = [&](const char* text, const char* start) {
    return bench.text(op::string_substring_rest, {bench.s(text), bench.n(start)});
  };
  const auto part = [&](const char* text, const char* start, const char* length) {
    return bench.text(op::string_substring, {bench.s(text), bench.n(start), bench.n(length)});
  };
  CHECK(rest("foobar", "3") == "\"obar\"");
  CHECK(rest("foobar", "6") == "\"r\"");
  CHECK(rest("🐎foo", "2") == "\"foo\"");
  CHECK(rest("foobar", "-2") == "\"ar\"");
  CHECK(part("foobar", "1", "6") == "\"foobar\"");
  CHECK(part("foobar", "-2", "1") == "\"a\"");
  CHECK(part("foobar", "3", "3.8") == "\"oba\"");
  CHECK(part("常州市武进区", "3", "2") == "\"市武\"");
  CHECK(part("foobar", "5", "9") == "\"ar\"");
}

TEST_CASE("a substring outside the text is null", "[values][operators_string]") {
  workbench bench;
  for (const auto* const start : {"0", "7", "-7", "1e30"}) {
    CAPTURE(start);
    CHECK(bench.reason(op::string_substring_rest, {bench.s("foobar"), bench.n(start)}) ==
          null_reason::bad_argument);
  }
  CHECK(bench.text(op::string_substring, {bench.s("foobar"), bench.n("1"), bench.n("0")}) ==
        "null");
}

TEST_CASE("every scalar has a text", "[values][operators_string]") {
  workbench bench;
  CHECK(bench.text(op::string_from, {bench.s("a\"b")}) == "\"a\\\"b\"");
  CHECK(bench.text(op::string_from, {bench.n("1.50")}) == "\"1.5\"");
  CHECK(bench.text(op::string_from, {bench.b(true)}) == "\"true\"");
  CHECK(bench.text(op::string_from, {bench.d("2024-01-31")}) == "\"2024-01-31\"");
  CHECK(bench.text(op::string_from, {bench.days(93600)}) == "\"P1DT2H\"");
  CHECK(bench.text(op::string_from, {bench.months(14)}) == "\"P1Y2M\"");
  CHECK(bench.text(op::string_from, {bench.list({bench.n("1"), bench.n("2")})}) == "\"[1, 2]\"");
}

}  // namespace sudui::tests
