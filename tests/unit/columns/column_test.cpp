// What a column holds of what it is given, and what it gives back.

#include "columns/column.hpp"

#include "catch.hpp"
#include "support/rows_of.hpp"
#include "support/rules.hpp"

using namespace sudui;
using namespace sudui::columns;
using sudui::tests::number;
using values::cell;

namespace {

constexpr std::int64_t edge = std::int64_t{1} << 53;

column_kind kind(form of, std::int32_t scale = 0) {
  column_kind made;
  made.of = of;
  made.scale = scale;
  return made;
}

column_kind list_of(std::vector<column_kind> members, bool has_records) {
  column_kind made;
  made.of = form::list;
  made.members = std::move(members);
  made.has_records = has_records;
  return made;
}

/// Appends each; gives which fitted, as `+` and `-`.
std::string filled(column& to, const std::vector<cell>& all, values::arena& memory) {
  std::string fitted;
  for (std::size_t row = 0; row < all.size(); ++row) {
    if (row % kernels::word_bits == 0) to.add_rows();
    fitted += append(to, row, all[row], memory) ? '+' : '-';
  }
  return fitted;
}

const cell null = cell::null(values::null_reason::given);
const cell unknown;

/// Rows 1 and 2 of three are null and unknown.
void check_gaps(const column& held, values::arena& memory) {
  CHECK(held.known.at(0));
  CHECK(held.has_null);
  CHECK(held.has_unknown);
  CHECK(cell_at(held, 1, 7, memory).is_null());
  const auto missing = cell_at(held, 2, 7, memory);
  CHECK(missing.is_unknown());
  CHECK(missing.why == 7);
}

}  // namespace

TEST_CASE("a figure is scaled where that is exact and below 2^53", "[columns][column]") {
  CHECK(to_scaled(number("12.34"), 2) == 1234);
  CHECK(to_scaled(number("-12.34"), 2) == -1234);
  CHECK(to_scaled(number("12.340"), 2) == 1234);
  CHECK(to_scaled(number("0"), 2) == 0);
  CHECK(to_scaled(decimal::scaled(0, -400), 2) == 0);
  CHECK(to_scaled(number("1e5"), 2) == 10'000'000);
  CHECK_FALSE(to_scaled(number("12.345"), 2));
  CHECK_FALSE(to_scaled(number("-0.001"), 2));
  CHECK(to_scaled(decimal(edge - 1), 0) == edge - 1);
  CHECK(to_scaled(decimal(1 - edge), 0) == 1 - edge);
  CHECK_FALSE(to_scaled(decimal(edge), 0));
  CHECK_FALSE(to_scaled(decimal(-edge), 0));
  CHECK(to_scaled(number("90071992547409.91"), 2) == edge - 1);
  CHECK_FALSE(to_scaled(number("90071992547409.92"), 2));
  CHECK_FALSE(to_scaled(number("9223372036854775807"), 0));
  CHECK_FALSE(to_scaled(number("-9223372036854775808"), 2));
  CHECK_FALSE(to_scaled(number("1234567890123456789012345678901234"), 0));
  CHECK_FALSE(to_scaled(number("1e300"), 0));
  CHECK_FALSE(to_scaled(number("1e-300"), 6));
}

TEST_CASE("a whole number has the fewest places that hold it", "[columns][column]") {
  const std::string figures[] = {"0",
                                 "-0.00",
                                 "12.34",
                                 "-12.340",
                                 "1e5",
                                 "0.05",
                                 "100.00",
                                 "0.000000000000000001",
                                 "1e-19",
                                 "-7e18",
                                 "1e300",
                                 "1e-300",
                                 "9223372036854775807",
                                 "9007199254740991",
                                 "90071992547409.92",
                                 "1.000000000000000000000000000000001"};
  std::vector<decimal> all;
  for (const auto& each : figures) all.push_back(number(each));
  for (const int exponent : {-1, -17, -18, -19, -20, -36, -37}) {
    for (const std::int64_t count : {0L, 1L, -10L, 30L, 1'000'000'000'000'000'000L}) {
      all.push_back(decimal::from_parts(count < 0 ? ~std::uint64_t{0} : 0,
                                        static_cast<std::uint64_t>(count), exponent));
    }
  }
  for (const auto& each : all) {
    INFO(each.to_string());
    std::int32_t scale = 0;
    while (scale <= 18 && !to_scaled(each, scale)) ++scale;
    const auto made = to_whole(each);
    REQUIRE(made.has_value() == (scale <= 18));
    if (!made) continue;
    CHECK(made->scale == scale);
    CHECK(made->count == to_scaled(each, scale));
  }
}

TEST_CASE("figures come back as given, and the greatest is known", "[columns][column]") {
  values::arena memory;
  column held(kind(form::number, 2));
  CHECK(filled(held, {cell::of(number("-99.50")), null, unknown, cell::of(number("3"))}, memory) ==
        "++++");
  check_gaps(held, memory);
  CHECK(cell_at(held, 0, 0, memory).number == number("-99.5"));
  CHECK(cell_at(held, 3, 0, memory).number == number("3"));
  CHECK(held.greatest == 9950);
  CHECK(tests::rows_of(held.numbers, 4) == std::vector<std::int64_t>{-9950, 0, 0, 300});
}

TEST_CASE("a figure that does not fit leaves an unknown and says so", "[columns][column]") {
  values::arena memory;
  column held(kind(form::number, 2));
  const std::vector<cell> all = {cell::of(number("0.005")), cell::of(number("1e20")),
                                 cell::of(number("0.05"))};
  CHECK(filled(held, all, memory) == "--+");
  CHECK(held.has_unknown);
  CHECK_FALSE(held.has_null);
  CHECK(cell_at(held, 0, 1, memory).is_unknown());
  CHECK(held.greatest == 5);
}

TEST_CASE("flags, days and texts come back as given", "[columns][column]") {
  values::arena memory;
  column flags(kind(form::flag)), days(kind(form::day)), texts(kind(form::text));
  CHECK(filled(flags, {cell::of(true), null, unknown, cell::of(false)}, memory) == "++++");
  CHECK(filled(days, {cell::of_day(18'000), null, unknown, cell::of_day(-3)}, memory) == "++++");
  CHECK(filled(texts, {cell::of("a"), null, unknown, cell::of(""), cell::of("a")}, memory) ==
        "+++++");
  for (const auto* each : {&flags, &days, &texts}) check_gaps(*each, memory);
  CHECK(cell_at(flags, 0, 0, memory).is_true());
  CHECK(cell_at(flags, 3, 0, memory).is_false());
  CHECK(cell_at(days, 0, 0, memory).day == 18'000);
  CHECK(cell_at(days, 3, 0, memory).day == -3);
  CHECK(days.first_day == -3);
  CHECK(days.last_day == 18'000);
  CHECK(days.met->all() == std::vector<std::int32_t>{0, 18'000, -3});
  CHECK(cell_at(texts, 3, 0, memory).string().empty());
  CHECK(cell_at(texts, 3, 0, memory).is_known());
  CHECK(texts.codes[0] == texts.codes[4]);
  CHECK(texts.codes[3] != texts.codes[2]);  // an empty text is not a missing one
  CHECK(texts.texts->size() == 3);          // none, a and the empty one
}

TEST_CASE("a dictionary keeps texts that the caller forgets", "[columns][column]") {
  dictionary held;
  std::string text = "320400";
  const auto code = held.code_of(text);
  text = "999999";
  CHECK(held.text(code) == "320400");
  CHECK(held.code_of(text) != code);
  CHECK(held.code_of("320400") == code);
}

TEST_CASE("texts of any length have codes of their own", "[columns][column]") {
  dictionary held;
  std::vector<std::string> texts;
  for (std::size_t size = 0; size <= 24; ++size) {
    texts.emplace_back(size, 'a');
    for (std::size_t i = 0; i < size; ++i) {
      for (const char other : {'b', '\0', '\xE4'}) {
        texts.emplace_back(size, 'a');
        texts.back()[i] = other;
      }
    }
  }
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      INFO(i);
      REQUIRE(held.code_of(texts[i]) == i + 1);
      REQUIRE(held.text(static_cast<std::uint32_t>(i + 1)) == texts[i]);
    }
  }
}

TEST_CASE("lists of scalars keep the items of each row together", "[columns][column]") {
  values::arena memory;
  column held(list_of({kind(form::number, 2)}, false));
  const std::vector<cell> two = {cell::of(number("1.5")), unknown};
  CHECK(filled(held, {cell::of_list(two), null, unknown, cell::of_list({}), cell::of_list(two)},
               memory) == "+++++");
  check_gaps(held, memory);
  CHECK(held.ends == std::vector<std::uint32_t>{0, 2, 2, 2, 2, 4});
  CHECK(held.items->rows == 4);
  const auto first = cell_at(held, 0, 9, memory);
  REQUIRE(first.list().size() == 2);
  CHECK(first.list()[0].number == number("1.5"));
  CHECK(first.list()[1].why == 9);
  CHECK(cell_at(held, 3, 0, memory).list().empty());
}

TEST_CASE("lists of records have a column a member", "[columns][column]") {
  values::arena memory;
  column held(list_of({kind(form::text), kind(form::number, 2)}, true));
  const std::vector<cell> doctor = {cell::of("doctor"), cell::of(number("100"))};
  const std::vector<cell> master = {cell::of("master"), null};
  const std::vector<cell> both = {cell::of_record(doctor), cell::of_record(master)};
  CHECK(filled(held, {cell::of_list(both)}, memory) == "+");
  const auto made = cell_at(held, 0, 0, memory);
  REQUIRE(made.list().size() == 2);
  CHECK(made.list()[0].list()[0].string() == "doctor");
  CHECK(made.list()[0].list()[1].number == number("100"));
  CHECK(made.list()[1].list()[1].is_null());
}

TEST_CASE("a list with one item that does not fit is odd as a whole", "[columns][column]") {
  values::arena memory;
  column scalars(list_of({kind(form::number, 2)}, false));
  const std::vector<cell> fine = {cell::of(number("1.25")), cell::of(number("1.255"))};
  CHECK(filled(scalars, {cell::of_list(fine), cell::of_list({})}, memory) == "-+");
  CHECK_FALSE(scalars.known.at(0));
  CHECK(scalars.known.at(1));
  column records(list_of({kind(form::text)}, true));
  const std::vector<cell> no_record = {unknown};
  CHECK(filled(records, {cell::of_list(no_record)}, memory) == "-");
  CHECK(records.ends == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("anything else is kept as a cell, as deep as it goes", "[columns][column]") {
  values::arena memory;
  column held(kind(form::cells));
  std::string text = "deep";
  const std::vector<cell> inner = {cell::of(std::string_view(text)), unknown};
  const std::vector<cell> outer = {cell::of_list(inner)};
  CHECK(filled(held, {cell::of_list(outer)}, memory) == "+");
  text = "gone";
  const auto made = cell_at(held, 0, 4, memory);
  CHECK(made.list()[0].list()[0].string() == "deep");
  CHECK(made.list()[0].list()[1].why == 4);
}

TEST_CASE("an emptied column forgets its rows and keeps its dictionary", "[columns][column]") {
  values::arena memory;
  column texts(kind(form::text)), numbers(kind(form::number, 2));
  column list(list_of({kind(form::number, 2)}, false));
  const std::vector<cell> items = {cell::of(decimal(5))};
  filled(texts, {cell::of("a"), null, unknown}, memory);
  filled(numbers, {cell::of(decimal(5)), null, unknown}, memory);
  filled(list, {cell::of_list(items)}, memory);
  const auto before = texts.texts;
  for (auto* each : {&texts, &numbers, &list}) each->clear();
  CHECK(texts.texts == before);
  CHECK(texts.codes.empty());
  CHECK_FALSE(texts.has_null);
  CHECK_FALSE(texts.has_unknown);
  CHECK(numbers.greatest == 0);
  CHECK(list.ends == std::vector<std::uint32_t>{0});
  CHECK(list.items->rows == 0);
  CHECK(filled(texts, {cell::of("b"), cell::of("a")}, memory) == "++");
  CHECK(tests::rows_of(texts.codes, 2) == std::vector<std::uint32_t>{2, 1});
  CHECK(filled(list, {cell::of_list(items)}, memory) == "+");
  CHECK(cell_at(list, 0, 0, memory).list()[0].number == decimal(5));
}
