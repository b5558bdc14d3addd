// Built-in functions. Most are a line of the table in builtins.cpp; those whose result depends on
// how they are called (`date` of a text or of three numbers, `sum` of a list or of its items) are
// special.
//
// Tested by tests/unit/types/check_names_test.cpp.

#include <algorithm>
#include <array>
#include <utility>

#include "types/checker.hpp"
#include "values/duration.hpp"

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
    case 'l':
      return given.is(type_kind::list);
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

bool fits(const builtin& entry, const std::vector<expr>& given) {
  if (entry.takes.size() != given.size()) return false;
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!accepts(entry.takes[i], given[i].of)) return false;
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

// Three ways in, tried in this order: a function with rules of its own; a line of the table with as
// many parameters as there are arguments; the rounding functions with their number of places left
// out, which FEEL takes as 0. What fits none is reported with the forms that exist.
expr checker::call_builtin(const feel::node& node, const std::string& name) {
  const auto own = special_functions();
  const bool is_special = std::find(own.begin(), own.end(), name) != own.end();
  const bool is_from = node.names.size() == 1 && node.names[0] == "from";  // date(from: ...)
  if (is_special && (node.names.empty() || is_from)) return call_special(node, name);
  std::string forms;
  for (const auto& entry : builtins()) {
    if (entry.name != name) continue;
    forms += (forms.empty() ? "" : "; ") + name + "(" + std::string(entry.parameters) + ")";
    if (split(entry.parameters).size() != node.children.size() - 1) continue;
    const auto nodes = ordered(node, entry.parameters);
    if (!nodes.empty()) return call_table(node, name, infer_all(nodes));
  }
  const bool rounds = name == "floor" || name == "ceiling" || name.starts_with("round");
  if (rounds && node.children.size() == 2) {
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
    if (entry.name == name && fits(entry, given)) {
      if (entry.code == op::list_contains && !may_hold(given[0].of, given[1].of)) break;
      const type gives = result_type(entry.gives, given);  // before the operands are moved away
      return apply(node, gives, entry.code, std::move(given));
    }
  }
  std::string types;
  for (const auto& each : given) types += (types.empty() ? "" : ", ") + each.of.to_string();
  return error(message::argument_types, node.where, {name, types});
}

// Functions whose result the table cannot tell: a duration is of days or of months by what its text
// says, the type of `or_else` is that of its arguments.
expr checker::call_special(const feel::node& node, const std::string& name) {
  if (name == "date") return call_date(node);
  if (name == "duration") return call_duration(node);
  if (name == "marginal") return call_marginal(node);
  if (name == "or_else") return call_or_else(node);
  if (name == "append" || name == "concatenate") return call_append(node, name);
  if (name == "not" || name == "is_null") {
    if (!expect_arguments(node, 1, 1)) return error_in(node);
    expr operand = infer(node.children[1]);
    if (operand.of.is_error()) return operand;
    if (name == "not" && !require(operand, type_kind::boolean, name)) return error_in(node);
    return apply(node, simple(type_kind::boolean), name == "not" ? op::logic_not : op::is_null,
                 {std::move(operand)});
  }
  if (name == "flatten") return error(message::not_supported, node.where);
  return call_aggregate(node, name);
}

namespace {
struct aggregate {
  std::string_view name;
  op code;
};
constexpr std::array aggregates{aggregate{"sum", op::list_sum}, aggregate{"mean", op::list_mean},
                                aggregate{"min", op::list_min}, aggregate{"max", op::list_max},
                                aggregate{"all", op::list_all}, aggregate{"any", op::list_any}};

// Sums want numbers, `all` and `any` truth values; the least and the greatest want an order, which
// booleans, lists and contexts have not.
bool aggregate_takes(op code, type_kind item) {
  if (item == type_kind::null) return true;
  if (code == op::list_all || code == op::list_any) return item == type_kind::boolean;
  if (code == op::list_min || code == op::list_max) {
    return item != type_kind::boolean && item != type_kind::list && item != type_kind::record;
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
  const type gives = is_truth ? simple(type_kind::boolean) : *list.of.item;
  return apply(node, gives, code, {std::move(list)});
}

// `date("2024-02-30")` is refused when the rules are read; a text that comes from the profile is
// parsed while matching, and gives null where it is no day.
expr checker::call_date(const feel::node& node) {
  if (!expect_arguments(node, 1, 3)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (given.size() != 1) return call_table(node, "date", std::move(given));
  if (given[0].of.is(type_kind::date)) return std::move(given[0]);
  if (!require(given[0], type_kind::string, "date")) return error_in(node);
  if (const auto* held = constant_of(given[0]); held != nullptr && !held->is_null()) {
    const auto& written = *held->get_if<std::string>();
    const auto day = parse_date(written);
    if (!day) return error(message::bad_date_literal, given[0].where, {written});
    return constant(node, simple(type_kind::date), *day);
  }
  return apply(node, simple(type_kind::date), op::date_from_string, std::move(given));
}

// The two kinds of duration do not mix (a month has no fixed number of days), so the kind must be
// known from the text itself.
expr checker::call_duration(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const expr given = infer(node.children[1]);
  if (!require(given, type_kind::string, "duration")) return error_in(node);
  const auto* held = constant_of(given);
  const auto* written = held == nullptr ? nullptr : held->get_if<std::string>();
  if (written == nullptr) return error(message::duration_not_literal, given.where);
  if (const auto length = values::parse_months(*written)) {
    return constant(node, simple(type_kind::months), months_duration{*length});
  }
  if (const auto length = values::parse_days(*written)) {
    return constant(node, simple(type_kind::days), days_duration{*length});
  }
  return error(message::bad_duration_literal, given.where, {*written});
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
  return apply(node, number_in(paid), op::marginal, {std::move(base), std::move(bands)});
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
  return apply(node, both, code, std::move(given));
}

}  // namespace sudui::types
