#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/batch.hpp>

namespace sudui::cli {

/// The companies of one block in columns, and what an answer says of each beside its decisions. One
/// thread at a time; its memory is used again for the next block.
class block_rows {
 public:
  explicit block_rows(profile_batch columns) : columns_(std::move(columns)) {}

  void clear() noexcept;
  /// A company as it was read.
  void add(std::uint64_t line, const profile& company);
  /// The company that was appended to `columns()` last, by a reader that makes no profile.
  void added(std::uint64_t line, std::string_view id);

  [[nodiscard]] profile_batch& columns() noexcept { return columns_; }
  [[nodiscard]] const profile_batch& columns() const noexcept { return columns_; }
  [[nodiscard]] std::size_t size() const noexcept { return lines_.size(); }
  [[nodiscard]] std::uint64_t line(std::size_t row) const noexcept { return lines_[row]; }
  /// As company_row::id.
  [[nodiscard]] std::string_view id(std::size_t row) const noexcept;

 private:
  profile_batch columns_;
  std::vector<std::uint64_t> lines_;
  std::vector<std::size_t> id_ends_;
  std::string ids_;
};

}  // namespace sudui::cli
