// A policy may change a quantity that others read: the super deduction lowers the taxable income,
// and may bring a company under the limit of another policy. `affects: {taxable_income:
// -deduction}` says so, and `after_policies(taxable_income)` reads the field with all such changes:
//
//   after_policies(f)  =  f + effect of each policy
//   effect    =  if all clauses are met then +-(amount of the benefit) else 0
//
// So it is a definition like any other, inlined where it is read: one company and columns, oracle
// and explanations need to know nothing of it, and what is missing for the clauses or the amount is
// missing for the quantity. Versions are those of the day of the policy that reads. Of policies in
// one group `highest` only the greatest effect counts.
//
// The order of computation is that of the expressions. A cycle shows while typing, as with
// definitions; the benefit that affects and the clauses count, other benefits of the policy may
// read the quantity.
//
// Tested by tests/api/effects_test.cpp and tests/data/rules/bad/affects-*.

#include "types/effects.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "types/checker.hpp"
#include "types/type_groups.hpp"
#include "types/type_policies.hpp"

namespace sudui::types {

using text::message;
using values::op;

namespace {

expr apply_to(const type& of, op code, std::vector<expr> parts) {
  expr made;
  made.kind = expr_kind::apply;
  made.of = of;
  made.code = code;
  made.where = parts.front().where;
  made.parts = std::move(parts);
  return made;
}

expr constant_of_type(const type& of, value held, text::span where) {
  expr made;
  made.of = of;
  made.where = where;
  made.constant = std::move(held);
  return made;
}

expr number_at(const type& of, std::int64_t held, text::span where) {
  return constant_of_type(of, decimal(held), where);
}

expr otherwise(expr held, expr instead) {
  const type of = held.of;
  std::vector<expr> parts;
  parts.push_back(std::move(held));
  parts.push_back(std::move(instead));
  return apply_to(of, op::or_else, std::move(parts));
}

// The least or the greatest, as `min(a, b)` is written.
expr extreme_of(op code, std::vector<expr> all) {
  const type of = all.front().of;
  if (all.size() == 1) return std::move(all.front());
  std::vector<expr> parts;
  parts.push_back(apply_to(list_of(of), op::list_make, std::move(all)));
  return apply_to(of, code, std::move(parts));
}

// Clauses together, as decisions join them. Null is unmet, as `choose` has it; under `none`, where
// it would be met, it is made false.
expr joined(const std::vector<typed_clause>& clauses, op by, text::span where,
            bool is_turned = false);

expr condition_of(const typed_clause& from, bool is_turned) {
  const type truth = simple(type_kind::boolean);
  switch (from.from->kind) {
    case model::clause_kind::require: {
      if (!is_turned) return from.require;
      const auto where = from.require.where;
      return otherwise(from.require, constant_of_type(truth, false, where));
    }
    case model::clause_kind::all:
      return joined(from.children, op::logic_and, from.from->where, is_turned);
    case model::clause_kind::any:
      return joined(from.children, op::logic_or, from.from->where, is_turned);
    case model::clause_kind::none:
      break;
  }
  std::vector<expr> parts;
  parts.push_back(joined(from.children, op::logic_or, from.from->where, true));
  return apply_to(truth, op::logic_not, std::move(parts));
}

expr joined(const std::vector<typed_clause>& clauses, op by, text::span where, bool is_turned) {
  const type truth = simple(type_kind::boolean);
  expr made = constant_of_type(truth, by == op::logic_and, where);
  bool is_first = true;
  for (const auto& each : clauses) {
    expr next = condition_of(each, is_turned);
    if (is_first) {
      made = std::move(next);
    } else {
      std::vector<expr> parts;
      parts.push_back(std::move(made));
      parts.push_back(std::move(next));
      made = apply_to(truth, by, std::move(parts));
    }
    is_first = false;
  }
  return made;
}

// Amount and limits in order, of the whole or of an item. It is not rounded: only what is paid is.
expr limited(expr amount, const std::vector<typed_limit>& limits) {
  for (const auto& each : limits) {
    std::vector<expr> both;
    both.push_back(std::move(amount));
    both.push_back(each.amount);
    amount = extreme_of(each.from->is_maximum ? op::list_min : op::list_max, std::move(both));
  }
  return amount;
}

// Over items the sum of those that meet the clauses of an item.
expr summed(const typed_benefit& of, expr each) {
  expr kept = *of.items;
  if (!of.item_clauses.empty()) {
    expr filter;
    filter.kind = expr_kind::filter;
    filter.of = of.items->of;
    filter.where = of.items->where;
    filter.index = of.slot;
    filter.parts.push_back(*of.items);
    filter.parts.push_back(joined(of.item_clauses, op::logic_and, of.items->where));
    kept = std::move(filter);
  }
  const type one = each.of;
  expr amounts;
  amounts.kind = expr_kind::collect;
  amounts.of = list_of(one);
  amounts.where = of.items->where;
  amounts.index = of.slot;
  amounts.parts.push_back(std::move(kept));
  amounts.parts.push_back(std::move(each));
  const auto where = amounts.where;
  std::vector<expr> parts;
  parts.push_back(std::move(amounts));
  return otherwise(apply_to(one, op::list_sum, std::move(parts)), number_at(one, 0, where));
}

class effect_typer {
 public:
  effect_typer(std::uint32_t field, catalog& names, text::sink& out)
      : field_(names.dictionary()[field]), names_(names), out_(out) {}

  std::vector<expr> all() {
    const auto& policies = names_.rules().policies;
    std::map<std::pair<std::size_t, bool>, std::vector<expr>> rivals;  // by group and sign
    std::vector<expr> made;
    for (std::uint32_t i = 0; i < policies.size(); ++i) {
      for (const auto& each : policies[i].affects) {
        if (!is_meant(each)) continue;
        auto effect = of_policy(i, each);
        if (effect.of.is_error()) continue;
        const auto group = group_of(policies[i], each);
        if (group) {
          rivals[{*group, each.is_lowered}].push_back(std::move(effect));
        } else {
          made.push_back(turned(std::move(effect), each.is_lowered));
        }
      }
    }
    for (auto& [key, effects] : rivals) {
      made.push_back(turned(extreme_of(op::list_max, std::move(effects)), key.second));
    }
    return made;
  }

 private:
  [[nodiscard]] bool is_meant(const model::affected& each) const {
    const auto found = names_.dictionary().find(each.field.text);
    return found && names_.dictionary()[*found].from == field_.from;
  }

  // The group `highest` that the policy, or that benefit of it, is in.
  [[nodiscard]] std::optional<std::size_t> group_of(const model::policy& of,
                                                    const model::affected& what) const {
    const auto& groups = names_.rules().groups;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const auto& readings = groups[i].readings;
      const bool chooses = readings.size() == 1 &&
                           readings.front().rule == model::group_rule::highest &&
                           groups[i].per == model::group_scope::year;
      if (!chooses) continue;
      const auto& members = groups[i].members;
      const bool is_in = std::any_of(members.begin(), members.end(), [&](const auto& by) {
        const bool is_other =
            by.is_alone && !what.benefit.text.empty() && by.benefit.text != what.benefit.text;
        return selects(by, of) && !is_other;
      });
      if (is_in) return i;
    }
    return std::nullopt;
  }

  static expr turned(expr effect, bool is_lowered) {
    if (!is_lowered) return effect;
    const type of = effect.of;
    std::vector<expr> parts;
    parts.push_back(std::move(effect));
    return apply_to(of, op::number_negate, std::move(parts));
  }

  // A call of a definition with a body a version; numbers behind those of the definitions are
  // policies.
  expr of_policy(std::uint32_t index, const model::affected& each) {
    const auto& policy = names_.rules().policies[index];
    names_.changing.push_back(policy.id.text);
    expr call;
    call.kind = expr_kind::call;
    call.of = field_.of;
    call.where = each.where;
    call.index = static_cast<std::uint32_t>(names_.rules().definitions.size()) + index;
    called_definition bodies;
    for (const auto& version : policy.versions) {
      auto body = of_version(version, each);
      if (body.of.is_error()) call.of = {};
      bodies.versions.push_back({version.days, std::make_shared<const expr>(std::move(body))});
    }
    call.called = std::make_shared<const called_definition>(std::move(bodies));
    names_.changing.pop_back();
    if (call.of.is_error()) return {};
    return otherwise(std::move(call), number_at(field_.of, 0, each.where));
  }

  // A version without the benefit has no effect.
  expr of_version(const model::policy_version& version, const model::affected& each) {
    const auto found =
        std::find_if(version.benefits.begin(), version.benefits.end(), [&](const auto& benefit) {
          return each.benefit.text == benefit.id.text ||
                 (each.benefit.text.empty() && version.benefits.size() == 1);
        });
    if (found == version.benefits.end()) return number_at(field_.of, 0, each.where);
    const auto typed = type_part(version, *found, names_, out_);
    const auto& benefit = typed.benefits.front();
    if (!benefit.amount || benefit.amount->of.is_error()) return {};
    if (benefit.form != amount_form::formula && benefit.form != amount_form::bands) return {};
    expr amount = *benefit.amount;
    amount.of = field_.of;
    amount = limited(std::move(amount), benefit.limits);
    if (benefit.items) {
      amount = limited(summed(benefit, std::move(amount)), benefit.total_limits);
    }
    std::vector<expr> parts;
    parts.push_back(joined(typed.clauses, op::logic_and, version.where));
    parts.push_back(std::move(amount));
    parts.push_back(number_at(field_.of, 0, each.where));
    return apply_to(field_.of, op::choose, std::move(parts));
  }

  const field_entry& field_;
  catalog& names_;
  text::sink& out_;
};

}  // namespace

const std::vector<expr>* effects_on(std::uint32_t field, catalog& names, text::sink& out,
                                    text::span where) {
  if (const auto found = names.effects.find(field); found != names.effects.end()) {
    return &found->second;
  }
  const auto& id = names.dictionary()[field].from->id.text;
  const auto begin = std::find(names.changing.begin(), names.changing.end(), id);
  if (begin != names.changing.end()) {
    std::string chain;
    for (auto each = begin; each != names.changing.end(); ++each) chain += *each + " -> ";
    out.report(message::effect_cycle, where, {chain + id});
    return nullptr;
  }
  names.changing.push_back(id);
  auto made = effect_typer(field, names, out).all();
  names.changing.pop_back();
  return &names.effects.emplace(field, std::move(made)).first->second;
}

// `after_policies(field)`: the field of the assessment year with all that policies do to it.
expr checker::call_after_policies(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const auto& named = at(node.children[1]);
  const auto found = named.kind == feel::node_kind::name ? names_.find(named.text) : std::nullopt;
  if (!found || found->what != catalog::kind::field) {
    return error(message::after_needs_field, named.where);
  }
  feel::node bare = named;
  bare.children.clear();
  expr made = call_field(bare, found->index);
  if (!made.of.is(type_kind::number)) return error(message::after_needs_field, named.where);
  const auto* effects = effects_on(found->index, names_, out_, node.where);
  if (effects == nullptr) return error_in(node);
  if (effects->empty()) return error(message::not_affected, named.where, {named.text});
  for (const auto& each : *effects) {
    const type of = made.of;
    const bool is_lowered = each.kind == expr_kind::apply && each.code == op::number_negate;
    made = apply(node, of, is_lowered ? op::number_subtract : op::number_add,
                 parts_of(std::move(made), is_lowered ? each.parts.front() : each));
  }
  return made;
}

namespace {
// The benefit must be there in some version, in the unit of the field, as one amount.
void check_effect(const model::policy& policy, const model::affected& each,
                  const field_entry& field, text::sink& out) {
  bool is_any = false;
  for (const auto& version : policy.versions) {
    for (const auto& benefit : version.benefits) {
      const bool is_only = each.benefit.text.empty() && version.benefits.size() == 1;
      if (!is_only && benefit.id.text != each.benefit.text) continue;
      is_any = true;
      const bool has_formula = benefit.amount.is_given() || benefit.base.is_given();
      if (!has_formula) out.report(message::effect_form, each.where);
      const auto in = unit_named(benefit.unit.text);
      if (has_formula && !in.fits(field.of.in)) {
        out.report(message::effect_unit, each.where, {field.of.in.to_string(), in.to_string()});
      }
    }
  }
  if (!is_any) out.report(message::effect_unknown, each.where, {each.benefit.text});
}
}  // namespace

void check_effects(catalog& names, text::sink& out) {
  for (const auto& policy : names.rules().policies) {
    for (const auto& each : policy.affects) {
      const auto found = names.dictionary().find(each.field.text);
      const bool is_number = found && names.dictionary()[*found].of.is(type_kind::number);
      if (!is_number) {
        const auto known = names.dictionary().names();
        out.report(message::bad_affected, each.field.where,
                   {each.field.text, std::string(text::nearest(each.field.text, known))});
        continue;
      }
      check_effect(policy, each, names.dictionary()[*found], out);
      static_cast<void>(effects_on(*found, names, out, each.where));
    }
  }
}

}  // namespace sudui::types
