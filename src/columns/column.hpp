#pragma once

#include <algorithm>
#include <array>
#include <boost/align/aligned_allocator.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "columns/layout.hpp"
#include "kernels/bits.hpp"
#include "values/arena.hpp"

namespace sudui::columns {

using kernels::word;

/// What kernels read, from the beginning of a line of the cache on: elsewhere each vector of
/// AVX-512 would lie in two lines, and every other one of AVX2.
template <class Value>
using aligned_values =
    std::vector<Value, boost::alignment::aligned_allocator<Value, std::size_t{64}>>;

/// A growing bitmap.
class bitmap {
 public:
  void push(std::size_t row, bool flag) {
    if (row % kernels::word_bits == 0) words_.push_back(0);
    if (flag) kernels::set_bit(words_.data(), row);
  }
  void push_none(std::size_t row) {
    if (row % kernels::word_bits == 0) words_.push_back(0);
  }
  /// Of a row that was pushed as none.
  void mark(std::size_t row, bool flag) noexcept {
    words_[row / kernels::word_bits] |= word{flag ? 1U : 0U} << (row % kernels::word_bits);
  }
  [[nodiscard]] const word* data() const noexcept { return words_.data(); }
  [[nodiscard]] bool at(std::size_t row) const noexcept {
    return kernels::bit_at(words_.data(), row);
  }
  void clear() noexcept { words_.clear(); }

 private:
  aligned_values<word> words_;
};

/// The different texts of a column. Code 0 stands for none.
class dictionary {
 public:
  [[nodiscard]] std::uint32_t code_of(std::string_view text) {
    const auto key = key_of(text);
    const auto& met = recent_[slot_of(key)];
    const bool is_same = met.key == key && met.size == text.size() && met.code != 0 &&
                         (text.size() <= sizeof key || texts_[met.code] == text);
    return is_same ? met.code : look_up(text);
  }
  [[nodiscard]] std::string_view text(std::uint32_t code) const { return texts_[code]; }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

 private:
  // Most columns have a few dozen texts, which stand in every other row: they are found by their
  // length and their ends, without a hash of the whole; up to eight bytes are compared as a number.
  static constexpr std::size_t slots = 128;
  struct recent {
    std::uint64_t key = 0;
    std::uint32_t size = 0, code = 0;
  };
  template <class Word>
  [[nodiscard]] static std::uint64_t load(const char* from) noexcept {
    Word made = 0;
    std::memcpy(&made, from, sizeof made);
    return made;
  }
  // Of eight bytes or fewer, this and the size are the text.
  [[nodiscard]] static std::uint64_t key_of(std::string_view text) noexcept {
    constexpr std::uint64_t mix = 0x9E3779B97F4A7C15U;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    using whole = std::uint64_t;
    using half = std::uint32_t;
    if (text.size() > sizeof(whole)) return load<whole>(begin) * mix ^ load<whole>(end - 8);
    if (text.size() >= sizeof(half)) return load<half>(begin) | load<half>(end - 4) << 32U;
    if (text.empty()) return 0;
    const auto byte = [](char c) { return std::uint64_t{static_cast<unsigned char>(c)}; };
    return byte(*begin) | byte(begin[text.size() / 2]) << 8U | byte(end[-1]) << 16U;
  }
  [[nodiscard]] static std::size_t slot_of(std::uint64_t key) noexcept {
    return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 57U);  // of 128
  }
  [[nodiscard]] std::uint32_t look_up(std::string_view text);

  std::array<recent, slots> recent_;
  boost::unordered_flat_map<std::string_view, std::uint32_t> codes_;
  std::vector<std::string_view> texts_{std::string_view{}};
  values::arena memory_;
};

/// The different days of a column, in the order met. Those of two centuries have a bit each.
struct different_days {
  std::vector<std::int32_t> all;
  std::vector<word> near;
  boost::unordered_flat_set<std::int32_t> far;
  void take(std::int32_t day) {
    constexpr std::int32_t first = -25'567;  // 1900-01-01
    constexpr std::int64_t days = 73'049;    // to 2099-12-31
    const auto at = std::int64_t{day} - first;
    if (at < 0 || at >= days) {
      if (far.insert(day).second) all.push_back(day);
      return;
    }
    if (near.empty()) near.resize(kernels::words_for(days));
    if (kernels::bit_at(near.data(), static_cast<std::size_t>(at))) return;
    kernels::set_bit(near.data(), static_cast<std::size_t>(at));
    all.push_back(day);
  }
};

struct frame;

/// The values of one input, or of one member of a list's items. INVARIANT: a row is known, null, or
/// neither (unknown); the value of a row that is not known is zero.
struct column {
  column_kind kind;
  bitmap known, null;
  bool has_unknown = false, has_null = false;
  bitmap flags;
  aligned_values<std::int64_t> numbers;
  std::uint64_t greatest = 0;  // magnitude of all numbers
  aligned_values<std::int32_t> days;
  std::int32_t first_day = 0, last_day = 0;  // of all rows, day 0 included
  std::shared_ptr<different_days> met;       // lives on when the rows are cleared
  aligned_values<std::uint32_t> codes;
  std::shared_ptr<dictionary> texts;  // lives on when the rows are cleared
  std::vector<std::uint32_t> ends;    // of row i: items [ends[i], ends[i + 1])
  std::unique_ptr<frame> items;
  std::vector<values::cell> cells;

  explicit column(const column_kind& of);
  void clear();
};

/// Rows of one table: the companies, or the items of all lists of one column.
struct frame {
  std::size_t rows = 0;
  std::vector<column> columns;
};

// A row's value in the form of its column: zero where it is not known.
inline void push_number(column& to, std::int64_t number) {
  to.numbers.push_back(number);
  to.greatest = std::max(to.greatest, static_cast<std::uint64_t>(number < 0 ? -number : number));
}
inline void push_day(column& to, std::int32_t day) {
  to.days.push_back(day);
  to.first_day = std::min(to.first_day, day);
  to.last_day = std::max(to.last_day, day);
  to.met->take(day);
}
inline void push_state(column& to, std::size_t row, bool is_known, bool is_null) {
  to.known.push(row, is_known);
  to.null.push(row, is_null);
  to.has_unknown = to.has_unknown || (!is_known && !is_null);
  to.has_null = to.has_null || is_null;
}

/// `number * 10^scale` where it is whole and below 2^53.
[[nodiscard]] std::optional<std::int64_t> to_scaled(const decimal& number, std::int32_t scale);

/// Appends a row. False where the column cannot hold the value; then it holds an unknown.
[[nodiscard]] bool append(column& to, std::size_t row, const values::cell& held,
                          values::arena& memory);

/// A cell as deep as it goes, in the arena.
[[nodiscard]] values::cell kept(const values::cell& held, values::arena& memory);

/// The cell of a row; lists are made in the arena. What is unknown waits for `missing`.
[[nodiscard]] values::cell cell_at(const column& from, std::size_t row, std::uint32_t missing,
                                   values::arena& memory);

}  // namespace sudui::columns
