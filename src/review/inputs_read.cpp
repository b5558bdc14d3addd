// What a policy reads, from its typed formulas alone. A path such as `h.degree` reads the member of
// the field's records, wherever the record came from: members are told apart by their entry in the
// dictionary, which the type of a record keeps.
//
// Tested by tests/unit/review/inputs_read_test.cpp.
#include "review/inputs_read.hpp"

#include <algorithm>

namespace sudui::review {
namespace {

using types::expr;
using types::expr_kind;

class input_walk {
 public:
  input_walk(const types::typed_rules& rules, date day) : day_(day) {
    const auto& fields = rules.dictionary.fields();
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
      const auto& members = fields[i].from->members;
      for (std::size_t k = 0; k < members.size(); ++k) {
        places_[&members[k]] = {i, static_cast<std::int32_t>(k)};
      }
    }
  }

  void clauses(const std::vector<types::typed_clause>& from) {
    decides_ = true;
    walk_clauses(from);
  }

  // The list of items and their clauses say who gets something; the rest says how much.
  void benefit(const types::typed_benefit& from) {
    decides_ = false;
    if (from.items) walk(*from.items);
    walk_clauses(from.item_clauses);
    if (from.amount) walk(*from.amount);
    for (const auto& row : from.rows) {
      for (const expr& test : row.tests) walk(test);
      walk(row.amount);
    }
    for (const auto& each : from.limits) walk(each.amount);
    for (const auto& each : from.total_limits) walk(each.amount);
  }

  [[nodiscard]] inputs_read take() { return std::move(found_); }

 private:
  void walk_clauses(const std::vector<types::typed_clause>& from) {
    for (const auto& each : from) {
      if (each.children.empty()) walk(each.require);
      walk_clauses(each.children);
    }
  }

  void note(input_place where) {
    bool& decides = found_.fields[where];
    decides = decides || decides_;
  }

  void walk(const expr& from) {
    switch (from.kind) {
      case expr_kind::field:
      case expr_kind::field_range:
        note({from.index, -1});
        break;
      case expr_kind::parameter:
        found_.parameters.insert(from.index);
        break;
      case expr_kind::apply:
        if (is_path(from.code)) note_member(from);
        break;
      case expr_kind::call:
        for (const auto& version : from.called->versions) {
          if (version.days.holds(day_)) walk(*version.body);
        }
        break;
      default:
        break;
    }
    for (const expr& part : from.parts) walk(part);
  }

  static bool is_path(values::op code) {
    return code == values::op::record_member || code == values::op::list_member;
  }

  // The position is a constant behind the record; records that formulas make have no entry.
  void note_member(const expr& from) {
    const types::type& of = from.parts.front().of;
    const auto& members = of.is(types::type_kind::list) ? of.item->members : of.members;
    const auto* position = from.parts.back().constant.get_if<decimal>();
    if (!members || position == nullptr) return;
    const auto at = static_cast<std::size_t>(position->to_int64().value_or(0));
    if (at >= members->size()) return;
    const auto found = places_.find((*members)[at].from);
    if (found != places_.end()) note(found->second);
  }

  date day_;
  bool decides_ = true;
  std::map<const model::field*, input_place> places_;
  inputs_read found_;
};

}  // namespace

inputs_read read_inputs(const types::typed_rules& rules, const types::typed_version& of, date day) {
  input_walk walk(rules, day);
  walk.clauses(of.clauses);
  for (const auto& each : of.benefits) walk.benefit(each);
  return walk.take();
}

}  // namespace sudui::review
