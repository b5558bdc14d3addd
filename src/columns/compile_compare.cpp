// Comparisons. All six relations come down to `less` and `same`, taken as they are or inverted:
// over whole numbers x <= c is x < c + 1.
//
// A limit finer than the column (a third of a fen) is moved to the next whole multiple on the right
// side, which no value of the column can tell from it.
//
// a/b >= p/q becomes a * above against b * below, with both factors whole: nothing is divided, and
// where the products stay below 2^53 doubles hold them exactly.

#include <algorithm>
#include <limits>
#include <numeric>

#include "columns/column.hpp"
#include "columns/compiler.hpp"
#include "values/coefficient.hpp"

namespace sudui::columns {

using values::int128;
using values::op;

namespace {

constexpr int most_shift = 18;

/// The sides changed over.
op mirrored(op code) {
  switch (code) {
    case op::less:
      return op::greater;
    case op::less_equal:
      return op::greater_equal;
    case op::greater:
      return op::less;
    case op::greater_equal:
      return op::less_equal;
    default:
      return code;
  }
}

bool is_comparison(op code) {
  return code == op::less || code == op::less_equal || code == op::greater ||
         code == op::greater_equal || code == op::equal || code == op::not_equal;
}

/// The relation that quotients are asked for; nothing of another operator.
std::optional<op> plain_relation(op code) {
  switch (code) {
    case op::quotient_less:
      return op::less;
    case op::quotient_less_equal:
      return op::less_equal;
    case op::quotient_greater:
      return op::greater;
    case op::quotient_greater_equal:
      return op::greater_equal;
    case op::quotient_equal:
      return op::equal;
    case op::quotient_not_equal:
      return op::not_equal;
    default:
      return std::nullopt;
  }
}

/// What `limit * 10^scale` is: its floor, clamped far outside of what a number node may hold, and
/// whether it is whole.
struct scaled_limit {
  std::int64_t floor = 0;
  bool is_whole = true;
};

scaled_limit scaled(const decimal& limit, std::int32_t scale) {
  if (const auto whole = to_scaled(limit, scale)) return {*whole, true};
  constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max() - 1;
  const auto moved = decimal::from_parts(limit.high(), limit.low(), limit.exponent() + scale);
  const auto floor = round(moved, 0, rounding::floor);
  const auto whole = floor ? floor->to_int64() : std::nullopt;
  if (!whole || *whole > far || *whole < -far) return {limit.is_negative() ? -far : far, false};
  return {*whole, *floor == moved};
}

/// An exact fraction of two whole numbers below 2^63, the lower one positive.
struct fraction {
  int128 above, below;
};

// Of numbers from 0 on. In 64 bits as soon as both have room there.
int128 common_divisor(int128 a, int128 b) {
  const auto is_long = [](int128 each) { return each >> 64 != 0; };
  if (b == 1) return b;
  while (b != 0 && (is_long(a) || is_long(b))) a = std::exchange(b, a % b);
  return b == 0 ? a : std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

std::optional<fraction> reduced(fraction of) {
  if (of.below == 0) return std::nullopt;
  if (of.below < 0) of = {-of.above, -of.below};
  const auto common = common_divisor(of.above < 0 ? -of.above : of.above, of.below);
  if (common > 1) of = {of.above / common, of.below / common};
  constexpr int128 most = std::numeric_limits<std::int64_t>::max();
  if (of.above > most || of.above < -most || of.below > most) return std::nullopt;
  return of;
}

/// `number` as a fraction with a denominator of a power of ten.
std::optional<fraction> to_fraction(const decimal& number) {
  if (!values::fits_64(number) || number.exponent() > most_shift ||
      number.exponent() < -most_shift) {
    return std::nullopt;
  }
  const auto whole = static_cast<int128>(static_cast<std::int64_t>(number.low()));
  const auto power = static_cast<int128>(values::power_of_ten(std::abs(number.exponent())));
  return number.exponent() < 0 ? reduced({whole, power}) : reduced({whole * power, 1});
}

}  // namespace

std::optional<node_id> compiler::comparison(const instruction& what) {
  if (!is_comparison(what.code)) return quotients(what);
  const auto left = operand(what, 0);
  const auto right = operand(what, 1);
  const auto* left_limit = known_.in(left);
  const auto* right_limit = known_.in(right);
  const auto code = left_limit != nullptr ? mirrored(what.code) : what.code;
  const auto* limit = left_limit != nullptr ? left_limit : right_limit;
  if (limit != nullptr) {
    return with_constant(what, code, left_limit != nullptr ? right : left, *limit);
  }
  if (is_tabled(what.result)) return std::nullopt;
  const auto a = number(left);
  const auto b = a ? number(right) : std::nullopt;
  if (b) return each_against_each(*a, code, *b);
  if (const auto made = compare_reals(what, code, real(left), real(right))) return made;
  const bool is_same = code == op::equal || code == op::not_equal;
  const auto c = is_same ? text(left) : std::nullopt;
  const auto d = c ? text(right) : std::nullopt;
  return d ? each_against_each(*c, code, *d) : std::nullopt;
}

// What one column of texts or days decides is a table instead, a day column itself aside.
std::optional<node_id> compiler::with_constant(const instruction& what, op code, plan::reg compared,
                                               const values::cell& limit) {
  const bool is_same = code == op::equal || code == op::not_equal;
  const bool is_date = limit.what == values::kind::date;
  const auto column = is_date ? column_in(compared) : std::nullopt;
  if (column && column->kind->of == form::day) return day_against_limit(*column, code, limit.day);
  if (is_one_source(source_of(compared))) return std::nullopt;
  if (limit.is_null() && is_same) return is_nothing(compared, code == op::not_equal);
  if (limit.what == values::kind::string && is_same) {
    const auto chosen = text(compared);
    return chosen ? against_limit(*chosen, code, decimal(number_of(limit.string()))) : std::nullopt;
  }
  if (!is_date && limit.what != values::kind::number) return std::nullopt;
  if (const auto a = number(compared)) {
    return against_limit(*a, code, is_date ? decimal(limit.day) : limit.number);
  }
  const auto inexact = real(compared);
  return inexact ? compare_reals(what, code, inexact, real_constant(limit)) : std::nullopt;
}

std::optional<node_id> compiler::against_limit(node_id number, op code, const decimal& limit) {
  const auto moved = scaled(limit, at(number).scale);
  node made;
  made.frame = at(number).frame;
  made.a = number;
  made.kind = node_kind::below;
  const auto next = moved.floor + 1;
  switch (code) {
    case op::less:
    case op::greater_equal:
      made.limit = moved.is_whole ? moved.floor : next;
      made.inverted = code == op::greater_equal;
      break;
    case op::less_equal:
    case op::greater:
      made.limit = next;
      made.inverted = code == op::greater;
      break;
    default:
      made.kind = node_kind::equals;
      made.inverted = code == op::not_equal;
      // What lies between two values of the column equals none of them.
      made.limit = moved.is_whole ? moved.floor : std::numeric_limits<std::int64_t>::min();
  }
  return add(made);
}

std::optional<node_id> compiler::day_against_limit(const column_of& from, op code,
                                                   std::int32_t day) {
  node made;
  made.frame = from.frame;
  made.column = from.column;
  made.kind = node_kind::day_below;
  switch (code) {
    case op::less:
    case op::greater_equal:
      made.limit = day;
      made.inverted = code == op::greater_equal;
      break;
    case op::less_equal:
    case op::greater:
      made.limit = std::int64_t{day} + 1;
      made.inverted = code == op::greater;
      break;
    default:
      made.kind = node_kind::day_equals;
      made.limit = day;
      made.inverted = code == op::not_equal;
  }
  return add(made);
}

std::optional<node_id> compiler::each_against_each(node_id a, op code, node_id b) {
  node made;
  join({&a, &b}, made.frame);
  if (!align(a, b)) return std::nullopt;
  made.kind = code == op::equal || code == op::not_equal ? node_kind::same : node_kind::less;
  made.inverted = code == op::not_equal || code == op::less_equal || code == op::greater_equal;
  if (code == op::less_equal || code == op::greater) std::swap(a, b);
  made.a = a;
  made.b = b;
  return add(made);
}

std::optional<node_id> compiler::quotients(const instruction& what) {
  const auto code = plain_relation(what.code);
  if (!code || is_tabled(what.result)) return std::nullopt;
  const bool is_same = *code == op::equal || *code == op::not_equal;
  if (!is_same) {
    if (const auto made = fixed_ratio(what, *code, 2)) return made;
    if (const auto made = fixed_ratio(what, mirrored(*code), 0)) return made;
  }
  if (const auto made = cross_products(what, *code, is_same)) return made;
  return compare_real_quotients(what, *code);
}

// Against a fixed quotient, whose two parts are operands from `from` on.
std::optional<node_id> compiler::fixed_ratio(const instruction& what, op code, std::uint32_t from) {
  const auto* above = known_.in(operand(what, from));
  const auto* below = known_.in(operand(what, from + 1));
  const bool is_fixed = above != nullptr && below != nullptr &&
                        above->what == values::kind::number && below->what == values::kind::number;
  if (!is_fixed) return std::nullopt;
  const auto a = number(operand(what, 2 - from));
  const auto b = a ? number(operand(what, 3 - from)) : std::nullopt;
  return b ? ratio(*a, *b, code, above->number, below->number) : std::nullopt;
}

std::optional<node_id> compiler::cross_products(const instruction& what, op code, bool is_same) {
  node made;
  node_id* parts[] = {&made.a, &made.b, &made.c, &made.d};
  for (std::uint32_t i = 0; i < 4; ++i) {
    const auto part = number(operand(what, i));
    if (!part) return std::nullopt;
    *parts[i] = *part;
  }
  join({&made.a, &made.b, &made.c, &made.d}, made.frame);
  made.kind = is_same ? node_kind::quotient_same : node_kind::quotient;
  made.inverted = code == op::not_equal || code == op::less_equal || code == op::greater_equal;
  if (code == op::less_equal || code == op::greater) {
    std::swap(made.a, made.c);
    std::swap(made.b, made.d);
  }
  // a * d has the scale of its factors, c * b of its own: the smaller one is brought up.
  const auto left = at(made.a).scale + at(made.d).scale;
  const auto right = at(made.c).scale + at(made.b).scale;
  if (std::abs(left - right) > most_shift) return std::nullopt;
  made.above = static_cast<std::int64_t>(values::power_of_ten(std::max(right - left, 0)));
  made.below = static_cast<std::int64_t>(values::power_of_ten(std::max(left - right, 0)));
  return add(made);
}

std::optional<node_id> compiler::ratio(node_id a, node_id b, op code, const decimal& above,
                                       const decimal& below) {
  node made;
  if (below.is_zero()) return std::nullopt;
  join({&a, &b}, made.frame);
  const auto up = to_fraction(above);
  const auto down = to_fraction(below);
  if (!up || !down) return std::nullopt;
  const auto limit = reduced({up->above * down->below, up->below * down->above});
  // a 10^-sa / (b 10^-sb) against p/q: a q 10^sb against b p 10^sa.
  if (!limit) return std::nullopt;
  const auto shift = at(b).scale - at(a).scale;
  if (std::abs(shift) > most_shift) return std::nullopt;
  const auto power = static_cast<int128>(values::power_of_ten(std::abs(shift)));
  constexpr int128 most = std::numeric_limits<std::int64_t>::max();
  if (limit->below > most / power || std::max(limit->above, -limit->above) > most / power) {
    return std::nullopt;
  }
  const auto factors = shift < 0 ? reduced({limit->above * power, limit->below})
                                 : reduced({limit->above, limit->below * power});
  if (!factors) return std::nullopt;
  made.kind = node_kind::ratio;
  made.a = a;
  made.b = b;
  made.above = static_cast<std::int64_t>(factors->below);
  made.below = static_cast<std::int64_t>(factors->above);
  made.inverted = code == op::less_equal || code == op::greater_equal;
  if (code == op::less_equal || code == op::greater) {  // both negated: less becomes greater
    made.above = -made.above;
    made.below = -made.below;
  }
  return add(made);
}

}  // namespace sudui::columns
