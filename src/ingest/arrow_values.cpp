// What stands in the buffers of an Arrow array: bits from the lowest, numbers in the machine's
// order (little end first), offsets of which value i takes [i, i + 1). An array may be a window of
// a longer one: row r is index offset + r of every buffer.
//
// Tested by tests/unit/ingest/arrow_column_test.cpp.
#include <cstring>

#include "ingest/arrow_column.hpp"
#include "text/utf8.hpp"
#include "values/coefficient.hpp"

namespace sudui::ingest {
namespace {

using values::cell;
using values::int128;

constexpr std::int32_t first_day = -719162;  // 0001-01-01
constexpr std::int32_t last_day = 2932896;   // 9999-12-31

// The buffers need not be aligned: some senders cut them out of files.
template <class T>
T held_at(const void* values, std::int64_t index) {
  T held;
  std::memcpy(&held, static_cast<const char*>(values) + static_cast<std::size_t>(index) * sizeof(T),
              sizeof(T));
  return held;
}

bool bit_at(const void* bits, std::int64_t index) {
  return ((static_cast<const std::uint8_t*>(bits)[index / 8] >> (index % 8)) & 1) != 0;
}

std::int64_t whole_of(const void* values, std::int64_t index, std::size_t width, bool is_signed) {
  switch (width) {
    case 1:
      return is_signed ? held_at<std::int8_t>(values, index) : held_at<std::uint8_t>(values, index);
    case 2:
      return is_signed ? held_at<std::int16_t>(values, index)
                       : held_at<std::uint16_t>(values, index);
    case 4:
      return is_signed ? std::int64_t{held_at<std::int32_t>(values, index)}
                       : std::int64_t{held_at<std::uint32_t>(values, index)};
    default:
      return held_at<std::int64_t>(values, index);
  }
}

int128 coefficient_at(const void* values, std::int64_t index) {
  return held_at<int128>(values, index);
}

bool has_too_many_digits(int128 coefficient) {
  const auto limit = static_cast<int128>(values::power_of_ten(values::precision));
  return coefficient >= limit || coefficient <= -limit;
}

}  // namespace

std::string arrow_column::text_of(flaw what) {
  using text::both;
  switch (what) {
    case flaw::below_zero:
      return both("的偏移为负", "has an offset below 0");
    case flaw::backwards:
      return both("的偏移倒退", "has offsets that run backwards");
    case flaw::not_there:
      return both("指向不存在的值", "points at a value that is not there");
    case flaw::no_day:
      return both("不是日历中的日期", "is no day of the calendar");
    case flaw::too_many_digits:
      return both("超过 34 位", "has more than 34 digits");
    case flaw::no_utf8:
      break;
  }
  return both("不是 UTF-8", "is no UTF-8");
}

bool arrow_column::is_null(std::int64_t index) const {
  return form_ == form::nothing || (valid_ != nullptr && !bit_at(valid_, index));
}

std::int64_t arrow_column::whole_at(std::int64_t index) const {
  return whole_of(values_, index, width_, is_signed_);
}

std::int64_t arrow_column::end_of(std::int64_t index) const {
  return whole_of(values_, index, width_, true);
}

std::string_view arrow_column::text_at(std::int64_t index) const {
  const auto begin = end_of(index);
  return {bytes_ + begin, static_cast<std::size_t>(end_of(index + 1) - begin)};
}

// Offsets must hold for every row, of nulls too: the next one begins where they end.
std::optional<arrow_column::flaw> arrow_column::flaw_of_ends(std::int64_t index) const {
  if (end_of(index) < 0) return flaw::below_zero;
  if (end_of(index + 1) < end_of(index)) return flaw::backwards;
  if (form_ == form::list && end_of(index + 1) > parts_.front().size()) return flaw::not_there;
  if (form_ == form::text && end_of(index + 1) > 0 && bytes_ == nullptr) return flaw::not_there;
  return std::nullopt;
}

std::optional<arrow_column::flaw> arrow_column::flaw_at(std::int64_t index) const {
  switch (form_) {
    case form::decimal:
      if (has_too_many_digits(coefficient_at(values_, index))) return flaw::too_many_digits;
      return std::nullopt;
    case form::day: {
      const auto day = held_at<std::int32_t>(values_, index);
      if (day < first_day || last_day < day) return flaw::no_day;
      return std::nullopt;
    }
    case form::text: {
      const auto text = text_at(index);
      if (text::first_invalid(text) != std::string_view::npos) return flaw::no_utf8;
      return std::nullopt;
    }
    case form::coded:
      if (whole_at(index) < 0 || whole_at(index) >= parts_.front().size()) return flaw::not_there;
      return std::nullopt;
    case form::nothing:
    case form::flag:
    case form::whole:
    case form::list:
    case form::record:
      break;
  }
  return std::nullopt;
}

std::optional<arrow_column::flawed_row> arrow_column::find_flaw() const {
  if (form_ == form::record) {
    for (const auto& each : parts_) {
      if (each.size() < offset_ + length_) return flawed_row{each.size(), flaw::not_there};
    }
    return std::nullopt;
  }
  for (std::int64_t i = offset_; i < offset_ + length_; ++i) {
    auto found = has_ends() ? flaw_of_ends(i) : std::nullopt;
    if (!found && !is_null(i)) found = flaw_at(i);
    if (found) return flawed_row{i - offset_, *found};
  }
  return std::nullopt;
}

cell arrow_column::decimal_at(std::int64_t index) const {
  return cell::of(values::pack(coefficient_at(values_, index), -scale_));
}

cell arrow_column::list_at(std::int64_t index, values::arena& memory) const {
  const auto begin = end_of(index);
  const auto items = memory.cells(static_cast<std::size_t>(end_of(index + 1) - begin));
  std::int64_t at = begin;
  for (auto& each : items) each = parts_.front().at(at++, memory);
  return cell::of_list(items);
}

cell arrow_column::record_at(std::int64_t index, values::arena& memory) const {
  const auto members = memory.cells(members_.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    members[i] = members_[i] == no_part ? cell() : parts_[members_[i]].at(index, memory);
  }
  return cell::of_record(members);
}

cell arrow_column::at(std::int64_t row, values::arena& memory) const {
  const auto index = offset_ + row;
  if (is_null(index)) return {};
  switch (form_) {
    case form::flag:
      return cell::of(bit_at(values_, index));
    case form::whole:
      if (!is_signed_) return cell::of(decimal(static_cast<std::uint64_t>(whole_at(index))));
      return cell::of(decimal(whole_at(index)));
    case form::decimal:
      return decimal_at(index);
    case form::day:
      return cell::of_day(held_at<std::int32_t>(values_, index));
    case form::text:
      return cell::of(text_at(index));
    case form::coded:
      return parts_.front().at(whole_at(index), memory);
    case form::list:
      return list_at(index, memory);
    case form::record:
      return record_at(index, memory);
    case form::nothing:
      break;
  }
  return {};
}

}  // namespace sudui::ingest
