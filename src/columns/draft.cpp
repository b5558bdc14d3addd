// A company between its text and the columns. Appending value by value would leave half a company
// behind where the last value turns out to be wrong; so values are laid down here first, which
// costs a copy of 40 bytes each, and nothing at all for the columns that the text does not name:
// a value counts only if it bears the number of the row.
//
// Tested by tests/unit/columns/draft_test.cpp.

#include "columns/draft.hpp"

namespace sudui::columns {

namespace {
piece absent(model::absence missing) {
  piece made;
  made.is_known = missing != model::absence::unknown;
  return made;
}
}  // namespace

draft::draft(const layout& places, const plan::plan& of)
    : rows_(places.places.size()), held_(places.places.size()) {
  for (const auto& each : places.places) absent_.push_back(absent(of.inputs[each.input].missing));
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
      to.codes.push_back(held.is_known ? to.texts->code_of(held.text) : 0);
      return true;
    case form::cells:
      to.cells.push_back(held.is_known ? values::cell::of_list({}) : values::cell());
      return true;
    case form::list:
      break;
  }
  return false;
}
}  // namespace

namespace {
void push_known(column& to, std::size_t row, bool is_known) {
  to.known.push(row, is_known);
  to.null.push_none(row);
  if (!is_known) to.has_unknown = true;
}
}  // namespace

void draft::push(std::size_t which, std::size_t row, column& to) const {
  const auto& held = rows_[which] == row_ ? held_[which] : absent_[which];
  if (!push_scalar(held, row, to)) push_items(held, to);
  push_known(to, row, held.is_known);
}

void draft::push_items(const piece& held, column& to) const {
  auto& into = *to.items;
  auto next = static_cast<std::size_t>(held.whole);
  for (std::uint32_t i = 0; i < held.items; ++i, ++into.rows) {
    for (auto& member : into.columns) {
      const auto& each = items_[next++];
      (void)push_scalar(each, into.rows, member);
      push_known(member, into.rows, each.is_known);
    }
  }
  to.ends.push_back(static_cast<std::uint32_t>(into.rows));
}

}  // namespace sudui::columns
