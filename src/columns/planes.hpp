#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <vector>

#include "columns/inexact.hpp"
#include "kernels/bits.hpp"

namespace sudui::columns {

using kernels::word;

/// A truth a row, in three nested sets: true; true or unknown; all but false. Sets that are equal
/// may be the same memory: without unknowns the first two are, without nulls the last two.
struct planes {
  const word* yes = nullptr;
  const word* maybe = nullptr;
  const word* not_no = nullptr;
};

/// A number a row. `known` null: all are known; `null` null: none is null.
struct numbers {
  const std::int64_t* values = nullptr;
  const word* known = nullptr;
  const word* null = nullptr;
};

/// A number a row that doubles hold nearly, in units of the node's scale: the row executor's
/// decimal lies within `errors` of the value. An error of zero means that the value is the number
/// itself, and whole. Where `doubt` is set (null: nowhere), not even that is known, nor whether
/// there is a value.
struct reals {
  const double* values = nullptr;
  const double* errors = nullptr;
  const word* known = nullptr;
  const word* null = nullptr;
  const word* doubt = nullptr;

  [[nodiscard]] inexact at(std::size_t row) const { return {values[row], errors[row]}; }
};

/// Memory of one chunk: handed out in a row, taken back at once, kept for the next chunk.
class chunk_memory {
 public:
  void clear() noexcept {
    current_ = 0;
    used_ = 0;
  }
  [[nodiscard]] word* words(std::size_t count) { return take<word>(count); }
  [[nodiscard]] std::int64_t* whole(std::size_t count) { return take<std::int64_t>(count); }
  [[nodiscard]] double* doubles(std::size_t count) { return take<double>(count); }
  [[nodiscard]] std::uint32_t* indexes(std::size_t count) { return take<std::uint32_t>(count); }

 private:
  static constexpr std::size_t line = 64;
  static constexpr std::size_t block_bytes = std::size_t{1} << 18;
  struct released {
    void operator()(std::byte* bytes) const noexcept {
      ::operator delete[](bytes, std::align_val_t{line});
    }
  };
  struct block {
    std::unique_ptr<std::byte[], released> bytes;
    std::size_t size = 0;
  };

  template <class T>
  T* take(std::size_t count) {
    const auto size = (count * sizeof(T) + line - 1) / line * line;
    return reinterpret_cast<T*>(bytes(size));
  }
  [[nodiscard]] std::byte* bytes(std::size_t size) {
    if (current_ == blocks_.size() || used_ + size > blocks_[current_].size) find_room(size);
    auto* place = blocks_[current_].bytes.get() + used_;
    used_ += size;
    return place;
  }
  void find_room(std::size_t size);

  std::vector<block> blocks_;
  std::size_t current_ = 0;
  std::size_t used_ = 0;
};

}  // namespace sudui::columns
