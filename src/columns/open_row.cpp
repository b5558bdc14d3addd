// A company between its text and the columns. Appending value by value would leave half a company
// behind where the last value turns out to be wrong; so values are laid down here first, which
// costs a copy of 40 bytes each, and nothing at all for the columns that the text does not name:
// a value counts only if it bears the number of the row.
//
// A row goes into all columns of numbers, then into all of texts, then into the others: three short
// loops without a choice in them take half the time of one with a switch. What is not known is a
// piece of its own beside the one that is read, so that neither is there a choice about it. The
// words of the bitmaps are made for 64 rows at once.
//
// Tested by tests/unit/columns/draft_test.cpp.

#include "columns/draft.hpp"

namespace sudui::columns {

namespace {
piece absent(model::absence missing) {
  piece made;
  if (missing != model::absence::unknown) made.is = piece::state::known;
  return made;
}
}  // namespace

draft::draft(const layout& places, const plan::plan& of) : rows_(places.places.size() + 1) {
  for (std::uint32_t i = 0; i < places.places.size(); ++i) {
    const auto& each = places.places[i];
    pieces_.emplace_back();
    pieces_.push_back(absent(of.inputs[each.input].missing));
    const bool is_number = each.kind.of == form::number;
    const bool is_text = each.kind.of == form::text;
    (is_number ? numbers_ : is_text ? texts_ : others_).push_back(i);
  }
  pieces_.resize(2 * rows_.size());
}

void draft::start() {
  ++row_;
  items_.clear();
  years_.clear();
}

namespace {
// False for lists.
bool push_scalar(const piece& held, std::size_t row, column& to) {
  switch (to.kind.of) {
    case form::flag:
      to.flags.push(row, held.whole != 0);
      return true;
    case form::number:
      push_number(to, held.whole);
      return true;
    case form::day:
      push_day(to, static_cast<std::int32_t>(held.whole));
      return true;
    case form::text:
      to.codes.push_back(held.is_known() ? to.texts->code_of(held.text) : 0);
      return true;
    case form::cells:
      to.cells.push_back(held.is_known() ? values::cell::of_list({}) : values::cell());
      return true;
    case form::list:
      break;
  }
  return false;
}
}  // namespace

namespace {
void start_words(column& to, std::size_t row) {
  to.known.push_none(row);
  to.null.push_none(row);
}
void mark_state(column& to, std::size_t row, const piece& held) {
  const bool is_known = held.is_known();
  const bool is_null = held.is == piece::state::null;
  to.known.mark(row, is_known);
  if (is_null) {  // hardly ever
    to.null.mark(row, true);
    to.has_null = true;
  }
  to.has_unknown |= !is_known && !is_null;
}
}  // namespace

template <class Push>
void draft::push_each(const std::vector<std::uint32_t>& columns, std::size_t row, frame& to,
                      Push push) const {
  for (const auto which : columns) {
    const auto& held = at(which);
    auto& into = to.columns[which];
    push(held, into);
    mark_state(into, row, held);
  }
}

void draft::push_to(frame& companies) const {
  const auto row = companies.rows++;
  if (row % kernels::word_bits == 0) {
    for (auto& each : companies.columns) start_words(each, row);
  }
  push_each(numbers_, row, companies,
            [](const piece& held, column& to) { push_number(to, held.whole); });
  push_each(texts_, row, companies, [](const piece& held, column& to) {
    to.codes.push_back(held.is_known() ? to.texts->code_of(held.text) : 0);
  });
  push_each(others_, row, companies, [&](const piece& held, column& to) {
    if (!push_scalar(held, row, to)) push_items(held, to);
  });
}

void draft::push_items(const piece& held, column& to) const {
  auto& into = *to.items;
  auto next = static_cast<std::size_t>(held.whole);
  for (std::uint32_t i = 0; i < held.items; ++i, ++into.rows) {
    for (auto& member : into.columns) {
      const auto& each = items_[next++];
      (void)push_scalar(each, into.rows, member);
      start_words(member, into.rows);
      mark_state(member, into.rows, each);
    }
  }
  to.ends.push_back(static_cast<std::uint32_t>(into.rows));
}

}  // namespace sudui::columns
