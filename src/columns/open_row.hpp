#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "columns/column.hpp"
#include "columns/layout.hpp"
#include "decide/state.hpp"

namespace sudui::columns {

/// A value that fits its column, in the column's form.
/// INVARIANT: one that is not known has no items and neither a text nor a number but 0.
struct piece {
  enum class state : std::uint8_t {
    left_out,  // the dictionary says what that means
    unknown,   // said to be so, whatever the dictionary says
    null,
    known
  };
  std::int64_t whole = 0;  // the scaled number, the day, or 1 for true; of a list, its first item
  std::string_view text;   // of whoever wrote it
  std::uint32_t items = 0;
  state is = state::left_out;

  [[nodiscard]] bool is_known() const noexcept { return is == state::known; }
  [[nodiscard]] bool is_said() const noexcept { return is != state::left_out; }
};

/// One company whose values are read one after the other, and which goes into the columns when the
/// last one has proved right, or not at all. Reused from row to row.
class draft {
 public:
  draft(const layout& places, const plan::plan& of);

  /// A column beside those of the batch, for values that nobody reads.
  [[nodiscard]] std::uint32_t spare() const noexcept {
    return static_cast<std::uint32_t>(rows_.size() - 1);
  }
  /// Nothing is known of the next company.
  void start();
  void set(std::uint32_t column, const piece& with) {
    rows_[column] = row_;
    held(column) = with;
  }
  /// As `set`, in two steps and without a copy: where the value is to be written, and that it has
  /// been.
  [[nodiscard]] piece& open(std::uint32_t column) {
    held(column).is = piece::state::left_out;
    return held(column);
  }
  void close(std::uint32_t column) { rows_[column] = row_; }
  /// As `set`, of a number, day or flag that is known, and of a text.
  void put(std::uint32_t column, std::int64_t whole) {
    auto& made = held(column);
    made.whole = whole;
    made.is = piece::state::known;
    rows_[column] = row_;
  }
  void put(std::uint32_t column, std::string_view text) {
    auto& made = held(column);
    made.text = text;
    made.is = piece::state::known;
    rows_[column] = row_;
  }
  /// Of an input that is asked for any year. Texts are viewed.
  void add_year(std::uint32_t input, std::int32_t year, const values::cell& held) {
    years_.push_back({input, {year, held}});
  }

  /// Makes room for items of `members` values each, all unknown, and gives the first of them.
  std::size_t add_item(std::size_t members) {
    items_.resize(items_.size() + members);
    return items_.size() - members;
  }
  [[nodiscard]] piece& item(std::size_t index) { return items_[index]; }
  [[nodiscard]] std::size_t items() const noexcept { return items_.size(); }

  struct year_of_input {
    std::uint32_t input;
    decide::year_value held;
  };
  [[nodiscard]] std::span<const year_of_input> years() const noexcept { return years_; }

  /// Appends a row; what was not set is as the dictionary reads it.
  void push_to(frame& companies) const;

 private:
  [[nodiscard]] const piece& at(std::uint32_t column) const noexcept {
    return pieces_[2 * std::size_t{column} + (rows_[column] == row_ ? 0 : 1)];
  }
  [[nodiscard]] piece& held(std::uint32_t column) noexcept {
    return pieces_[2 * std::size_t{column}];
  }
  template <class Push>
  void push_each(const std::vector<std::uint32_t>& columns, std::size_t row, frame& to,
                 Push push) const;
  void push_items(const piece& held, column& to) const;

  std::uint64_t row_ = 0;
  std::vector<std::uint64_t> rows_;  // by column: the row for which it was set last
  std::vector<piece> pieces_;        // by column: what is held, and what stands where nothing is
  std::vector<piece> items_;
  std::vector<year_of_input> years_;
  std::vector<std::uint32_t> numbers_, texts_, others_;  // columns by their form
};

}  // namespace sudui::columns
