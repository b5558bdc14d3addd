// Companies from Arrow, and verdicts and awards to it.
#include <sudui/batch.hpp>

#include "catch.hpp"
#include "ingest/arrow_column.hpp"
#include "support/arrow_table.hpp"
#include "support/rules.hpp"
#include "text/source.hpp"
#include "types/cells.hpp"
#include "values/coefficient.hpp"

using namespace sudui;
using namespace sudui::tests;
using values::int128;

namespace {

rule_set shop() {
  return rules_of({policy_text("demo/big", "staff >= 300"),
                   policy_text("demo/busy", "rnd / revenue(year - 1) >= 5%",
                               benefit_text("amount: rnd * 10%\nat_most: 1万")),
                   policy_text("demo/hired", "some h in hires satisfies h.wage > 5000")});
}

// Three companies; of the second the staff is unknown, of the third the figure is longer than a
// column holds.
api::arrow_export companies() {
  const auto large = static_cast<int128>(values::power_of_ten(20));
  return records(3, {numbers<std::int32_t>("i", "staff", {300, 0, 10}, {1, 0, 1}),
                     numbers<int128>("d:30,2", "rnd", {1234567, 600000, large}),
                     numbers<std::int64_t>("l", "revenue@2020", {100000, 200000, 5}),
                     numbers<std::int64_t>("l", "revenue@2019", {1, 1, 1}),
                     lists("新招人员", {0, 1, 1, 3},
                           records(3, {numbers<std::int16_t>("s", "wage", {5001, 4000, 6000})}))});
}

std::vector<profile> same_companies() {
  const auto hire = [](int wage) { return value(value::context{{"wage", wage}}); };
  return {
      {{"staff", 300},
       {"rnd", *decimal::parse("12345.67")},
       {"revenue", by_year({{2020, 100000}, {2019, 1}})},
       {"hires", value::list{hire(5001)}}},
      {{"rnd", 6000}, {"revenue", by_year({{2020, 200000}, {2019, 1}})}, {"hires", value::list{}}},
      {{"staff", 10},
       {"rnd", *decimal::parse("1000000000000000000")},
       {"revenue", by_year({{2020, 5}, {2019, 1}})},
       {"hires", value::list{hire(4000), hire(6000)}}}};
}

std::string lines_of(const batch_matcher& by, const profile_batch& from) {
  decision_batch made;
  by.match(from, made, batch_matcher::wanted::estimates);
  std::string lines;
  for (std::size_t row = 0; row < made.size(); ++row) {
    for (std::size_t i = 0; i < by.policies().size(); ++i) {
      lines += std::to_string(static_cast<int>(made.of(i, row)));
    }
    for (const auto& each : made.awards()) {
      if (each.row != row) continue;
      lines += " " + (each.how_much.low ? each.how_much.low->to_string() : "?");
      lines += ".." + (each.how_much.high ? each.how_much.high->to_string() : "?");
    }
    lines += "\n";
  }
  return lines;
}

std::string read(const ArrowSchema& schema, const ArrowArray& array, const types::type& as) {
  text::sink out;
  const auto column = ingest::arrow_column::open({schema, array}, as, {nullptr, "", {}, {}}, out);
  if (!column) return "cannot be read";
  values::arena memory;
  std::string all;
  for (std::int64_t i = 0; i < column->size(); ++i) {
    all += to_string(types::to_value(column->at(i, memory), as)) + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("a table of Arrow and the same companies as profiles are decided alike",
          "[api][batch_arrow]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  auto expected = by.batch();
  for (const auto& each : same_companies()) expected.append(each);
  auto made = by.batch();
  const arrow_table table(companies());
  const auto found = made.append(table.schema, table.array);
  REQUIRE(found.has_value());
  CHECK(found->empty());
  CHECK(made.size() == 3);
  CHECK(lines_of(by, made) == lines_of(by, expected));
  CHECK(lines_of(by, made).starts_with("222 "));  // the first gets all three
}

TEST_CASE("a part of a table is appended behind what is there", "[api][batch_arrow]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  auto expected = by.batch();
  const auto all = same_companies();
  for (const int i : {2, 1, 2}) expected.append(all[static_cast<std::size_t>(i)]);
  auto made = by.batch();
  made.append(all[2]);
  arrow_table table(companies());
  table.array.offset = 1;
  table.array.length = 2;
  REQUIRE(made.append(table.schema, table.array).has_value());
  CHECK(lines_of(by, made) == lines_of(by, expected));
}

TEST_CASE("a table that cannot be read is refused whole, and odd names are told",
          "[api][batch_arrow]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  auto made = by.batch();
  const auto said = [&](api::arrow_export from) {
    const arrow_table table(std::move(from));
    const auto found = made.append(table.schema, table.array);
    std::string all = found ? "" : "refused: ";
    for (const auto& each : found ? *found : found.error().details) all += each.message.en + "\n";
    return all;
  };
  const auto one = [](const char* name) { return numbers<std::int32_t>("i", name, {1}); };
  CHECK(said(records(1, {one("staf")})) == "`staf` is not a field of the dictionary\n");
  CHECK(made.size() == 1);
  CHECK(said(records(1, {one("staff@2020")})) ==
        "`staff` has no value by year, the column `staff@2020` is not read\n");
  CHECK(made.size() == 2);
  CHECK(said(records(1, {one("revenue@20")})) == "refused: `20` is not a year of `revenue`\n");
  CHECK(said(records(1, {one("revenue"), one("revenue@2021")})) ==
        "refused: `revenue@2021` is given twice\n");
  CHECK(said(records(2, {one("staff")})) ==
        "refused: `staff` has 1 values, fewer than the table has rows\n");
  CHECK(said(one("staff")) ==
        "refused: companies come as a struct array, found the Arrow format `i`\n");
  CHECK(made.size() == 2);
}

TEST_CASE("verdicts are handed over as nullable booleans", "[api][batch_arrow]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  auto from = by.batch();
  for (const auto& each : same_companies()) from.append(each);
  decision_batch made;
  by.match(from, made);
  ArrowSchema schema{};
  ArrowArray table{};
  by.export_verdicts(made, schema, table);
  REQUIRE(schema.n_children == 3);
  CHECK(std::string(schema.children[0]->name) == "demo/big");
  const auto flags = types::simple(types::type_kind::boolean);
  CHECK(read(*schema.children[0], *table.children[0], flags) == "true unknown false ");
  CHECK(read(*schema.children[1], *table.children[1], flags) == "true false true ");
  CHECK(read(*schema.children[2], *table.children[2], flags) == "true false true ");
  // A receiver may take a child away before it releases the rest.
  ArrowArray taken = *table.children[1];
  table.children[1]->release = nullptr;
  table.release(&table);
  CHECK(table.release == nullptr);
  CHECK(read(*schema.children[1], taken, flags) == "true false true ");
  taken.release(&taken);
  schema.release(&schema);
  CHECK(schema.release == nullptr);
}

TEST_CASE("awards are handed over a row a benefit, with exact figures", "[api][batch_arrow]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  auto from = by.batch();
  for (const auto& each : same_companies()) from.append(each);
  decision_batch made;
  by.match(from, made);
  ArrowSchema schema{};
  ArrowArray table{};
  REQUIRE(by.export_awards(made, schema, table));
  const auto text = types::simple(types::type_kind::string);
  const auto number = types::number_in(types::unit::one());
  const auto column = [&](std::int64_t i, const types::type& as) {
    return std::string(schema.children[i]->name) + " " +
           read(*schema.children[i], *table.children[i], as);
  };
  CHECK(column(0, number) == "row 0 0 0 2 2 ");
  CHECK(column(1, text) ==
        "policy \"demo/big\" \"demo/busy\" \"demo/hired\" \"demo/busy\" \"demo/hired\" ");
  CHECK(column(3, text) == "kind \"cash\" \"cash\" \"cash\" \"cash\" \"cash\" ");
  CHECK(column(5, text) == "amount \"exact\" \"exact\" \"exact\" \"exact\" \"exact\" ");
  CHECK(column(6, number) == "low 100000 1234.567 100000 10000 100000 ");
  CHECK(column(7, number) == "high 100000 1234.567 100000 10000 100000 ");
  CHECK(std::string(schema.children[6]->format) == "d:38,3");
  schema.release(&schema);
  table.release(&table);
}

TEST_CASE("a batch of nobody is handed over as empty arrays", "[api][batch_arrow]") {
  const batch_matcher by(shop().bind(day(2021, 12, 31)).value());
  decision_batch made;
  by.match(by.batch(), made);
  ArrowSchema schema{};
  ArrowArray table{};
  REQUIRE(by.export_awards(made, schema, table));
  CHECK(table.length == 0);
  schema.release(&schema);
  table.release(&table);
  by.export_verdicts(made, schema, table);
  CHECK(table.children[2]->length == 0);
  schema.release(&schema);
  table.release(&table);
}
