#include "columns/planes.hpp"

#include <algorithm>

namespace sudui::columns {

std::byte* chunk_memory::bytes(std::size_t size) {
  while (current_ < blocks_.size() && used_ + size > blocks_[current_].size) {
    ++current_;
    used_ = 0;
  }
  if (current_ == blocks_.size()) {
    const auto wanted = std::max(size, block_bytes);
    auto* made = static_cast<std::byte*>(::operator new[](wanted, std::align_val_t{line}));
    blocks_.push_back({std::unique_ptr<std::byte[], released>(made), wanted});
  }
  auto* place = blocks_[current_].bytes.get() + used_;
  used_ += size;
  return place;
}

}  // namespace sudui::columns
