// Whatever a batch comes to, its text is that of its companies one by one.
#include "cli/batch_writer.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::cli;
using namespace sudui::tests;

namespace {

matcher shop() {
  return rules_of(
             {policy_text("demo/a", "staff >= 300", benefit_text("amount: 10万\nround: 1 down")),
              policy_text("demo/b", "rnd / revenue >= 5% and not(is_listed)",
                          benefit_text("amount: rnd * 10%\nat_most: revenue\nround: 0.01 half up")),
              policy_text("demo/c", "(region = \"甲\") or debts = 0",
                          "benefits:\n  - {benefit: one, kind: cash, zh: 一, en: one, cite: doc, "
                          "amount: revenue * score, round: none}\n  - {benefit: two, kind: "
                          "recognition, zh: 二, en: two, cite: doc}\n"),
              policy_text("demo/d", "count(hires) >= 2"),
              policy_text("demo/e", "score > 0",
                          benefit_text("amount: rnd / score\nround: 0.001 half even"))})
      .bind(day(2023, 12, 31))
      .value();
}

class companies {
 public:
  profile next() {
    profile made;
    const auto figure = [&] {
      const auto whole = static_cast<std::int64_t>(random_() % 10'000'000);
      if (chance(5)) return *decimal::parse("123456789012345678901234.5678901234");
      return decimal::scaled(chance(10) ? -whole : whole,
                             -static_cast<std::int32_t>(random_() % 5));
    };
    for (const char* name : {"revenue", "rnd", "staff", "score", "debts"}) {
      if (chance(70)) made.set(name, chance(10) ? decimal(0) : figure());
    }
    for (const char* name : {"is_listed", "is_zombie"}) {
      if (chance(70)) made.set(name, chance(50));
    }
    if (chance(70)) made.set("region", chance(50) ? "甲" : "b,\"c\"");
    if (chance(70)) made.set("hires", value::list(random_() % 4, value::context{{"wage", 5}}));
    if (chance(80)) made.set("company_name", names_[random_() % names_.size()]);
    if (chance(10)) made.set("uscc", "91320402MA5K2N4033");
    return made;
  }

 private:
  bool chance(unsigned of_hundred) { return random_() % 100 < of_hundred; }

  std::mt19937 random_{3};
  std::vector<std::string> names_{"公司", "a \"b\", c", "line\nend", "bad \xFF byte", "\x7F\\", ""};
};

struct both_texts {
  std::string by_columns, by_rows;
};

both_texts texts_of(const matcher& by, output_format format, std::size_t count,
                    verdict least = verdict::ineligible) {
  const batch_matcher columns(by);
  const std::string file = "a, \"b\".ndjson";
  block_rows rows(columns.batch());
  both_texts made;
  const auto one_by_one =
      make_writer(format, run_shape::stream, by, made.by_rows, {language::zh, false, 100, least});
  companies source;
  scratch reuse;
  for (std::size_t i = 0; i < count; ++i) {
    const profile company = source.next();
    rows.add(3 * i + 1, company);
    one_by_one->write({file, 3 * i + 1, company}, by.match(company, reuse));
  }
  decision_batch decided;
  const auto writer = make_batch_writer(format, columns, least);
  columns.match(rows.columns(), decided, writer->needed());
  possible_policies possible;
  writer->write(file, rows, decided, possible, made.by_columns);
  return made;
}

}  // namespace

TEST_CASE("a batch stands in the same bytes as its companies", "[cli][batch_writer]") {
  const auto by = shop();
  for (const auto format : {output_format::ndjson, output_format::csv}) {
    const auto made = texts_of(by, format, 500);
    REQUIRE(made.by_columns == made.by_rows);
    for (const char* word : {"eligible", "undetermined", "interval", "exact", "none", "unknown"}) {
      INFO(word);
      CHECK(made.by_columns.find(word) != std::string::npos);
    }
  }
}

TEST_CASE("decisions below a verdict are left out of a batch as of its companies",
          "[cli][batch_writer]") {
  const auto by = shop();
  for (const auto format : {output_format::ndjson, output_format::csv}) {
    const auto all = texts_of(by, format, 500).by_columns;
    const auto possible = texts_of(by, format, 500, verdict::undetermined);
    const auto eligible = texts_of(by, format, 500, verdict::eligible);
    REQUIRE(possible.by_columns == possible.by_rows);
    REQUIRE(eligible.by_columns == eligible.by_rows);
    CHECK(possible.by_columns.find("ineligible") == std::string::npos);
    CHECK(possible.by_columns.find("undetermined") != std::string::npos);
    CHECK(eligible.by_columns.find("undetermined") == std::string::npos);
    CHECK(eligible.by_columns.find("exact") != std::string::npos);
    CHECK(eligible.by_columns.size() < possible.by_columns.size());
    CHECK(possible.by_columns.size() < all.size());
  }
  // What the amounts of the eligible wait for stays; a company that gets nothing has a line.
  const auto lines = texts_of(by, output_format::ndjson, 500, verdict::eligible).by_columns;
  CHECK(lines.find("\"amount_missing\":[") != std::string::npos);
  CHECK(lines.find("\"decisions\":[]}") != std::string::npos);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 500);
}

TEST_CASE("a writer passes over what a batch holds beyond what it writes", "[cli][batch_writer]") {
  const auto by = shop();
  const batch_matcher columns(by);
  block_rows rows(columns.batch());
  companies source;
  for (std::size_t i = 0; i < 200; ++i) rows.add(i + 1, source.next());
  decision_batch decided;
  possible_policies possible;
  for (const auto format : {output_format::ndjson, output_format::csv}) {
    const auto writer = make_batch_writer(format, columns, verdict::eligible);
    std::string needed;
    columns.match(rows.columns(), decided, writer->needed());
    writer->write("a", rows, decided, possible, needed);
    std::string more;
    columns.match(rows.columns(), decided, batch_matcher::wanted::missing);
    writer->write("a", rows, decided, possible, more);
    CHECK(needed == more);
  }
}

TEST_CASE("a batch without companies or without policies has a text", "[cli][batch_writer]") {
  const auto nobody = texts_of(shop(), output_format::ndjson, 0);
  CHECK(nobody.by_columns.empty());
  const auto nothing = rules_of({}).bind(day(2023, 12, 31)).value();
  for (const auto format : {output_format::ndjson, output_format::csv}) {
    const auto made = texts_of(nothing, format, 3);
    CHECK(made.by_columns == made.by_rows);
  }
}

TEST_CASE("what says more than a batch keeps has no batch writer", "[cli][batch_writer]") {
  const batch_matcher by(shop());
  CHECK(make_batch_writer(output_format::json, by) == nullptr);
  CHECK(make_batch_writer(output_format::text, by) == nullptr);
}
