// Rows of frames. Items of one list stand as in their column, company by company. A frame of
// several lists has, company by company, every way to take an item of each, the last list changing
// fastest:
//
//   company with items a, b of one list and x, y of another: ax ay bx by
//
// For each of its rows we know the row in any frame of fewer lists, which is how values come in
// (an item's truth repeated for its pairs) and how results go out (pairs joined to the outer item).
//
// Cost: a nanosecond a row and pair of frames. Tested by tests/unit/columns/match_test.cpp and,
// against the row executor, by tests/property.

#include <algorithm>
#include <span>

#include "columns/runner.hpp"

namespace sudui::columns {

// Items that one list of a company has.
std::size_t runner::count_in(std::uint32_t list, std::size_t row) const {
  const auto& ends = batch_->companies().columns[program_.frames[list].column].ends;
  return ends[extents_[0].first + row + 1] - ends[extents_[0].first + row];
}

void runner::start_frames() {
  between_.clear();
  for (std::uint32_t i = 1; i < extents_.size(); ++i) {
    const auto& lists = program_.frames[i].lists;
    auto& items = extents_[i];
    items = {};
    if (is_too_wide_[i]) continue;
    if (lists.size() == 1) {
      const auto& ends = batch_->companies().columns[program_.frames[i].column].ends;
      items.first = ends[extents_[0].first];
      items.rows = ends[extents_[0].first + extents_[0].rows] - items.first;
    } else {
      for (std::size_t row = 0; row < extents_[0].rows; ++row) {
        std::size_t ways = 1;
        for (const auto list : lists) ways *= count_in(list, row);
        items.rows += ways;
      }
    }
    items.words = kernels::words_for(items.rows);
    items.parents = rows_in(i, 0);
  }
}

const std::uint32_t* runner::rows_in(std::uint32_t from, std::uint32_t to) {
  for (const auto& each : between_) {
    if (each.from == from && each.to == to) return each.rows;
  }
  auto* made = memory_.indexes(extents_[from].rows + 1);
  fill_rows(from, to, made);
  between_.push_back({from, to, made});
  return made;
}

namespace {
// All ways of the lists before, each of them with every item of the next list.
void add_list(std::span<std::uint32_t> ways, std::uint32_t base, std::size_t count, bool is_kept) {
  auto* const out = ways.data();
  for (std::size_t way = ways.size(); way-- > 0;) {
    const auto at =
        is_kept ? (out[way] - base) * static_cast<std::uint32_t>(count) : out[way] - base;
    for (std::size_t item = count; item-- > 0;) {
      out[way * count + item] = base + at + static_cast<std::uint32_t>(is_kept ? item : 0);
    }
  }
}
}  // namespace

void runner::fill_rows(std::uint32_t from, std::uint32_t to, std::uint32_t* out) const {
  const auto& lists = program_.frames[from].lists;
  const auto& kept = program_.frames[to].lists;
  std::uint32_t base = 0;  // of this company in `to`
  for (std::size_t row = 0; row < extents_[0].rows; ++row) {
    std::size_t all = 1;
    std::uint32_t all_of_to = 1;
    for (const auto list : lists) all *= count_in(list, row);
    for (const auto list : kept) all_of_to *= static_cast<std::uint32_t>(count_in(list, row));
    if (all != 0) {
      *out = base;
      std::size_t ways = 1;
      for (const auto list : lists) {
        const bool is_kept = std::find(kept.begin(), kept.end(), list) != kept.end();
        const auto count = count_in(list, row);
        add_list({out, ways}, base, count, is_kept);
        ways *= count;
      }
    }
    out += all;
    base += all_of_to;
  }
}

// Two frames of one list, told apart because their loops lie within each other.
bool runner::is_same_list(std::uint32_t a, std::uint32_t b) const {
  const auto& left = program_.frames[a];
  const auto& right = program_.frames[b];
  return left.lists.size() == 1 && right.lists.size() == 1 && left.column == right.column;
}

const word* runner::repeated(const word* of, std::uint32_t from, std::uint32_t into) {
  if (of == nullptr || is_same_list(from, into)) return of;
  const auto& where = extents_[into];
  const auto* rows = rows_in(into, from);
  auto* made = memory_.words(where.words);
  std::fill_n(made, where.words, word{0});
  for (std::size_t row = 0; row < where.rows; ++row) {
    made[row / kernels::word_bits] |= word{kernels::bit_at(of, rows[row]) ? 1U : 0U}
                                      << (row % kernels::word_bits);
  }
  return made;
}

planes runner::spread_truth(const node& what) {
  const auto from = program_.nodes[what.a].frame;
  const auto& a = truths_[what.a];
  const auto* yes = repeated(a.yes, from, what.frame);
  const auto* maybe = a.maybe == a.yes ? yes : repeated(a.maybe, from, what.frame);
  return {yes, maybe, a.not_no == a.maybe ? maybe : repeated(a.not_no, from, what.frame)};
}

numbers runner::spread_number(const node& what) {
  const auto from = program_.nodes[what.a].frame;
  const auto& a = numbers_[what.a];
  if (is_same_list(from, what.frame)) return a;
  const auto& where = extents_[what.frame];
  const auto* rows = rows_in(what.frame, from);
  auto* values = memory_.whole(where.rows);
  for (std::size_t row = 0; row < where.rows; ++row) values[row] = a.values[rows[row]];
  return {values, repeated(a.known, from, what.frame), repeated(a.null, from, what.frame)};
}

}  // namespace sudui::columns
