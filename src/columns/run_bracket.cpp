// Reals of lists, and the whole numbers that a real lies between.
//
// What an amount's reals may come to at most is worked out beside the bounds of whole numbers. A
// quotient has a bound only by a constant; of others a floor holds what lies below 2^53, and rows
// with more are in doubt.
//
// Cost: some ns a row. Tested by tests/unit/columns/brackets_test.cpp.

#include <algorithm>
#include <cmath>
#include <limits>

#include "columns/inexact.hpp"
#include "columns/runner.hpp"

namespace sudui::columns {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

double times(double a, double b) { return a == 0 || b == 0 ? 0 : a * b; }

double power(std::int32_t places) {
  return places >= 0 ? power_of_ten(places) : 1 / power_of_ten(-places);
}

}  // namespace

reals runner::real_spread(const node& what) {
  const auto from = program_.nodes[what.a].frame;
  const auto& a = reals_[what.a];
  if (is_same_list(from, what.frame)) return a;
  const auto& where = extents_[what.frame];
  const auto* rows = rows_in(what.frame, from);
  auto* values = memory_.doubles(where.rows);
  auto* errors = memory_.doubles(where.rows);
  for (std::size_t row = 0; row < where.rows; ++row) {
    values[row] = a.values[rows[row]];
    errors[row] = a.errors[rows[row]];
  }
  return {values, errors, repeated(a.known, from, what.frame), repeated(a.null, from, what.frame),
          repeated(a.doubt, from, what.frame)};
}

namespace {
inexact joined_reals(node_kind by, inexact all, inexact one) {
  if (by == node_kind::real_summed) return stepped(all.value + one.value, all.error + one.error);
  const auto value = by == node_kind::real_smallest ? std::min(all.value, one.value)
                                                    : std::max(all.value, one.value);
  return {value, std::max(all.error, one.error)};
}
}  // namespace

// As `joined`, item by item in their order. An item in doubt leaves the whole in doubt.
reals runner::real_joined(const node& what) {
  const auto& list = program_.lists[what.index];
  const auto items = items_of(list, what.frame);
  const auto& a = reals_[what.a];
  const auto& into = extents_[what.frame];
  const auto* outer = rows_in(list.over, what.frame);
  auto* made = memory_.doubles(into.rows);
  auto* errors = memory_.doubles(into.rows);
  for (auto* each : {made, errors}) std::fill_n(each, into.rows, 0.0);
  auto* any = zeros(into.words);
  auto* open = zeros(into.words);
  auto* null = zeros(into.words);
  auto* doubt = zeros(into.words);
  kernels::each_bit(items.alive, extents_[list.over].rows, [&](std::size_t item) {
    const auto row = outer[item];
    if (a.doubt != nullptr && kernels::bit_at(a.doubt, item)) kernels::set_bit(doubt, row);
    if (a.known != nullptr && !kernels::bit_at(a.known, item)) {
      const bool is_null = a.null != nullptr && kernels::bit_at(a.null, item);
      kernels::set_bit(is_null ? null : open, row);
    } else {
      const bool is_first = !kernels::bit_at(any, row);
      const auto held =
          is_first ? a.at(item) : joined_reals(what.kind, {made[row], errors[row]}, a.at(item));
      made[row] = held.value;
      errors[row] = held.error;
    }
    kernels::set_bit(any, row);
  });
  const auto gaps = gaps_of_items(items, any, open, null, into.words);
  return {made, errors, gaps.known, gaps.null, doubt};
}

// The whole numbers of the node's scale next to all that the decimal may be. Errors count twice,
// for the rounding of what is added here.
numbers runner::end_of(const node& what, const word*& doubt) {
  const auto& where = extents_[what.frame];
  const auto& a = reals_[what.a];
  const auto places = places_to(what, what.a);
  const bool is_floor = what.kind == node_kind::real_floor;
  const auto most = static_cast<double>(greatest_end(what)) - 2;
  auto* made = memory_.whole(where.rows);
  auto* far = zeros(where.words);
  word any = 0;
  for (std::size_t i = 0; i < where.rows; ++i) {
    const auto held = moved(a.at(i), places);
    const bool fits = std::abs(held.value) + 2 * held.error <= most;  // not where it is no number
    const double end =
        is_floor ? std::floor(held.value - 2 * held.error) : std::ceil(held.value + 2 * held.error);
    made[i] = fits ? static_cast<std::int64_t>(end) : 0;
    if (!fits) kernels::set_bit(far, i);
  }
  for (std::size_t i = 0; i < where.words; ++i) {
    if (a.known != nullptr) far[i] &= a.known[i];
    any |= far[i];
  }
  doubt = any == 0 ? a.doubt : either(far, a.doubt, where.words);
  return {made, a.known, a.null};
}

// In units of the node's scale; endless where nobody knows.
double runner::greatest_real(const node& what) const {
  const auto of = [&](node_id which) {
    return times(greatest_[which], power(places_to(what, which)));
  };
  switch (what.kind) {
    case node_kind::real_of:
      return static_cast<double>(bounds_[what.a]);
    case node_kind::real_constant:
      return std::abs(nearest_to(what));
    case node_kind::real_sum:
    case node_kind::real_difference:
      return of(what.a) + of(what.b);
    case node_kind::real_product: {
      const auto& b = program_.nodes[what.b];
      return times(of(what.a), times(greatest_[what.b], power(-b.scale)));
    }
    case node_kind::real_quotient: {
      const auto least = least_of_constant(what.b);
      return least == 0 ? endless : of(what.a) / least;
    }
    case node_kind::real_chosen:
      return std::max(of(what.b), of(what.c));
    case node_kind::real_summed: {
      const auto& list = program_.lists[what.index];
      const auto& items = *batch_->companies().columns[list.column].items;
      return times(of(what.a), static_cast<double>(std::max<std::size_t>(items.rows, 1)));
    }
    case node_kind::real_smallest:
    case node_kind::real_largest:
    case node_kind::real_spread:
      return of(what.a);
    default:
      return std::max(of(what.a), of(what.b));
  }
}

// The magnitude of a divisor that is a constant, else zero.
double runner::least_of_constant(node_id which) const {
  const auto* what = &program_.nodes[which];
  while (what->kind == node_kind::real_spread || what->kind == node_kind::real_of ||
         what->kind == node_kind::spread_number) {
    what = &program_.nodes[what->a];
  }
  if (what->kind == node_kind::real_constant) return std::abs(nearest_to(*what));
  if (what->kind != node_kind::constant) return 0;
  return std::abs(static_cast<double>(what->limit)) * power(-what->scale);
}

// A floor and a ceiling have the same bound.
std::uint64_t runner::greatest_end(const node& what) const {
  constexpr double share = 1 + 0x1p-20;  // errors of what the bound is made of, and of the figures
  const auto most = times(greatest_[what.a], power(places_to(what, what.a))) * share + 4;
  return static_cast<std::uint64_t>(std::min(most, bounds::most_exact));
}

}  // namespace sudui::columns
