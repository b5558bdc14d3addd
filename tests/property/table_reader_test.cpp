// Tables read straight into columns against the same tables read by way of cells, trees and
// profiles: rows that are right, that are almost right, and with bytes changed at random.

#include <random>

#include "catch.hpp"
#include "support/tables.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

class table_source {
 public:
  explicit table_source(unsigned seed) : random_(seed) {}

  std::string next() {
    std::string made;
    std::vector<const header*> drawn;
    for (const auto& each : headers) {
      if (one_in(3)) continue;
      drawn.push_back(&each);
      made += (drawn.size() > 1 ? "," : "") + quoted(each.name);
    }
    made += end();
    const auto rows = below(12);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t k = 0; k < drawn.size(); ++k) {
        const auto& from = one_in(60) ? odd_values : drawn[k]->values;
        made += (k > 0 ? "," : "") + quoted(one_in(5) ? "" : from[below(from.size())]);
      }
      made += end();
    }
    if (one_in(3)) mutate(made);
    return made;
  }

 private:
  using texts = std::vector<std::string>;
  struct header {
    std::string name;
    texts values;
  };

  std::string end() { return one_in(4) ? "\r\n" : "\n"; }

  std::string quoted(const std::string& text) {
    const bool must = text.find(',') != std::string::npos;
    if (!must && !one_in(12)) return one_in(20) ? " " + text + " " : text;
    return '"' + text + (one_in(30) ? "\"\"" : "") + (one_in(30) ? "\n" : "") + '"';
  }

  void mutate(std::string& text) {
    const char marks[] = ",,\"\"\r\n \t.-%~9x\x01\xff";
    for (auto count = below(4); count > 0 && !text.empty(); --count) {
      const auto at = below(text.size());
      const char mark = marks[below(sizeof marks - 1)];
      if (one_in(3)) {
        text.erase(at, 1 + below(3));
      } else if (one_in(2)) {
        text.insert(at, 1, mark);
      } else {
        text[at] = mark;
      }
    }
  }

  bool one_in(std::size_t many) { return below(many) == 0; }
  std::size_t below(std::size_t limit) { return random_() % limit; }

  static const texts odd_values;
  static const std::vector<header> headers;
  std::mt19937 random_;
};

const table_source::texts table_source::odd_values = {"null",
                                                      "~",
                                                      "1e3",
                                                      "-0",
                                                      "01",
                                                      "1.",
                                                      ".5",
                                                      "-",
                                                      "99999999999999999999",
                                                      "true",
                                                      "a\"b",
                                                      "5 万",
                                                      "9007199254740993",
                                                      "万",
                                                      "%",
                                                      "-%",
                                                      "123456789012345678",
                                                      "1,234",
                                                      "0.0000001",
                                                      "5000.5",
                                                      "2021-02-29",
                                                      "甲\"乙",
                                                      "x\ty"};

const std::vector<table_source::header> table_source::headers = {
    {"uscc", {"91320412MA0DEMQ19Y", "91320412MA0DEMQ19Y", "91320412MA0DEMQ19X"}},
    {"企业名称", {"x", "某某, 某", "null", "a b"}},
    {"revenue@2020", {"500", "499.99", "0", "5万", "12.3456"}},
    {"营业收入@2021", {"1234567.89", "3亿", "1%"}},
    {"注册资本(实缴)", {"100000", "-9", "99.99", "10万"}},
    {"staff", {"0", "5000", "2020", "12.50"}},
    {"growth", {"0.01", "-50%", "0.123456", "1％"}},
    {"wage", {"3", "3.01"}},
    {"unread", {"1", "0.5"}},
    {"debts", {"0", "1"}},
    {"listed", {"true", "是", "FALSE", "否"}},
    {"zombie", {"True", "false", "yes"}},
    {"place", {"320400", "320412"}},
    {"行业", {"C3841", "C", "3841"}},
    {"rating@2021", {"A", "B", "C"}},
    {"rating@2019", {"A", "D"}},
    {"founded", {"2019-12-31", "2020-02-29"}},
    {"term", {"P1Y", "P18M"}},
    {"any_year@2020", {"0", "2", "3.33"}},
    {"any_year@2021", {"2"}},
    {"note", {"1", "a, b"}},
};

}  // namespace

TEST_CASE("tables read straight into columns are those of rows", "[property][table_reader]") {
  const auto by = strict_plan();
  table_source source(11);
  std::size_t taken = 0;
  std::size_t rows = 0;
  for (int i = 0; i < 250; ++i) {
    const auto bytes = source.next();
    INFO("table " << i << ":\n" << bytes);
    const read_table slow(by, bytes, {});
    for (const auto* kernels : kernels::usable()) {
      table_ways ways{true};
      ways.kernels = kernels;
      const read_table quick(by, bytes, ways);
      REQUIRE(quick.text() == slow.text());
      taken += quick.taken;
      rows += quick.rows;
    }
  }
  INFO(taken << " of " << rows << " rows");
  CHECK(taken > rows / 4);
  CHECK(taken < rows);
}
