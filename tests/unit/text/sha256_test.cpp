#include "text/sha256.hpp"

#include "catch.hpp"

using sudui::text::sha256;

namespace {

std::string digest(std::string_view text) {
  sha256 made;
  made.add(text);
  return made.hex();
}

}  // namespace

TEST_CASE("the vectors of the standard are met", "[text][sha256]") {
  CHECK(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(digest(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the digest does not depend on how the bytes arrive", "[text][sha256]") {
  for (std::size_t length = 50; length < 140; ++length) {
    const std::string text(length, 'x');
    sha256 pieces;
    for (std::size_t i = 0; i < length; i += 7) pieces.add(std::string_view(text).substr(i, 7));
    CAPTURE(length);
    CHECK(pieces.hex() == digest(text));
  }
}

TEST_CASE("asking for the digest does not end it", "[text][sha256]") {
  sha256 made;
  made.add("a");
  CHECK(made.hex() == digest("a"));
  made.add("bc");
  CHECK(made.hex() == digest("abc"));
}

TEST_CASE("the processor's instructions mix blocks as the portable rounds do", "[text][sha256]") {
  using namespace sudui::text;
  const sha256_mixer quick = mixer_of_x86();
  if (quick == nullptr) return;
  std::array<unsigned char, 5 * sha256_block> blocks{};
  std::uint32_t last = 1;
  for (std::size_t count = 0; count <= 5; ++count) {
    for (auto& byte : blocks) byte = static_cast<unsigned char>((last = last * 69069U + 1) >> 24U);
    sha256_state one{};
    for (auto& word : one) word = last = last * 69069U + 1;
    sha256_state other = one;
    mix_sha256(one, blocks.data(), count);
    quick(other, blocks.data(), count);
    CAPTURE(count);
    CHECK(one == other);
  }
}
