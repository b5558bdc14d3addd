// Numbers over whole multiples of a node's scale; the bounds proven beforehand leave no room for an
// overflow. Rows that are not known hold zero or whatever comes out: nobody reads them.

#include <algorithm>
#include <optional>

#include "columns/runner.hpp"
#include "values/coefficient.hpp"
#include "values/date.hpp"

namespace sudui::columns {

numbers runner::column_numbers(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what);
  const auto gaps = column_gaps(from, where);
  return {from.numbers.data() + where.first, gaps.known, gaps.null};
}

numbers runner::day_numbers(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what);
  const auto gaps = column_gaps(from, where);
  auto* made = memory_.whole(where.rows);
  for (std::size_t i = 0; i < where.rows; ++i) made[i] = from.days[where.first + i];
  return {made, gaps.known, gaps.null};
}

numbers runner::numbered(const node& what, const numbered_texts& by) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what);
  const auto gaps = column_gaps(from, where);
  auto* made = memory_.whole(where.rows);
  for (std::size_t i = 0; i < where.rows; ++i) made[i] = by.at(from.codes[where.first + i]);
  return {made, gaps.known, gaps.null};
}

// As date_from_parts has it: a year that is not whole, or a day that no calendar has, gives null.
numbers runner::dated(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  const auto power = static_cast<std::int64_t>(values::power_of_ten(program_.nodes[what.a].scale));
  auto* made = memory_.whole(where.rows);
  auto* known = zeros(where.words);
  auto* null = zeros(where.words);
  for (std::size_t i = 0; i < where.rows; ++i) {
    made[i] = 0;
    if (a.known != nullptr && !kernels::bit_at(a.known, i)) {
      if (a.null != nullptr && kernels::bit_at(a.null, i)) kernels::set_bit(null, i);
      continue;
    }
    const auto year = a.values[i] / power;
    const auto day =
        year * power == a.values[i] ? values::day_of(year, what.above, what.below) : std::nullopt;
    made[i] = day.value_or(0);
    kernels::set_bit(day ? known : null, i);
  }
  return {made, known, null};
}

numbers runner::constant(const node& what) {
  const auto& where = extents_[what.frame];
  auto* made = memory_.whole(where.rows);
  std::fill_n(made, where.rows, what.limit);
  if (what.kind == node_kind::constant) return {made, nullptr, nullptr};
  auto* known = memory_.words(where.words);
  std::fill_n(known, where.words, word{0});
  if (what.kind == node_kind::gap) return {made, known, nullptr};
  auto* null = memory_.words(where.words);
  std::fill_n(null, where.words, ~word{0});
  return {made, known, null};
}

numbers runner::arithmetic(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  const auto& b = numbers_[what.b];
  auto* made = memory_.whole(where.rows);
  const auto fill = [&](auto&& combine) {
    for (std::size_t i = 0; i < where.rows; ++i) made[i] = combine(a.values[i], b.values[i]);
  };
  using whole = std::int64_t;
  switch (what.kind) {
    case node_kind::sum:
      kernels_.sum(a.values, b.values, where.rows, made);
      break;
    case node_kind::difference:
      kernels_.difference(a.values, b.values, where.rows, made);
      break;
    case node_kind::product:
      fill([](whole left, whole right) { return left * right; });
      break;
    case node_kind::least:
      fill([](whole left, whole right) { return std::min(left, right); });
      break;
    default:
      fill([](whole left, whole right) { return std::max(left, right); });
  }
  const auto gaps = join(a, b, where.words);
  return {made, gaps.known, gaps.null};
}

numbers runner::shifted(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  auto* made = memory_.whole(where.rows);
  for (std::size_t i = 0; i < where.rows; ++i) made[i] = a.values[i] * what.limit;
  return {made, a.known, a.null};
}

// As `if` has it: null and false take the second; unknown takes either where both are the same.
numbers runner::chosen_number(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& test = truths_[what.a];
  const auto& b = numbers_[what.b];
  const auto& c = numbers_[what.c];
  auto* values = memory_.whole(where.rows);
  for (std::size_t i = 0; i < where.rows; ++i) {
    values[i] = kernels::bit_at(test.maybe, i) ? b.values[i] : c.values[i];
  }
  const bool has_open = test.yes != test.maybe;
  if (!has_open && b.known == nullptr && c.known == nullptr) return {values, nullptr, nullptr};
  const word* same = nullptr;
  if (has_open) {
    auto* equal = memory_.words(where.words);
    kernels_.equal_each(b.values, c.values, where.rows, equal);
    same = equal;
  }
  auto* known = memory_.words(where.words);
  auto* null = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    const word first = test.yes[i];
    const word open = test.maybe[i] & ~first;
    const word second = ~test.maybe[i];
    const word known_b = b.known == nullptr ? ~word{0} : b.known[i];
    const word known_c = c.known == nullptr ? ~word{0} : c.known[i];
    const word null_b = b.null == nullptr ? 0 : b.null[i];
    const word null_c = c.null == nullptr ? 0 : c.null[i];
    known[i] = (first & known_b) | (second & known_c);
    if (same != nullptr) known[i] |= open & known_b & known_c & same[i];
    null[i] = (first & null_b) | (second & null_c) | (open & null_b & null_c);
  }
  const bool has_null = b.null != nullptr || c.null != nullptr;
  return {values, known, has_null ? null : nullptr};
}

numbers runner::fallback(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = numbers_[what.a];
  const auto& b = numbers_[what.b];
  if (a.known == nullptr) return a;
  if (a.null == nullptr) return a;
  auto* values = memory_.whole(where.rows);
  for (std::size_t i = 0; i < where.rows; ++i) {
    values[i] = kernels::bit_at(a.null, i) ? b.values[i] : a.values[i];
  }
  auto* known = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    known[i] = a.known[i] | (a.null[i] & (b.known == nullptr ? ~word{0} : b.known[i]));
  }
  if (b.null == nullptr) return {values, known, nullptr};
  auto* null = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) null[i] = a.null[i] & b.null[i];
  return {values, known, null};
}

}  // namespace sudui::columns
