// Every loop of every table against a loop that anyone can check: each row on its own, products in
// 128 bits.

#include "kernels/kernels.hpp"

#include <array>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "values/coefficient.hpp"

using namespace sudui::kernels;
using sudui::values::int128;

namespace {

using whole = std::int64_t;
constexpr word garbage = 0x5A5A'F0F0'1234'ABCD;  // what `out` held before

std::vector<std::size_t> row_counts() {
  std::vector<std::size_t> made;
  for (std::size_t rows = 0; rows <= 200; ++rows) made.push_back(rows);
  for (const std::size_t rows : {255U, 256U, 257U, 1000U, 1023U, 1024U, 1025U}) {
    made.push_back(rows);
  }
  return made;
}

/// Values drawn from a few, so that every one of them stands in every lane.
template <class Value>
std::vector<Value> drawn_from(const std::vector<Value>& few, std::size_t rows, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Value> made(rows);
  for (auto& each : made) each = few[random() % few.size()];
  return made;
}

template <class Test>
std::vector<bool> naive(std::size_t rows, Test&& test) {
  std::vector<bool> made(rows);
  for (std::size_t i = 0; i < rows; ++i) made[i] = test(i);
  return made;
}

std::vector<bool> read(const std::vector<word>& bits, std::size_t rows) {
  return naive(rows, [&](std::size_t i) { return bit_at(bits.data(), i); });
}

/// What a loop writes, and that it writes no word behind its last.
template <class Loop>
std::vector<bool> written(std::size_t rows, Loop&& loop) {
  std::vector<word> out(words_for(rows) + 1, garbage);
  loop(out.data());
  REQUIRE(out.back() == garbage);
  return read(out, rows);
}

/// Runs a check for each table and row count.
template <class Check>
void everywhere(Check&& check) {
  for (const auto* by : usable()) {
    for (const auto rows : row_counts()) {
      INFO(by->name << ", " << rows << " rows");
      check(*by, rows);
    }
  }
}

constexpr whole near = whole{1} << 62;
constexpr whole largest = std::numeric_limits<whole>::max();
constexpr whole smallest = std::numeric_limits<whole>::min();

}  // namespace

TEST_CASE("the portable table is the last of those that run here", "[kernels][usable]") {
  REQUIRE_FALSE(usable().empty());
  CHECK(usable().back() == &portable());
  CHECK(std::string(portable().name) == "portable");
  std::set<std::string> names;
  for (const auto* each : usable()) names.insert(each->name);
  CHECK(names.size() == usable().size());
}

TEST_CASE("figures are compared with a limit exactly, ties included", "[kernels][less]") {
  for (const whole limit : {whole{0}, whole{1}, whole{-1}, whole{20'000'000'000}, near - 1, near,
                            1 - near, -near, largest, smallest}) {
    INFO("limit " << limit);
    const auto before = limit == smallest ? limit : limit - 1;
    const auto behind = limit == largest ? limit : limit + 1;
    const std::vector<whole> few = {limit, before, behind,  0,        1,      -1,
                                    near,  -near,  largest, smallest, ~limit, limit ^ (1LL << 32)};
    everywhere([&](const table& by, std::size_t rows) {
      const auto values = drawn_from(few, rows, 7);
      const auto less = written(rows, [&](word* out) { by.less(values.data(), rows, limit, out); });
      REQUIRE(less == naive(rows, [&](std::size_t i) { return values[i] < limit; }));
      const auto same =
          written(rows, [&](word* out) { by.equal(values.data(), rows, limit, out); });
      REQUIRE(same == naive(rows, [&](std::size_t i) { return values[i] == limit; }));
    });
  }
}

TEST_CASE("days are compared with a limit exactly, ties included", "[kernels][less_day]") {
  using day = std::int32_t;
  constexpr auto last = std::numeric_limits<day>::max();
  constexpr auto first = std::numeric_limits<day>::min();
  for (const day limit : {0, 1, -1, 19'000, -719'162, 2'932'896, last, first}) {
    INFO("limit " << limit);
    const auto before = limit == first ? limit : limit - 1;
    const auto behind = limit == last ? limit : limit + 1;
    const std::vector<day> few = {limit, before, behind, 0, 65'536, -65'536, last, first};
    everywhere([&](const table& by, std::size_t rows) {
      const auto days = drawn_from(few, rows, 8);
      const auto less =
          written(rows, [&](word* out) { by.less_day(days.data(), rows, limit, out); });
      REQUIRE(less == naive(rows, [&](std::size_t i) { return days[i] < limit; }));
      const auto same =
          written(rows, [&](word* out) { by.equal_day(days.data(), rows, limit, out); });
      REQUIRE(same == naive(rows, [&](std::size_t i) { return days[i] == limit; }));
    });
  }
}

TEST_CASE("two columns are compared row by row", "[kernels][less_each]") {
  const std::vector<whole> few = {0,        1,     -1,      near,     near - 1,
                                  near + 1, -near, largest, smallest, 4'294'967'296};
  everywhere([&](const table& by, std::size_t rows) {
    const auto a = drawn_from(few, rows, 9);
    const auto b = drawn_from(few, rows, 10);
    const auto less =
        written(rows, [&](word* out) { by.less_each(a.data(), b.data(), rows, out); });
    REQUIRE(less == naive(rows, [&](std::size_t i) { return a[i] < b[i]; }));
    const auto same =
        written(rows, [&](word* out) { by.equal_each(a.data(), b.data(), rows, out); });
    REQUIRE(same == naive(rows, [&](std::size_t i) { return a[i] == b[i]; }));
  });
}

TEST_CASE("ratios are compared exactly for every sign of the divisor", "[kernels][ratio_less]") {
  struct factors {
    whole above, below;
  };
  // above > 0 asks a/b < below/above, above < 0 the other way round. 4.2 %, 2/3, 0, -1.
  const std::vector<factors> all = {{500, 21}, {-500, -21}, {3, 2}, {-3, -2}, {1, 0}, {1, -1}};
  constexpr whole high = whole{1} << 44;  // 500 * 2^44 < 2^53
  const std::vector<whole> few = {0,  1,    -1,   2,   3,    -3,   21,   500,
                                  42, 1000, 1001, -21, -500, high, -high};
  for (const auto& each : all) {
    const ratio_limit limit{static_cast<double>(each.above), static_cast<double>(each.below)};
    INFO(each.below << "/" << each.above);
    everywhere([&](const table& by, std::size_t rows) {
      const auto a = drawn_from(few, rows, 12);
      const auto b = drawn_from(few, rows, 13);
      std::vector<word> out(words_for(rows) + 1, garbage), shares(words_for(rows) + 1, garbage);
      by.ratio_less(a.data(), b.data(), rows, limit, out.data());
      by.share_less(a.data(), b.data(), rows, limit, shares.data());
      REQUIRE(out.back() == garbage);
      REQUIRE(shares.back() == garbage);
      for (std::size_t i = 0; i < rows; ++i) {
        if (b[i] == 0) continue;  // of no meaning
        const auto left = int128{a[i]} * each.above;
        const auto right = int128{b[i]} * each.below;
        const bool expected = b[i] < 0 ? right < left : left < right;
        if (b[i] > 0) REQUIRE(bit_at(shares.data(), i) == expected);
        if (bit_at(out.data(), i) == expected) continue;
        INFO("row " << i << ": " << a[i] << "/" << b[i]);
        REQUIRE(bit_at(out.data(), i) == expected);
      }
    });
  }
}

TEST_CASE("a tie of a ratio is told from one unit beside it", "[kernels][ratio_less]") {
  // 4.2 % of 1000 fen: 41, 42 and 43.
  for (const auto* by : usable()) {
    INFO(by->name);
    std::vector<whole> a, b(64 + 3, 1000);
    for (std::size_t i = 0; i < b.size(); ++i) a.push_back(41 + static_cast<whole>(i % 3));
    std::vector<word> out(2);
    by->ratio_less(a.data(), b.data(), b.size(), {500, 21}, out.data());
    CHECK(read(out, b.size()) == naive(b.size(), [](std::size_t i) { return i % 3 == 0; }));
    by->ratio_less(a.data(), b.data(), b.size(), {-500, -21}, out.data());
    CHECK(read(out, b.size()) == naive(b.size(), [](std::size_t i) { return i % 3 == 2; }));
  }
}

TEST_CASE("ratios are compared exactly up to the widest figures", "[kernels][ratio_less]") {
  constexpr whole edge = (whole{1} << 51) - 1;  // of numbers and of factors
  struct widest {
    whole above, below;
    std::vector<whole> numbers;
  };
  const std::vector<widest> all = {
      {3, 4, {edge, edge - 1, -edge, 1 - edge, 1, -1, 2'251'799'813'685'246 / 4 * 3}},
      {edge, edge - 1, {1, 2, 3, -1, -2, -3, 4, -4}},
      {-edge, 1 - edge, {1, 2, 3, -1, -2, -3, 4, -4}},
      {94'906'265, 94'906'264, {94'906'265, 94'906'264, 94'906'263, -94'906'264, -94'906'265}},
  };
  for (const auto& each : all) {
    const ratio_limit limit{static_cast<double>(each.above), static_cast<double>(each.below)};
    INFO(each.below << "/" << each.above);
    everywhere([&](const table& by, std::size_t rows) {
      const auto a = drawn_from(each.numbers, rows, 15);
      const auto b = drawn_from(each.numbers, rows, 16);
      std::vector<word> out(words_for(rows)), shares(words_for(rows));
      by.ratio_less(a.data(), b.data(), rows, limit, out.data());
      by.share_less(a.data(), b.data(), rows, limit, shares.data());
      for (std::size_t i = 0; i < rows; ++i) {
        const auto left = int128{a[i]} * each.above;
        const auto right = int128{b[i]} * each.below;
        REQUIRE(bit_at(out.data(), i) == (b[i] < 0 ? right < left : left < right));
        if (b[i] > 0) REQUIRE(bit_at(shares.data(), i) == (left < right));
      }
    });
  }
}

// Around the sizes up to which a table keeps a plane in registers, and for every number of bits.
TEST_CASE("a look-up spreads the bits of a plane of any size", "[kernels][look_up]") {
  std::mt19937 random(14);
  for (const std::size_t size :
       {1U, 15U, 16U, 17U, 41U, 63U, 64U, 65U, 127U, 128U, 129U, 200U, 255U, 256U, 257U, 300U}) {
    std::vector<std::uint8_t> plane(size);
    for (auto& each : plane) each = static_cast<std::uint8_t>(random());
    plane.back() = 0xFF;
    std::vector<std::uint32_t> all;
    for (std::uint32_t code = 0; code < plane.size(); ++code) all.push_back(code);
    const auto count = static_cast<unsigned>(1 + size % 8);
    INFO(size << " entries, " << count << " bits");
    everywhere([&](const table& by, std::size_t rows) {
      const auto codes = drawn_from(all, rows, 15);
      std::array<std::vector<word>, 8> planes;
      std::array<word*, 8> outs{};
      for (unsigned bit = 0; bit < 8; ++bit) {
        planes[bit].assign(words_for(rows) + 1, garbage);
        outs[bit] = planes[bit].data();
      }
      by.look_up(codes.data(), rows, plane, count, outs.data());
      for (unsigned bit = 0; bit < 8; ++bit) {
        REQUIRE(planes[bit].back() == garbage);
        if (bit >= count) {  // a plane that was not asked for is left alone
          REQUIRE(planes[bit] == std::vector<word>(words_for(rows) + 1, garbage));
          continue;
        }
        const auto expected =
            naive(rows, [&](std::size_t i) { return ((plane[codes[i]] >> bit) & 1) != 0; });
        REQUIRE(read(planes[bit], rows) == expected);
      }
    });
  }
}

TEST_CASE("sets are joined word by word, one set and many", "[kernels][all_of]") {
  std::mt19937_64 random(16);
  for (const std::size_t count : {1U, 2U, 3U, 9U}) {
    INFO(count << " sets");
    everywhere([&](const table& by, std::size_t rows) {
      const auto words = words_for(rows);
      std::vector<std::vector<word>> sets(count);
      std::vector<const word*> each;
      std::vector<word> in_all(words, ~word{0});
      for (auto& set : sets) {
        for (std::size_t i = 0; i < words; ++i) set.push_back(random() | random());
        for (std::size_t i = 0; i < words; ++i) in_all[i] &= set[i];
        each.push_back(set.data());
      }
      in_all.push_back(garbage);
      std::vector<word> out(words + 1, garbage);
      by.all_of(each.data(), count, words, out.data());
      REQUIRE(out == in_all);
    });
  }
}

TEST_CASE("what is unknown is neither certain nor impossible", "[kernels][lay_unknown]") {
  std::mt19937_64 random(17);
  for (const word flip : {word{0}, ~word{0}}) {
    everywhere([&](const table& by, std::size_t rows) {
      const auto words = words_for(rows);
      std::vector<word> raw, known, yes, possible;
      for (std::size_t i = 0; i < words; ++i) {
        raw.push_back(random());
        known.push_back(random());
        yes.push_back((raw[i] ^ flip) & known[i]);
        possible.push_back(yes[i] | ~known[i]);
      }
      for (auto* each : {&raw, &yes, &possible}) each->push_back(garbage);
      std::vector<word> out(words + 1, garbage), maybe(words + 1, garbage);
      by.lay_unknown(raw.data(), flip, known.data(), words, out.data(), maybe.data());
      REQUIRE(out == yes);
      REQUIRE(maybe == possible);
      by.lay_unknown(raw.data(), flip, known.data(), words, raw.data(), maybe.data());
      REQUIRE(raw == yes);  // in place
      REQUIRE(maybe == possible);
    });
  }
}

TEST_CASE("columns are added and subtracted row by row", "[kernels][sum]") {
  const std::vector<whole> few = {0, 1, -1, near - 1, 1 - near, 4'294'967'296, -99};
  everywhere([&](const table& by, std::size_t rows) {
    const auto a = drawn_from(few, rows, 18);
    const auto b = drawn_from(few, rows, 19);
    std::vector<whole> sums(rows + 1, 7), differences(rows + 1, 7);
    by.sum(a.data(), b.data(), rows, sums.data());
    by.difference(a.data(), b.data(), rows, differences.data());
    REQUIRE(sums.back() == 7);
    REQUIRE(differences.back() == 7);
    for (std::size_t i = 0; i < rows; ++i) REQUIRE(sums[i] == a[i] + b[i]);
    for (std::size_t i = 0; i < rows; ++i) REQUIRE(differences[i] == a[i] - b[i]);
  });
}

TEST_CASE("two bytes are found at once, and nothing behind the last", "[kernels][find_bytes]") {
  everywhere([](const table& by, std::size_t rows) {
    const auto bytes = drawn_from(std::vector<char>{'a', ',', '"', '\xff'}, rows, 21);
    std::vector<word> commas(words_for(rows) + 1, garbage);
    std::vector<word> quotes(words_for(rows) + 1, garbage);
    by.find_bytes(bytes.data(), rows, ',', '"', commas.data(), quotes.data());
    REQUIRE(commas.back() == garbage);
    REQUIRE(quotes.back() == garbage);
    REQUIRE(read(commas, rows) == naive(rows, [&](std::size_t i) { return bytes[i] == ','; }));
    REQUIRE(read(quotes, rows) == naive(rows, [&](std::size_t i) { return bytes[i] == '"'; }));
    if (rows == 0) return;
    REQUIRE((commas[words_for(rows) - 1] & ~tail_mask(rows)) == 0);
    REQUIRE((quotes[words_for(rows) - 1] & ~tail_mask(rows)) == 0);
  });
}

// Of one set and of more than a square holds, of a row without any and of one that has all.
TEST_CASE("sets are listed row by row, each row's in their order", "[kernels][list_rows]") {
  std::mt19937_64 random(22);
  constexpr std::size_t words = 3;
  for (const std::size_t count : {1U, 3U, 63U, 64U, 65U, 106U, 200U, 256U, 257U, 700U}) {
    std::vector<std::vector<word>> sets(count);
    std::vector<const word*> each;
    for (auto& set : sets) {
      set = {random() & random() & random(), ~word{0}, word{0}};
      set[1] &= random() | ~(word{1} << 17);
      set[0] &= ~(word{1} << 5);
      set[2] = word{1} << 63 | (random() & random() & random() & random());
      each.push_back(set.data());
    }
    for (const auto* by : usable()) {
      for (std::size_t at = 0; at < words; ++at) {
        INFO(by->name << ", " << count << " sets, word " << at);
        std::vector<std::uint64_t> expected;
        for (std::uint64_t row = at * word_bits; row < (at + 1) * word_bits; ++row) {
          for (std::uint64_t i = 0; i < count; ++i) {
            if (bit_at(sets[i].data(), row)) expected.push_back(row << 32 | i);
          }
        }
        std::vector<word> memory(words_to_list(count) + 1, garbage);
        std::vector<std::uint64_t> out(count * word_bits + 8 + 1, garbage);
        const auto* end = by->list_rows(each.data(), count, at, memory.data(), out.data());
        REQUIRE(out.back() == garbage);
        REQUIRE(memory.back() == garbage);
        out.resize(static_cast<std::size_t>(end - out.data()));
        REQUIRE(out == expected);
      }
    }
  }
}
