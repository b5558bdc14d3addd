// SHA-256 as FIPS 180-4 defines it. It says which rules a decision was made from. Whole blocks go
// from the caller's bytes into the state, by the processor's own instructions where it has them
// (sha256_x86.cpp); what is left of a block waits for more.
//
// Tested by tests/unit/text/sha256_test.cpp with the vectors of the standard.
#include "text/sha256.hpp"

#include <algorithm>
#include <bit>

namespace sudui::text {
namespace {

using schedule = std::array<std::uint32_t, 64>;

std::uint32_t big_endian(const unsigned char* four) noexcept {
  return std::uint32_t{four[0]} << 24U | std::uint32_t{four[1]} << 16U |
         std::uint32_t{four[2]} << 8U | std::uint32_t{four[3]};
}

schedule expand(const unsigned char* block) noexcept {
  schedule words{};
  for (std::size_t i = 0; i < 16; ++i) words[i] = big_endian(block + 4 * i);
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t a = words[i - 15];
    const std::uint32_t b = words[i - 2];
    const std::uint32_t low = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U);
    const std::uint32_t high = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U);
    words[i] = words[i - 16] + low + words[i - 7] + high;
  }
  return words;
}

// The compression of FIPS 180-4, section 6.2.2, with its letters.
void mix_block(sha256_state& state, const unsigned char* block) noexcept {
  const schedule words = expand(block);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t choice = (e & f) ^ (~e & g);
    const std::uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    const std::uint32_t turned_e = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t turned_a = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t first = h + turned_e + choice + sha256_constants[i] + words[i];
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + turned_a + majority;
  }
  const sha256_state mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state[i] += mixed[i];
}

void mix(sha256_state& state, const unsigned char* blocks, std::size_t count) noexcept {
  const sha256_mixer quick = mixer_of_x86();
  (quick == nullptr ? mix_sha256 : quick)(state, blocks, count);
}

}  // namespace

void mix_sha256(sha256_state& state, const unsigned char* blocks, std::size_t count) noexcept {
  for (; count > 0; --count, blocks += sha256_block) mix_block(state, blocks);
}

void sha256::add(std::string_view bytes) noexcept {
  const std::size_t waiting = length_ % sha256_block;
  length_ += bytes.size();
  if (waiting > 0) {
    const std::size_t taken = std::min(bytes.size(), sha256_block - waiting);
    std::copy_n(bytes.begin(), taken, block_.begin() + static_cast<std::ptrdiff_t>(waiting));
    bytes.remove_prefix(taken);
    if (waiting + taken < sha256_block) return;
    mix(state_, block_.data(), 1);
  }
  mix(state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size() / sha256_block);
  bytes.remove_prefix(bytes.size() / sha256_block * sha256_block);
  std::copy(bytes.begin(), bytes.end(), block_.begin());
}

// Pads a copy, so that more bytes may be added after asking.
std::string sha256::hex() const {
  sha256 whole = *this;
  const std::uint64_t bits = length_ * 8;
  std::string padding = "\x80";
  padding.append((sha256_block + 55 - length_ % sha256_block) % sha256_block, '\0');
  for (unsigned shift = 64; shift > 0; shift -= 8) {
    padding += static_cast<char>(bits >> (shift - 8) & 0xFFU);
  }
  whole.add(padding);
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint32_t word : whole.state_) {
    for (unsigned shift = 32; shift > 0; shift -= 4) text += digits[word >> (shift - 4) & 15U];
  }
  return text;
}

}  // namespace sudui::text
