// Arrow arrays as values of a type.
#include "ingest/arrow_column.hpp"

#include "catch.hpp"
#include "support/arrow_table.hpp"
#include "text/source.hpp"
#include "types/cells.hpp"
#include "values/coefficient.hpp"

using namespace sudui;
using namespace sudui::tests;
using ingest::arrow_column;
using types::simple;
using types::type_kind;
using values::int128;

namespace {

const types::type number = types::number_in(types::unit::one());
const types::type day = simple(type_kind::date);

struct opened {
  std::optional<arrow_column> column;
  std::string said;
};

opened open(const arrow_table& from, const types::type& as) {
  text::sink out;
  opened made{arrow_column::open({from.schema, from.array}, as, {nullptr, "x", {}, {}}, out), {}};
  for (const auto& each : out.render(text::sources{})) made.said += each.message.en + "\n";
  return made;
}

// Every value, as FEEL writes it.
std::string read(const arrow_table& from, const types::type& as) {
  const auto made = open(from, as);
  if (!made.column) return made.said;
  values::arena memory;
  std::string all;
  for (std::int64_t i = 0; i < made.column->size(); ++i) {
    all += to_string(types::to_value(made.column->at(i, memory), as)) + " ";
  }
  return all;
}

std::string read(api::arrow_export from, const types::type& as) {
  return read(arrow_table(std::move(from)), as);
}

}  // namespace

TEST_CASE("whole numbers of every width are exact", "[ingest][arrow]") {
  CHECK(read(numbers<std::int8_t>("c", "x", {-128, 127}), number) == "-128 127 ");
  CHECK(read(numbers<std::uint8_t>("C", "x", {255}), number) == "255 ");
  CHECK(read(numbers<std::int16_t>("s", "x", {-32768}), number) == "-32768 ");
  CHECK(read(numbers<std::uint16_t>("S", "x", {65535}), number) == "65535 ");
  CHECK(read(numbers<std::int32_t>("i", "x", {INT32_MIN}), number) == "-2147483648 ");
  CHECK(read(numbers<std::uint32_t>("I", "x", {UINT32_MAX}), number) == "4294967295 ");
  CHECK(read(numbers<std::int64_t>("l", "x", {INT64_MIN}), number) == "-9223372036854775808 ");
  CHECK(read(numbers<std::uint64_t>("L", "x", {UINT64_MAX}), number) == "18446744073709551615 ");
}

TEST_CASE("an Arrow null is unknown, and an array of nothing is unknown throughout",
          "[ingest][arrow]") {
  CHECK(read(numbers<std::int32_t>("i", "x", {1, 2, 3}, {1, 0, 1}), number) == "1 unknown 3 ");
  CHECK(read(api::arrow_export("n", "x", 2, {{}}), number) == "unknown unknown ");
  CHECK(read(texts("x", {"a", ""}, {0, 1}), simple(type_kind::string)) == "unknown \"\" ");
}

TEST_CASE("decimals keep their scale and end at 34 digits", "[ingest][arrow]") {
  CHECK(read(numbers<int128>("d:18,2", "x", {12345, -1}), number) == "123.45 -0.01 ");
  CHECK(read(numbers<int128>("d:18,-4,128", "x", {3}), number) == "30000 ");
  const auto limit = static_cast<int128>(values::power_of_ten(34));
  CHECK(read(numbers<int128>("d:38,0", "x", {limit - 1}), number) ==
        "9999999999999999999999999999999999 ");
  CHECK(read(numbers<int128>("d:38,0", "x", {0, limit}), number) ==
        "row 1 of `x` has more than 34 digits\n");
  CHECK(read(numbers<int128>("d:38,0", "x", {-limit}), number) ==
        "row 0 of `x` has more than 34 digits\n");
}

TEST_CASE("days are those of the calendar", "[ingest][arrow]") {
  CHECK(read(numbers<std::int32_t>("tdD", "x", {0, 19722}), day) ==
        "date(\"1970-01-01\") date(\"2023-12-31\") ");
  CHECK(read(numbers<std::int32_t>("tdD", "x", {-719162, 2932896}), day) ==
        "date(\"0001-01-01\") date(\"9999-12-31\") ");
  CHECK(read(numbers<std::int32_t>("tdD", "x", {2932897}), day) ==
        "row 0 of `x` is no day of the calendar\n");
  CHECK(read(numbers<std::int32_t>("tdD", "x", {-719163}), day) ==
        "row 0 of `x` is no day of the calendar\n");
  // What is null may be anything.
  CHECK(read(numbers<std::int32_t>("tdD", "x", {INT32_MAX}, {0}), day) == "unknown ");
}

TEST_CASE("flags are bits", "[ingest][arrow]") {
  const api::arrow_export flags("b", "x", 3, {{}, bits({1, 0, 1})});
  CHECK(read(flags, simple(type_kind::boolean)) == "true false true ");
}

TEST_CASE("texts are UTF-8 with offsets that grow", "[ingest][arrow]") {
  const auto text = simple(type_kind::string);
  CHECK(read(texts("x", {"常州", "b"}), text) == "\"常州\" \"b\" ");
  CHECK(read(texts("x", {"\xff"}), text) == "row 0 of `x` is no UTF-8\n");
  const std::vector<std::int64_t> wide{0, 1, 3};
  CHECK(read(api::arrow_export("U", "x", 2, {{}, raw(wide), {'a', 'b', 'c'}}), text) ==
        "\"a\" \"bc\" ");
  const std::vector<std::int32_t> back{0, 2, 1};
  CHECK(read(api::arrow_export("u", "x", 2, {{}, raw(back), {'a', 'b'}}), text) ==
        "row 1 of `x` has offsets that run backwards\n");
  const std::vector<std::int32_t> below{-1, 1};
  CHECK(read(api::arrow_export("u", "x", 1, {{}, raw(below), {'a', 'b'}}), text) ==
        "row 0 of `x` has an offset below 0\n");
}

TEST_CASE("codes of a dictionary stand for its texts", "[ingest][arrow]") {
  const auto text = simple(type_kind::string);
  arrow_table names(texts("", {"CZ", "WJ"}));
  const auto coded = [&](const std::vector<std::int8_t>& codes) {
    arrow_table made(numbers<std::int8_t>("c", "x", codes));
    made.schema.dictionary = &names.schema;
    made.array.dictionary = &names.array;
    return read(made, text);
  };
  CHECK(coded({1, 0, 1}) == "\"WJ\" \"CZ\" \"WJ\" ");
  CHECK(coded({2}) == "row 0 of `x` points at a value that is not there\n");
  CHECK(coded({-1}) == "row 0 of `x` points at a value that is not there\n");
}

TEST_CASE("a window of a longer array is read from its offset on", "[ingest][arrow]") {
  arrow_table made(numbers<std::int32_t>("i", "x", {1, 2, 3, 4}, {1, 1, 0, 1}));
  made.array.offset = 1;
  made.array.length = 2;
  CHECK(read(made, number) == "2 unknown ");
}

TEST_CASE("lists of records are read through their offsets", "[ingest][arrow]") {
  const auto record = types::record_of(
      {{"wage", "工资", number, nullptr}, {"degree", "", simple(type_kind::string), nullptr}});
  const auto hires = [](std::vector<std::int32_t> ends) {
    return lists("x", ends,
                 records(3, {texts("degree", {"master", "doctor", "a"}, {1, 1, 0}),
                             numbers<std::int32_t>("i", "工资", {5, 6, 7})}));
  };
  CHECK(read(hires({0, 2, 2, 3}), types::list_of(record)) ==
        "[{wage: 5, degree: \"master\"}, {wage: 6, degree: \"doctor\"}] [] [{wage: 7, "
        "degree: unknown}] ");
  CHECK(read(hires({0, 4}), types::list_of(record)) ==
        "row 0 of `x` points at a value that is not there\n");
  const auto odd = lists("x", {0, 1}, records(1, {texts("degre", {"a"})}));
  CHECK(read(odd, types::list_of(record)) == "[{wage: unknown, degree: unknown}] ");
  arrow_table again(odd);
  CHECK(open(again, types::list_of(record)).said == "`x` has no member `degre`\n");
}

TEST_CASE("what is not exact or of another type is refused", "[ingest][arrow]") {
  CHECK(read(numbers<double>("g", "x", {0.1}), number) ==
        "`x` needs a number, found binary floating point (`g`), which is not exact\n");
  CHECK(read(texts("x", {"5"}), number) == "`x` needs a number, found the Arrow format `u`\n");
  CHECK(read(numbers<std::int32_t>("i", "x", {5}), day) ==
        "`x` needs a date, found the Arrow format `i`\n");
  CHECK(read(numbers<int128>("d:18", "x", {5}), number) ==
        "`x` needs a number, found the Arrow format `d:18`\n");
  CHECK(read(numbers<int128>("d:76,2,256", "x", {5}), number) ==
        "`x` needs a number, found the Arrow format `d:76,2,256`\n");
}
