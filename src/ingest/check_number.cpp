// Units and ranges of numbers. Formulas count in base units (yuan, persons), profiles may be
// written in multiples of them: 5000 with the unit of ten thousand yuan is 50,000,000 yuan. All
// factors are powers of ten, so that nothing is lost on the way.
//
// A bare number is in the unit of the dictionary; an envelope may say another multiple of the same
// base. The range of the dictionary is in the dictionary's unit, and both are compared in the base.
//
// Tested by tests/unit/ingest/check_number_test.cpp.
#include "ingest/check_number.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "model/units.hpp"

namespace sudui::ingest {
namespace {

using text::message;

bool same_below(const model::unit_form& a, const model::unit_form& b) {
  return std::equal(a.below.begin(), a.below.end(), b.below.begin(), b.below.end());
}

std::optional<decimal> in_base(const decimal& written, const model::unit_form& unit) {
  return multiply(written, decimal(unit.above->factor));
}

std::optional<model::unit_form> given_unit(const text::tree& said, const model::unit_form& own,
                                           std::string_view own_name, const place& where,
                                           text::sink& out) {
  auto given = model::parse_unit(said.text());
  if (!said.is_scalar() || !given) {
    out.report(message::unknown_value_unit, said.where,
               {where.to_string(), std::string(said.text()), std::string(own_name)});
    return std::nullopt;
  }
  if (given->above->base == own.above->base && same_below(*given, own)) return given;
  out.report(message::unit_differs, said.where,
             {where.to_string(), std::string(said.text()), std::string(own_name)});
  return std::nullopt;
}

bool in_range(const decimal& held, const decimal& factor, const wanted& as, text::span at,
              const place& where, text::sink& out) {
  const auto limit_in_base = [&](const decimal& limit) { return multiply(limit, factor); };
  if (as.from->minimum && held < limit_in_base(*as.from->minimum)) {
    out.report(message::below_minimum, at,
               {where.to_string(), held.to_string(), as.from->minimum->to_string()});
    return false;
  }
  if (as.from->maximum && limit_in_base(*as.from->maximum) < held) {
    out.report(message::above_maximum, at,
               {where.to_string(), held.to_string(), as.from->maximum->to_string()});
    return false;
  }
  return true;
}

}  // namespace

std::optional<decimal> check_number(const decimal& written, const wanted& as, text::span at,
                                    const place& where, text::sink& out) {
  const std::string_view own_name = as.from == nullptr ? std::string_view() : as.from->unit.text;
  const auto own = model::parse_unit(own_name);
  const bool says_unit = as.unit != nullptr && !as.unit->is_null();
  if (says_unit && !own) {
    out.report(message::unit_without_need, as.unit->where,
               {where.to_string(), std::string(as.unit->text())});
    return std::nullopt;
  }
  std::optional<decimal> held = written;
  if (own) {
    const auto given = says_unit ? given_unit(*as.unit, *own, own_name, where, out) : own;
    if (!given) return std::nullopt;
    held = in_base(written, *given);
  }
  if (!held) {
    out.report(message::profile_number_too_long, at, {where.to_string(), written.to_string()});
    return std::nullopt;
  }
  const decimal factor(own ? own->above->factor : 1);
  if (as.from != nullptr && !in_range(*held, factor, as, at, where, out)) return std::nullopt;
  return held;
}

bool check_unit(const text::tree& said, const model::field* of, std::string_view name,
                text::sink& out) {
  const place where{nullptr, name, {}, {}};
  const std::string_view own_name = of == nullptr ? std::string_view() : of->unit.text;
  const auto own = model::parse_unit(own_name);
  if (own) return given_unit(said, *own, own_name, where, out).has_value();
  out.report(message::unit_without_need, said.where, {where.to_string(), std::string(said.text())});
  return false;
}

}  // namespace sudui::ingest
