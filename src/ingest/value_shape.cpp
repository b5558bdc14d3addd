// The straight way from a JSON token to the form of a column, for values that are plainly right. It
// knows no findings: the slow way (`scalar_of`, `check_number`, `check_text`) reads again what is
// refused here and says what is wrong, or that nothing is.
//
//   5860.5 of a field in ten thousand yuan: digits 58605, one place, unit 10^4, column 10^-2:
//   58605 * 10^(4 + 2 - 1) = 5,860,500,000 fen
//
// All factors of units are powers of ten, so a number is moved, never rounded: one that has more
// places than its column is refused. Limits are whole numbers of the column's places too, or no
// number of the field is taken here.
//
// Tested by tests/unit/ingest/value_shape_test.cpp and tests/property/column_reader_test.cpp.
#include "ingest/value_shape.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/credit_code.hpp"
#include "ingest/register_code.hpp"
#include "model/units.hpp"
#include "values/coefficient.hpp"
#include "values/date.hpp"
#include "values/duration.hpp"

namespace sudui::ingest {
namespace {

using types::type_kind;

constexpr std::int64_t beyond = std::int64_t{1} << 53;  // of what a column holds

constexpr std::array<std::int64_t, 19> make_powers() {
  std::array<std::int64_t, 19> made{1};
  for (std::size_t i = 1; i < made.size(); ++i) made[i] = made[i - 1] * 10;
  return made;
}
constexpr auto all_powers = make_powers();

std::optional<std::int32_t> power_of_ten(std::int64_t factor) {
  const auto found = std::find(all_powers.begin(), all_powers.end(), factor);
  if (found == all_powers.end()) return std::nullopt;
  return static_cast<std::int32_t>(found - all_powers.begin());
}

template <class Whole>
bool keep_whole(const std::optional<Whole>& held, columns::piece& into) {
  into.whole = held.value_or(0);
  return held.has_value();
}

bool is_sound(std::string_view text, model::value_check by) {
  switch (by) {
    case model::value_check::none:
      return true;
    case model::value_check::credit_code:
      return flaw_of_credit_code(text) == code_flaw::none;
    case model::value_check::division_code:
      return is_division_code(text);
    case model::value_check::industry_code:
      return flaw_of_industry_code(text) == industry_flaw::none;
  }
  return false;
}

}  // namespace

value_shape::value_shape(const types::type& of, const model::field* from) : kind_(of.kind) {
  least_ = 1 - beyond;
  most_ = beyond - 1;
  if (from != nullptr && kind_ == type_kind::string) {
    for (const auto& each : from->codes) codes_.insert(each.text);
    check_ = from->check;
  }
  if (kind_ != type_kind::number) return;
  scale_ = columns::kind_of(of).scale;
  if (from == nullptr) return;
  set_units(from->unit.text);
  set_range(*from);
}

value_shape::short_form value_shape::short_form_of(const number_form& as) noexcept {
  short_form made;
  for (int places = 0; places < 3; ++places) {
    const auto shift = as.shift - places;
    if (shift >= 0 && shift <= most_shift) made.factors[places] = powers[shift];
  }
  made.least = as.least;
  made.span = static_cast<std::uint64_t>(as.most) - static_cast<std::uint64_t>(as.least);
  return made;
}

// Every unit that differs from the field's own in its first word only, and has the same base.
void value_shape::set_units(std::string_view own) {
  const auto form = model::parse_unit(own);
  if (!form) return;
  const auto below = own.find('/');
  const std::string_view tail = below == std::string_view::npos ? "" : own.substr(below);
  for (const auto& word : model::unit_words()) {
    const auto power = power_of_ten(word.factor);
    if (!power || word.base != form->above->base) continue;
    units_.push_back({std::string(word.name).append(tail), *power});
  }
  const auto power = power_of_ten(form->above->factor);
  if (power) {
    power_ = *power;
  } else {
    kind_ = type_kind::error;  // takes nothing
  }
}

void value_shape::set_range(const model::field& from) {
  const auto factor = decimal::scaled(1, power_);
  const auto lowest = decimal::scaled(-beyond, -scale_);
  const auto highest = decimal::scaled(beyond, -scale_);
  const auto set = [&](const std::optional<decimal>& said, std::int64_t& limit) {
    if (!said) return;
    const auto held = multiply(*said, factor);
    const auto scaled = held ? columns::to_scaled(*held, scale_) : std::nullopt;
    if (scaled) {
      limit = *scaled;
      return;
    }
    const bool is_far = held && (limit < 0 ? *held <= lowest : highest <= *held);
    if (!is_far) kind_ = type_kind::error;
  };
  set(from.minimum, least_);
  set(from.maximum, most_);
}

std::optional<std::int32_t> value_shape::power_of(std::string_view unit) const {
  const auto found = std::find_if(units_.begin(), units_.end(),
                                  [&](const unit_power& each) { return each.name == unit; });
  if (found == units_.end()) return std::nullopt;
  return found->power;
}

bool value_shape::read_shaped(json_tokens& from, columns::piece& into) const {
  return from.peek() == 'n' ? from.word("null") : enveloped(from, into);
}

values::cell value_shape::cell_of(const columns::piece& held) const {
  if (held.is == columns::piece::state::null) return values::cell::null(values::null_reason::given);
  if (!held.is_known()) return {};
  switch (kind_) {
    case type_kind::number:
      return values::cell::of(decimal::scaled(held.whole, -scale_));
    case type_kind::string:
      return values::cell::of(held.text);
    case type_kind::boolean:
      return values::cell::of(held.whole != 0);
    case type_kind::date:
      return values::cell::of_day(static_cast<std::int32_t>(held.whole));
    case type_kind::days:
      return values::cell::of_days(held.whole);
    case type_kind::months:
      return values::cell::of_months(held.whole);
    default:
      return {};
  }
}

bool value_shape::bare_other(json_tokens& from, columns::piece& into) const {
  if (kind_ == type_kind::boolean) {
    into.whole = from.peek() == 't' ? 1 : 0;
    return from.word(into.whole != 0 ? "true" : "false");
  }
  std::string_view said;
  if (!from.take_text(said)) return false;
  return kind_ == type_kind::string ? keep(said, into) : keep_parsed(said, into);
}

bool value_shape::keep_shortened(const plain_number& written, const number_form& as,
                                 columns::piece& into) {
  const auto shift = as.shift - written.places;
  const auto by = static_cast<std::size_t>(shift < 0 ? -shift : shift);
  if (by >= all_powers.size()) return false;
  if (shift < 0) {
    if (written.digits % all_powers[by] != 0) return false;
    into.whole = written.digits / all_powers[by];
  } else if (__builtin_mul_overflow(written.digits, all_powers[by], &into.whole)) {
    return false;
  }
  return as.least <= into.whole && into.whole <= as.most;
}

bool value_shape::keep(std::string_view text, columns::piece& into) const {
  if ((!codes_.empty() && !codes_.contains(text)) || !is_sound(text, check_)) return false;
  into.text = text;
  return true;
}

bool value_shape::keep_parsed(std::string_view text, columns::piece& into) const {
  switch (kind_) {
    case type_kind::date:
      return keep_whole(values::parse_day(text), into);
    case type_kind::days:
      return keep_whole(values::parse_days(text), into);
    case type_kind::months:
      return keep_whole(values::parse_months(text), into);
    default:
      return false;
  }
}

namespace {

constexpr std::string_view beside[] = {"status", "source_dept", "observed_at"};

struct status_word {
  std::string_view said;
  columns::piece::state means;
};
constexpr status_word statuses[] = {{"known", columns::piece::state::known},
                                    {"missing", columns::piece::state::unknown},
                                    {"conflict", columns::piece::state::unknown},
                                    {"not_applicable", columns::piece::state::null}};

bool read_status_word(json_tokens& from, columns::piece::state& into) {
  std::string_view said;
  if (!from.take_text(said)) return false;
  const auto* const found = std::find_if(std::begin(statuses), std::end(statuses),
                                         [&](const auto& each) { return each.said == said; });
  if (found == std::end(statuses)) return false;
  into = found->means;
  return true;
}

// The keys beside the value, each of which may stand once.
struct beside_value {
  std::array<bool, std::size(beside)> seen{};
  columns::piece::state status = columns::piece::state::known;

  bool pass(json_tokens& from) {
    const auto* const found = std::find_if(std::begin(beside), std::end(beside),
                                           [&](auto name) { return from.take_key(name); });
    if (found == std::end(beside)) return false;
    if (std::exchange(seen[static_cast<std::size_t>(found - beside)], true)) return false;
    return found == beside ? read_status_word(from, status) : from.skip();
  }
};

void keep_nothing(columns::piece::state why, columns::piece& into) {
  into = {};
  into.is = why;
}

}  // namespace

std::optional<std::int32_t> value_shape::unit(json_tokens& from) const {
  const auto said = from.text();
  return said && kind_ == type_kind::number ? power_of(*said) : std::nullopt;
}

// `{"value": 5860, "unit": "..."}` with what may stand beside it and says nothing of the value. The
// unit may come last, so that the value is read when all is known; where the status says that there
// is no value, what stands in its place says nothing. A period may have a meaning.
bool value_shape::enveloped(json_tokens& from, columns::piece& into) const {
  const std::uint32_t* value_place = nullptr;
  std::optional<std::int32_t> power;
  beside_value others;
  (void)from.take('{');
  do {
    if (value_place == nullptr && from.take_key("value")) {
      value_place = from.place();
      if (!from.skip()) return false;
    } else if (!power && from.take_key("unit")) {
      power = unit(from);
      if (!power) return false;
    } else if (!others.pass(from)) {
      return false;
    }
  } while (from.take(','));
  if (!from.take('}')) return false;
  if (others.status != columns::piece::state::known) {
    keep_nothing(others.status, into);
    return true;
  }
  if (value_place == nullptr) return false;
  const auto end = from.place();
  from.go_to(value_place);
  const bool fits = from.peek() == 'n' || bare(from, power.value_or(power_), into);
  from.go_to(end);
  return fits;
}

bool value_shape::read_status(json_tokens& from, columns::piece& into) {
  beside_value others;
  if (!from.take('{')) return false;
  do {
    if (!others.pass(from)) return false;
  } while (from.take(','));
  keep_nothing(others.status, into);
  return from.take('}') && others.status != columns::piece::state::known;
}

}  // namespace sudui::ingest
