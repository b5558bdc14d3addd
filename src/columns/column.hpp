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

/// A bitmap that grows a word at a time.
class bitmap {
 public:
  void add_word(word rows) { words_.push_back(rows); }
  void set(std::size_t row, bool flag) noexcept {
    word& of = words_[row / kernels::word_bits];
    const word bit = word{1} << (row % kernels::word_bits);
    of = flag ? of | bit : of & ~bit;
  }
  /// Sets the bits in one of its words.
  void mark(std::size_t which, word bits) noexcept { words_[which] |= bits; }
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
    const auto met = recent_code(text);
    return met != 0 ? met : look_up(text);
  }
  /// Of a text that was asked for of late; 0 of most others, and of every text with a backslash, so
  /// that a reader of JSON may ask before it looks for escapes.
  [[nodiscard]] std::uint32_t recent_code(std::string_view text) const noexcept {
    const auto key = key_of(text);
    const auto& met = recent_[slot_of(key)];
    const bool is_same = met.key == key && met.size == text.size() &&
                         (text.size() <= sizeof key || texts_[met.code] == text);
    return is_same ? met.code : 0;
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

/// The different days of a column, in the order met, after day 0, which stands where none is known.
/// Those of two centuries have a bit each.
class different_days {
 public:
  different_days() { take(0); }
  [[nodiscard]] const std::vector<std::int32_t>& all() const noexcept { return all_; }
  void take(std::int32_t day) {
    const auto at = static_cast<std::uint64_t>(std::int64_t{day} - first);
    if (at >= days || !kernels::bit_at(near_.data(), at)) add(day);
  }

 private:
  static constexpr std::int32_t first = -25'567;  // 1900-01-01
  static constexpr std::uint64_t days = 73'049;   // to 2099-12-31
  void add(std::int32_t day);

  std::vector<std::int32_t> all_;
  std::vector<word> near_ = std::vector<word>(kernels::words_for(days));
  boost::unordered_flat_set<std::int32_t> far_;
};

struct frame;

/// The values of one input, or of one member of a list's items. INVARIANT: a row is known, null, or
/// neither (unknown); the value of a row that is not known is zero. Bitmaps, numbers, days and
/// codes have room for whole words of rows, of which those behind the last row are not written.
struct alignas(64) column {
  // What a number needs that is written comes first, to stand in one line of the cache.
  bitmap known;
  aligned_values<std::int64_t> numbers;
  std::uint64_t greatest = 0;                  // no magnitude of a number is above it
  bool has_unknown = false, has_null = false;  // true where any row is, and perhaps where none is
  bool is_known_unwritten = false;             // a row of which nothing is written: known, and zero
  aligned_values<std::uint32_t> codes;
  aligned_values<std::int32_t> days;
  std::int32_t first_day = 0, last_day = 0;  // no day is outside of them; day 0 is not
  std::shared_ptr<dictionary> texts;         // lives on when the rows are cleared
  std::shared_ptr<different_days> met;       // so do these
  bitmap null, flags;
  std::vector<std::uint32_t> ends;  // of row i: items [ends[i], ends[i + 1])
  std::unique_ptr<frame> items;
  std::vector<values::cell> cells;
  column_kind kind;

  explicit column(const column_kind& of);
  void clear();
  /// Room for a word of rows more, before the first of them is written.
  void add_rows();
};

/// Rows of one table: the companies, or the items of all lists of one column.
struct frame {
  std::size_t rows = 0, room = 0;
  std::vector<column> columns;

  /// Room for the row behind the last one.
  void add_row() {
    if (rows == room) add_rows();
  }
  void clear();

 private:
  void add_rows();
};

// A row's value in the form of its column, where the row has room.
inline void put_number(column& to, std::size_t row, std::int64_t number) noexcept {
  to.numbers[row] = number;
  to.greatest = std::max(to.greatest, static_cast<std::uint64_t>(number < 0 ? -number : number));
}
inline void put_day(column& to, std::size_t row, std::int32_t day) {
  to.days[row] = day;
  to.first_day = std::min(to.first_day, day);
  to.last_day = std::max(to.last_day, day);
  to.met->take(day);
}
inline void put_state(column& to, std::size_t row, bool is_known, bool is_null) noexcept {
  to.known.set(row, is_known);
  to.null.set(row, is_null);
  to.has_unknown = to.has_unknown || (!is_known && !is_null);
  to.has_null = to.has_null || is_null;
}

/// `number * 10^scale` where it is whole and below 2^53.
[[nodiscard]] std::optional<std::int64_t> to_scaled(const decimal& number, std::int32_t scale);

/// `count * 10^-scale`.
struct whole_number {
  std::int64_t count = 0;
  std::int32_t scale = 0;
};
/// With as few places as it has, 18 at most, where `count` is below 2^53.
[[nodiscard]] std::optional<whole_number> to_whole(const decimal& number);

/// Appends a row. False where the column cannot hold the value; then it holds an unknown.
[[nodiscard]] bool append(column& to, std::size_t row, const values::cell& held,
                          values::arena& memory);

/// A cell as deep as it goes, in the arena.
[[nodiscard]] values::cell kept(const values::cell& held, values::arena& memory);

/// The cell of a row; lists are made in the arena. What is unknown waits for `missing`.
[[nodiscard]] values::cell cell_at(const column& from, std::size_t row, std::uint32_t missing,
                                   values::arena& memory);

}  // namespace sudui::columns
