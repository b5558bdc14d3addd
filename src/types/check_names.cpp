// Literals, names and paths. A name is looked up from the inside out: local variables, members of
// the item of a filter, then `year` and `as_of`, then the one name space of fields, parameters and
// definitions.
//
// Tested by tests/unit/types/check_names_test.cpp.

#include <array>
#include <utility>

#include "types/checker.hpp"
#include "values/clock.hpp"
#include "values/duration.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;

expr checker::infer_literal(const feel::node& node) {
  switch (node.kind) {
    case node_kind::number:
      return constant(node, number_in(unit::free()), node.number);
    case node_kind::string:
      return constant(node, simple(type_kind::string), node.text);
    case node_kind::boolean:
      return constant(node, simple(type_kind::boolean), node.flag);
    default:
      return constant(node, simple(type_kind::null), value::null());
  }
}

// `@"2024-01-31"`, `@"P2Y"`, `@"P30D"`, `@"10:30:00"`, `@"2024-01-31T10:30:00Z"`: what kind it is
// shows in the text.
expr checker::infer_at_literal(const feel::node& node) {
  if (const auto day = parse_date(node.text)) return constant(node, simple(type_kind::date), *day);
  if (const auto months = values::parse_months(node.text)) {
    return constant(node, simple(type_kind::months), months_duration{*months});
  }
  if (const auto length = values::parse_lapse(node.text)) {
    return constant(node, simple(type_kind::days), days_duration{length->count, length->nanos});
  }
  if (const auto time = values::parse_time(node.text)) {
    return constant(node, simple(type_kind::time), values::time_from(*time));
  }
  if (const auto moment = values::parse_moment(node.text)) {
    return constant(node, simple(type_kind::moment), values::moment_from(*moment));
  }
  const bool has_zone = values::names_zone(node.text);
  return error(has_zone ? message::named_zone : message::bad_date_literal, node.where, {node.text});
}

// A local name first: of the variables in scope the innermost, and of a filter also the members of
// its item, so that `hires[degree = "doctor"]` needs no `item.`.
expr checker::infer_name(const feel::node& node) {
  if (const auto found = locals_.find(node.text)) {
    expr local;
    local.kind = expr_kind::local;
    local.of = found.local->of;
    local.where = node.where;
    local.index = found.local->slot;
    if (found.member == scope::found::no_member) return local;
    const auto& chosen = (*found.local->of.members)[found.member];
    auto position =
        constant(node, number_in(unit::free()), static_cast<std::int64_t>(found.member));
    return apply(node, chosen.of, values::op::record_member,
                 parts_of(std::move(local), std::move(position)));
  }
  const std::string_view name = node.text;
  const bool is_year = name == "year";
  if (is_year || name == "as_of") {
    expr made;
    made.kind = is_year ? expr_kind::year : expr_kind::as_of;
    made.of = is_year ? number_in(unit::free()) : simple(type_kind::date);
    made.where = node.where;
    return made;
  }
  if (const auto found = names_.find(name)) return global(node, *found);
  return unknown_name(node);
}

// The suggestion looks at everything that could have been meant here, members of the item in scope
// included.
expr checker::unknown_name(const feel::node& node) {
  if (is_function_name(node.text))
    return error(message::function_as_value, node.where, {node.text});
  std::vector<std::string_view> locals;
  for (const auto& local : locals_.locals()) {
    locals.emplace_back(local.name);
    if (!local.opens_members || !local.of.is(type_kind::record)) continue;
    for (const auto& each : *local.of.members) locals.emplace_back(each.name);
  }
  return error(message::unknown_name, node.where,
               {node.text, std::string(names_.nearest(node.text, locals))});
}

// A bare name, which has no children, is a call without arguments: what that means differs by what
// it names.
expr checker::global(const feel::node& bare, const catalog::entry& found) {
  switch (found.what) {
    case catalog::kind::field:
      return call_field(bare, found.index);
    case catalog::kind::parameter:
      return call_parameter(bare, found.index);
    case catalog::kind::definition:
      return call_definition(bare, found.index);
  }
  return error_in(bare);
}

// A member of a record, or, of a list of records, the list of that member: `hires.wage`. Positions
// are settled here; nothing looks a name up while matching.
expr checker::infer_path(const feel::node& node) {
  expr of = infer(node.children[0]);
  if (of.of.is_error()) return error_in(node);
  const bool is_list = of.of.is(type_kind::list);
  const type& record = is_list ? *of.of.item : of.of;
  if (!record.is(type_kind::record)) return property(node, std::move(of));
  const auto position = member_position(record, node.text);
  if (position == scope::found::no_member) {
    std::vector<std::string_view> members;
    for (const auto& each : *record.members) members.emplace_back(each.name);
    return error(message::unknown_member, node.operator_where,
                 {node.text, std::string(text::nearest(node.text, members))});
  }
  const type chosen = (*record.members)[position].of;
  auto index = constant(node, number_in(unit::free()), static_cast<std::int64_t>(position));
  const auto code = is_list ? values::op::list_member : values::op::record_member;
  return apply(node, is_list ? list_of(chosen) : chosen, code,
               parts_of(std::move(of), std::move(index)));
}

namespace {
struct property_entry {
  type_kind of;
  std::string_view name;
  values::op code;
  type_kind gives = type_kind::number;
  bool is_of_day = false;  // of a moment: asked of its day
};
constexpr std::array properties{
    property_entry{type_kind::date, "year", values::op::date_year},
    property_entry{type_kind::date, "month", values::op::date_month},
    property_entry{type_kind::date, "day", values::op::date_day},
    property_entry{type_kind::date, "weekday", values::op::date_weekday},
    property_entry{type_kind::months, "years", values::op::months_years},
    property_entry{type_kind::months, "months", values::op::months_months},
    property_entry{type_kind::days, "days", values::op::days_days},
    property_entry{type_kind::days, "hours", values::op::days_hours},
    property_entry{type_kind::days, "minutes", values::op::days_minutes},
    property_entry{type_kind::days, "seconds", values::op::days_seconds},
    property_entry{type_kind::time, "hour", values::op::clock_hour},
    property_entry{type_kind::time, "minute", values::op::clock_minute},
    property_entry{type_kind::time, "second", values::op::clock_second},
    property_entry{type_kind::time, "time offset", values::op::clock_offset, type_kind::days},
    property_entry{type_kind::time, "timezone", values::op::clock_zone, type_kind::string},
    property_entry{type_kind::moment, "year", values::op::date_year, type_kind::number, true},
    property_entry{type_kind::moment, "month", values::op::date_month, type_kind::number, true},
    property_entry{type_kind::moment, "day", values::op::date_day, type_kind::number, true},
    property_entry{type_kind::moment, "weekday", values::op::date_weekday, type_kind::number, true},
    property_entry{type_kind::moment, "hour", values::op::clock_hour},
    property_entry{type_kind::moment, "minute", values::op::clock_minute},
    property_entry{type_kind::moment, "second", values::op::clock_second},
    property_entry{type_kind::moment, "time offset", values::op::clock_offset, type_kind::days},
    property_entry{type_kind::moment, "timezone", values::op::clock_zone, type_kind::string},
    property_entry{type_kind::range, "start included", values::op::range_start_included,
                   type_kind::boolean},
    property_entry{type_kind::range, "end included", values::op::range_end_included,
                   type_kind::boolean},
    property_entry{type_kind::range, "start", values::op::range_start, type_kind::range},
    property_entry{type_kind::range, "end", values::op::range_end_of, type_kind::range},
};
}  // namespace

// Parts of dates and durations, `hire_date.year`: FEEL writes them like members.
expr checker::property(const feel::node& node, expr of) {
  std::vector<std::string_view> known;
  for (const auto& each : properties) {
    if (each.of != of.of.kind) continue;
    if (each.name == node.text) {
      type gives = each.gives == type_kind::number ? number_in(unit::free()) : simple(each.gives);
      if (each.gives == type_kind::range) gives = *of.of.item;
      if (each.is_of_day) {
        of = apply(node, simple(type_kind::date), values::op::moment_date, parts_of(std::move(of)));
      }
      return apply(node, gives, each.code, parts_of(std::move(of)));
    }
    known.push_back(each.name);
  }
  if (known.empty()) {
    return error(message::no_members, node.operator_where, {node.text, of.of.to_string()});
  }
  return error(message::unknown_member, node.operator_where,
               {node.text, std::string(text::nearest(node.text, known))});
}

}  // namespace sudui::types
