// Lists: what a loop computes stands in the frame of the items; here the items of each company are
// joined. Every item knows its company in the chunk, so that joining walks over the set bits alone:
// a company without items costs nothing.

#include <algorithm>

#include "columns/runner.hpp"

namespace sudui::columns {

// Sets the bit of every company that has an item whose bit is set.
void runner::any_item(const word* items, const extent& where, word* companies) {
  std::fill_n(companies, extents_[0].words, word{0});
  kernels::each_bit(items, where.rows,
                    [&](std::size_t item) { kernels::set_bit(companies, where.parents[item]); });
}

// Which items the filters keep. A filter that is unknown for an item makes the whole list unknown.
runner::kept_items runner::items_of(const list_source& from) {
  const auto& where = extents_[from.frame];
  const auto words = extents_[0].words;
  const auto gaps = column_gaps(batch_->companies().columns[from.column], extents_[0]);
  auto* alive = memory_.words(where.words);
  std::fill_n(alive, where.words, ~word{0});
  kept_items made{alive, gaps.known, gaps.null};
  if (from.kept.empty()) return made;
  auto* open = memory_.words(where.words);
  std::fill_n(open, where.words, word{0});
  for (const auto each : from.kept) {
    const auto& test = truths_[each];
    for (std::size_t i = 0; i < where.words; ++i) {
      open[i] |= alive[i] & test.maybe[i] & ~test.yes[i];
      alive[i] &= test.yes[i];
    }
  }
  auto* known = memory_.words(words);
  any_item(open, where, known);
  for (std::size_t i = 0; i < words; ++i) {
    known[i] = ~known[i] & (gaps.known == nullptr ? ~word{0} : gaps.known[i]);
  }
  made.list_known = known;
  return made;
}

planes runner::quantified(const node& what) {
  const auto& list = program_.lists[what.list];
  const auto& where = extents_[list.frame];
  const auto words = extents_[0].words;
  const auto items = items_of(list);
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
  auto* any_deciding = memory_.words(words);
  auto* any_open = memory_.words(words);
  auto* any_null = memory_.words(words);
  any_item(deciding, where, any_deciding);
  any_item(open, where, any_open);
  any_item(null, where, any_null);
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
  const auto& list = program_.lists[what.list];
  const auto& where = extents_[list.frame];
  const auto items = items_of(list);
  auto* counts = memory_.whole(extents_[0].rows);
  std::fill_n(counts, extents_[0].rows, std::int64_t{0});
  kernels::each_bit(items.alive, where.rows,
                    [&](std::size_t item) { ++counts[where.parents[item]]; });
  return {counts, items.list_known, items.list_null};
}

// An unknown item makes the sum unknown, else a null one makes it null, as does an empty list.
numbers runner::summed(const node& what) {
  const auto& list = program_.lists[what.list];
  const auto& where = extents_[list.frame];
  const auto& companies = extents_[0];
  const auto items = items_of(list);
  const auto& a = numbers_[what.a];
  auto* sums = memory_.whole(companies.rows);
  std::fill_n(sums, companies.rows, std::int64_t{0});
  auto* any = memory_.words(companies.words);
  auto* open = memory_.words(companies.words);
  auto* null = memory_.words(companies.words);
  for (auto* each : {any, open, null}) std::fill_n(each, companies.words, word{0});
  kernels::each_bit(items.alive, where.rows, [&](std::size_t item) {
    const auto company = where.parents[item];
    kernels::set_bit(any, company);
    const bool is_known = a.known == nullptr || kernels::bit_at(a.known, item);
    if (is_known) {
      sums[company] += a.values[item];
    } else {
      const bool is_null = a.null != nullptr && kernels::bit_at(a.null, item);
      kernels::set_bit(is_null ? null : open, company);
    }
  });
  auto* known = memory_.words(companies.words);
  for (std::size_t i = 0; i < companies.words; ++i) {
    const word list_null = items.list_null == nullptr ? 0 : items.list_null[i];
    const word list_known = items.list_known == nullptr ? ~word{0} : items.list_known[i];
    known[i] = list_known & any[i] & ~open[i] & ~null[i];
    null[i] = (list_known & ~open[i] & (null[i] | ~any[i])) | list_null;
  }
  return {sums, known, null};
}

// The item at one place of each company's list; null where there is none.
numbers runner::item_at(const node& what) {
  const auto& list = program_.lists[what.list];
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

namespace {
template <class Words>
word* repeated(const word* from, const std::uint32_t* parents, std::size_t rows, Words&& words) {
  auto* made = words();
  std::fill_n(made, kernels::words_for(rows), word{0});
  for (std::size_t item = 0; item < rows; ++item) {
    if (kernels::bit_at(from, parents[item])) kernels::set_bit(made, item);
  }
  return made;
}
}  // namespace

planes runner::spread_truth(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = truths_[what.a];
  const auto spread = [&](const word* from) {
    return repeated(from, where.parents, where.rows, [&] { return memory_.words(where.words); });
  };
  const auto* yes = spread(a.yes);
  const auto* maybe = a.maybe == a.yes ? yes : spread(a.maybe);
  return {yes, maybe, a.not_no == a.maybe ? maybe : spread(a.not_no)};
}

numbers runner::spread_number(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  auto* values = memory_.whole(where.rows);
  for (std::size_t item = 0; item < where.rows; ++item) {
    values[item] = a.values[where.parents[item]];
  }
  const auto spread = [&](const word* from) -> const word* {
    if (from == nullptr) return nullptr;
    return repeated(from, where.parents, where.rows, [&] { return memory_.words(where.words); });
  };
  return {values, spread(a.known), spread(a.null)};
}

}  // namespace sudui::columns
