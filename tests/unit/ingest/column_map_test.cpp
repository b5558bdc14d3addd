#include "ingest/column_map.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;

namespace {

struct map_of {
  explicit map_of(std::string text) {
    const std::vector<model::field> fields = tests::dictionary_fields();
    const types::schema dictionary(fields, out);
    ingest::field_names names(dictionary);
    const std::uint32_t file = files.add("map", std::move(text));
    made =
        ingest::column_map(ingest::read_text(files, file, profile_format::yaml, out), names, out);
    for (const diagnostic& each : out.render(files)) {
      findings += (findings.empty() ? "" : "\n") + each.message.en;
      if (!each.help.en.empty()) findings += " | " + each.help.en;
    }
  }
  text::sources files;
  text::sink out;
  ingest::column_map made;
  std::string findings;
};

}  // namespace

TEST_CASE("a header is mapped to a field, with unit and year", "[ingest][column_map]") {
  const map_of read("人数: staff\n收入（万元）: {field: 营业收入, unit: 万元, year: 2023}\n");
  CHECK(read.findings.empty());
  REQUIRE(read.made.find("人数") != nullptr);
  CHECK(read.made.find("人数")->field == "staff");
  const auto* revenue = read.made.find("收入（万元）");
  REQUIRE(revenue != nullptr);
  CHECK(revenue->field == "revenue");
  CHECK(revenue->unit == "万元");
  CHECK(revenue->year == "2023");
  CHECK(read.made.find("staff") == nullptr);
}

TEST_CASE("every mistake of a column map is an error of its own", "[ingest][column_map]") {
  CHECK(map_of("- staff\n").findings ==
        "a column map maps headers to fields, found a list | write `企业名称: company_name`");
  CHECK(map_of("人数: stafff\n").findings ==
        "`stafff` is not a field of the dictionary | did you mean `staff`?");
  CHECK(map_of("人数: {unit: 人}\n")
            .findings.starts_with("the column `人数` names no field | write `人数: company_name`"));
  CHECK(map_of("收入: {field: revenue, units: 元}\n").findings ==
        "`units` is not a key of a column | did you mean `unit`?");
  CHECK(map_of("收入: {field: revenue, unit: 平方米}\n")
            .findings.starts_with("`revenue` cannot be given in `平方米`"));
  CHECK(map_of("收入: {field: revenue, unit: 大洋}\n")
            .findings.starts_with("`大洋` of `revenue` is not a unit"));
  CHECK(map_of("代码: {field: uscc, unit: 元}\n").findings ==
        "`uscc` has no unit, found `元` | leave the unit out");
  CHECK(map_of("人数: {field: staff, year: 2023}\n").findings ==
        "`staff` has no value by year | leave the year out");
  CHECK(map_of("收入: {field: revenue, year: 23}\n")
            .findings.starts_with("`23` is not a year of `revenue`"));
}

TEST_CASE("several mistakes are told at once", "[ingest][column_map]") {
  CHECK(map_of("a: nothing\nb: nowhere\nc: staff\n").out.has_errors());
  const map_of read("a: nothing\nb: nowhere\nc: staff\n");
  CHECK(std::count(read.findings.begin(), read.findings.end(), '\n') == 1);
  CHECK(read.made.all().size() == 1);
}
