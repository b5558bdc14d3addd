// SHA-256 by the SHA extensions of x86-64 (Intel Goldmont and Ice Lake, AMD Zen, and later).
//
// The instructions keep the eight letters of the state in two registers, A B E F and C D G H from
// the top, do two rounds each, and work out four further words of the schedule from the sixteen
// before them: w[t] = s0(w[t-15]) + w[t-16] + s1(w[t-2]) + w[t-7], where `msg1` does the first two
// terms and `msg2` the rest.
//
// Cost: 1.5 GB/s, six times the portable rounds. Tested by tests/unit/text/sha256_test.cpp, beside
// those.
#include "text/sha256_blocks.hpp"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

// NOLINTBEGIN(portability-simd-intrinsics)
#define SUDUI_SHA __attribute__((target("sha,sse4.1,ssse3")))

namespace sudui::text {
namespace {

struct letters {
  __m128i abef, cdgh;
};

SUDUI_SHA inline __m128i four_words(const std::uint32_t* from) noexcept {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}

// Bytes of the text are big-endian words.
SUDUI_SHA inline __m128i four_words_of_text(const unsigned char* from) noexcept {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  return _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)), order);
}

// Four rounds with the words `w0`, which then become the words sixteen rounds on.
SUDUI_SHA inline void four_rounds(letters& now, const std::uint32_t* constants, __m128i& w0,
                                  __m128i w1, __m128i w2, __m128i w3) noexcept {
  const __m128i added = _mm_add_epi32(w0, four_words(constants));
  now.cdgh = _mm_sha256rnds2_epu32(now.cdgh, now.abef, added);
  now.abef = _mm_sha256rnds2_epu32(now.abef, now.cdgh, _mm_shuffle_epi32(added, 0x0E));
  const __m128i seven_back = _mm_alignr_epi8(w3, w2, 4);
  w0 = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(w0, w1), seven_back), w3);
}

SUDUI_SHA inline void mix_block(letters& state, const unsigned char* block) noexcept {
  letters now = state;
  __m128i w0 = four_words_of_text(block);
  __m128i w1 = four_words_of_text(block + 16);
  __m128i w2 = four_words_of_text(block + 32);
  __m128i w3 = four_words_of_text(block + 48);
  for (const std::uint32_t* next = sha256_constants.data(); next != &*sha256_constants.end();
       next += 16) {
    four_rounds(now, next, w0, w1, w2, w3);
    four_rounds(now, next + 4, w1, w2, w3, w0);
    four_rounds(now, next + 8, w2, w3, w0, w1);
    four_rounds(now, next + 12, w3, w0, w1, w2);
  }
  state.abef = _mm_add_epi32(state.abef, now.abef);
  state.cdgh = _mm_add_epi32(state.cdgh, now.cdgh);
}

SUDUI_SHA void mix_by_instructions(sha256_state& state, const unsigned char* blocks,
                                   std::size_t count) noexcept {
  const __m128i badc = _mm_shuffle_epi32(four_words(&state[0]), 0xB1);
  const __m128i hgfe = _mm_shuffle_epi32(four_words(&state[4]), 0x1B);
  letters mixed = {_mm_alignr_epi8(badc, hgfe, 8), _mm_blend_epi16(hgfe, badc, 0xF0)};
  for (; count > 0; --count, blocks += sha256_block) mix_block(mixed, blocks);
  const __m128i abef = _mm_shuffle_epi32(mixed.abef, 0x1B);
  const __m128i ghcd = _mm_shuffle_epi32(mixed.cdgh, 0xB1);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&state[0]), _mm_blend_epi16(abef, ghcd, 0xF0));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&state[4]), _mm_alignr_epi8(ghcd, abef, 8));
}

// GCC 12 cannot be asked for "sha" by name.
bool has_sha() noexcept {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0 &&
         __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("ssse3");
}

}  // namespace

// Asking the processor takes longer than a block under a hypervisor, so it is asked once.
sha256_mixer mixer_of_x86() noexcept {
  static const bool has_instructions = has_sha();
  return has_instructions ? mix_by_instructions : nullptr;
}

}  // namespace sudui::text
// NOLINTEND(portability-simd-intrinsics)

#else

namespace sudui::text {
sha256_mixer mixer_of_x86() noexcept { return nullptr; }
}  // namespace sudui::text

#endif
