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
  if (avx2_single() != nullptr) made.push_back(avx2_single());
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
