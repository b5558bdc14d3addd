#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "values/cell.hpp"

namespace sudui::values {

class pattern_cache;

/// Memory of one run: hands out, never takes back, is emptied at once and keeps its blocks, so that
/// a warm run asks the system for nothing. One thread at a time.
class arena {
 public:
  arena() noexcept;
  ~arena();
  arena(const arena&) = delete;
  arena& operator=(const arena&) = delete;
  arena(arena&&) noexcept;
  arena& operator=(arena&&) noexcept;

  void clear() noexcept;
  [[nodiscard]] std::span<cell> cells(std::size_t count);
  [[nodiscard]] std::span<char> chars(std::size_t count);
  [[nodiscard]] std::string_view keep(std::string_view text);
  /// Patterns that runs of this memory have met: kept from run to run, as the blocks are.
  [[nodiscard]] pattern_cache& patterns();

 private:
  [[nodiscard]] void* take(std::size_t bytes);
  struct block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  std::vector<block> blocks_;
  std::size_t current_ = 0;
  std::size_t used_ = 0;
  std::unique_ptr<pattern_cache> patterns_;
};

}  // namespace sudui::values
