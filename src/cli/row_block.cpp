// Tested by tests/unit/cli/block_input_test.cpp.
#include "cli/row_block.hpp"

#include <cstring>
#include <new>
#include <utility>

namespace sudui::cli {
namespace {

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + page_buffer::page - 1) / page_buffer::page * page_buffer::page;
}

}  // namespace

void page_buffer::start(std::string_view front, std::size_t more) {
  const std::size_t lead = whole_pages(front.size());
  const std::size_t wanted = lead + whole_pages(more);
  std::unique_ptr<char, release> larger;
  if (wanted > capacity_) {
    larger.reset(static_cast<char*>(std::aligned_alloc(page, wanted)));
    if (!larger) throw std::bad_alloc();
  }
  char* const into = larger ? larger.get() : memory_.get();
  if (!front.empty()) std::memmove(into + lead - front.size(), front.data(), front.size());
  if (larger) {
    memory_ = std::move(larger);
    capacity_ = wanted;
  }
  begin_ = lead - front.size();
  size_ = front.size();
}

}  // namespace sudui::cli
