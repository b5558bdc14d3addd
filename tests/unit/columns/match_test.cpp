// Verdicts and amounts of batches, beside those of the same companies one by one.

#include "columns/match.hpp"

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

/// A policy with these lines as its clauses.
std::string clauses(const std::string& lines) {
  auto text = policy_text("demo/one", "true");
  const auto from = text.find("clauses:\n") + 9;
  text.replace(from, text.find("benefit:") - from, lines);
  return text;
}

std::string entry(const std::string& indent, const std::string& id) {
  return indent + "- clause: " + id + "\n" + indent + "  zh: " + id + "\n" + indent + "  en: the " +
         id + "\n" + indent + "  cite: doc\n";
}
std::string leaf(const std::string& indent, const std::string& id, const std::string& formula) {
  return entry(indent, id) + indent + "  require: '" + formula + "'\n";
}
std::string grouped(const std::string& indent, const std::string& id, const std::string& kind) {
  return entry(indent, id) + indent + "  " + kind + ":\n";
}

void fill(batched& into, unsigned companies) {
  for (unsigned i = 0; i < companies; ++i) into.add(mixed(i));
}

/// A bit of everything, with one clause that stays open.
std::vector<std::string> many() {
  return {asks("staff > 20 and score > 0.3", "demo/a"),
          asks("is_listed or staff > 25", "demo/b"),
          asks("region in [\"320400\", \"320600\"]", "demo/c"),
          asks("founded > date(\"2020-02-28\")", "demo/d"),
          asks("rnd / revenue >= 4.2%", "demo/e"),
          asks("founded + duration(\"P3M\") > date(\"2020-06-01\")", "demo/e2"),
          asks("abs(revenue / staff) + 1 > 50", "demo/f"),
          asks("some h in hires satisfies h.wage >= 500 and h.degree = \"doctor\"", "demo/g"),
          asks("sum(hires.wage) > revenue", "demo/h"),
          asks("count(hires[wage > 100]) < 2", "demo/i"),
          asks("revenue > revenue(2020) * 1.01", "demo/j"),
          policy_text("demo/k", "staff >= 0",
                      benefit_text("amount: revenue * 10% - rnd\nat_most: 100"))};
}

}  // namespace

TEST_CASE("columns decide as rows do at the borders of words and chunks", "[columns][match]") {
  batched made(many());
  CHECK(made.program().open_clauses == 1);
  columns::executor small(made.compiled, *kernels::usable().front(), 64);
  columns::executor large(made.compiled);
  for (const unsigned companies : {0U, 1U, 63U, 64U, 65U, 127U, 128U, 129U, 1023U, 1024U, 1025U}) {
    INFO(companies << " companies");
    made.clear();
    fill(made, companies);
    made.same_as_rows(small);
    made.same_as_rows(large);
  }
}

TEST_CASE("every table of kernels decides the same", "[columns][match]") {
  batched made(many());
  fill(made, 200);
  for (const std::size_t chunk : {1U, 64U, 100U, 192U}) CHECK(made.same_as_rows(chunk) > 0);
}

TEST_CASE("groups within groups join as clauses do", "[columns][match]") {
  const auto any = grouped("  ", "p", "any") + leaf("      ", "a", "staff > 20") +
                   leaf("      ", "b", "score > 0.3") + grouped("      ", "q", "all") +
                   leaf("          ", "c", "is_listed") +
                   leaf("          ", "d", "region = \"320400\"");
  const auto neither = grouped("  ", "r", "none") + leaf("      ", "e", "staff = 7") +
                       grouped("      ", "s", "any") + leaf("          ", "f", "revenue > 1150") +
                       leaf("          ", "g", "rnd / revenue >= 4.2%") +
                       grouped("      ", "t", "none") + leaf("          ", "h", "staff > 3");
  const auto open = grouped("  ", "v", "any") +
                    leaf("      ", "i", "abs(revenue / staff) + 1 > 50") +
                    leaf("      ", "j", "is_listed");
  for (const auto& text : {any, neither, open, any + neither, any + neither + open,
                           leaf("  ", "k", "staff > 3") + neither}) {
    INFO(text);
    batched made({clauses(text)});
    fill(made, 300);
    const auto verdicts = made.verdicts();
    for (const char each : {'e', 'i', 'u'}) CHECK(verdicts.find(each) != std::string::npos);
    made.same_as_rows(128);
  }
}

TEST_CASE("a clause left open is settled where it still matters", "[columns][match]") {
  batched made({asks("staff > 5 and abs(revenue / staff) + 1 > 50")});
  batched apart(
      {clauses(leaf("  ", "a", "staff > 5") + leaf("  ", "b", "abs(revenue / staff) + 1 > 50"))});
  for (auto* each : {&made, &apart}) {
    each->add({{"staff", 5}, {"revenue", by_year({{2021, 1000}})}});
    each->add({{"staff", 10}, {"revenue", by_year({{2021, 1000}})}});
    each->add({{"staff", 10}, {"revenue", by_year({{2021, 490}})}});
    each->add({{"staff", 10}, {"revenue", by_year({{2021, 491}})}});
    each->add({{"staff", 10}});
    CHECK(each->verdicts() == "ieieu");
  }
  CHECK(made.same_as_rows() == 5);   // one formula: nobody is ruled out beforehand
  CHECK(apart.same_as_rows() == 4);  // the first company fails the other clause
}

TEST_CASE("a closed policy asks the row executor for odd rows alone", "[columns][match]") {
  batched made({asks("staff > 5", "demo/one"), asks("score > 1", "demo/two")});
  for (unsigned i = 0; i < 100; ++i) made.add({{"staff", i % 10}, {"score", i % 3}});
  CHECK(made.same_as_rows() == 0);
  made.add({{"staff", number("5.001")}, {"score", 2}});
  CHECK(made.same_as_rows() == 2);  // decisions, not companies
  CHECK(made.verdicts().back() == 'e');
}

TEST_CASE("odd rows stand among others in any chunk", "[columns][match]") {
  batched made(many());
  for (unsigned i = 0; i < 200; ++i) {
    auto company = mixed(i);
    if (i % 63 == 0) company.set("staff", number("20.0001"));
    if (i % 64 == 0) company.set("revenue", by_year({{2021, number("1e18")}, {2020, 1}}));
    if (i % 65 == 0) company.set("hires", value::list{hire("doctor", number("500.001"))});
    made.add(std::move(company));
  }
  CHECK(made.rows.odd().size() > 6);
  made.same_as_rows(64);
  made.same_as_rows(1024);
}

TEST_CASE("an executor is the same when warm, and with batches that change", "[columns][match]") {
  batched made(many());
  columns::executor run(made.compiled);
  fill(made, 300);
  const auto first = made.same_as_rows(run);
  CHECK(made.same_as_rows(run) == first);
  made.clear();
  for (unsigned i = 250; i < 300; ++i) {
    auto company = mixed(i);
    company.set("region", "region " + std::to_string(i));  // texts that no table has seen
    company.set("founded", day(1950 + static_cast<int>(i % 100), 1, 1));
    made.add(std::move(company));
  }
  made.same_as_rows(run);
  made.clear();
  made.same_as_rows(run);
  fill(made, 70);
  made.same_as_rows(run);
}

TEST_CASE("figures at a limit are told from those beside it", "[columns][match]") {
  batched made({asks("staff > 10", "demo/a"), asks("staff >= 10", "demo/b"),
                asks("staff < 10", "demo/c"), asks("staff <= 10", "demo/d"),
                asks("staff = 10", "demo/e"), asks("staff != 10", "demo/f")});
  for (const auto* staff : {"9.99", "10", "10.01"}) made.add({{"staff", number(staff)}});
  const std::vector<std::string> expected = {"iie", "iee", "eii", "eei", "iei", "eie"};
  for (std::uint32_t i = 0; i < expected.size(); ++i) CHECK(made.verdicts(i) == expected[i]);
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("a ratio at its limit is told from one fen beside it", "[columns][match]") {
  batched made({asks("rnd / revenue >= 4.2%", "demo/a"), asks("rnd / revenue > 4.2%", "demo/b"),
                asks("rnd / revenue < 4.2%", "demo/c"), asks("rnd / revenue <= 4.2%", "demo/d")});
  for (const auto* rnd : {"41.99", "42", "42.01"}) {
    made.add({{"rnd", by_year({{2021, number(rnd)}})}, {"revenue", by_year({{2021, 1000}})}});
  }
  for (const auto* rnd : {"-41.99", "-42", "-42.01"}) {  // a negative divisor keeps the order
    made.add({{"rnd", by_year({{2021, number(rnd)}})}, {"revenue", by_year({{2021, -1000}})}});
  }
  // A divisor of zero gives null, as a figure that is null does: unmet.
  made.add({{"rnd", by_year({{2021, 1}})}, {"revenue", by_year({{2021, 0}})}});
  made.add({{"rnd", by_year({{2021, value::null()}})}, {"revenue", by_year({{2021, 5}})}});
  made.add({{"rnd", by_year({{2021, 1}})}});
  const std::vector<std::string> expected = {"ieeieeiiu", "iieiieiiu", "eiieiiiiu", "eeieeiiiu"};
  for (std::uint32_t i = 0; i < expected.size(); ++i) CHECK(made.verdicts(i) == expected[i]);
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("a day at its limit is told from its neighbours", "[columns][match]") {
  batched made({asks("founded > date(\"2020-02-29\")", "demo/a"),
                asks("founded >= date(\"2020-02-29\")", "demo/b"),
                asks("founded = date(\"2020-02-29\")", "demo/c")});
  made.add({{"founded", day(2020, 2, 28)}});
  made.add({{"founded", day(2020, 2, 29)}});
  made.add({{"founded", day(2020, 3, 1)}});
  made.add({{"founded", value::null()}});
  made.add({});
  CHECK(made.verdicts(0) == "iieiu");
  CHECK(made.verdicts(1) == "ieeiu");
  CHECK(made.verdicts(2) == "ieiiu");
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("figures too large for a product leave their policy to rows", "[columns][match]") {
  batched made({asks("revenue * revenue > rnd * rnd", "demo/a"), asks("staff > 5", "demo/b")});
  made.add({{"staff", 6}, {"revenue", by_year({{2021, 3}})}, {"rnd", by_year({{2021, 2}})}});
  CHECK(made.same_as_rows() == 0);
  made.add({{"staff", 6},
            {"revenue", by_year({{2021, number("90071992547409.91")}})},
            {"rnd", by_year({{2021, number("-90071992547409.90")}})}});
  CHECK(made.rows.odd().empty());
  CHECK(made.verdicts() == "ee");
  CHECK(made.same_as_rows() == 2);
}

TEST_CASE("nested loops are decided as rows do", "[columns][match]") {
  batched made(
      {asks("some h in hires satisfies some g in hires satisfies g.wage > h.wage * 2", "demo/a"),
       asks("every h in hires satisfies some g in hires satisfies h.wage > 500 and "
            "g.wage > 7",
            "demo/b"),
       asks("some h in hires satisfies count(hires[wage > h.wage]) > 1", "demo/c")});
  fill(made, 120);
  made.add({{"hires", value::list{hire("doctor", 1), hire("doctor", 9)}}});
  CHECK(made.verdicts().back() == 'e');
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("loops over several lists within each other are decided as rows do", "[columns][match]") {
  batched made(
      {asks("some h in hires satisfies every f in figures satisfies h.wage > f", "demo/a"),
       asks("every f in figures satisfies some h in hires[degree = \"doctor\"] satisfies "
            "h.wage > f and revenue > f",
            "demo/b"),
       asks("some h in hires satisfies some g in hires satisfies some f in figures "
            "satisfies g.wage + h.wage > f * 100",
            "demo/c"),
       asks("some f in figures satisfies sum(hires[wage > f * 100].wage) > 1500", "demo/d"),
       asks("every h in hires[wage > 200] satisfies count(hires[wage > h.wage]) < 3 or "
            "max(for f in figures return f + h.wage) > 700",
            "demo/e"),
       asks("some h in hires satisfies some g in hires[degree = \"doctor\"] satisfies "
            "some k in hires[degree = \"doctor\"] satisfies g.wage + k.wage < h.wage",
            "demo/f")});
  CHECK(made.program().open_clauses == 0);
  for (const bool has_figures : {true, false}) {
    for (int i = 0; i < 90; ++i) {
      value::list hires;
      for (int j = 0; j < i % 5; ++j) {
        hires.push_back(hire(i % 2 == j % 2 ? "doctor" : "master",
                             i % 11 == 3 && j == 1 ? value() : value((i * 37 + j * 211) % 900)));
      }
      value::list figures;
      for (int j = 0; has_figures && j < i % 4; ++j) figures.emplace_back((i * 5 + j * 3) % 9);
      if (i % 13 == 5) figures.emplace_back(value::null());
      made.add({{"hires", i % 17 == 4 ? value() : value(hires)},
                {"figures", i % 19 == 6 ? value::null() : value(figures)},
                {"staff", i % 9}});
    }
  }
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("the least and the most of items are decided as rows do", "[columns][match]") {
  batched made({asks("max(hires.wage) > 500", "demo/a"), asks("min(hires.wage) < 300", "demo/b"),
                asks("max(for h in hires[degree = \"doctor\"] return h.wage - 400) > 0", "demo/c"),
                asks("or_else(min(figures), 3) = 3", "demo/d")});
  CHECK(made.program().open_clauses == 0);
  fill(made, 150);
  made.add({{"hires", value::list{}}});
  made.add({{"hires", value::list{hire("doctor", -5), hire("doctor", -9)}}});
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("days of years that companies and items name are decided as rows do",
          "[columns][match]") {
  batched made(
      {asks("founded <= date(score, 12, 31)", "demo/a"),
       asks("some h in hires satisfies founded > date(score + count(hires[wage > h.wage]), "
            "2, 29)",
            "demo/b")});
  CHECK(made.program().open_clauses == 0);
  const std::vector<value> years{value(2019), value(2020),   value(number("2019.5")), value(),
                                 value(0),    value::null(), value(9'000'000)};
  for (const auto& year : years) {
    for (int wage = 0; wage < 4; ++wage) {
      made.add({{"founded", day(2020, 12, 31)},
                {"score", year},
                {"hires", value::list{hire("doctor", wage), hire("master", 2)}}});
    }
  }
  CHECK(made.same_as_rows() == 0);
}

TEST_CASE("lists whose pairs would fill the memory are decided by rows", "[columns][match]") {
  batched made(
      {asks("some h in hires satisfies some g in hires satisfies g.wage > h.wage + 99999")});
  value::list hires;
  for (int i = 0; i < 1500; ++i) hires.push_back(hire("doctor", i % 7));
  made.add({{"hires", hires}});
  made.add({{"hires", value::list{hire("doctor", 1), hire("master", 200'000)}}});
  CHECK(made.verdicts() == "ie");
  CHECK(made.same_as_rows() == 2);
}
