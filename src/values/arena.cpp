// The memory of one run.
//
// Blocks are kept for good and filled from the front; `clear` only forgets. The first run pays for
// the blocks, every later run of the same shape finds them. Each block is twice the one before, and
// a request larger than that gets a block of its own size.
//
// Tested by tests/unit/values/arena_test.cpp.

#include "values/arena.hpp"

#include <algorithm>
#include <cstring>
#include <new>

#include "values/regex.hpp"

namespace sudui::values {

arena::arena() noexcept = default;
arena::~arena() = default;
arena::arena(arena&&) noexcept = default;
arena& arena::operator=(arena&&) noexcept = default;
namespace {

constexpr std::size_t first_block = 16384;

constexpr std::size_t rounded_up(std::size_t bytes) {
  constexpr std::size_t unit = alignof(std::max_align_t);
  return (bytes + unit - 1) / unit * unit;
}

}  // namespace

void arena::clear() noexcept {
  current_ = 0;
  used_ = 0;
}

void* arena::take(std::size_t bytes) {
  bytes = rounded_up(bytes);
  while (current_ < blocks_.size()) {
    block& here = blocks_[current_];
    if (here.size - used_ >= bytes) {
      void* const at = here.bytes.get() + used_;
      used_ += bytes;
      return at;
    }
    ++current_;
    used_ = 0;
  }
  const auto size = std::max(bytes, blocks_.empty() ? first_block : blocks_.back().size * 2);
  blocks_.push_back({std::make_unique<std::byte[]>(size), size});
  used_ = bytes;
  return blocks_.back().bytes.get();
}

std::span<cell> arena::cells(std::size_t count) {
  if (count == 0) return {};
  auto* const at = static_cast<cell*>(take(count * sizeof(cell)));
  std::uninitialized_default_construct_n(at, count);
  return {at, count};
}

std::span<char> arena::chars(std::size_t count) {
  if (count == 0) return {};
  return {static_cast<char*>(take(count)), count};
}

std::string_view arena::keep(std::string_view text) {
  const auto copy = chars(text.size());
  if (!text.empty()) std::memcpy(copy.data(), text.data(), text.size());
  return {copy.data(), copy.size()};
}

pattern_cache& arena::patterns() {
  if (!patterns_) patterns_ = std::make_unique<pattern_cache>();
  return *patterns_;
}

}  // namespace sudui::values
