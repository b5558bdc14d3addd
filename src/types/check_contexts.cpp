// Functions on contexts. A context's members are known when the rules are read, so a key is written
// out, and each of these becomes the members that it names: nothing looks one up while matching.
//
// Tested by tests/data/feel/collections.csv.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "types/checker.hpp"

namespace sudui::types {

using feel::node_kind;
using text::message;
using values::op;

expr checker::call_context(const feel::node& node, const std::string& name) {
  if (name == "get value") return get_value(node);
  if (name == "get entries") return get_entries(node);
  if (name == "context put") return context_put(node);
  if (name == "context") return context_of(node);
  return context_merge(node);
}

namespace {

std::string nearest_member(const type& record, std::string_view name) {
  std::vector<std::string_view> members;
  members.reserve(record.members->size());
  for (const auto& each : *record.members) members.emplace_back(each.name);
  return std::string(text::nearest(name, members));
}

// What a member holds: of a context that is made here, what it is made of.
expr held_in(const expr& record, expr member, std::uint32_t position) {
  const bool is_made = record.kind == expr_kind::apply && record.code == op::record_make;
  if (is_made) return record.parts[position];
  return member;
}

struct entries {
  std::vector<expr> held;
  std::vector<member> members;

  [[nodiscard]] bool has(const std::string& key) const {
    return std::any_of(members.begin(), members.end(),
                       [&](const member& each) { return each.name == key; });
  }

  void put(const std::string& key, expr what) {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const member& each) { return each.name == key; });
    if (found == members.end()) {
      members.push_back({key, {}, what.of, nullptr});
      held.push_back(std::move(what));
      return;
    }
    *found = {key, {}, what.of, nullptr};
    held[static_cast<std::size_t>(found - members.begin())] = std::move(what);
  }
};

}  // namespace

// What stands in the place of a context and is none: null where null is allowed, else a mistake.
expr checker::no_context(const expr& what, std::string_view role) {
  if (what.of.is(type_kind::null) && names_.null_operands) return what;
  if (what.of.is_error()) return what;
  return error(message::wrong_type, what.where,
               {std::string(role), what.of.to_string(), "context"});
}

expr checker::get_value(const feel::node& node) {
  if (!expect_arguments(node, 2, 2)) return error_in(node);
  const expr of = infer(node.children[1]);
  if (!of.of.is(type_kind::record)) return no_context(of, "get value");
  const auto& key = at(node.children[2]);
  if (key.kind != node_kind::string) {
    return error(message::key_not_literal, key.where, {"get value"});
  }
  const auto position = member_position(of.of, key.text);
  if (position != scope::found::no_member) return member_of(of, position);
  if (names_.null_operands) return constant(node, simple(type_kind::null), value::null());
  return error(message::unknown_member, key.where, {key.text, nearest_member(of.of, key.text)});
}

// A list of `{key, value}`: the values must share one type, as items of any list do.
expr checker::get_entries(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const expr of = infer(node.children[1]);
  if (!of.of.is(type_kind::record)) return no_context(of, "get entries");
  const auto& members = *of.of.members;
  type held = simple(type_kind::null);
  for (const auto& each : members) {
    const type both = common(held, each.of);
    if (both.is_error()) {
      return error(message::mixed_list, of.where, {held.to_string(), each.of.to_string()});
    }
    held = both;
  }
  const type entry =
      record_of({{"key", {}, simple(type_kind::string), nullptr}, {"value", {}, held, nullptr}});
  std::vector<expr> items;
  items.reserve(members.size());
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    expr key = constant(node, simple(type_kind::string), members[i].name);
    items.push_back(
        apply(node, entry, op::record_make, parts_of(std::move(key), member_of(of, i))));
  }
  return apply(node, list_of(entry), op::list_make, std::move(items));
}

expr checker::context_put(const feel::node& node) {
  if (!expect_arguments(node, 3, 3)) return error_in(node);
  const expr of = infer(node.children[1]);
  if (!of.of.is(type_kind::record)) return no_context(of, "context put");
  const auto& key = at(node.children[2]);
  if (key.kind != node_kind::string) {
    return error(message::key_not_literal, key.where, {"context put"});
  }
  entries made;
  for (std::uint32_t i = 0; i < of.of.members->size(); ++i) {
    made.put((*of.of.members)[i].name, member_of(of, i));
  }
  expr what = infer(node.children[3]);
  if (what.of.is_error()) return what;
  made.put(key.text, std::move(what));
  return apply(node, record_of(std::move(made.members)), op::record_make, std::move(made.held));
}

// The items of a list that is written out, or that `get entries` makes; nothing of any other.
std::optional<std::vector<expr>> checker::written_items(feel::node_id id) {
  const auto& list = at(id);
  if (list.kind == node_kind::list) {
    std::vector<expr> items;
    for (const auto each : list.children) items.push_back(infer(each));
    return items;
  }
  expr whole = infer(id);
  const bool is_made = whole.kind == expr_kind::apply && whole.code == op::list_make;
  if (is_made) return std::move(whole.parts);
  if (!whole.of.is_error() && !whole.of.is(type_kind::list)) {
    error(message::not_a_list, whole.where, {whole.of.to_string()});
  } else if (!whole.of.is_error()) {
    error(message::key_not_literal, whole.where, {"context"});
  }
  return {};
}

// A context of `{key, value}`; what else an entry holds is passed over.
expr checker::context_of(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const bool is_null = at(node.children[1]).kind == node_kind::null;
  if (is_null && names_.null_operands) return infer(node.children[1]);
  const auto given = written_items(node.children[1]);
  if (!given) return error_in(node);
  const auto none = [&] { return constant(node, simple(type_kind::null), value::null()); };
  entries made;
  for (const auto& each : *given) {
    if (!each.of.is(type_kind::record)) return no_context(each, "context");
    const auto key_at = member_position(each.of, "key");
    const auto value_at = member_position(each.of, "value");
    if (key_at == scope::found::no_member || value_at == scope::found::no_member) {
      const std::string lacking = key_at == scope::found::no_member ? "key" : "value";
      return error(message::unknown_member, each.where,
                   {lacking, nearest_member(each.of, lacking)});
    }
    const expr key = held_in(each, member_of(each, key_at), key_at);
    if (key.of.is(type_kind::null) && names_.null_operands) return none();
    const auto* held = constant_of(key);
    const auto* name = held == nullptr ? nullptr : held->get_if<std::string>();
    if (name == nullptr) return error(message::key_not_literal, key.where, {"context"});
    if (made.has(*name)) {
      return names_.null_operands ? none() : error(message::key_twice, key.where, {*name});
    }
    made.put(*name, held_in(each, member_of(each, value_at), value_at));
  }
  return apply(node, record_of(std::move(made.members)), op::record_make, std::move(made.held));
}

// The contexts stand in a list that is written out: its items need not share a type.
expr checker::context_merge(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const auto& list = at(node.children[1]);
  if (list.kind != node_kind::list) {
    return error(message::key_not_literal, list.where, {"context merge"});
  }
  entries made;
  for (const auto id : list.children) {
    const expr each = infer(id);
    if (!each.of.is(type_kind::record)) return no_context(each, "context merge");
    for (std::uint32_t i = 0; i < each.of.members->size(); ++i) {
      made.put((*each.of.members)[i].name, member_of(each, i));
    }
  }
  return apply(node, record_of(std::move(made.members)), op::record_make, std::move(made.held));
}

}  // namespace sudui::types
