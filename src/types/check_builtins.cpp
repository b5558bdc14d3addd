// Built-in functions. Most are a line of the table in builtins.cpp; those whose result depends on
// how they are called (`date` of a text or of three numbers, `sum` of a list or of its items) are
// special.
//
// Tested by tests/unit/types/check_names_test.cpp.

#include <algorithm>
#include <array>
#include <utility>

#include "types/checker.hpp"
#include "values/regex.hpp"

namespace sudui::types {

using text::message;
using values::op;

namespace {
// A comma list of the table, such as `string,start,length`, as its words.
std::vector<std::string_view> split(std::string_view names) {
  std::vector<std::string_view> all;
  while (!names.empty()) {
    const auto comma = names.find(',');
    all.push_back(names.substr(0, comma));
    names = comma == std::string_view::npos ? std::string_view{} : names.substr(comma + 1);
  }
  return all;
}

// The letters of a signature, as builtins.cpp writes them: `n` any number, `u` a number without
// unit, and so on; any other letter takes everything. Null fits every parameter: what a function
// makes of it is decided while matching.
bool accepts(char letter, const type& given) {
  if (given.is(type_kind::null)) return true;
  switch (letter) {
    case 'n':
      return given.is(type_kind::number);
    case 'u':
      return given.is(type_kind::number) && (given.in.is_free() || given.in.is_one());
    case 's':
      return given.is(type_kind::string);
    case 'd':
      return given.is(type_kind::date);
    case 'D':
      return given.is(type_kind::days);
    case 'M':
      return given.is(type_kind::months);
    case 'b':
      return given.is(type_kind::boolean);
    case 'c':
      return given.is(type_kind::date) || given.is(type_kind::moment);
    case 't':
      return given.is(type_kind::time);
    case 'l':
      return given.is(type_kind::list);
    case 'S':
      return given.is(type_kind::list) &&
             (given.item->is(type_kind::string) || given.item->is(type_kind::null));
    default:
      return true;
  }
}

// What the table says a call gives. `N` and `L` are the type of the first argument with its unit,
// so that `abs` of `元` is `元` and `reverse` of a list is that list.
type result_type(char letter, const std::vector<expr>& given) {
  switch (letter) {
    case 'N':
      return given[0].of.is(type_kind::null) ? number_in(unit::free()) : given[0].of;
    case 'L':
      return given[0].of;
    case 'u':
      return number_in(unit::free());
    case 'U':
      return list_of(number_in(unit::free()));
    case 'T':
      return list_of(simple(type_kind::string));
    case 't':
      return simple(type_kind::time);
    case 'm':
      return simple(type_kind::moment);
    case 's':
      return simple(type_kind::string);
    case 'd':
      return simple(type_kind::date);
    case 'D':
      return simple(type_kind::days);
    case 'M':
      return simple(type_kind::months);
    default:
      return simple(type_kind::boolean);
  }
}

// Whether the question `list contains` makes sense: an element that no item can equal is a slip.
bool may_hold(const type& list, const type& element) {
  return !list.is(type_kind::list) || !common(*list.item, element).is_error();
}

// An item for a list of the same kind: the list then holds both.
bool fits_list(const type& list, const type& item) {
  return list.is(type_kind::null) || !common(*list.item, item).is_error();
}

bool fits(const builtin& entry, const std::vector<expr>& given) {
  if (entry.takes.size() != given.size()) return false;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!accepts(entry.takes[i], given[i].of)) return false;
    if (entry.takes[i] == 'I' && !fits_list(given[0].of, given[i].of)) return false;
  }
  return true;
}
}  // namespace

// The arguments in the order of the parameters. FEEL lets a call name them, `substring(string: s,
// start position: 2)`; empty where a name is not a parameter or stands twice, which to the caller
// is a form that does not fit.
std::vector<feel::node_id> checker::ordered(const feel::node& node, std::string_view parameters) {
  std::vector<feel::node_id> given(node.children.begin() + 1, node.children.end());
  if (node.names.empty()) return given;
  const auto names = split(parameters);
  std::vector<feel::node_id> sorted(given.size(), feel::no_node);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const auto place = static_cast<std::size_t>(
        std::find(names.begin(), names.end(), node.names[i]) - names.begin());
    if (place >= sorted.size() || sorted[place] != feel::no_node) return {};
    sorted[place] = given[i];
  }
  return sorted;
}

// The call of a special function with its arguments in the order of a form that has their names;
// `forms` gathers the forms there are.
std::optional<feel::node> checker::without_names(const feel::node& node, const std::string& name,
                                                 std::string& forms) {
  for (const auto& form : special_forms()) {
    if (form.name != name) continue;
    forms += (forms.empty() ? "" : "; ") + name + "(" + std::string(form.parameters) + ")";
    if (split(form.parameters).size() != node.children.size() - 1) continue;
    const auto nodes = ordered(node, form.parameters);
    if (nodes.empty()) continue;
    feel::node positional = node;
    positional.names.clear();
    std::copy(nodes.begin(), nodes.end(), positional.children.begin() + 1);
    return positional;
  }
  return std::nullopt;
}

// Three ways in, tried in this order: a function with rules of its own; a line of the table with as
// many parameters as there are arguments; the rounding functions with their number of places left
// out, which FEEL takes as 0. What fits none is reported with the forms that exist.
expr checker::call_builtin(const feel::node& node, const std::string& name) {
  const auto own = special_functions();
  const bool is_special = std::find(own.begin(), own.end(), name) != own.end();
  if (is_special && node.names.empty()) return call_special(node, name);
  std::string forms;
  if (const auto positional = without_names(node, name, forms)) {
    return call_special(*positional, name);
  }
  for (const auto& entry : builtins()) {
    if (entry.name != name) continue;
    forms += (forms.empty() ? "" : "; ") + name + "(" + std::string(entry.parameters) + ")";
    if (split(entry.parameters).size() != node.children.size() - 1) continue;
    const auto nodes = ordered(node, entry.parameters);
    if (!nodes.empty()) return call_table(node, name, infer_all(nodes));
  }
  const bool rounds = name == "floor" || name == "ceiling" || name.starts_with("round");
  const bool is_number_named = node.names.empty() || node.names[0] == "n";
  if (rounds && is_number_named && node.children.size() == 2) {
    auto given = infer_all(arguments(node.children).subspan(1));
    given.push_back(constant(node, number_in(unit::free()), 0));
    return call_table(node, name, std::move(given));
  }
  if (is_special && forms.empty()) return call_special(node, name);
  return error(message::no_such_form, node.where, {name, forms});
}

// Several lines of the table may bear the name: the first that takes these types is meant. The
// types are said in the message, since with a table of overloads nothing shorter helps.
expr checker::call_table(const feel::node& node, const std::string& name, std::vector<expr> given) {
  if (any_error(given)) return error_in(node);
  for (const auto& entry : builtins()) {
    if (entry.name != name || !fits(entry, given)) continue;
    const bool may_fit = entry.code != op::list_contains || may_hold(given[0].of, given[1].of);
    if (may_fit) return call_entry(node, entry, std::move(given));
    if (names_.null_operands) return constant(node, simple(type_kind::boolean), false);
  }
  std::string types;
  for (const auto& each : given) types += (types.empty() ? "" : ", ") + each.of.to_string();
  return error(message::argument_types, node.where, {name, types});
}

// What is left out is null to the operator: no flags, no offset.
expr checker::padded(const feel::node& node, type gives, op code, std::vector<expr> given) {
  const auto arity = static_cast<std::size_t>(values::entry_of(code).arity);
  while (arity <= 4 && given.size() < arity) {
    given.push_back(constant(node, simple(type_kind::null), value::null()));
  }
  return apply(node, std::move(gives), code, std::move(given));
}

// A pattern that is written out is compiled here once, to say that it is none. Where null is
// allowed it is null, as the standard has it.
bool checker::check_pattern(const std::vector<expr>& given, op code) {
  const bool has_flags = code == op::string_matches || code == op::string_replace;
  if ((!has_flags && code != op::string_split) || names_.null_operands) return true;
  const auto text_of = [&](std::size_t i) -> const std::string* {
    const auto* held = i < given.size() ? constant_of(given[i]) : nullptr;
    return held == nullptr ? nullptr : held->get_if<std::string>();
  };
  const auto* pattern = text_of(1);
  if (pattern == nullptr) return true;
  const auto* flags = has_flags ? text_of(code == op::string_matches ? 2 : 3) : nullptr;
  values::compiled_pattern compiled;
  if (compiled.compile(*pattern, flags == nullptr ? std::string_view{} : *flags)) return true;
  error(message::bad_pattern, given[1].where, {*pattern});
  return false;
}

// The arguments fit the line: what it gives, and what its operator takes.
expr checker::call_entry(const feel::node& node, const builtin& entry, std::vector<expr> given) {
  if (!check_pattern(given, entry.code)) return error_in(node);
  type gives = result_type(entry.gives, given);  // before the operands are moved away
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (entry.takes[i] == 'I' && gives.is(type_kind::list)) {
      gives = list_of(common(*gives.item, given[i].of));
    }
    if (entry.takes[i] == 'c' && given[i].of.is(type_kind::moment)) {
      given[i] =
          apply(node, simple(type_kind::date), op::moment_date, parts_of(std::move(given[i])));
    }
  }
  return padded(node, std::move(gives), entry.code, std::move(given));
}

// Functions whose result the table cannot tell: a duration is of days or of months by what its text
// says, the type of `or_else` is that of its arguments.
expr checker::call_special(const feel::node& node, const std::string& name) {
  if (name == "after_policies") return call_after_policies(node);
  if (name == "date") return call_date(node);
  if (name == "time") return call_time(node);
  if (name == "date and time") return call_moment(node);
  if (name == "now" || name == "today") return call_clock(node, name);
  if (name == "is") return call_is(node);
  if (name.starts_with("get ") || name.starts_with("context")) return call_context(node, name);
  if (find_relation(name) != nullptr) return call_relation(node, name);
  if (name == "duration") return call_duration(node);
  if (name == "marginal") return call_marginal(node);
  if (name == "or_else") return call_or_else(node);
  if (name == "append" || name == "concatenate" || name == "union") return call_append(node, name);
  if (name == "not" || name == "is_null") return call_truth(node, name);
  if (name == "flatten") return call_flatten(node);
  return call_aggregate(node, name);
}

expr checker::call_truth(const feel::node& node, const std::string& name) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  expr operand = infer(node.children[1]);
  if (operand.of.is_error()) return operand;
  if (name == "not" && !require(operand, type_kind::boolean, name)) return error_in(node);
  return apply(node, simple(type_kind::boolean), name == "not" ? op::logic_not : op::is_null,
               parts_of(std::move(operand)));
}

namespace {
struct aggregate {
  std::string_view name;
  op code;
};
constexpr std::array aggregates{
    aggregate{"sum", op::list_sum},       aggregate{"mean", op::list_mean},
    aggregate{"min", op::list_min},       aggregate{"max", op::list_max},
    aggregate{"all", op::list_all},       aggregate{"any", op::list_any},
    aggregate{"median", op::list_median}, aggregate{"mode", op::list_mode},
    aggregate{"stddev", op::list_stddev}, aggregate{"product", op::list_product}};

// Sums want numbers, `all` and `any` truth values; the least and the greatest want an order, which
// booleans, lists and contexts have not.
bool aggregate_takes(op code, type_kind item) {
  if (item == type_kind::null) return true;
  if (code == op::list_all || code == op::list_any) return item == type_kind::boolean;
  if (code == op::list_min || code == op::list_max) {
    return item != type_kind::range && item != type_kind::boolean && item != type_kind::list &&
           item != type_kind::record;
  }
  return item == type_kind::number;
}
}  // namespace

// `sum([a, b])` and `sum(a, b)` are one: several arguments become a list of them. The unit of the
// items is that of the result, so a sum of `元` is `元`.
expr checker::call_aggregate(const feel::node& node, const std::string& name) {
  const auto code = std::find_if(aggregates.begin(), aggregates.end(), [&](const auto& each) {
                      return each.name == name;
                    })->code;
  if (!expect_arguments(node, 1, 1000)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (any_error(given)) return error_in(node);
  expr list;
  const bool is_null = given.size() == 1 && given[0].of.is(type_kind::null);
  if (is_null) given[0].of = list_of(simple(type_kind::null));
  if (given.size() == 1 && given[0].of.is(type_kind::list)) {
    list = std::move(given[0]);
  } else {
    type item = simple(type_kind::null);
    for (const auto& each : given) item = item.is_error() ? item : common(item, each.of);
    if (item.is_error())
      return error(message::mixed_list, node.where,
                   {given[0].of.to_string(), given.back().of.to_string()});
    list = apply(node, list_of(item), op::list_make, std::move(given));
  }
  if (!aggregate_takes(code, list.of.item->kind)) {
    return error(message::argument_types, node.where, {name, list.of.to_string()});
  }
  const bool is_truth = code == op::list_all || code == op::list_any;
  type gives = is_truth ? simple(type_kind::boolean) : *list.of.item;
  if (code == op::list_mode) gives = list.of;
  if (code == op::list_product && !gives.in.is_one() && !gives.in.is_free()) {
    return error(message::argument_types, node.where, {name, list.of.to_string()});
  }
  return apply(node, gives, code, parts_of(std::move(list)));
}

// The unit of what is paid is that of the base times that of the rates; 5 % of `元` is `元`.
expr checker::call_marginal(const feel::node& node) {
  if (!expect_arguments(node, 2, 2)) return error_in(node);
  expr base = infer(node.children[1]);
  expr bands = infer(node.children[2]);
  if (!require(base, type_kind::number, "marginal") || bands.of.is_error()) return error_in(node);
  const auto is_bands = [&] {
    if (!bands.of.is(type_kind::list) || !bands.of.item->is(type_kind::record)) return false;
    const auto& members = *bands.of.item->members;
    return members.size() == 2 && members[0].name == "to" && members[1].name == "rate" &&
           members[1].of.is(type_kind::number);
  };
  if (!is_bands()) return error(message::not_bands, bands.where, {bands.of.to_string()});
  const unit paid = base.of.in.times((*bands.of.item->members)[1].of.in);
  return apply(node, number_in(paid), op::marginal, parts_of(std::move(base), std::move(bands)));
}

// The first argument unless it is null. Unknown stays unknown: it is not a value to be replaced.
expr checker::call_or_else(const feel::node& node) {
  if (!expect_arguments(node, 2, 2)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (any_error(given)) return error_in(node);
  const type both = common(given[0].of, given[1].of);
  if (both.is_error()) {
    return error(message::branches_differ, given[1].where,
                 {given[0].of.to_string(), given[1].of.to_string()});
  }
  return apply(node, both, op::or_else, std::move(given));
}

// `append(list, item...)` and `concatenate(list, list...)`: the result is of the one type that all
// parts share.
expr checker::call_append(const feel::node& node, const std::string& name) {
  if (!expect_arguments(node, 1, 1000)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (any_error(given)) return error_in(node);
  type both = given[0].of;
  if (!both.is(type_kind::list))
    return error(message::not_a_list, given[0].where, {both.to_string()});
  for (std::size_t i = 1; i < given.size(); ++i) {
    both = common(both, name == "append" ? list_of(given[i].of) : given[i].of);
    if (both.is_error()) {
      return error(message::mixed_list, given[i].where,
                   {given[0].of.to_string(), given[i].of.to_string()});
    }
  }
  const auto code = name == "append" ? op::list_append : op::list_concat;
  expr made = apply(node, both, code, std::move(given));
  if (name != "union") return made;
  return apply(node, both, op::list_distinct, parts_of(std::move(made)));
}

// The type of a list nested to any depth is that of what lies at the bottom. A list that is written
// out may hold lists and single values side by side, since nothing of it is left but these.
expr checker::call_flatten(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  type leaf = simple(type_kind::null);
  expr list = infer_flat(node.children[1], leaf);
  if (list.of.is_error()) return error_in(node);
  if (!list.of.is(type_kind::list)) {
    return error(message::not_a_list, list.where, {list.of.to_string()});
  }
  return apply(node, list_of(leaf), op::list_flatten, parts_of(std::move(list)));
}

// The leaves seen so far and those below this node share `leaf`.
expr checker::infer_flat(feel::node_id id, type& leaf) {
  const auto& node = at(id);
  expr made;
  if (node.kind == feel::node_kind::list) {
    std::vector<expr> items;
    items.reserve(node.children.size());
    for (const auto child : node.children) items.push_back(infer_flat(child, leaf));
    if (any_error(items)) return error_in(node);
    return apply(node, list_of(leaf), op::list_make, std::move(items));
  }
  made = infer(id);
  if (made.of.is_error()) return made;
  const type* bottom = &made.of;
  while (bottom->is(type_kind::list)) bottom = bottom->item.get();
  const type both = common(leaf, *bottom);
  if (both.is_error()) {
    return error(message::mixed_list, made.where, {leaf.to_string(), bottom->to_string()});
  }
  leaf = both;
  return made;
}

// The day is an argument of every decision, so `today` is that day; there is no clock to be asked.
expr checker::call_clock(const feel::node& node, const std::string& name) {
  if (!expect_arguments(node, 0, 0)) return error_in(node);
  if (name == "now") return error(message::no_clock, node.where);
  expr made;
  made.kind = expr_kind::as_of;
  made.of = simple(type_kind::date);
  made.where = node.where;
  return made;
}

}  // namespace sudui::types
