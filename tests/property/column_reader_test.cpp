// Lines read straight into columns against the same lines read by way of a tree and a profile:
// what the quick reader takes must be what the slow one makes of it, for lines that are right,
// lines that are almost right, and lines with bytes changed at random.

#include <cstdlib>
#include <random>

#include "catch.hpp"
#include "support/batches.hpp"
#include "support/reading.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

int lines_wanted() {
  const auto* wanted = std::getenv("SUDUI_PROPERTY_LINES");
  return wanted == nullptr ? 3000 : std::atoi(wanted);
}

class line_source {
 public:
  explicit line_source(unsigned seed) : random_(seed) {}

  std::string next() {
    std::string made = "{";
    // Mostly in one order, as exports have it.
    const bool is_shuffled = one_in(10);
    for (std::size_t i = 0; i < std::size(entries); ++i) {
      const auto& each = entries[is_shuffled ? below(std::size(entries)) : i];
      if (one_in(5)) continue;
      if (made.size() > 1) made += one_in(40) ? " , " : ",";
      made += '"' + std::string(one_in(200) ? "nobody_knows" : pick(each.names)) + '"';
      made += one_in(20) ? " : " : ":";
      made += one_in(150) ? std::string(pick(odd_values)) : value_of(each);
    }
    made += "}";
    if (one_in(8)) mutate(made);
    return made;
  }

 private:
  using texts = std::vector<std::string_view>;
  struct entry {
    texts names, right, almost;
    bool has_years = false;
  };

  std::string value_of(const entry& of) {
    if (!of.has_years || one_in(8)) return single(of);
    std::string made = "{";
    for (const char* year : {"2019", "2020", "2021", "2021"}) {
      if (one_in(3) || (made.find(year) != std::string::npos && !one_in(30))) continue;
      if (made.size() > 1) made += ", ";
      made += '"' + std::string(year) + "\": " + single(of);
    }
    return made + "}";
  }

  std::string single(const entry& of) {
    return std::string(pick(one_in(60) ? of.almost : of.right));
  }

  void mutate(std::string& line) {
    const auto at = below(line.size());
    const char marks[] = "{}[]:,\"\\ \t0-.eE9x\x01\xff\n\x0c";
    const char mark = marks[below(sizeof marks - 1)];
    switch (below(4)) {
      case 0:
        line[at] = mark;
        break;
      case 1:
        line.insert(at, 1, mark);
        break;
      case 2:
        line.erase(at, 1 + below(3));
        break;
      default:
        line.insert(at, line.substr(below(line.size()), below(12)));
    }
    line.erase(std::remove(line.begin(), line.end(), '\n'), line.end());
  }

  bool one_in(std::size_t many) { return below(many) == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string_view pick(const texts& of) { return of[below(of.size())]; }

  static const texts odd_values;
  static const entry entries[21];
  std::mt19937 random_;
};

const line_source::texts line_source::odd_values = {
    "null",
    "1e3",
    "-0",
    "01",
    "1.",
    ".5",
    "-",
    "1.005",
    "99999999999999999999",
    "9007199254740993",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"1\"",
    "[null]",
    "[1, [2]]",
    "{\"2021\": 1}",
    "{\"value\": 1}",
    "{\"value\": 5, \"unit\": \"万元\"}",
    "{\"unit\": \"万元\", \"value\": 0.5}",
    "{\"value\": 5, \"unit\": \"人\"}",
    "{\"value\": 5, \"status\": \"known\"}",
    "{\"value\": null, \"status\": \"missing\"}",
    "{\"status\": \"conflict\", \"value\": 5}",
    "{\"status\": \"missing\", \"unit\": \"元\"}",
    "{\"status\": \"not_applicable\"}",
    "{\"2020\": {\"status\": \"not_applicable\"}, \"2021\": {\"status\": \"conflict\"}}",
    "{\"value\": 5, \"period\": \"2020\"}",
    "{\"value\": 5, \"value\": 6}",
    "{\"value\": 7, \"source_dept\": \"TAX\", \"observed_at\": {\"a\": [1, {}]}}",
    "{\"value\": 7, \"source_dept\": {\"a\": 1, \"a\": 2}}",
    "{\"value\": [1], \"unit\": \"元\"}",
    "\"\\u4e00\"",
    "\"a\\nb\"",
    "\"\\ud800\"",
    "nul",
    "tru",
    "{\"a\": 1, \"a\": 1}",
    "[{}, {}]",
    "[{\"value\": 1}]",
    "[{\"学历\": \"doctor\", \"degree\": \"doctor\"}]",
    "[{\"x\": 1}]",
    "{\"2021\": {\"value\": 3, \"unit\": \"元\"}}",
    "{\"2021\": {\"value\": 3, \"period\": 2021}}",
    "{\"21\": 5}",
    "0.0000001",
    "-0.5",
    "-0.51",
    "5000.5"};

const line_source::entry line_source::entries[21] = {
    {{"uscc", "统一社会信用代码"},
     {"\"91320412MA0DEMQ19Y\""},
     {"\"91320412MA0DEMQ19X\"", "\"short\""}},
    {{"company_name", "企业名称"}, {"\"x\"", "\"某某有限公司\"", "\"\"", "\"a b\""}, {"1"}},
    {{"revenue", "营业收入"},
     {"500", "499.99", "0", "1234567.89", "12.3456"},
     {"-1", "12.3456789"},
     true},
    {{"capital", "注册资本(实缴)"},
     {"100000", "-9", "10", "99.99", "{\"unit\": \"万元\", \"value\": 2}"},
     {"100000.01", "10.005"}},
    {{"staff", "职工人数"}, {"0", "5000", "2020", "2019", "12.50"}, {"5001", "-1"}},
    {{"growth", "增长率"}, {"0.01", "-0.5", "0.123456", "1"}, {"-0.500001", "0.1234567"}},
    {{"wage", "人均工资"},
     {"3", "3.01", "{\"value\": 1, \"unit\": \"万元/人\"}"},
     {"{\"value\": 1, \"unit\": \"万元\"}"}},
    {{"unread", "不用的数"}, {"1", "0.5"}, {"-1", "0.001"}},
    {{"debts"}, {"0", "1", "null"}, {"false"}},
    {{"listed", "已上市"}, {"true", "false"}, {"\"true\""}},
    {{"zombie"}, {"true", "false", "null"}, {"0"}},
    {{"place"}, {"\"320400\"", "\"320412\""}, {"\"32041\"", "320400"}},
    {{"industry", "行业"}, {"\"C3841\"", "\"C\""}, {"\"3841\"", "\"D3841\"", "\"U\""}},
    {{"rating", "信用等级"}, {"\"A\"", "\"B\"", "\"C\""}, {"\"D\""}, true},
    {{"founded"}, {"\"2019-12-31\"", "\"2020-02-29\""}, {"\"2021-02-29\"", "\"2020-1-1\""}},
    {{"term"}, {"\"P1Y\"", "\"P18M\""}, {"\"P1D\""}},
    {{"figures"}, {"[]", "[1]", "[2.50, 3]"}, {"[1, null]", "[0.001]"}},
    {{"losses"}, {"[]", "[7.5]", "[1, 2, 3]"}, {"[\"1\"]"}, true},
    {{"any_year"}, {"0", "2", "3.33"}, {"3.333"}, true},
    {{"hires", "新招人员"},
     {"[]", "[{\"degree\": \"doctor\", \"value\": 6, \"hired\": \"2021-05-01\"}]",
      "[{\"学历\": \"bachelor\", \"value\": 5.5}, {\"hired\": \"2020-01-31\", \"value\": null}]",
      "[{}, {\"value\": {\"value\": 1, \"unit\": \"万元\"}}]"},
     {"[{\"degree\": \"master\"}]", "[{\"value\": -1}]"}},
    {{"note", "x"}, {"1", "\"a\"", "[1, {\"b\": {}}]", "{\"a\": null}"}, {"{\"a\": 1, \"a\": 2}"}},
};

}  // namespace

TEST_CASE("columns read straight are those of rows", "[property][column_reader]") {
  two_readers both;
  line_source source(7);
  const int wanted = lines_wanted();
  for (int i = 0; i < wanted; ++i) {
    const auto line = source.next();
    INFO("line " << i << ": " << line);
    both.read(line);
  }
  INFO(both.taken << " of " << both.rows << " rows of " << both.lines << " lines");
  CHECK(facts_hold(both.quick));
  CHECK(both.taken > both.rows / 4);
  CHECK(both.rows < both.lines);
  columns::executor by(columns::compile(both.by.made));
  const auto quick = lines_by_columns(by, *both.by.made, both.quick);
  CHECK(quick == lines_by_columns(by, *both.by.made, both.slow));
}
