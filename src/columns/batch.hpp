#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include <sudui/profile.hpp>

#include "columns/column.hpp"
#include "columns/layout.hpp"
#include "columns/open_row.hpp"
#include "decide/state.hpp"

namespace sudui::columns {

/// Companies as columns, for one plan. Grows row by row, is emptied and filled again. One thread at
/// a time while it grows; any number once it is only read.
class batch {
 public:
  explicit batch(std::shared_ptr<const plan::plan> of);

  void append(const profile& company);
  /// The row behind the last one, to be written value by value. It is a row once it is kept.
  [[nodiscard]] open_row& start_row() {
    open_.start(companies_);
    return open_;
  }
  /// The row that was started last is written.
  void keep_row();
  /// A row from what its inputs are bound to. False where a column cannot hold a value: then
  /// `keep_whole` must follow.
  [[nodiscard]] bool append(std::span<const decide::bound_input> inputs);
  /// All that was given of the last row.
  void keep_whole(profile company);
  void clear();

  [[nodiscard]] std::size_t rows() const noexcept { return companies_.rows; }
  [[nodiscard]] const frame& companies() const noexcept { return companies_; }
  [[nodiscard]] const layout& places() const noexcept { return layout_; }
  [[nodiscard]] const plan::plan& of() const noexcept { return *plan_; }
  [[nodiscard]] const std::shared_ptr<const plan::plan>& shared_plan() const noexcept {
    return plan_;
  }
  /// Rows with a value that no column holds, with all that was given. The columns hold an unknown
  /// in its place.
  [[nodiscard]] const std::map<std::uint32_t, profile>& odd() const noexcept { return odd_; }
  /// Of an input that is asked for any year: what the row gives.
  [[nodiscard]] std::span<const decide::year_value> years(std::uint32_t input,
                                                          std::size_t row) const;

 private:
  [[nodiscard]] values::cell given(const place& of, const decide::bound_input& from) const;
  [[nodiscard]] bool keep_years(std::uint32_t input, const decide::bound_input& from);

  std::shared_ptr<const plan::plan> plan_;
  layout layout_;
  frame companies_;
  std::map<std::uint32_t, profile> odd_;
  std::map<std::uint32_t, std::vector<std::vector<decide::year_value>>> years_;  // by input
  values::arena memory_;
  decide::state bound_;
  open_row open_;
};

}  // namespace sudui::columns
