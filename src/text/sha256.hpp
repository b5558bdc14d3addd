#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/sha256_blocks.hpp"

namespace sudui::text {

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces.
class sha256 {
 public:
  void add(std::string_view bytes) noexcept;
  /// The digest of all that was added, 64 hexadecimal digits. Adding may go on afterwards.
  [[nodiscard]] std::string hex() const;

 private:
  sha256_state state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, sha256_block> block_{};  // the first bytes of a block
  std::uint64_t length_ = 0;                         // bytes added
};

}  // namespace sudui::text
