// What a company makes of each truth of a catalogue.
#include "tables/truths.hpp"

#include <limits>

#include "catch.hpp"

using namespace sudui;
using namespace sudui::tables;

namespace {

constexpr auto known = static_cast<std::uint8_t>(presence::known);
constexpr auto null = static_cast<std::uint8_t>(presence::null);
constexpr auto unknown = static_cast<std::uint8_t>(presence::unknown);

using states = std::vector<truth_state>;

states read(truth_reader& by, std::size_t count, std::vector<std::int64_t> values,
            std::vector<std::uint8_t> presences) {
  presences.resize(presences.size() + sizeof(word));
  by.read(values, presences);
  states made;
  for (std::uint32_t i = 0; i < count; ++i) made.push_back(by.at(i));
  return made;
}

/// One slot below 10, 20 and 30, equal to 20 and 25, and null.
truth_table limits() {
  truth_table made;
  made.is_read_at_once = true;
  made.of_slots.push_back({0, 0, 3, 2, 0});
  made.limits = {10, 20, 30, 20, 25};
  made.count = 6;
  return made;
}

}  // namespace

TEST_CASE("a value tells which of the limits it is below, ties among them", "[tables][truths]") {
  for (const auto* by : {&kernels::portable_single(), &kernels::fastest_single()}) {
    const auto table = limits();
    truth_reader reader(table, *by);
    const auto of = [&](std::int64_t value) { return read(reader, 6, {value}, {known}); };
    CHECK(of(9) == states{is_yes, is_yes, is_yes, is_no, is_no, is_no});
    CHECK(of(10) == states{is_no, is_yes, is_yes, is_no, is_no, is_no});
    CHECK(of(20) == states{is_no, is_no, is_yes, is_yes, is_no, is_no});
    CHECK(of(25) == states{is_no, is_no, is_yes, is_no, is_yes, is_no});
    CHECK(of(30) == states{is_no, is_no, is_no, is_no, is_no, is_no});
  }
}

TEST_CASE("null is below nothing and equals nothing, and is null", "[tables][truths]") {
  const auto table = limits();
  truth_reader reader(table, kernels::fastest_single());
  CHECK(read(reader, 6, {20}, {null}) == states{is_null, is_null, is_null, is_no, is_no, is_yes});
  CHECK(read(reader, 6, {20}, {unknown}) == states(6, is_unknown));
  CHECK(read(reader, 6, {20}, {known}) ==
        states{is_no, is_no, is_yes, is_yes, is_no, is_no});  // nothing is left of those before
}

TEST_CASE("texts copy the row of their class, and fixed truths stay", "[tables][truths]") {
  truth_table table;
  table.is_read_at_once = true;
  table.of_texts.push_back({1, 0, 2, 0});
  table.states = {is_null, is_no,  is_unknown, is_unknown,  // null, unknown
                  is_no,   is_yes, is_yes,     is_no};      // two classes
  table.fixed = {is_yes};
  table.count = 3;
  truth_reader reader(table, kernels::fastest_single());
  CHECK(read(reader, 3, {7, 0}, {known, known}) == states{is_no, is_yes, is_yes});
  CHECK(read(reader, 3, {7, 1}, {known, known}) == states{is_yes, is_no, is_yes});
  CHECK(read(reader, 3, {7, 0}, {known, null}) == states{is_null, is_no, is_yes});
  CHECK(read(reader, 3, {7, 0}, {known, unknown}) == states{is_unknown, is_unknown, is_yes});
}

TEST_CASE("ratios come first, eight at a time, and are exact, read or asked", "[tables][truths]") {
  truth_table table;
  table.is_read_at_once = GENERATE(true, false);
  for (std::size_t i = 0; i < 9; ++i) {  // a / b < (i + 1) / 10
    append({0, 1, 0, 10, static_cast<std::int64_t>(i) + 1}, i, table.comparisons);
  }
  table.count = 2 * kernels::ratio_steps::size;
  for (const auto* by : {&kernels::portable_single(), &kernels::fastest_single()}) {
    truth_reader reader(table, *by);
    const auto half = read(reader, 9, {1, 2}, {known, known});
    CHECK(half == states{is_no, is_no, is_no, is_no, is_no, is_yes, is_yes, is_yes, is_yes});
    CHECK(read(reader, 9, {1, 0}, {known, known}) == states(9, is_null));
    CHECK(read(reader, 9, {1, 2}, {null, known}) == states(9, is_null));
    CHECK(read(reader, 9, {1, 2}, {null, unknown}) == states(9, is_unknown));
  }
}
