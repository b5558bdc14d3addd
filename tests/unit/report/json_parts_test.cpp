#include "report/json_parts.hpp"

#include "catch.hpp"
#include "samples.hpp"

using namespace sudui;
using namespace sudui::report;

namespace {

template <class... Parts>
std::string written(const Parts&... parts) {
  json_writer out;
  write(out, parts...);
  return out.take();
}

}  // namespace

TEST_CASE("numbers are strings of their exact digits", "[report][json_parts]") {
  CHECK(written(value(*decimal::parse("0.1"))) == R"("0.1")");
  CHECK(written(value(*decimal::parse("12345678901234567890.5"))) == R"("12345678901234567890.5")");
}

TEST_CASE("unknown and null differ", "[report][json_parts]") {
  CHECK(written(value()) == R"({"unknown":true})");
  CHECK(written(value::null()) == "null");
}

TEST_CASE("days, durations, lists and records are plain JSON", "[report][json_parts]") {
  CHECK(written(value(*parse_date("2024-01-31"))) == R"("2024-01-31")");
  CHECK(written(value(months_duration{14})) == R"("P1Y2M")");
  CHECK(written(value(value::list{true, "x"})) == R"([true,"x"])");
  CHECK(written(value(value::context{{"a", 1}, {"b", value()}})) ==
        R"({"a":"1","b":{"unknown":true}})");
}

TEST_CASE("amounts leave open ends out", "[report][json_parts]") {
  CHECK(written(tests::exactly(11250000), 2) ==
        R"({"is":"exact","low":"112500.00","high":"112500.00"})");
  CHECK(written(amount{amount::state::interval, decimal(0), {}}, 0) ==
        R"({"is":"interval","low":"0"})");
  CHECK(written(amount{amount::state::unknown, {}, {}}, 2) == R"({"is":"unknown"})");
}

TEST_CASE("a missing input tells its field, year and holder", "[report][json_parts]") {
  const tests::sample given;
  CHECK(written(given.missing[0]) ==
        R"~({"input":"rd_staff(2021)","field":"rd_staff","year":2021,)~"
        R"("label":{"zh":"研发人员数","en":"R&D staff"},"holder":"STAT",)"
        R"("holder_label":{"zh":"统计","en":"statistics"}})");
}

TEST_CASE("a citation says whether it is verified", "[report][json_parts]") {
  CHECK(written(tests::source("办法", "seed-only")) ==
        R"({"document":"办法","status":"seed-only","verified":false})");
}

TEST_CASE("what is empty is left out", "[report][json_parts]") {
  json_writer out;
  out.open_object();
  write_given(out, "a", std::string_view());
  write_given(out, "b", localized{});
  write_given(out, "c", citation{});
  write_given(out, "d", location{});
  write_given(out, "e", std::string_view("x"));
  out.close_object();
  CHECK(out.take() == R"({"e":"x"})");
}

TEST_CASE("a version tells its window, how it is had and how far it may be relied on",
          "[report][json_parts]") {
  policy_version of;
  of.days.from = *parse_date("2021-01-01");
  of.redemption = "direct";
  of.discretionary = true;
  json_writer out;
  out.open_object();
  write_version(out, of);
  out.close_object();
  CHECK(out.take() == R"({"window":{"from":"2021-01-01"},"redemption":"direct",)"
                      R"("discretionary":true,"illustrative":false,"verified":true})");
  of.note = {"说明", "a note"};
  of.clauses.emplace_back().cite = tests::source("办法", "seed-only");
  json_writer noted;
  noted.open_object();
  write_version(noted, of);
  noted.close_object();
  CHECK(noted.take().ends_with(R"("verified":false,"note":{"zh":"说明","en":"a note"}})"));
}

TEST_CASE("grounds are the law and the line of the rule file", "[report][json_parts]") {
  json_writer out;
  out.open_object();
  write_grounds(out, tests::source("办法", "seed-only"), {"a.yaml", 3, 5});
  out.close_object();
  CHECK(out.take() == R"({"cite":{"document":"办法","status":"seed-only","verified":false},)"
                      R"("where":{"file":"a.yaml","line":3,"column":5}})");
}

TEST_CASE("a missing parameter tells its year, and asks nobody", "[report][json_parts]") {
  parameter growth;
  growth.name = "city_growth";
  growth.label = {"全市增幅", "growth of the city"};
  CHECK(written(missing_input{nullptr, &growth, 2022}) ==
        R"~({"input":"city_growth(2022)","parameter":"city_growth","year":2022,)~"
        R"("label":{"zh":"全市增幅","en":"growth of the city"}})");
}

TEST_CASE("lengths of time stand without the call around them", "[report][json_parts]") {
  CHECK(written(value(days_duration{90'000})) == R"("P1DT1H")");
  CHECK(written(value(days_duration{-86'400})) == R"("-P1D")");
}
