// SHA-256 as FIPS 180-4 defines it, plainly: a rule set is some hundred kilobytes and is digested
// once a load, so nothing here is tuned. It says which rules a decision was made from.
//
// Tested by tests/unit/text/sha256_test.cpp with the vectors of the standard.
#include "text/sha256.hpp"

#include <bit>
#include <cstddef>

namespace sudui::text {
namespace {

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using schedule = std::array<std::uint32_t, 64>;

schedule expand(const std::array<std::uint8_t, 64>& block) noexcept {
  schedule words{};
  for (std::size_t i = 0; i < 64; ++i) {
    words[i / 4] = words[i / 4] << 8U | block[i];  // big-endian
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t a = words[i - 15];
    const std::uint32_t b = words[i - 2];
    const std::uint32_t low = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U);
    const std::uint32_t high = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U);
    words[i] = words[i - 16] + low + words[i - 7] + high;
  }
  return words;
}

}  // namespace

void sha256::add(std::string_view bytes) noexcept {
  for (const char each : bytes) take(static_cast<std::uint8_t>(each));
}

void sha256::take(std::uint8_t byte) noexcept {
  block_[length_ % 64] = byte;
  if (++length_ % 64 == 0) mix();
}

// The compression of FIPS 180-4, section 6.2.2, with its letters.
void sha256::mix() noexcept {
  const schedule words = expand(block_);
  auto [a, b, c, d, e, f, g, h] = state_;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t choice = (e & f) ^ (~e & g);
    const std::uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    const std::uint32_t turned_e = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t turned_a = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t first = h + turned_e + choice + constants[i] + words[i];
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + turned_a + majority;
  }
  const std::array<std::uint32_t, 8> mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state_[i] += mixed[i];
}

// Pads a copy, so that more bytes may be added after asking.
std::string sha256::hex() const {
  sha256 whole = *this;
  const std::uint64_t bits = length_ * 8;
  whole.take(0x80);
  while (whole.length_ % 64 != 56) whole.take(0);
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    whole.take(static_cast<std::uint8_t>(bits >> (shift - 8)));
  }
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint32_t word : whole.state_) {
    for (unsigned shift = 32; shift > 0; shift -= 4) text += digits[word >> (shift - 4) & 15U];
  }
  return text;
}

}  // namespace sudui::text
