// Columns hold what most values are: money in fen, days, flags, codes of texts. A value that does
// not fit (more decimal places, beyond 2^53) is not rounded: its row is told apart and decided by
// the row executor.
//
// Tested by tests/unit/columns/column_test.cpp.

#include "columns/column.hpp"

#include "values/coefficient.hpp"

namespace sudui::columns {

using values::cell;
using values::kind;

namespace {
constexpr std::int64_t whole_limit = std::int64_t{1} << 53;
constexpr int most_power = 18;
}  // namespace

std::uint32_t dictionary::look_up(std::string_view text) {
  auto found = codes_.find(text);
  if (found == codes_.end()) {
    const auto code = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(memory_.keep(text));
    found = codes_.emplace(texts_.back(), code).first;
  }
  if (text.find('\\') == std::string_view::npos) {
    const auto key = key_of(text);
    recent_[slot_of(key)] = {key, static_cast<std::uint32_t>(text.size()), found->second};
  }
  return found->second;
}

void different_days::add(std::int32_t day) {
  const auto at = std::int64_t{day} - first;
  if (0 <= at && static_cast<std::uint64_t>(at) < days) {
    kernels::set_bit(near_.data(), static_cast<std::size_t>(at));
    all_.push_back(day);
  } else if (far_.insert(day).second) {
    all_.push_back(day);
  }
}

std::optional<std::int64_t> to_scaled(const decimal& number, std::int32_t scale) {
  if (number.is_zero()) return 0;
  const auto shift = std::int64_t{number.exponent()} + scale;
  if (!values::fits_64(number) || shift > most_power || shift < -most_power) return std::nullopt;
  auto whole = static_cast<std::int64_t>(number.low());
  const auto power =
      static_cast<std::int64_t>(values::power_of_ten(static_cast<int>(shift < 0 ? -shift : shift)));
  if (shift < 0 && whole % power != 0) return std::nullopt;
  if (shift < 0) whole /= power;
  if (shift > 0 && __builtin_mul_overflow(whole, power, &whole)) return std::nullopt;
  if (whole >= whole_limit || whole <= -whole_limit) return std::nullopt;
  return whole;
}

std::optional<whole_number> to_whole(const decimal& number) {
  auto count = static_cast<std::int64_t>(number.low());
  auto scale = -number.exponent();
  if (scale <= 0 || number.is_zero()) {
    const auto whole = to_scaled(number, 0);
    return whole ? std::optional(whole_number{*whole, 0}) : std::nullopt;
  }
  if (!values::fits_64(number)) return std::nullopt;
  for (; scale > 0 && count % 10 == 0; --scale) count /= 10;
  const bool fits = scale <= most_power && count < whole_limit && count > -whole_limit;
  return fits ? std::optional(whole_number{count, scale}) : std::nullopt;
}

column::column(const column_kind& of) : kind(of) {
  if (of.of == form::text) texts = std::make_shared<dictionary>();
  if (of.of == form::day) met = std::make_shared<different_days>();
  if (of.of != form::list) return;
  items = std::make_unique<frame>();
  for (const auto& each : of.members) items->columns.emplace_back(each);
  ends.push_back(0);
}

void column::add_rows() {
  known.add_word(is_known_unwritten ? ~word{0} : 0);
  null.add_word(0);
  const auto more = [](auto& values) { values.resize(values.size() + kernels::word_bits); };
  switch (kind.of) {
    case form::flag:
      flags.add_word(0);
      break;
    case form::number:
      more(numbers);
      break;
    case form::day:
      more(days);
      break;
    case form::text:
      more(codes);
      break;
    case form::list:
    case form::cells:
      break;  // grow row by row
  }
}

void column::clear() {
  known.clear();
  null.clear();
  flags.clear();
  has_unknown = has_null = false;
  numbers.clear();
  greatest = 0;
  days.clear();
  codes.clear();
  cells.clear();
  if (!items) return;
  ends.assign(1, 0);
  items->clear();
}

void frame::clear() {
  rows = room = 0;
  for (auto& each : columns) each.clear();
}

void frame::add_rows() {
  for (auto& each : columns) each.add_rows();
  room += kernels::word_bits;
}

namespace {

bool append_number(column& to, std::size_t row, const cell& held) {
  std::int64_t number = 0;
  bool fits = true;
  if (held.is_known()) {
    const auto scaled = to_scaled(held.number, to.kind.scale);
    fits = scaled.has_value();
    number = scaled.value_or(0);
  }
  put_number(to, row, number);
  return fits;
}

bool append_items(column& to, const cell& held, values::arena& memory) {
  bool fits = true;
  auto& items = *to.items;
  if (held.is_known()) {
    for (const auto& each : held.list()) {
      items.add_row();
      // An item that is no record at all has no columns to stand in.
      fits = fits && (!to.kind.has_records || each.is_known());
      for (std::size_t i = 0; i < items.columns.size(); ++i) {
        const bool has_member = to.kind.has_records && each.is_known();
        const cell& member = to.kind.has_records ? (has_member ? each.list()[i] : cell()) : each;
        fits = append(items.columns[i], items.rows, member, memory) && fits;
      }
      ++items.rows;
    }
  }
  to.ends.push_back(static_cast<std::uint32_t>(items.rows));
  return fits;
}

bool append_value(column& to, std::size_t row, const cell& held, values::arena& memory) {
  switch (to.kind.of) {
    case form::flag:
      to.flags.set(row, held.is_true());
      return true;
    case form::number:
      return append_number(to, row, held);
    case form::day:
      put_day(to, row, held.is_known() ? held.day : 0);
      return true;
    case form::text:
      to.codes[row] = held.is_known() ? to.texts->code_of(held.string()) : 0;
      return true;
    case form::list:
      return append_items(to, held, memory);
    case form::cells:
      to.cells.push_back(kept(held, memory));
      return true;
  }
  return false;
}

}  // namespace

bool append(column& to, std::size_t row, const cell& held, values::arena& memory) {
  const bool fits = append_value(to, row, held, memory);
  put_state(to, row, held.is_known() && fits, held.is_null());
  return fits;
}

cell kept(const cell& held, values::arena& memory) {
  if (held.what == kind::string) return cell::of(memory.keep(held.string()));
  if (held.what != kind::list && held.what != kind::record) return held;
  const auto copies = memory.cells(held.list().size());
  for (std::size_t i = 0; i < copies.size(); ++i) copies[i] = kept(held.list()[i], memory);
  return held.what == kind::list ? cell::of_list(copies) : cell::of_record(copies);
}

namespace {

cell waiting_for(const cell& held, std::uint32_t missing, values::arena& memory) {
  if (held.is_unknown()) return cell::unknown(missing);
  if (held.what != kind::list && held.what != kind::record) return held;
  const auto copies = memory.cells(held.list().size());
  for (std::size_t i = 0; i < copies.size(); ++i) {
    copies[i] = waiting_for(held.list()[i], missing, memory);
  }
  return held.what == kind::list ? cell::of_list(copies) : cell::of_record(copies);
}

cell list_at(const column& from, std::size_t row, std::uint32_t missing, values::arena& memory) {
  const auto begin = from.ends[row];
  const auto items = memory.cells(from.ends[row + 1] - begin);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto at = begin + i;
    const auto& columns = from.items->columns;
    if (!from.kind.has_records) {
      items[i] = cell_at(columns.front(), at, missing, memory);
      continue;
    }
    const auto members = memory.cells(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k) {
      members[k] = cell_at(columns[k], at, missing, memory);
    }
    items[i] = cell::of_record(members);
  }
  return cell::of_list(items);
}

}  // namespace

cell cell_at(const column& from, std::size_t row, std::uint32_t missing, values::arena& memory) {
  if (!from.known.at(row)) {
    if (from.null.at(row)) return cell::null(values::null_reason::given);
    return cell::unknown(missing);
  }
  switch (from.kind.of) {
    case form::flag:
      return cell::of(from.flags.at(row));
    case form::number:
      return cell::of(decimal::scaled(from.numbers[row], -from.kind.scale));
    case form::day:
      return cell::of_day(from.days[row]);
    case form::text:
      return cell::of(from.texts->text(from.codes[row]));
    case form::list:
      return list_at(from, row, missing, memory);
    case form::cells:
      break;
  }
  return waiting_for(from.cells[row], missing, memory);
}

}  // namespace sudui::columns
