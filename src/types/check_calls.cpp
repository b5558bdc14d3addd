// Calls: a yearly field is a function of the year, or of a range of years; a parameter by year or
// by code is a function of it; a definition is typed anew for the argument types of each call and
// shared between calls of the same types.
//
// Tested by tests/unit/types/check_names_test.cpp.

#include <algorithm>
#include <utility>

#include "types/checker.hpp"
#include "types/type_tables.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;

std::vector<expr> checker::infer_all(arguments nodes) {
  std::vector<expr> all;
  all.reserve(nodes.size());
  for (const auto id : nodes) all.push_back(infer(id));
  return all;
}

bool checker::expect_arguments(const feel::node& node, std::size_t least, std::size_t most) {
  const auto given = node.children.size() - 1;
  if (given >= least && given <= most) return true;
  const auto wanted =
      least == most ? std::to_string(least) : std::to_string(least) + ".." + std::to_string(most);
  error(message::argument_count, node.where,
        {at(node.children[0]).text, wanted, std::to_string(given)});
  return false;
}

// Names of the rule set come before built-in functions: a function that a later language adds does
// not take away the meaning of rules that exist.
expr checker::infer_call(const feel::node& node) {
  const auto& callee = at(node.children[0]);
  if (callee.kind != node_kind::name) return error(message::not_a_function, callee.where);
  const auto& name = callee.text;
  if (locals_.find(name)) return error(message::not_a_function, callee.where, {name});
  if (const auto found = names_.find(name)) {
    if (!node.names.empty()) return error(message::named_arguments, node.where, {name});
    switch (found->what) {
      case catalog::kind::field:
        return call_field(node, found->index);
      case catalog::kind::parameter:
        return call_parameter(node, found->index);
      case catalog::kind::definition:
        return call_definition(node, found->index);
    }
  }
  if (is_function_name(name)) return call_builtin(node, name);
  return unknown_name(callee);
}

// A bare yearly field is that of the assessment year. A range of years, `revenue([year-2..year])`,
// is no list to be read but a list that the executor makes: one value a year, unknown where the
// company gave none.
expr checker::call_field(const feel::node& node, std::uint32_t index) {
  const auto& entry = names_.dictionary()[index];
  const bool is_bare = node.children.empty();
  if (entry.from->per == model::period::none && !is_bare) {
    return error(message::not_yearly, node.where, {entry.from->id.text});
  }
  expr made;
  made.kind = expr_kind::field;
  made.of = entry.of;
  made.where = node.where;
  made.index = index;
  if (entry.from->per == model::period::none) return made;
  expr this_year;
  this_year.kind = expr_kind::year;
  this_year.of = number_in(unit::free());
  this_year.where = node.where;
  if (is_bare) {
    made.parts.push_back(std::move(this_year));
    return made;
  }
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const auto& argument = at(node.children[1]);
  const bool is_range = argument.kind == node_kind::range;
  if (is_range && (argument.open_low || argument.open_high)) {
    return error(message::open_year_range, argument.where);
  }
  made.parts =
      is_range ? infer_all(argument.children) : infer_all(arguments(node.children).subspan(1));
  for (const auto& part : made.parts) {
    if (!require(part, type_kind::number, entry.from->id.text)) return error_in(node);
  }
  if (is_range) {
    made.kind = expr_kind::field_range;
    made.of = list_of(entry.of);
  }
  return made;
}

// By date: the bare name, since the day is the policy's own. By year: the assessment year unless
// another is given. By code: always with the code.
expr checker::call_parameter(const feel::node& node, std::uint32_t index) {
  names_.parameter_used[index] = true;
  const auto& entry = names_.parameter(index);
  const bool is_bare = node.children.empty();
  expr made;
  made.kind = expr_kind::parameter;
  made.of = entry.of;
  made.where = node.where;
  made.index = index;
  if (entry.of.is_error()) return error_in(node);
  switch (entry.from->by) {
    case model::selector::date:
      if (is_bare) return made;
      return error(message::parameter_by_date, node.where, {entry.from->id.text});
    case model::selector::code:
      if (is_bare) return error(message::parameter_needs_code, node.where, {entry.from->id.text});
      break;
    case model::selector::year:
      if (!is_bare) break;
      made.parts.emplace_back();
      made.parts.back().kind = expr_kind::year;
      made.parts.back().of = number_in(unit::free());
      made.parts.back().where = node.where;
      return made;
  }
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  made.parts.push_back(infer(node.children[1]));
  const auto wanted =
      entry.from->by == model::selector::year ? type_kind::number : type_kind::string;
  if (!require(made.parts[0], wanted, entry.from->id.text)) return error_in(node);
  return made;
}

// The body is typed for the types of the arguments, not once and for all: `growth(y)` of a list and
// of a number would be two instances. The plan inlines it.
expr checker::call_definition(const feel::node& node, std::uint32_t index) {
  const auto& from = names_.rules().definitions[index];
  names_.definition_used[index] = true;
  const bool is_bare = node.children.empty();
  if (is_bare && !from.parameters.empty()) {
    return error(message::definition_needs_arguments, node.where,
                 {from.id.text, std::to_string(from.parameters.size())});
  }
  if (!is_bare && !expect_arguments(node, from.parameters.size(), from.parameters.size())) {
    return error_in(node);
  }
  expr made;
  if (!is_bare) made.parts = infer_all(arguments(node.children).subspan(1));
  const auto* found = instantiate(node, index, made.parts);
  if (found == nullptr || found->of.is_error() || any_error(made.parts)) return error_in(node);
  made.kind = expr_kind::call;
  made.of = found->of;
  made.where = node.where;
  made.index = index;
  made.called = found->called;
  return made;
}

namespace {
// `a -> b -> a`, as the message about a cycle shows it.
std::string chain_of(const catalog& names, std::uint32_t index) {
  const auto begin = std::find(names.active.begin(), names.active.end(), index);
  std::string chain;
  for (auto each = begin; each != names.active.end(); ++each) {
    chain += names.rules().definitions[*each].id.text + " -> ";
  }
  return chain + names.rules().definitions[index].id.text;
}

// Equal for equal types only: what a message says of a type is not enough, for all lists of
// contexts read alike there.
void add_key(std::string& key, const type& of) {
  key += static_cast<char>('a' + static_cast<int>(of.kind));
  if (of.is(type_kind::number)) key += of.in.is_free() ? "?" : of.in.to_string();
  if (of.codes != nullptr) key.append(1, '#').append(of.codes->id.text);
  if (of.item) {
    key += '[';
    add_key(key, *of.item);
    key += ']';
  }
  if (!of.members) return;
  for (const auto& each : *of.members) {
    key.append(1, ',').append(each.name).append(1, '/').append(each.alias) += ':';
    add_key(key, each.of);
  }
  key += ';';
}

std::string instance_key(std::uint32_t index, const std::vector<expr>& given) {
  std::string key = std::to_string(index);
  for (const auto& each : given) {
    key += '|';
    add_key(key, each.of);
  }
  return key;
}
}  // namespace

// A variable may bear any name, but one that hides a field makes a formula say what its reader does
// not see.
void checker::warn_if_shadowed(const std::string& variable, text::span where) {
  if (names_.find(variable)) out_.report(message::shadowed_name, where, {variable});
}

void checker::check_uncalled(std::uint32_t definition) {
  const std::vector<expr> silent(names_.rules().definitions[definition].parameters.size());
  static_cast<void>(instantiate(feel::node{}, definition, silent));
}

// Types a definition for these argument types, or finds the instance that was. Every version is
// typed, not only the one in force, so that a mistake in a version of the past or future shows now;
// all versions must give one type, since callers are typed without a day.
// Cost: once a definition and tuple of argument types, however often it is called.
const catalog::instance* checker::instantiate(const feel::node& node, std::uint32_t index,
                                              const std::vector<expr>& given) {
  const bool is_cycle =
      std::find(names_.active.begin(), names_.active.end(), index) != names_.active.end();
  if (is_cycle) {
    error(message::definition_cycle, node.where, {chain_of(names_, index)});
    return nullptr;
  }
  const auto key = instance_key(index, given);
  if (const auto found = names_.instances.find(key); found != names_.instances.end()) {
    return &found->second;
  }
  const auto& from = names_.rules().definitions[index];
  names_.active.push_back(index);
  catalog::instance made;
  called_definition called;
  scope inner;
  for (std::size_t i = 0; i < given.size(); ++i) {
    warn_if_shadowed(from.parameters[i].text, from.parameters[i].where);
    called.slots.push_back(names_.new_slot());
    inner.push({from.parameters[i].text, given[i].of, called.slots.back(), false});
  }
  made.of = simple(type_kind::null);
  for (const auto& version : from.versions) {
    expr body = version.table ? type_table(*version.table, {names_, out_, inner})
                              : checker(names_, out_, inner, version.body.parsed()).check();
    const type both = body.of.is_error() ? type{} : common(made.of, body.of);
    if (both.is_error() && !body.of.is_error() && !made.of.is_error()) {
      error(message::versions_differ, version.where, {made.of.to_string(), body.of.to_string()});
    }
    made.of = made.of.is_error() ? made.of : both;
    called.versions.push_back({version.days, std::make_shared<const expr>(std::move(body))});
  }
  if (made.of.is(type_kind::number) && !from.unit.text.empty()) {
    const unit declared = unit_named(from.unit.text);
    if (!made.of.in.fits(declared)) {
      error(message::definition_unit, from.unit.where, {made.of.to_string(), from.unit.text});
    }
    made.of = number_in(declared);
  }
  made.called = std::make_shared<const called_definition>(std::move(called));
  names_.active.pop_back();
  return &names_.instances.emplace(key, std::move(made)).first->second;
}

}  // namespace sudui::types
