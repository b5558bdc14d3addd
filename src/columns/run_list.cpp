// Lists: what a loop computes stands in the frame of the items; here the items of each company are
// joined, or within a loop those of each outer item. Every item knows its row there, so that
// joining walks over the set bits alone: a company without items costs nothing.

#include <algorithm>

#include "columns/runner.hpp"

namespace sudui::columns {

// The rows of the loops around that have an item whose bit is set.
word* runner::any_item(const word* items, std::uint32_t from, std::uint32_t into) {
  auto* made = zeros(extents_[into].words);
  const auto* rows = rows_in(from, into);
  kernels::each_bit(items, extents_[from].rows,
                    [&](std::size_t item) { kernels::set_bit(made, rows[item]); });
  return made;
}

// Which items the filters keep. A filter that is unknown for an item makes the whole list unknown.
runner::kept_items runner::items_of(const list_source& from, std::uint32_t into) {
  const auto& where = extents_[from.over];
  const auto words = extents_[into].words;
  const auto gaps = column_gaps(batch_->companies().columns[from.column], extents_[0]);
  const bool is_outer = into != 0;
  const auto* list_known = is_outer ? repeated(gaps.known, 0, into) : gaps.known;
  const auto* list_null = is_outer ? repeated(gaps.null, 0, into) : gaps.null;
  auto* alive = memory_.words(where.words);
  std::fill_n(alive, where.words, ~word{0});
  kept_items made{alive, list_known, list_null};
  if (from.kept.empty()) return made;
  auto* open = zeros(where.words);
  for (const auto each : from.kept) {
    const auto& test = truths_[each];
    for (std::size_t i = 0; i < where.words; ++i) {
      open[i] |= alive[i] & test.maybe[i] & ~test.yes[i];
      alive[i] &= test.yes[i];
    }
  }
  auto* known = any_item(open, from.over, into);
  for (std::size_t i = 0; i < words; ++i) {
    known[i] = ~known[i] & (list_known == nullptr ? ~word{0} : list_known[i]);
  }
  made.list_known = known;
  return made;
}

planes runner::quantified(const node& what) {
  const auto& list = program_.lists[what.index];
  const auto& where = extents_[list.over];
  const auto words = extents_[what.frame].words;
  const auto items = items_of(list, what.frame);
  const auto& test = truths_[what.a];
  const bool is_some = what.kind == node_kind::some;
  auto* deciding = memory_.words(where.words);
  auto* open = memory_.words(where.words);
  auto* null = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    const word alive = items.alive[i];
    deciding[i] = alive & (is_some ? test.yes[i] : ~test.not_no[i]);
    open[i] = alive & test.maybe[i] & ~test.yes[i];
    null[i] = alive & test.not_no[i] & ~test.maybe[i];
  }
  const auto* any_deciding = any_item(deciding, list.over, what.frame);
  const auto* any_open = any_item(open, list.over, what.frame);
  const auto* any_null = any_item(null, list.over, what.frame);
  auto* yes = memory_.words(words);
  auto* maybe = memory_.words(words);
  auto* not_no = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) {
    const word list_null = items.list_null == nullptr ? 0 : items.list_null[i];
    const word known = items.list_known == nullptr ? ~word{0} : items.list_known[i];
    const word unknown = ~known & ~list_null;
    const word decided = any_deciding[i] & known;
    const word opened = (any_open[i] & ~any_deciding[i] & known) | unknown;
    const word nulled = (any_null[i] & ~any_deciding[i] & ~any_open[i] & known) | list_null;
    const word rest = ~decided & ~opened & ~nulled;
    yes[i] = is_some ? decided : rest;
    maybe[i] = yes[i] | opened;
    not_no[i] = maybe[i] | nulled;
  }
  return {yes, maybe, not_no};
}

numbers runner::counted(const node& what) {
  const auto& list = program_.lists[what.index];
  const auto items = items_of(list, what.frame);
  const auto rows = extents_[what.frame].rows;
  const auto* outer = rows_in(list.over, what.frame);
  auto* counts = memory_.whole(rows);
  std::fill_n(counts, rows, std::int64_t{0});
  kernels::each_bit(items.alive, extents_[list.over].rows,
                    [&](std::size_t item) { ++counts[outer[item]]; });
  return {counts, items.list_known, items.list_null};
}

// Of what joins items, by the rows that have any, an unknown one and a null one; `null` is used as
// memory.
runner::nulls_and_gaps runner::gaps_of_items(const kept_items& of, const word* any,
                                             const word* open, word* null, std::size_t words) {
  auto* known = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) {
    const word list_null = of.list_null == nullptr ? 0 : of.list_null[i];
    const word list_known = of.list_known == nullptr ? ~word{0} : of.list_known[i];
    known[i] = list_known & any[i] & ~open[i] & ~null[i];
    null[i] = (list_known & ~open[i] & (null[i] | ~any[i])) | list_null;
  }
  return {known, null};
}

// A sum, the least or the most. An unknown item makes it unknown, else a null one makes it null, as
// does an empty list.
numbers runner::joined(const node& what) {
  const auto& list = program_.lists[what.index];
  const auto items = items_of(list, what.frame);
  const auto& a = numbers_[what.a];
  const auto& into = extents_[what.frame];
  const auto* outer = rows_in(list.over, what.frame);
  auto* made = memory_.whole(into.rows);
  std::fill_n(made, into.rows, std::int64_t{0});
  auto* any = zeros(into.words);
  auto* open = zeros(into.words);
  auto* null = zeros(into.words);
  kernels::each_bit(items.alive, extents_[list.over].rows, [&](std::size_t item) {
    const auto row = outer[item];
    if (a.known != nullptr && !kernels::bit_at(a.known, item)) {
      const bool is_null = a.null != nullptr && kernels::bit_at(a.null, item);
      kernels::set_bit(is_null ? null : open, row);
    } else if (what.kind == node_kind::summed) {
      made[row] += a.values[item];
    } else if (!kernels::bit_at(any, row)) {
      made[row] = a.values[item];
    } else {
      made[row] = what.kind == node_kind::smallest ? std::min(made[row], a.values[item])
                                                   : std::max(made[row], a.values[item]);
    }
    kernels::set_bit(any, row);
  });
  const auto gaps = gaps_of_items(items, any, open, null, into.words);
  return {made, gaps.known, gaps.null};
}

// The item at one place of each company's list; null where there is none.
numbers runner::item_at(const node& what) {
  const auto& list = program_.lists[what.index];
  const auto& companies = extents_[0];
  const auto& from = batch_->companies().columns[list.column];
  const auto gaps = column_gaps(from, companies);
  const auto& a = numbers_[what.a];
  auto* values = memory_.whole(companies.rows);
  auto* known = memory_.words(companies.words);
  auto* null = memory_.words(companies.words);
  for (auto* each : {known, null}) std::fill_n(each, companies.words, word{0});
  for (std::size_t row = 0; row < companies.rows; ++row) {
    const auto begin = from.ends[companies.first + row] - extents_[list.frame].first;
    const auto count = from.ends[companies.first + row + 1] - extents_[list.frame].first - begin;
    const auto size = static_cast<std::int64_t>(count);
    values[row] = 0;
    if (what.limit > size || what.limit < -size) {
      kernels::set_bit(null, row);
      continue;
    }
    const auto item =
        begin + static_cast<std::size_t>(what.limit > 0 ? what.limit - 1 : size + what.limit);
    values[row] = a.values[item];
    if (a.known == nullptr || kernels::bit_at(a.known, item)) kernels::set_bit(known, row);
    if (a.null != nullptr && kernels::bit_at(a.null, item)) kernels::set_bit(null, row);
  }
  for (std::size_t i = 0; i < companies.words; ++i) {
    const word list_known = gaps.known == nullptr ? ~word{0} : gaps.known[i];
    known[i] &= list_known;
    null[i] = (null[i] & list_known) | (gaps.null == nullptr ? 0 : gaps.null[i]);
  }
  return {values, known, null};
}

}  // namespace sudui::columns
