// From typed expressions to instructions. Definitions are inlined: their arguments are registers,
// and equal bodies on equal registers meet again in the builder, so that inlining costs nothing at
// run time.
//
// A comparison of quotients, a/b < c/d, becomes one exact operator on a, b, c, d: the quotients
// themselves would be rounded to 34 digits. The builder tells whether a register holds a quotient,
// so this sees through definitions.
//
// Tested by tests/unit/plan/lower_test.cpp and, against the oracle, by tests/property.

#include "plan/lower.hpp"

#include <algorithm>
#include <string>

#include "types/cells.hpp"
#include "values/date.hpp"

namespace sudui::plan {

using types::expr;
using types::expr_kind;
using values::cell;
using values::op;

namespace {
// Definitions that use definitions twice each would make traces grow without bound; from here on
// equal calls share one trace, which leaves parts of a very long explanation out.
constexpr std::size_t most_traces = 20'000;
}  // namespace

lowering::lowering(builder& into, const types::typed_rules& rules, const binding& on)
    : into_(into), rules_(rules), on_(on), locals_(rules.slot_count) {}

trace lowering::take_trace() {
  trace made = traces_.empty() ? trace{} : std::move(traces_.back());
  traces_.clear();
  return made;
}

// Records what became of every expression when explanations are wanted: the traces of the parts,
// made by the recursive calls, become those of this one.
reg lowering::lower(const expr& what) {
  if (!on_.traced) return lower_inner(what);
  ++trace_count_;
  const auto outside = traces_.size();
  trace made;
  made.of = &what;
  made.held = lower_inner(what);
  made.quotient = into_.quotient_in(made.held);
  const bool is_loop = what.kind == expr_kind::some || what.kind == expr_kind::every;
  if (is_loop) made.block = into_.block_of(made.held);
  const auto begin = traces_.begin() + static_cast<std::ptrdiff_t>(outside);
  made.parts.assign(std::make_move_iterator(begin), std::make_move_iterator(traces_.end()));
  traces_.erase(begin, traces_.end());
  traces_.push_back(std::move(made));
  return traces_.back().held;
}

reg lowering::lower_inner(const expr& what) {
  switch (what.kind) {
    case expr_kind::constant:
      return constant(what.constant, what.of);
    case expr_kind::year:
      return into_.number(on_.year);
    case expr_kind::as_of:
      return constant(on_.as_of, types::simple(types::type_kind::date));
    case expr_kind::field:
    case expr_kind::field_range:
      return lower_field(what);
    case expr_kind::parameter:
      return lower_parameter(what);
    case expr_kind::local:
      return locals_[what.index];
    case expr_kind::apply:
      return lower_apply(what);
    case expr_kind::some:
    case expr_kind::every:
    case expr_kind::filter:
    case expr_kind::collect:
      return lower_loop(what);
    case expr_kind::call:
      return lower_call(what);
  }
  return constant(value(), what.of);
}

reg lowering::constant(const value& held, const types::type& as) {
  auto& memory = into_.target().memory;
  const auto made = types::to_cell(held, as, memory, 0);
  if (made.what == values::kind::number) return into_.number(made.number);
  if (made.what == values::kind::string) return into_.text(made.string());
  const auto name = std::to_string(static_cast<int>(made.what)) + " " + to_string(held);
  return into_.constant(made, name);
}

// ---- operators ----

// Only orders are exact on quotients; equality of rounded values is what FEEL promises.
std::optional<op> lowering::quotient_op(op code, reg left, reg right) const {
  if (!into_.quotient_in(left) && !into_.quotient_in(right)) return std::nullopt;
  switch (code) {
    case op::less:
      return op::quotient_less;
    case op::less_equal:
      return op::quotient_less_equal;
    case op::greater:
      return op::quotient_greater;
    case op::greater_equal:
      return op::quotient_greater_equal;
    default:
      return std::nullopt;
  }
}

reg lowering::compare_quotients(op code, reg left, reg right) {
  const auto one = into_.number(1);
  const auto first = into_.quotient_in(left).value_or(std::pair{left, one});
  const auto second = into_.quotient_in(right).value_or(std::pair{right, one});
  return into_.apply(code, {first.first, first.second, second.first, second.second});
}

reg lowering::lower_apply(const expr& what) {
  if (what.code == op::logic_or && !on_.traced) {
    if (const auto made = membership(what)) return *made;
  }
  const auto outside = operands_.size();
  for (const auto& part : what.parts) operands_.push_back(lower(part));
  const auto made = applied(what, std::span(operands_).subspan(outside));
  operands_.resize(outside);
  return made;
}

reg lowering::applied(const expr& what, std::span<const reg> operands) {
  const bool numbers = what.parts.size() == 2 && what.parts[0].of.is(types::type_kind::number);
  if (numbers) {
    if (const auto code = quotient_op(what.code, operands[0], operands[1])) {
      return compare_quotients(*code, operands[0], operands[1]);
    }
  }
  return into_.apply(what.code, operands);
}

// ---- fields ----

// Inputs are numbered as they are first met: a plan asks the profile only for what its policies
// read.
std::uint32_t lowering::input_of(std::uint32_t field) {
  const auto [found, is_new] = inputs_.emplace(field, 0);
  if (!is_new) return found->second;
  const auto& entry = rules_.dictionary[field];
  auto& inputs = into_.target().inputs;
  found->second = static_cast<std::uint32_t>(inputs.size());
  inputs.push_back({field, &entry.of, entry.from->per == model::period::year, entry.from->missing});
  return found->second;
}

reg lowering::lower_field(const expr& what) {
  std::vector<reg> years;
  years.reserve(what.parts.size());
  for (const auto& part : what.parts) years.push_back(lower(part));
  instruction made;
  made.kind = what.kind == expr_kind::field_range ? instruction_kind::load_range
              : years.empty()                     ? instruction_kind::load
                                                  : instruction_kind::load_year;
  made.index = input_of(what.index);
  return into_.emit(made, years);
}

// ---- parameters ----

reg lowering::not_published(std::uint32_t parameter, std::int32_t year) {
  instruction made;
  made.kind = instruction_kind::not_published;
  made.index = parameter;
  made.year = year;
  return into_.emit(made, {});
}

reg lowering::lower_parameter(const expr& what) {
  switch (rules_.parameters[what.index].from->by) {
    case model::selector::date:
      return lower_by_date(what);
    case model::selector::year:
      return lower_by_year(what);
    case model::selector::code:
      return lower_by_code(what);
  }
  return not_published(what.index, values::missing_graph::input::no_year);
}

// At most one entry holds on a day. What stands in it is a constant of the plan; none, or an
// unpublished one, is a missing input with the parameter's name.
reg lowering::lower_by_date(const expr& what) {
  const auto given = on_.parameters.find(what.index);
  const value* held = given == on_.parameters.end() ? nullptr : &given->second;
  if (held == nullptr) {
    for (const auto& each : rules_.parameters[what.index].values) {
      if (each.days.holds(day_)) held = &each.held;
    }
  }
  if (held == nullptr || held->is_unknown()) {
    return not_published(what.index, values::missing_graph::input::no_year);
  }
  return constant(*held, what.of);
}

// A year that is known when binding, such as `year - 1`, is read here and now; one that comes from
// the profile becomes a look-up.
reg lowering::lower_by_year(const expr& what) {
  const auto year = lower(what.parts[0]);
  const auto* known = into_.constant_in(year);
  const bool whole = known != nullptr && known->what == values::kind::number;
  const auto number = whole ? known->number.to_int64() : std::nullopt;
  if (!number) return lookup(what.index, true, year);
  const auto& held = into_.target().tables[table_of(what.index, true)].years;
  const auto found = held.find(static_cast<std::int32_t>(*number));
  if (found == held.end() || found->second.is_unknown()) {
    return not_published(what.index, static_cast<std::int32_t>(*number));
  }
  return into_.constant(found->second,
                        "year " + std::to_string(what.index) + " " + std::to_string(*number));
}

reg lowering::lower_by_code(const expr& what) {
  return lookup(what.index, false, lower(what.parts[0]));
}

reg lowering::lookup(std::uint32_t parameter, bool by_year, reg operand) {
  instruction made;
  made.kind = instruction_kind::lookup;
  made.index = table_of(parameter, by_year);
  return into_.emit(made, {operand});
}

// One table a parameter and day: policies timed by the year read another than those timed by the
// day.
std::uint32_t lowering::table_of(std::uint32_t parameter, bool by_year) {
  const auto [found, is_new] = tables_.emplace(std::pair{parameter, day_}, 0);
  if (!is_new) return found->second;
  auto& tables = into_.target().tables;
  found->second = static_cast<std::uint32_t>(tables.size());
  tables.emplace_back();
  auto& made = tables.back();
  made.parameter = parameter;
  made.by_year = by_year;
  made.match = rules_.parameters[parameter].from->match;
  fill(made, rules_.parameters[parameter]);
  return found->second;
}

// Values from outside take the place of all entries, not of some: what they do not name is not
// published.
void lowering::fill(table& made, const types::typed_parameter& from) {
  auto& memory = into_.target().memory;
  const auto keep = [&](const value& held) {
    auto kept = types::to_cell(held, from.of, memory, 0);
    return kept.what == values::kind::string ? cell::of(memory.keep(kept.string())) : kept;
  };
  const auto given = on_.parameters.find(made.parameter);
  const auto* entries =
      given == on_.parameters.end() ? nullptr : given->second.get_if<value::context>();
  if (entries != nullptr) {
    for (const auto& [name, held] : *entries) {
      if (made.by_year) {
        made.years[static_cast<std::int32_t>(std::stoi(name))] = keep(held);
      } else {
        made.codes[name] = keep(held);
      }
    }
    return;
  }
  for (const auto& each : from.values) {
    if (made.by_year) {
      if (each.year) made.years[*each.year] = keep(each.held);
    } else if (each.days.holds(day_)) {
      made.codes[each.code] = keep(each.held);
    }
  }
}

// ---- loops and calls ----

// The body is lowered with the loop open, so that what it computes from the item alone stays inside
// and all else moves out.
reg lowering::lower_loop(const expr& what) {
  const auto list = lower(what.parts[0]);
  const auto item = into_.open_loop();
  bind_local(what.index, item);
  const auto result = lower(what.parts[1]);
  const auto kind = what.kind == expr_kind::some     ? instruction_kind::some
                    : what.kind == expr_kind::every  ? instruction_kind::every
                    : what.kind == expr_kind::filter ? instruction_kind::filter
                                                     : instruction_kind::collect;
  return into_.close_loop(kind, list, result);
}

// Inlines the version of the policy's day. Equal calls give equal registers in any case; the table
// of bodies only saves the walk, and is left aside while tracing, where every call has its own
// trace.
reg lowering::lower_call(const expr& what) {
  std::vector<reg> arguments;
  arguments.reserve(what.parts.size());
  for (const auto& part : what.parts) arguments.push_back(lower(part));
  const auto& [slots, versions] = *what.called;
  const auto version =
      std::find_if(versions.begin(), versions.end(),
                   [&](const types::called_version& each) { return each.days.holds(day_); });
  if (version == versions.end()) {
    return into_.constant(cell::null(values::null_reason::no_entry), "no version");
  }
  std::tuple key{static_cast<const expr*>(version->body.get()), day_, arguments};
  const bool is_shared = !on_.traced || trace_count_ > most_traces;
  if (is_shared) {
    if (const auto found = bodies_.find(key); found != bodies_.end()) return found->second;
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) bind_local(slots[i], arguments[i]);
  const auto held = lower(*version->body);
  if (into_.depth_of(held) == 0) bodies_.emplace(std::move(key), held);
  return held;
}

}  // namespace sudui::plan
