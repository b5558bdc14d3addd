#pragma once

#include <compare>
#include <cstdint>

namespace sudui::text {

/// Bytes [begin, end) of one source; `file` is the source's number in its `sources`.
struct span {
  static constexpr std::uint32_t no_file = ~std::uint32_t{0};
  std::uint32_t file = no_file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool has_place() const noexcept { return file != no_file; }
  friend auto operator<=>(const span&, const span&) = default;
};

/// From the start of `first` to the end of `last`; both of one file.
[[nodiscard]] constexpr span join(span first, span last) noexcept {
  return {first.file, first.begin, last.end};
}

}  // namespace sudui::text
