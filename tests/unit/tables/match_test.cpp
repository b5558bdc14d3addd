// Verdicts by joined rows.
#include "catch.hpp"
#include "tabled.hpp"

using namespace sudui;
using namespace sudui::tests;

TEST_CASE("limits are met from the exact figure on", "[tables][match]") {
  tabled made({wants("revenue >= 1000"), wants("revenue > 1000", "demo/p2"),
               wants("revenue < 1000", "demo/p3"), wants("revenue <= 1000", "demo/p4"),
               wants("revenue = 1000", "demo/p5"), wants("revenue != 1000", "demo/p6"),
               wants("revenue >= 1000.005", "demo/p7"), wants("revenue = 0.005", "demo/p8")});
  CHECK(made.decide({{"revenue", number("999.99")}}) == "iieeieii");
  CHECK(made.decide({{"revenue", 1000}}) == "eiieeiii");
  CHECK(made.decide({{"revenue", number("1000.01")}}) == "eeiiieei");
  CHECK(made.decide({}) == "uuuuuuuu");
  CHECK(made.decide({{"revenue", value::null()}}) == "iiiiieii");
}

TEST_CASE("a ratio is compared exactly, whatever the sign of its divisor", "[tables][match]") {
  tabled made({wants("rnd / revenue >= 4.2%"), wants("rnd / revenue < 4.2%", "demo/two"),
               wants("not(rnd / revenue >= 4.2%)", "demo/x")});
  const auto decide = [&](value rnd, value revenue) {
    const profile company{{"rnd", std::move(rnd)}, {"revenue", std::move(revenue)}};
    const auto by_tables = made.decide(company);
    CHECK(by_tables == made.by_rows(company));
    return by_tables;
  };
  CHECK(decide(42, 1000) == "eii");
  CHECK(decide(number("41.99"), 1000) == "iee");
  CHECK(decide(-42, -1000) == "eii");
  CHECK(decide(-43, 1000) == "iee");
  CHECK(decide(number("-41.99"), -1000) == "iee");
  CHECK(decide(42, 0) == "iii");
  CHECK(decide(value(), 0) == "uuu");
  CHECK(decide(42, value()) == "uuu");
  CHECK(decide(42, value::null()) == "iii");
  CHECK(decide(number("90071992547409.91"), number("90071992547409.90")) == "eii");
}

TEST_CASE("a sum waits for each of its parts", "[tables][match]") {
  tabled made({wants("revenue + rnd >= 100"), wants("revenue > rnd", "demo/two"),
               wants("rnd * 3 - revenue / 1 < 0", "demo/x")});
  for (const auto& company :
       {profile{{"revenue", 60}, {"rnd", 40}}, profile{{"revenue", 60}, {"rnd", number("39.99")}},
        profile{{"revenue", 60}}, profile{{"revenue", 60}, {"rnd", value::null()}},
        profile{{"rnd", value::null()}}, profile{{"revenue", -5}, {"rnd", -5}}}) {
    CHECK(made.decide(company) == made.by_rows(company));
  }
  CHECK(made.decide({{"revenue", 60}, {"rnd", 40}}).substr(0, 2) == "ee");
}

TEST_CASE("alternatives are met by any, and may be by an unknown one", "[tables][match]") {
  tabled made({wants("staff > 3 or is_listed"),
               wants("(staff > 3 or is_listed) and (score > 2 or is_listed)", "demo/two")});
  CHECK(made.decide({{"staff", 4}, {"is_listed", false}, {"score", 1}}) == "ei");
  CHECK(made.decide({{"staff", 4}, {"score", 1}}) == "eu");
  CHECK(made.decide({{"is_listed", true}}) == "ee");
  CHECK(made.decide({{"staff", 1}, {"is_listed", false}}) == "ii");
  CHECK(made.decide({{"staff", 1}}) == "uu");
}

TEST_CASE("groups of clauses have outcomes, not truths", "[tables][match]") {
  const std::string text =
      "policy: demo/one\ntitle: {zh: 政策, en: a policy}\nlevel: city\n"
      "sources: {doc: {document: 文件第1号, status: verified-text}}\n"
      "clauses:\n"
      "  - clause: neither\n    zh: 均无\n    en: neither\n    cite: doc\n    none:\n"
      "      - {clause: a, zh: 甲, en: a, cite: doc, require: staff > 3}\n"
      "      - {clause: b, zh: 乙, en: b, cite: doc, require: 'score > 2 and is_listed'}\n"
      "  - clause: either\n    zh: 之一\n    en: either\n    cite: doc\n    any:\n"
      "      - {clause: d, zh: 丁, en: d, cite: doc, require: is_zombie}\n"
      "      - {clause: e, zh: 戊, en: e, cite: doc, require: debts < 2}\n" +
      benefit_text("amount: 10万");
  tabled made({text});
  for (const auto& staff : {value(2), value(5), value::null(), value()}) {
    for (const auto& score : {value(1), value(3), value::null(), value()}) {
      for (const auto& listed : {value(true), value(false), value::null(), value()}) {
        for (const auto& debts : {value(1), value(2), value::null()}) {
          const profile company{
              {"staff", staff}, {"score", score}, {"is_listed", listed}, {"debts", debts}};
          CHECK(made.decide(company) == made.by_rows(company));
        }
      }
    }
  }
  CHECK(made.decide({{"staff", value::null()}, {"score", 1}}) == "e");
}
