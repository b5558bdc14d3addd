// One expression through the stages that a formula of a rule set goes through: typed, lowered, run.
// Variables are inputs of the plan without a field behind them, so what hangs on one is computed
// while running and not when the plan is made.
//
// Cost: a copy of the typed rules, then that of a plan of one expression.
//
// Tested by tests/data/feel_test.cpp and the conformance runner.

#include "api/evaluate.hpp"

#include <utility>

#include "decide/row.hpp"
#include "plan/builder.hpp"
#include "plan/lower.hpp"
#include "types/catalog.hpp"
#include "types/cells.hpp"
#include "types/checker.hpp"
#include "types/type_tables.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

namespace {

std::shared_ptr<types::typed_rules> copy_of(const types::typed_rules* rules) {
  if (rules != nullptr) return std::make_shared<types::typed_rules>(*rules);
  auto none = std::make_shared<types::typed_rules>();
  none->from = std::make_shared<const model::rule_set>();
  return none;
}

// An input that no field stands behind: its number lies beyond the dictionary.
plan::reg input_register(plan::builder& into, const types::typed_rules& rules,
                         const variable& from) {
  auto& inputs = into.target().inputs;
  plan::instruction load;
  load.kind = plan::instruction_kind::load;
  load.index = static_cast<std::uint32_t>(inputs.size());
  plan::input made;
  made.field = static_cast<std::uint32_t>(rules.dictionary.fields().size() + inputs.size());
  made.of = &from.of;
  inputs.push_back(made);
  return into.emit(load, {});
}

evaluation run_plan(std::shared_ptr<const types::typed_rules> rules, types::expr what,
                    std::span<const variable> variables, std::span<const std::uint32_t> slots,
                    const evaluate_options& options) {
  plan::binding on;
  on.as_of = options.as_of;
  on.year = options.year.value_or(static_cast<int>(options.as_of.year()));
  on.traced = options.traced;
  evaluation made;
  made.of = what.of;
  const auto planned = std::make_shared<plan::plan>();
  const auto body = std::make_shared<const types::expr>(std::move(what));
  planned->rules = rules;
  planned->as_of = on.as_of;
  planned->year = on.year;
  plan::builder into(*planned);
  plan::lowering lower(into, *rules, on);
  lower.set_day(options.as_of);
  for (std::size_t i = 0; i < variables.size(); ++i) {
    lower.bind_local(slots[i], input_register(into, *rules, variables[i]));
  }
  const auto result = lower.lower(*body);
  made.trace = lower.take_trace();
  for (auto i = static_cast<std::uint32_t>(variables.size()); i < planned->inputs.size(); ++i) {
    planned->input_names.emplace(rules->dictionary[planned->inputs[i].field].from->id.text, i);
  }
  made.run = std::make_shared<decide::state>();
  made.run->prepare(*planned);
  for (std::size_t i = 0; i < variables.size(); ++i) {
    const auto leaf =
        made.run->missing.leaf({values::missing_graph::input::source::field,
                                planned->inputs[i].field, values::missing_graph::input::no_year});
    made.run->inputs[i].is_given = true;
    made.run->inputs[i].held =
        types::to_cell(variables[i].held, variables[i].of, made.run->memory, leaf);
  }
  if (options.company != nullptr) decide::bind_profile(*planned, *options.company, *made.run);
  decide::run_block(*planned, 0, *made.run);
  made.held = types::to_value(made.run->registers[result], made.of);
  made.planned = planned;
  made.body = body;
  return made;
}

}  // namespace

namespace {

// `type` gives the typed expression, with the variables in scope.
template <class Type>
evaluation typed_and_run(std::span<const variable> variables, const evaluate_options& options,
                         text::sink& out, Type&& type) {
  auto typed = copy_of(options.rules.get());
  types::catalog names(*typed->from, typed->dictionary, typed->parameters, out);
  names.null_operands = options.null_operands;
  types::scope locals;
  std::vector<std::uint32_t> slots;
  slots.reserve(variables.size());
  for (std::uint32_t taken = 0; taken < typed->slot_count; ++taken) {
    static_cast<void>(names.new_slot());
  }
  for (const auto& each : variables) {
    slots.push_back(names.new_slot());
    locals.push({each.name, each.of, slots.back(), false});
  }
  auto what = type(types::table_names{names, out, locals});
  if (out.has_errors() || what.of.is_error()) return {};
  typed->slot_count = names.slot_count();
  return run_plan(std::move(typed), std::move(what), variables, slots, options);
}

}  // namespace

evaluation evaluate(const feel::expression& tree, std::span<const variable> variables,
                    const evaluate_options& options, text::sink& out) {
  return typed_and_run(variables, options, out, [&](const types::table_names& with) {
    return types::checker(with.names, with.out, with.locals, tree).check();
  });
}

evaluation evaluate_table(const model::tiers& table, std::span<const variable> variables,
                          const evaluate_options& options, text::sink& out) {
  return typed_and_run(variables, options, out, [&](const types::table_names& with) {
    return types::type_table(table, with);
  });
}

namespace {

types::type type_of_items(const value::list& items) {
  auto item = types::simple(types::type_kind::null);
  for (const auto& each : items) {
    item = types::common(item, type_of(each));
    if (item.is_error()) break;
  }
  return item.is_error() ? item : types::list_of(std::move(item));
}

}  // namespace

types::type type_of(const value& held) {
  using types::simple;
  using types::type_kind;
  if (held.get_if<bool>() != nullptr) return simple(type_kind::boolean);
  if (held.get_if<decimal>() != nullptr) return types::number_in(types::unit::free());
  if (held.get_if<std::string>() != nullptr) return simple(type_kind::string);
  if (held.get_if<date>() != nullptr) return simple(type_kind::date);
  if (held.get_if<days_duration>() != nullptr) return simple(type_kind::days);
  if (held.get_if<months_duration>() != nullptr) return simple(type_kind::months);
  if (held.get_if<time_of_day>() != nullptr) return simple(type_kind::time);
  if (held.get_if<date_time>() != nullptr) return simple(type_kind::moment);
  if (const auto* range = held.get_if<value::range>()) {
    return types::range_of(types::common(type_of(range->low()), type_of(range->high())));
  }
  if (const auto* items = held.get_if<value::list>()) return type_of_items(*items);
  if (const auto* entries = held.get_if<value::context>()) {
    std::vector<types::member> members;
    members.reserve(entries->size());
    for (const auto& [name, each] : *entries) members.push_back({name, {}, type_of(each), nullptr});
    return types::record_of(std::move(members));
  }
  return simple(type_kind::null);
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
