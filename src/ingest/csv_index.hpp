#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "kernels/kernels.hpp"

namespace sudui::ingest {

/// Where the cells of one line of a table end. One thread at a time.
class csv_index {
 public:
  explicit csv_index(const kernels::table& by = *kernels::usable().front()) : by_(by) {}

  /// False where the line ends inside of quotes. Whether quotes stand where they may is for the
  /// reader to see.
  [[nodiscard]] bool read(std::string_view line);
  /// Of the commas outside of quotes, ascending; valid until the next call.
  [[nodiscard]] std::span<const std::uint32_t> commas() const noexcept {
    return {commas_.data(), count_};
  }
  [[nodiscard]] bool has_quotes() const noexcept { return has_quotes_; }

 private:
  const kernels::table& by_;
  std::vector<kernels::word> marks_, quotes_;
  std::vector<std::uint32_t> commas_;
  std::size_t count_ = 0;
  bool has_quotes_ = false;
};

}  // namespace sudui::ingest
