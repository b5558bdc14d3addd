// Comparisons: a kernel gives the raw bits, and what is unknown or null is laid over them.
//
// Ratios take doubles where the batch's figures prove both products below 2^53, which is nearly
// always, and 128-bit integers otherwise; both are exact.

#include <algorithm>
#include <cmath>
#include <utility>

#include "columns/runner.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

using values::int128;

namespace {

word* unknown_of(const numbers& a, std::size_t words, chunk_memory& memory) {
  if (a.known == nullptr) return nullptr;
  auto* made = memory.words(words);
  for (std::size_t i = 0; i < words; ++i) {
    made[i] = ~a.known[i] & ~(a.null == nullptr ? 0 : a.null[i]);
  }
  return made;
}

void mask(word* raw, const word* known, std::size_t words) {
  if (known == nullptr) return;
  for (std::size_t i = 0; i < words; ++i) raw[i] &= known[i];
}

/// Sets bit i of a zeroed map where `test(i)` holds.
template <class Test>
void each_row(std::size_t rows, word* out, Test&& test) {
  for (std::size_t i = 0; i < kernels::words_for(rows); ++i) out[i] = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    if (test(row)) kernels::set_bit(out, row);
  }
}

}  // namespace

// Makes room for the answers, for all of them at once.
void runner::ask(std::span<const limit_of> those, nulls_and_gaps where, std::size_t words) {
  constexpr std::size_t line = 8;  // words
  const auto stride = (words + line - 1) / line * line;
  const bool has_gaps = where.known != nullptr;
  const bool has_nulls = where.null != nullptr;
  auto* room =
      memory_.words(those.size() * stride * (1U + (has_gaps ? 1 : 0) + (has_nulls ? 1 : 0)));
  const auto next = [&] { return std::exchange(room, room + stride); };
  asks_.clear();
  for (const auto& each : those) {
    if (!usable_[each.node]) continue;
    auto* yes = next();
    auto* not_no = has_gaps ? next() : yes;
    auto* maybe = has_nulls ? next() : not_no;
    truths_[each.node] = {yes, maybe, not_no};
    asks_.push_back({each.limit, each.flip, yes, maybe, not_no});
  }
}

// So many values at a time as stay in the nearest cache until each has been compared with all
// limits. What is unknown is laid over answers that were written a while ago: right after they
// were, a vector of them would have to be waited for.
template <class Compare>
void runner::answer(const extent& where, nulls_and_gaps gaps, Compare&& compare) {
  constexpr std::size_t at_once = 1024;
  for (std::size_t row = 0; row < where.rows; row += at_once) {
    const auto rows = std::min(at_once, where.rows - row);
    const auto words = kernels::words_for(rows);
    const auto at = row / kernels::word_bits;
    for (const auto& each : asks_) compare(row, rows, each.limit, each.yes + at);
    for (const auto& each : asks_) {
      if (gaps.known != nullptr) {
        kernels_.lay_unknown(each.yes + at, each.flip, gaps.known + at, words, each.yes + at,
                             each.not_no + at);
      } else if (each.flip != 0) {
        for (auto i = at; i < at + words; ++i) each.yes[i] = ~each.yes[i];
      }
    }
  }
  if (gaps.null == nullptr) return;
  for (const auto& each : asks_) {
    for (std::size_t i = 0; i < where.words; ++i) each.maybe[i] = each.not_no[i] & ~gaps.null[i];
  }
}

// Comparisons of one number, or of one column of days.
void runner::compare_with_limits(std::span<const limit_of> those) {
  const auto& what = program_.nodes[those.front().node];
  const auto& where = extents_[what.frame];
  if (what.kind == node_kind::below) {
    const auto& a = numbers_[what.a];
    ask(those, {a.known, a.null}, where.words);
    answer(where, {a.known, a.null},
           [&](std::size_t row, std::size_t rows, std::int64_t limit, word* out) {
             kernels_.less(a.values + row, rows, limit, out);
           });
    return;
  }
  const auto& from = column_of(what);
  const auto gaps = column_gaps(from, where);
  const auto* days = from.days.data() + where.first;
  ask(those, gaps, where.words);
  answer(where, gaps, [&](std::size_t row, std::size_t rows, std::int64_t limit, word* out) {
    kernels_.less_day(days + row, rows, static_cast<std::int32_t>(limit), out);
  });
}

planes runner::equals_limit(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  auto* raw = memory_.words(where.words);
  kernels_.equal(a.values, where.rows, what.limit, raw);
  mask(raw, a.known, where.words);
  return total(raw, what.inverted, unknown_of(a, where.words, memory_), where.words);
}

planes runner::day_equals_limit(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what);
  const auto gaps = column_gaps(from, where);
  const auto* days = from.days.data() + where.first;
  auto* raw = memory_.words(where.words);
  kernels_.equal_day(days, where.rows, static_cast<std::int32_t>(what.limit), raw);
  mask(raw, gaps.known, where.words);
  const numbers as_numbers{nullptr, gaps.known, gaps.null};
  return total(raw, what.inverted, unknown_of(as_numbers, where.words, memory_), where.words);
}

planes runner::each_against_each(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  const auto& b = numbers_[what.b];
  auto* raw = memory_.words(where.words);
  if (what.kind == node_kind::less) {
    kernels_.less_each(a.values, b.values, where.rows, raw);
    return strict(raw, what.inverted, join(a, b, where.words), where.words);
  }
  kernels_.equal_each(a.values, b.values, where.rows, raw);
  mask(raw, a.known, where.words);
  mask(raw, b.known, where.words);
  if (a.null != nullptr && b.null != nullptr) {
    for (std::size_t i = 0; i < where.words; ++i) raw[i] |= a.null[i] & b.null[i];
  }
  const auto* left = unknown_of(a, where.words, memory_);
  const auto* right = unknown_of(b, where.words, memory_);
  if (left == nullptr || right == nullptr) {
    return total(raw, what.inverted, left == nullptr ? right : left, where.words);
  }
  auto* either = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) either[i] = left[i] | right[i];
  return total(raw, what.inverted, either, where.words);
}

namespace {
bool fit_doubles(std::uint64_t bound, std::int64_t factor) {
  constexpr std::uint64_t convertible = std::uint64_t{1} << 51;
  constexpr values::uint128 exact = std::uint64_t{1} << 53;
  const auto size = static_cast<std::uint64_t>(factor < 0 ? -factor : factor);
  return bound < convertible && size < convertible &&
         static_cast<values::uint128>(bound) * size < exact;
}
}  // namespace

// Divisors are hardly ever negative or zero: one look a chunk spares every ratio by them the sign.
const runner::divisor& runner::divisor_of(node_id which) {
  auto& made = divisors_[which];
  if (made.is_looked_at) return made;
  made.is_looked_at = true;
  looked_at_.push_back(which);
  const auto& where = extents_[program_.nodes[which].frame];
  const auto& of = numbers_[which];
  const auto any_known = [&](word* raw) {
    word any = 0;
    mask(raw, of.known, where.words);
    if (where.words != 0) raw[where.words - 1] &= kernels::tail_mask(where.rows);
    for (std::size_t i = 0; i < where.words; ++i) any |= raw[i];
    return any != 0;
  };
  auto* raw = memory_.words(where.words);
  kernels_.less(of.values, where.rows, 1, raw);
  if (!any_known(raw)) return made;
  kernels_.less(of.values, where.rows, 0, raw);
  made.has_negative = any_known(raw);
  kernels_.equal(of.values, where.rows, 0, raw);
  if (any_known(raw)) made.zero = raw;
  return made;
}

word* runner::compare_ratio(const node& what, const divisor& by) {
  const auto rows = extents_[what.frame].rows;
  const auto* a = numbers_[what.a].values;
  const auto* b = numbers_[what.b].values;
  auto* raw = memory_.words(extents_[what.frame].words);
  if (fit_doubles(bounds_[what.a], what.above) && fit_doubles(bounds_[what.b], what.below)) {
    const kernels::ratio_limit limit{static_cast<double>(what.above),
                                     static_cast<double>(what.below)};
    const auto compare = by.has_negative ? kernels_.ratio_less : kernels_.share_less;
    compare(a, b, rows, limit, raw);
    return raw;
  }
  each_row(rows, raw, [&](std::size_t row) {
    const auto left = int128{a[row]} * what.above;
    const auto right = int128{b[row]} * what.below;
    return b[row] < 0 ? right < left : left < right;
  });
  return raw;
}

// A zero divisor makes the ratio null: no less than a value that is null itself.
planes runner::ratio(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& by = divisor_of(what.b);
  auto* raw = compare_ratio(what, by);
  const auto gaps = join(numbers_[what.a], numbers_[what.b], words);
  if (by.zero == nullptr) return strict(raw, what.inverted, gaps, words);
  auto* known = memory_.words(words);
  auto* null = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) {
    const word present = gaps.known == nullptr ? ~word{0} : gaps.known[i];
    known[i] = present & ~by.zero[i];
    null[i] = (present & by.zero[i]) | (gaps.null == nullptr ? 0 : gaps.null[i]);
  }
  return strict(raw, what.inverted, {known, null}, words);
}

namespace {
/// The order of a/b and c/d, divisors not zero, from the two cross products.
bool is_less(int128 left, int128 right, std::int64_t b, std::int64_t d) {
  return (b < 0) != (d < 0) ? right < left : left < right;
}
}  // namespace

planes runner::quotient(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  const auto& b = numbers_[what.b];
  const auto& c = numbers_[what.c];
  const auto& d = numbers_[what.d];
  auto* raw = memory_.words(where.words);
  each_row(where.rows, raw, [&](std::size_t row) {
    const auto left = int128{a.values[row]} * d.values[row] * what.above;
    const auto right = int128{c.values[row]} * b.values[row] * what.below;
    return is_less(left, right, b.values[row], d.values[row]);
  });
  const auto first = join(a, b, where.words);
  const auto second = join(c, d, where.words);
  const auto gaps = join(numbers{nullptr, first.known, first.null},
                         numbers{nullptr, second.known, second.null}, where.words);
  auto* known = memory_.words(where.words);
  auto* null = memory_.words(where.words);
  each_row(where.rows, null,
           [&](std::size_t row) { return b.values[row] == 0 || d.values[row] == 0; });
  for (std::size_t i = 0; i < where.words; ++i) {
    const word present = gaps.known == nullptr ? ~word{0} : gaps.known[i];
    known[i] = present & ~null[i];
    null[i] &= present;
    if (gaps.null != nullptr) null[i] |= gaps.null[i];
  }
  return strict(raw, what.inverted, {known, null}, where.words);
}

// Equality of quotients is total: none equals none.
planes runner::quotient_same(const node& what) {
  const auto& where = extents_[what.frame];
  const numbers* parts[] = {&numbers_[what.a], &numbers_[what.b], &numbers_[what.c],
                            &numbers_[what.d]};
  const auto known = [&](std::size_t part, std::size_t row) {
    return parts[part]->known == nullptr || kernels::bit_at(parts[part]->known, row);
  };
  const auto null = [&](std::size_t part, std::size_t row) {
    return parts[part]->null != nullptr && kernels::bit_at(parts[part]->null, row);
  };
  const auto value = [&](std::size_t part, std::size_t row) { return parts[part]->values[row]; };
  auto* unknown = memory_.words(where.words);
  each_row(where.rows, unknown, [&](std::size_t row) {
    for (std::size_t part = 0; part < 4; ++part) {
      if (!known(part, row) && !null(part, row)) return true;
    }
    return false;
  });
  auto* raw = memory_.words(where.words);
  each_row(where.rows, raw, [&](std::size_t row) {
    const bool left = null(0, row) || null(1, row) || value(1, row) == 0;
    const bool right = null(2, row) || null(3, row) || value(3, row) == 0;
    if (left || right) return left == right;
    return int128{value(0, row)} * value(3, row) * what.above ==
           int128{value(2, row)} * value(1, row) * what.below;
  });
  return total(raw, what.inverted, unknown, where.words);
}

}  // namespace sudui::columns
