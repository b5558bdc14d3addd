// A company is written where it will stand. The row has room before it is read, as a row of which
// nothing is known, so a column that the text does not name costs nothing; a mark for each column
// that was written tells what to wipe out where the last value turns out to be wrong, and which
// columns have their first row without a value.
//
// Lists grow by as many rows as they have items, so their items wait until the row is kept.
//
// Tested by tests/unit/columns/open_row_test.cpp.

#include "columns/open_row.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace sudui::columns {

namespace {

constexpr std::size_t eight = sizeof(std::uint64_t);

void put_scalar(column& to, std::size_t row, const piece& held) {
  switch (to.kind.of) {
    case form::flag:
      to.flags.set(row, held.whole != 0);
      break;
    case form::number:
      put_number(to, row, held.whole);
      break;
    case form::day:
      put_day(to, row, static_cast<std::int32_t>(held.whole));
      break;
    case form::text:
      to.codes[row] = held.is_known() ? to.texts->code_of(held.text) : 0;
      break;
    case form::list:
    case form::cells:
      break;
  }
}

void put_state(column& to, std::size_t row, const piece& held) {
  put_state(to, row, held.is_known(), held.is == piece::state::null);
}

// Eight marks at once, the first the lowest byte.
static_assert(std::endian::native == std::endian::little);
std::uint64_t marks_at(const std::vector<std::uint8_t>& of, std::size_t first) noexcept {
  std::uint64_t made = 0;
  std::memcpy(&made, of.data() + first, sizeof made);
  return made;
}

template <class Each>
void each_mark(std::uint64_t marks, std::size_t first, Each&& each) {
  for (; marks != 0; marks &= marks - 1) {
    each(first + static_cast<std::size_t>(__builtin_ctzll(marks)) / 8);
  }
}

}  // namespace

open_row::open_row(const layout& places, const plan::plan& of)
    : written_((places.places.size() + eight - 1) / eight * eight),
      may_lack_(written_.size()),
      never_lacked_(written_.size()) {
  for (std::uint32_t i = 0; i < places.places.size(); ++i) {
    const auto& each = places.places[i];
    may_lack_[i] = of.inputs[each.input].missing == model::absence::unknown ? 1 : 0;
    if (each.kind.of == form::list || each.kind.of == form::cells) row_by_row_.push_back(i);
  }
  lists_.resize(row_by_row_.size());
  clear();
}

void open_row::put(std::uint32_t at, const piece& with) {
  written(at);
  auto& to = to_[at];
  put_state(to, row_, with);
  if (to.kind.of != form::list) {
    put_scalar(to, row_, with);
    return;
  }
  const auto which = std::lower_bound(row_by_row_.begin(), row_by_row_.end(), at);
  lists_[static_cast<std::size_t>(which - row_by_row_.begin())] = with;
}

void open_row::note_left_out() noexcept {
  for (std::size_t i = 0; i < written_.size(); i += eight) {
    const auto left_out = marks_at(never_lacked_, i) & ~marks_at(written_, i);
    each_mark(left_out, i, [&](std::size_t at) {
      to_[at].has_unknown = true;
      never_lacked_[at] = 0;
    });
  }
}

void open_row::keep(frame& companies) {
  for (std::size_t i = 0; i < row_by_row_.size(); ++i) {
    auto& to = to_[row_by_row_[i]];
    if (to.kind.of == form::cells) {
      to.cells.push_back(to.is_known_unwritten ? values::cell::of_list({}) : values::cell());
    } else {
      push_items(written_[row_by_row_[i]] != 0 ? lists_[i] : piece{}, to);
    }
  }
  note_left_out();
  std::fill(written_.begin(), written_.end(), std::uint8_t{0});
  is_open_ = false;
  ++companies.rows;
}

void open_row::wipe() {
  for (std::size_t i = 0; i < written_.size(); i += eight) {
    each_mark(marks_at(written_, i), i, [&](std::size_t at) {
      auto& of = to_[at];
      put_scalar(of, row_, {});
      of.known.set(row_, of.is_known_unwritten);
      of.null.set(row_, false);
    });
  }
  std::fill(written_.begin(), written_.end(), std::uint8_t{0});
  is_open_ = false;
}

void open_row::push_items(const piece& held, column& to) const {
  auto& into = *to.items;
  auto next = static_cast<std::size_t>(held.whole);
  for (std::uint32_t i = 0; i < held.items; ++i, ++into.rows) {
    into.add_row();
    for (auto& member : into.columns) {
      const auto& each = items_[next++];
      put_scalar(member, into.rows, each);
      put_state(member, into.rows, each);
    }
  }
  to.ends.push_back(static_cast<std::uint32_t>(into.rows));
}

}  // namespace sudui::columns
