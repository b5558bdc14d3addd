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

/// The row behind the last one of a batch, written value by value as they are read. It is kept when
/// the last one has proved right; else it is as if nothing had been written, but for what columns
/// say of all their rows, which may then say too much.
class open_row {
 public:
  open_row(const layout& places, const plan::plan& of);

  /// Nothing is written of the next row, what was not kept is wiped out.
  void start(frame& companies) {
    if (is_open_) wipe();
    to_ = companies.columns.data();
    row_ = companies.rows;
    word_ = row_ / kernels::word_bits;
    bit_ = word{1} << (row_ % kernels::word_bits);
    is_open_ = true;
    items_.clear();
    years_.clear();
    companies.add_row();
  }
  /// Of an open row: it is one of the frame's rows; what was not written is as the dictionary reads
  /// it.
  void keep(frame& companies);
  /// What was written, where it was not kept, is wiped out.
  void close() {
    if (is_open_) wipe();
  }
  /// Closed, and the next row is the first one of new or cleared columns.
  void clear() {
    close();
    never_lacked_ = may_lack_;
  }

  // A column is written at most once a row.

  /// A number that is known, of a column of numbers.
  void put_number(std::uint32_t at, std::int64_t whole) noexcept {
    written(at);
    columns::put_number(to_[at], row_, whole);
    to_[at].known.mark(word_, bit_);
  }
  /// A text that was met of late; false where it was not, or perhaps not.
  [[nodiscard]] bool put_recent_text(std::uint32_t at, std::string_view text) noexcept {
    const auto code = to_[at].texts->recent_code(text);
    if (code != 0) put_code(at, code);
    return code != 0;
  }
  void put_text(std::uint32_t at, std::string_view text) {
    put_code(at, to_[at].texts->code_of(text));
  }
  void put_day(std::uint32_t at, std::int32_t day) {
    written(at);
    columns::put_day(to_[at], row_, day);
    to_[at].known.mark(word_, bit_);
  }
  void put_flag(std::uint32_t at, bool flag) noexcept {
    written(at);
    to_[at].flags.set(row_, flag);
    to_[at].known.mark(word_, bit_);
  }
  /// Any value that is said.
  void put(std::uint32_t at, const piece& with);
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

 private:
  void put_code(std::uint32_t at, std::uint32_t code) noexcept {
    written(at);
    to_[at].codes[row_] = code;
    to_[at].known.mark(word_, bit_);
  }
  void written(std::uint32_t at) noexcept { written_[at] = 1; }
  void wipe();
  void note_left_out() noexcept;
  void push_items(const piece& held, column& to) const;

  column* to_ = nullptr;            // while the row is open
  std::size_t row_ = 0, word_ = 0;  // the row, the word of its bit
  word bit_ = 0;
  bool is_open_ = false;
  // By column, 1 or 0, and as many as are whole words of eight.
  std::vector<std::uint8_t> written_;
  std::vector<std::uint8_t> may_lack_;      // is unknown where nothing is written
  std::vector<std::uint8_t> never_lacked_;  // and was always written so far
  std::vector<std::uint32_t> row_by_row_;   // columns of lists, and of cells
  std::vector<piece> lists_;                // beside these: what was said
  std::vector<piece> items_;
  std::vector<year_of_input> years_;
};

}  // namespace sudui::columns
