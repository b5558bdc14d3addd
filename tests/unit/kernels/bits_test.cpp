#include "kernels/bits.hpp"

#include <vector>

#include "catch.hpp"

using namespace sudui::kernels;

TEST_CASE("a bitmap has as many words as its rows need", "[kernels][bits]") {
  CHECK(words_for(0) == 0);
  CHECK(words_for(1) == 1);
  CHECK(words_for(63) == 1);
  CHECK(words_for(64) == 1);
  CHECK(words_for(65) == 2);
  CHECK(words_for(1025) == 17);
}

TEST_CASE("a bit is set, read and cleared without its neighbours", "[kernels][bits]") {
  for (const std::size_t row : {0U, 1U, 31U, 32U, 63U, 64U, 65U, 127U}) {
    INFO("row " << row);
    std::vector<word> none(2, 0), all(2, ~word{0});
    set_bit(none.data(), row);
    clear_bit(all.data(), row);
    for (std::size_t other = 0; other < 128; ++other) {
      REQUIRE(bit_at(none.data(), other) == (other == row));
      REQUIRE(bit_at(all.data(), other) == (other != row));
    }
    set_bit(none.data(), row);  // twice is once
    CHECK(std::popcount(none[0]) + std::popcount(none[1]) == 1);
  }
}

TEST_CASE("the mask of the last word keeps the rows and nothing behind", "[kernels][bits]") {
  CHECK(tail_mask(1) == 1);
  CHECK(tail_mask(63) == ~word{0} >> 1);
  CHECK(tail_mask(64) == ~word{0});
  CHECK(tail_mask(65) == 1);
  CHECK(tail_mask(70) == 0x3F);
}

TEST_CASE("the walk over set bits goes in order and stops at the last row", "[kernels][bits]") {
  for (std::size_t rows = 0; rows <= 130; ++rows) {
    std::vector<word> bits(words_for(rows) + 1, ~word{0});  // set bits behind the end, too
    std::vector<std::size_t> expected, met;
    for (std::size_t row = 0; row < rows; ++row) {
      if (row % 3 == 0) clear_bit(bits.data(), row);
      if (row % 3 != 0) expected.push_back(row);
    }
    each_bit(bits.data(), rows, [&](std::size_t row) { met.push_back(row); });
    INFO(rows << " rows");
    REQUIRE(met == expected);
  }
}
