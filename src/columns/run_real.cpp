// Reals: doubles that carry a bound on how far the row executor's decimal may lie from them. Every
// step adds what its own rounding and the decimal's 34 digits can add; the bounds are taken a
// little too wide, so that rounding in the bounds themselves does no harm. A bound of zero is a
// promise: the value is the number.
//
// Figures begin as whole numbers of their scale, without an error, and stay so as long as what
// comes out is whole and small enough for a double: sums and products are, and quotients without a
// rest.
//
//   a + b   ea + eb
//   a * b   |a| eb + |b| ea + ea eb
//   a / b   (ea + |a/b| eb) / (|b| - eb); where the divisor may be zero nothing is known
//
// A comparison whose sides are nearer than their bounds is in doubt, and the row executor's
// operators tell.

#include <algorithm>
#include <cmath>

#include "columns/inexact.hpp"
#include "columns/lanes.hpp"
#include "columns/runner.hpp"

namespace sudui::columns {

namespace {

enum class relation : std::uint8_t { less, same, greater, doubtful };

relation compare(inexact a, inexact b) {
  const double distance = a.value - b.value;
  const double margin = (a.error + b.error) * bounds::wider;
  if (distance > margin) return relation::greater;
  if (-distance > margin) return relation::less;
  return distance == 0 && margin == 0 ? relation::same : relation::doubtful;
}

void put(word* out, std::size_t row, bool flag) {
  out[row / kernels::word_bits] |= word{flag ? 1U : 0U} << (row % kernels::word_bits);
}

inexact least_of(inexact a, inexact b) {
  return {std::min(a.value, b.value), std::max(a.error, b.error)};
}

inexact most_of(inexact a, inexact b) {
  return {std::max(a.value, b.value), std::max(a.error, b.error)};
}

}  // namespace

word* runner::zeros(std::size_t words) {
  auto* made = memory_.words(words);
  std::fill_n(made, words, word{0});
  return made;
}

reals runner::evaluate_real(const node& what) {
  switch (what.kind) {
    case node_kind::real_of:
      return real_of(what);
    case node_kind::real_constant:
      return real_constant(what);
    case node_kind::real_quotient:
      return real_quotient(what);
    case node_kind::real_chosen:
      return real_chosen(what);
    case node_kind::real_fallback:
      return real_fallback(what);
    case node_kind::real_summed:
    case node_kind::real_smallest:
    case node_kind::real_largest:
      return real_joined(what);
    case node_kind::real_spread:
      return real_spread(what);
    default:
      return real_arithmetic(what);
  }
}

// How far an operand is moved to the scale of what comes out.
std::int32_t runner::places_to(const node& what, node_id operand) const {
  return what.scale - program_.nodes[operand].scale;
}

reals runner::real_of(const node& what) {
  const auto rows = extents_[what.frame].rows;
  const auto& a = numbers_[what.a];
  auto* made = memory_.doubles(rows);
  auto* errors = memory_.doubles(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto held = stepped(static_cast<double>(a.values[i]), 0);
    made[i] = held.value;
    errors[i] = held.error;
  }
  return {made, errors, a.known, a.null, nullptr};
}

reals runner::real_constant(const node& what) {
  const auto rows = extents_[what.frame].rows;
  auto* made = memory_.doubles(rows);
  auto* errors = memory_.doubles(rows);
  std::fill_n(made, rows, nearest_to(what));
  std::fill_n(errors, rows, std::abs(nearest_to(what)) * bounds::rounding_share);
  return {made, errors, nullptr, nullptr, nullptr};
}

const word* runner::either(const word* a, const word* b, std::size_t words) {
  if (a == nullptr || b == nullptr) return a == nullptr ? b : a;
  auto* made = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) made[i] = a[i] | b[i];
  return made;
}

reals runner::real_arithmetic(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = reals_[what.a];
  const auto& b = reals_[what.b];
  auto* made = memory_.doubles(where.rows);
  auto* errors = memory_.doubles(where.rows);
  const auto fill = [&](auto&& combine) {
    for (std::size_t i = 0; i < where.rows; ++i) {
      const inexact held = combine(a.at(i), b.at(i));
      made[i] = held.value;
      errors[i] = held.error;
    }
  };
  using one = inexact;
  const auto to_a = places_to(what, what.a);
  const auto to_b = places_to(what, what.b);
  const auto each = [&](auto&& combine) {
    fill([&](one x, one y) { return combine(moved(x, to_a), moved(y, to_b)); });
  };
  switch (what.kind) {
    case node_kind::real_sum:
      each([](one x, one y) { return stepped(x.value + y.value, x.error + y.error); });
      break;
    case node_kind::real_difference:
      each([](one x, one y) { return stepped(x.value - y.value, x.error + y.error); });
      break;
    case node_kind::real_product: {
      const auto dropped = what.scale - program_.nodes[what.a].scale - program_.nodes[what.b].scale;
      fill([=](one x, one y) { return moved(product_of(x, y), dropped); });
      break;
    }
    case node_kind::real_least:
      each(least_of);
      break;
    default:
      each(most_of);
  }
  const auto gaps = join({nullptr, a.known, a.null}, {nullptr, b.known, b.null}, where.words);
  return {made, errors, gaps.known, gaps.null, either(a.doubt, b.doubt, where.words)};
}

// A divisor of zero makes null; one that may be zero leaves a doubt.
reals runner::real_quotient(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = reals_[what.a];
  const auto& b = reals_[what.b];
  auto* made = memory_.doubles(where.rows);
  auto* errors = memory_.doubles(where.rows);
  auto* zero = zeros(where.words);
  auto* open = zeros(where.words);
  const auto places = places_to(what, what.a) + program_.nodes[what.b].scale;
  for (std::size_t i = 0; i < where.rows; ++i) {
    const inexact below = b.at(i);
    const inexact held = quotient_of(a.at(i), below, places);
    made[i] = held.value;
    errors[i] = held.error;
    put(zero, i, below.is_zero());
    put(open, i, !below.is_zero() && !(std::abs(below.value) > below.error));
  }
  const auto gaps = join({nullptr, a.known, a.null}, {nullptr, b.known, b.null}, where.words);
  auto* known = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    const word present = gaps.known == nullptr ? ~word{0} : gaps.known[i];
    known[i] = present & ~zero[i];
    open[i] &= present;
    zero[i] &= present;
    if (gaps.null != nullptr) zero[i] |= gaps.null[i];
  }
  const auto* doubt = either(open, either(a.doubt, b.doubt, where.words), where.words);
  return {made, errors, known, zero, doubt};
}

// As chosen_number; where the test is unknown and the branches may be the same, nobody knows.
reals runner::real_chosen(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& test = truths_[what.a];
  const auto& b = reals_[what.b];
  const auto& c = reals_[what.c];
  auto* made = memory_.doubles(where.rows);
  auto* errors = memory_.doubles(where.rows);
  auto* same = zeros(where.words);
  auto* near = zeros(where.words);
  const auto to_b = places_to(what, what.b);
  const auto to_c = places_to(what, what.c);
  for (std::size_t i = 0; i < where.rows; ++i) {
    const bool is_first = kernels::bit_at(test.maybe, i);
    const auto held = is_first ? moved(b.at(i), to_b) : moved(c.at(i), to_c);
    made[i] = held.value;
    errors[i] = held.error;
    if (test.yes == test.maybe) continue;
    const auto order = compare(moved(b.at(i), to_b), moved(c.at(i), to_c));
    put(same, i, order == relation::same);
    put(near, i, order == relation::doubtful);
  }
  const auto at = [](const word* bits, std::size_t i, word missing) {
    return bits == nullptr ? missing : bits[i];
  };
  auto* known = memory_.words(where.words);
  auto* null = memory_.words(where.words);
  auto* doubt = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    const word first = test.yes[i];
    const word open = test.maybe[i] & ~first;
    const word second = ~test.maybe[i];
    const word known_b = at(b.known, i, ~word{0});
    const word known_c = at(c.known, i, ~word{0});
    const word both = open & known_b & known_c;
    known[i] = (first & known_b) | (second & known_c) | (both & same[i]);
    const word null_b = at(b.null, i, 0);
    const word null_c = at(c.null, i, 0);
    null[i] = (first & null_b) | (second & null_c) | (open & null_b & null_c);
    const word doubt_b = at(b.doubt, i, 0);
    const word doubt_c = at(c.doubt, i, 0);
    doubt[i] =
        (first & doubt_b) | (second & doubt_c) | (open & (doubt_b | doubt_c)) | (both & near[i]);
  }
  return {made, errors, known, null, doubt};
}

reals runner::real_fallback(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& a = reals_[what.a];
  const auto& b = reals_[what.b];
  const bool has_null = a.known != nullptr && a.null != nullptr;
  const auto to_a = places_to(what, what.a);
  const auto to_b = places_to(what, what.b);
  if (!has_null && to_a == 0) return a;
  auto* made = memory_.doubles(where.rows);
  auto* errors = memory_.doubles(where.rows);
  for (std::size_t i = 0; i < where.rows; ++i) {
    const bool is_second = has_null && kernels::bit_at(a.null, i);
    const auto held = is_second ? moved(b.at(i), to_b) : moved(a.at(i), to_a);
    made[i] = held.value;
    errors[i] = held.error;
  }
  if (!has_null) return {made, errors, a.known, a.null, a.doubt};
  auto* known = memory_.words(where.words);
  auto* null = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    known[i] = a.known[i] | (a.null[i] & (b.known == nullptr ? ~word{0} : b.known[i]));
    null[i] = b.null == nullptr ? 0 : a.null[i] & b.null[i];
  }
  return {made, errors, known, null, either(a.doubt, b.doubt, where.words)};
}

planes runner::compare_reals(const node& what) {
  const auto& where = extents_[0];
  const auto& a = reals_[what.a];
  const auto& b = reals_[what.b];
  const bool is_less = what.kind == node_kind::real_less;
  const auto finer = std::max(program_.nodes[what.a].scale, program_.nodes[what.b].scale);
  const auto to_a = finer - program_.nodes[what.a].scale;
  const auto to_b = finer - program_.nodes[what.b].scale;
  auto* raw = zeros(where.words);
  auto* open = zeros(where.words);
  for (std::size_t i = 0; i < where.rows; ++i) {
    const auto order = compare(moved(a.at(i), to_a), moved(b.at(i), to_b));
    put(raw, i, order == (is_less ? relation::less : relation::same));
    put(open, i, order == relation::doubtful);
  }
  const auto gaps = join({nullptr, a.known, a.null}, {nullptr, b.known, b.null}, where.words);
  for (std::size_t i = 0; gaps.known != nullptr && i < where.words; ++i) open[i] &= gaps.known[i];
  const auto* doubt = either(open, either(a.doubt, b.doubt, where.words), where.words);
  if (is_less) return settled(strict(raw, what.inverted, gaps, where.words), doubt, what);
  auto* unknown = zeros(where.words);
  for (std::size_t i = 0; i < where.words; ++i) {
    const word null_a = a.null == nullptr ? 0 : a.null[i];
    const word null_b = b.null == nullptr ? 0 : b.null[i];
    if (gaps.known != nullptr) raw[i] &= gaps.known[i];
    raw[i] |= null_a & null_b;
    if (a.known != nullptr) unknown[i] |= ~a.known[i] & ~null_a;
    if (b.known != nullptr) unknown[i] |= ~b.known[i] & ~null_b;
  }
  return settled(total(raw, what.inverted, unknown, where.words), doubt, what);
}

// What doubles leave in doubt, worked out row by row in decimals.
planes runner::settled(planes of, const word* doubt, const node& what) {
  const auto& where = extents_[0];
  word any = 0;
  for (std::size_t i = 0; i < where.words; ++i) any |= doubt[i];
  if (any == 0) return of;
  word* sets[] = {memory_.words(where.words), memory_.words(where.words),
                  memory_.words(where.words)};
  const word* from[] = {of.yes, of.maybe, of.not_no};
  for (std::size_t k = 0; k < 3; ++k) {
    for (std::size_t i = 0; i < where.words; ++i) sets[k][i] = from[k][i] & ~doubt[i];
  }
  const auto& exact = program_.exact[what.index];
  kernels::each_bit(doubt, where.rows, [&](std::size_t row) {
    lane_.enter(where.first + row);
    const auto& held = exact.block == 0 ? lane_.value_of(exact.result, exact.code)
                                        : lane_.value_in(exact.block, exact.result, exact.code);
    if (held.is_true()) kernels::set_bit(sets[0], row);
    if (held.is_true() || held.is_unknown()) kernels::set_bit(sets[1], row);
    if (!held.is_false()) kernels::set_bit(sets[2], row);
    ++doubts_;
  });
  return {sets[0], sets[1], sets[2]};
}

}  // namespace sudui::columns
