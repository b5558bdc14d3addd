// The loops over one company: every table gives the same.
#include "kernels/single.hpp"

#include <limits>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace sudui::kernels;

namespace {

constexpr auto greatest = std::numeric_limits<std::int64_t>::max();

std::vector<const single_table*> tables_here() {
  std::vector<const single_table*> made{&portable_single()};
  for (const auto* wide : {avx2_single(), avx512_single()}) {
    if (wide != nullptr) made.push_back(wide);
  }
  return made;
}

std::vector<word> random_words(std::mt19937_64& random, std::size_t count) {
  std::vector<word> made(count);
  for (auto& each : made) each = random() & random() & random();
  return made;
}

}  // namespace

TEST_CASE("a value's entry is by how many limits it is more than", "[kernels][single]") {
  const std::vector<std::int64_t> limits{-5, 0, 7, greatest, 1,        2,
                                         3,  4, 5, greatest, greatest, greatest};
  const std::vector<rank_step> steps{{0, 0, 1, 100}, {1, 4, 2, 200}, {0, 0, 0, 300}};
  const std::vector<std::uint8_t> known{0, 0};
  for (const auto* table : tables_here()) {
    INFO(table->name);
    const auto entries = [&](std::int64_t a, std::int64_t b, std::vector<std::uint8_t> presences) {
      const std::vector<std::int64_t> values{a, b};
      std::vector<std::uint32_t> made(3);
      table->rank(values.data(), presences.data(), limits.data(), steps.data(), 3, made.data());
      return made;
    };
    using picked = std::vector<std::uint32_t>;
    CHECK(entries(-5, 1, known) == picked{102, 202, 302});
    CHECK(entries(-4, 2, known) == picked{103, 203, 302});
    CHECK(entries(8, 6, known) == picked{105, 207, 302});
    CHECK(entries(greatest, -greatest, known) == picked{105, 202, 302});
    CHECK(entries(8, 6, {1, 2}) == picked{100, 201, 300});
  }
}

TEST_CASE("a ratio's entry is null, unknown, no or yes", "[kernels][single]") {
  enum : std::uint32_t { null, unknown, no, yes };
  struct known_ratio {
    std::int64_t a, b, above, below;
    std::uint8_t of_a, of_b;
    std::uint32_t expected;
  };
  constexpr std::int64_t wide = std::int64_t{1} << 61;
  const std::vector<known_ratio> all{
      {1, 2, 2, 1, 0, 0, no},            // 1/2 < 1/2
      {1, 2, 4, 3, 0, 0, yes},           // 1/2 < 3/4
      {-1, -2, 4, 3, 0, 0, yes},         // the same
      {1, -2, 4, -1, 0, 0, yes},         // -1/2 < -1/4
      {-1, 2, 2, -1, 0, 0, no},          // -1/2 < -1/2
      {5, 0, 1, 1, 0, 0, null},          // no quotient
      {5, 0, 1, 1, 2, 0, unknown},       // of what is unknown
      {5, 1, 1, 1, 1, 0, null},          //
      {5, 1, 1, 1, 1, 2, unknown},       //
      {wide, wide - 1, 1, 1, 0, 0, no},  // doubles of both are the same
      {wide - 1, wide, 1, 1, 0, 0, yes},
      {9'007'199'254'740'991, 3, 3, 9'007'199'254'740'991, 0, 0, no},
      {9'007'199'254'740'990, 3, 3, 9'007'199'254'740'991, 0, 0, yes},
      {wide, -wide, wide, 1 - wide, 0, 0, yes},
      {1 - 2 * wide, -1, 2 * wide - 1, 1 - 2 * wide, 0, 0, no},  // the widest there are
      {2 * wide - 1, 2 * wide - 1, 2 * wide - 2, 2 * wide - 1, 0, 0, yes},
  };
  for (const auto* table : tables_here()) {
    INFO(table->name);
    // Each by itself, and all of them together, so that what is wide decides for the others too.
    for (std::size_t at_once : {std::size_t{1}, all.size()}) {
      for (std::size_t first = 0; first < all.size(); first += at_once) {
        std::vector<std::int64_t> values;
        std::vector<std::uint8_t> presences;
        std::vector<ratio_steps> steps((at_once + ratio_steps::size - 1) / ratio_steps::size);
        for (std::uint32_t i = 0; i < at_once; ++i) {
          const auto& from = all[first + i];
          auto& into = steps[i / ratio_steps::size];
          const auto lane = i % ratio_steps::size;
          into.a[lane] = 2 * i;
          into.b[lane] = 2 * i + 1;
          into.entries[lane] = 10 * i;
          into.above[lane] = from.above;
          into.below[lane] = from.below;
          values.insert(values.end(), {from.a, from.b});
          presences.insert(presences.end(), {from.of_a, from.of_b});
        }
        presences.resize(presences.size() + 3);
        std::vector<std::uint32_t> picked(steps.size() * ratio_steps::size);
        table->compare(values.data(), presences.data(), steps.data(), steps.size(), picked.data());
        for (std::uint32_t i = 0; i < at_once; ++i) {
          CAPTURE(first + i);
          CHECK(picked[i] == 10 * i + all[first + i].expected);
        }
      }
    }
  }
}

TEST_CASE("random ratios compare alike in every table", "[kernels][single]") {
  std::mt19937_64 random(5);
  const auto number = [&](unsigned bits) {
    const auto size = static_cast<std::int64_t>(random() % (std::uint64_t{1} << bits));
    return random() % 2 == 0 ? size : -size;
  };
  for (int round = 0; round < 200; ++round) {
    const unsigned bits = 2 + static_cast<unsigned>(random() % 60);
    std::vector<std::int64_t> values(20);
    std::vector<std::uint8_t> presences(values.size() + 3);
    for (auto& each : values) each = number(bits);
    for (auto& each : presences) each = static_cast<std::uint8_t>(random() % 6 / 4);
    std::vector<ratio_steps> steps(3);
    for (auto& each : steps) {
      for (std::size_t k = 0; k < ratio_steps::size; ++k) {
        each.a[k] = static_cast<std::uint32_t>(random() % values.size());
        each.b[k] = static_cast<std::uint32_t>(random() % values.size());
        each.above[k] = number(std::min(bits, 20U));
        each.below[k] = number(std::min(bits, 20U));
      }
    }
    std::vector<std::vector<std::uint32_t>> made;
    for (const auto* table : tables_here()) {
      auto& picked = made.emplace_back(steps.size() * ratio_steps::size);
      table->compare(values.data(), presences.data(), steps.data(), steps.size(), picked.data());
      CHECK(picked == made.front());
    }
  }
}

TEST_CASE("rows of any width are joined", "[kernels][single]") {
  std::mt19937_64 random(3);
  for (std::size_t words = 4; words <= 56; words += 4) {
    auto rows = random_words(random, 20 * words);
    std::fill_n(rows.begin(), words, word{0});
    std::vector<row_pair> entries;
    std::vector<std::uint32_t> picked;
    for (std::uint32_t i = 0; i < 9; ++i) {
      const auto row = [&] { return static_cast<std::uint32_t>(random() % 20 * words); };
      entries.push_back({row(), row()});
      if (i != 4) picked.push_back(i);
    }
    if (words > 24) {  // more than one list of them, and empty ones between
      entries.push_back({0, 0});
      for (std::uint32_t i = 0; i < 300; ++i) picked.push_back(i % 10);
    }
    std::vector<word> certain(words);
    std::vector<word> open(words);
    for (const auto each : picked) {
      for (std::size_t i = 0; i < words; ++i) certain[i] |= rows[entries[each].certain + i];
      for (std::size_t i = 0; i < words; ++i) open[i] |= rows[entries[each].open + i];
    }
    for (const auto* table : tables_here()) {
      INFO(table->name << ", " << words << " words");
      std::vector<word> made(words, ~word{0});
      std::vector<word> also(words, ~word{0});
      table->join(rows.data(), entries.data(), picked.data(), picked.size(), words, made.data(),
                  also.data());
      CHECK(made == certain);
      CHECK(also == open);
    }
  }
}

TEST_CASE("the fastest table runs here", "[kernels][single]") {
  CHECK(&fastest_single() == tables_here().back());
}
