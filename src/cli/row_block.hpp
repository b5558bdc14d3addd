#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace sudui::cli {

/// Bytes whose arriving part begins on a page: the kernel copies into a page five times as fast as
/// to a place in the middle of one.
class page_buffer {
 public:
  static constexpr std::size_t page = 4096;

  /// Holds `front`, which ends where a page does, and has room for `more` bytes behind it. `front`
  /// may be what is held.
  void start(std::string_view front, std::size_t more);

  [[nodiscard]] char* end() noexcept { return memory_.get() + begin_ + size_; }
  [[nodiscard]] std::size_t room() const noexcept { return capacity_ - begin_ - size_; }
  void add(std::size_t written) noexcept { size_ += written; }
  void shorten(std::size_t size) noexcept { size_ = size; }
  void drop_front(std::size_t bytes) noexcept {
    begin_ += bytes;
    size_ -= bytes;
  }
  [[nodiscard]] std::string_view bytes() const noexcept {
    return memory_ ? std::string_view(memory_.get() + begin_, size_) : std::string_view();
  }

 private:
  struct release {
    void operator()(char* memory) const noexcept { std::free(memory); }
  };
  std::unique_ptr<char, release> memory_;
  std::size_t capacity_ = 0, begin_ = 0, size_ = 0;
};

/// Complete rows of a stream, in memory, and where in it they stand.
struct row_block {
  page_buffer held;
  std::uint64_t lines_before = 0;
  std::uint64_t offset = 0;         // of the first byte
  std::uint64_t lines_through = 0;  // up to the end of the block
  std::uint64_t end = 0;            // the offset behind it
  bool ends_part = false;           // a part of the output ends here

  [[nodiscard]] std::string_view bytes() const noexcept { return held.bytes(); }
};

}  // namespace sudui::cli
