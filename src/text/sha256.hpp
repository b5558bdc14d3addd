#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sudui::text {

/// SHA-256 (FIPS 180-4) of bytes that arrive in pieces.
class sha256 {
 public:
  void add(std::string_view bytes) noexcept;
  /// The digest of all that was added, 64 hexadecimal digits. Adding may go on afterwards.
  [[nodiscard]] std::string hex() const;

 private:
  void take(std::uint8_t byte) noexcept;
  void mix() noexcept;

  std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> block_{};
  std::uint64_t length_ = 0;  // bytes added
};

}  // namespace sudui::text
