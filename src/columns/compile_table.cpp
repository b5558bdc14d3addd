// Tables: a truth that depends on one column of texts or days alone is worked out once for each
// different value of the column, by the operators of the row executor, and looked up for the rows.
// It does not matter what is computed: `upper case(x)`, three months after a day, a parameter by
// code.

#include <algorithm>

#include "columns/column.hpp"
#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction_kind;
using values::op;

namespace {
constexpr std::int32_t most_table_places = 6;
}

// Which single column a register comes from, constants aside.
plan::reg compiler::source_of(plan::reg which) {
  if (known_.in(which) != nullptr) return no_source;
  if (sources_[which] == unasked) {
    sources_[which] = many_sources;  // of what reads itself
    sources_[which] = find_source(which);
  }
  return sources_[which];
}

plan::reg compiler::find_source(plan::reg which) {
  if (const auto column = column_in(which)) {
    const bool is_tabled = column->kind->of == form::text || column->kind->of == form::day;
    return is_tabled ? which : many_sources;
  }
  const auto* what = made_by(which);
  if (what == nullptr) return many_sources;
  if (what->kind == instruction_kind::not_published) return no_source;
  if (what->kind != instruction_kind::apply && what->kind != instruction_kind::lookup) {
    return many_sources;
  }
  auto made = no_source;
  for (std::uint32_t i = 0; i < what->count; ++i) {
    const auto part = source_of(operand(*what, i));
    if (part == no_source || part == made) continue;
    if (part == many_sources || made != no_source) return many_sources;
    made = part;
  }
  return made;
}

bool compiler::is_tabled(plan::reg which) {
  const auto from = source_of(which);
  return is_one_source(from) && from != which;
}

void compiler::add_table(plan::reg which, node& into) {
  const auto from = source_of(which);
  const auto column = column_in(from);
  into.frame = column->frame;
  into.column = column->column;
  into.index = static_cast<std::uint32_t>(out_.tables.size());
  code_table code;
  code.frame = column->frame;
  code.column = column->column;
  code.source = from;
  code.result = which;
  code_.clear();
  collect(which, from);
  code.code = out_.code.keep(code_);
  out_.tables.push_back(code);
}

std::optional<node_id> compiler::table(plan::reg which) {
  if (!is_tabled(which)) return std::nullopt;
  node made;
  made.kind = node_kind::coded;
  add_table(which, made);
  return add_new(made);
}

// Rounding to places that are known beforehand.
std::optional<std::int32_t> compiler::rounded_places(const instruction& what) const {
  const auto* held = known_.in(operand(what, 1));
  const bool is_number = held != nullptr && held->what == values::kind::number;
  const auto places = is_number ? held->number.to_int64() : std::nullopt;
  if (!places || *places > most_table_places) return std::nullopt;
  return static_cast<std::int32_t>(std::max<std::int64_t>(*places, 0));
}

// Decimal places that hold whatever the instruction gives; nothing where that is not plain to see.
std::optional<std::int32_t> compiler::places_of(const instruction& what) const {
  if (what.kind == instruction_kind::lookup) {
    std::int32_t places = 0;
    const auto& from = plan_.tables[what.index];
    const auto take = [&](const values::cell& held) {
      if (held.what != values::kind::number) return !held.is_known();
      while (places <= most_table_places && !to_scaled(held.number, places)) ++places;
      return places <= most_table_places;
    };
    const auto each = [&](const auto& entry) { return take(entry.second); };
    const bool fits = std::all_of(from.years.begin(), from.years.end(), each) &&
                      std::all_of(from.codes.begin(), from.codes.end(), each);
    return fits ? std::optional(places) : std::nullopt;
  }
  switch (what.code) {
    case op::date_year:
    case op::date_month:
    case op::date_day:
    case op::date_weekday:
    case op::date_plus_days:
    case op::date_minus_days:
    case op::date_plus_months:
    case op::date_minus_months:
    case op::date_last_day_of_month:
    case op::months_between:
    case op::string_length:
      return 0;
    case op::number_floor:
    case op::number_ceiling:
    case op::number_round_up:
    case op::number_round_down:
    case op::number_round_half_up:
    case op::number_round_half_down:
    case op::number_round_half_even:
      return rounded_places(what);
    case op::number_from_string:
      return most_table_places;
    default:
      return std::nullopt;
  }
}

// A number, or a day, of one column: the year of a date, a quota by code. A value that has no whole
// form in the batch makes the node unusable.
std::optional<node_id> compiler::coded_number(plan::reg which) {
  const auto* what = made_by(which);
  const auto places = what == nullptr ? std::nullopt : places_of(*what);
  if (!places || !is_tabled(which)) return std::nullopt;
  node made;
  made.kind = node_kind::coded_number;
  made.scale = *places;
  add_table(which, made);
  out_.tables.back().gives_number = true;
  out_.tables.back().scale = *places;
  return add_new(made);
}

// The instructions under a register, operands first, each once.
void compiler::collect(plan::reg which, plan::reg from) {
  const auto* what = made_by(which);
  if (which == from || what == nullptr) return;
  for (const auto& each : code_) {
    if (each.result == which) return;
  }
  for (std::uint32_t i = 0; i < what->count; ++i) collect(operand(*what, i), from);
  code_.push_back(*what);
}

}  // namespace sudui::columns
