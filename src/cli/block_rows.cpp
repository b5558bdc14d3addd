// Tested by tests/unit/cli/batch_writer_test.cpp.
#include "cli/block_rows.hpp"

#include "cli/company_row.hpp"

namespace sudui::cli {

void block_rows::clear() noexcept {
  columns_.clear();
  lines_.clear();
  id_ends_.clear();
  ids_.clear();
}

void block_rows::add(std::uint64_t line, const profile& company) {
  columns_.append(company);
  added(line, id_of(company));
}

void block_rows::added(std::uint64_t line, std::string_view id) {
  lines_.push_back(line);
  ids_ += id;
  id_ends_.push_back(ids_.size());
}

std::string_view block_rows::id(std::size_t row) const noexcept {
  const std::size_t begin = row == 0 ? 0 : id_ends_[row - 1];
  return std::string_view(ids_).substr(begin, id_ends_[row] - begin);
}

}  // namespace sudui::cli
