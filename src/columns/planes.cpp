#include "columns/planes.hpp"

#include <algorithm>

namespace sudui::columns {

// The next block that has room, or a new one.
void chunk_memory::find_room(std::size_t size) {
  while (current_ < blocks_.size() && used_ + size > blocks_[current_].size) {
    ++current_;
    used_ = 0;
  }
  if (current_ == blocks_.size()) {
    const auto wanted = std::max(size, block_bytes);
    auto* made = static_cast<std::byte*>(::operator new[](wanted, std::align_val_t{line}));
    blocks_.push_back({std::unique_ptr<std::byte[], released>(made), wanted});
  }
}

}  // namespace sudui::columns
