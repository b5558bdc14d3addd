// Policies: clauses must be boolean, amounts numbers in the benefit's unit. `bands:` becomes a call
// of `marginal`, so that a formula and a benefit that use the same bands are one operator.
//
// Tested by tests/unit/types/from_model_test.cpp.

#include "types/type_policies.hpp"

#include <algorithm>
#include <utility>

#include "types/checker.hpp"
#include "types/fold.hpp"
#include "types/type_parameters.hpp"
#include "types/type_tables.hpp"

namespace sudui::types {

using text::message;

namespace {
// Types one version of a policy at a time. Holds the local variables in scope (the item of
// `for_each`) and the unit that the amounts of the benefit at hand must have.
class policy_typer {
 public:
  policy_typer(catalog& names, text::sink& out) : names_(names), out_(out) {}

  std::vector<typed_clause> clauses(const std::vector<model::clause>& from) {
    std::vector<typed_clause> made;
    made.reserve(from.size());
    for (const auto& each : from) made.push_back(clause(each));
    return made;
  }

  // The variable of `for_each` is in scope for clauses, amount and limits of an item, and gone
  // before the limits of the total are typed.
  typed_benefit benefit(const model::benefit& from) {
    typed_benefit made;
    made.from = &from;
    unit_ = unit_of(from);
    made.unit = unit_.is_one() ? "" : unit_.to_string();
    const bool per_item = from.for_each.is_given();
    if (per_item) open_items(made);
    amount(made);
    made.limits = limits(from.limits);
    if (per_item) locals_.pop();
    made.total_limits = limits(from.total_limits);
    return made;
  }

 private:
  // The unit an amount is paid in: what the author wrote, else `元` for kinds that are money and
  // none for a rate, a right, a thing or a title.
  static unit unit_of(const model::benefit& from) {
    if (!from.unit.text.empty()) return unit_named(from.unit.text);
    switch (from.kind) {
      case model::benefit_kind::rate:
      case model::benefit_kind::right:
      case model::benefit_kind::in_kind:
      case model::benefit_kind::recognition:
        return unit::one();
      default:
        return unit::base("元");
    }
  }

  expr one(const model::formula& what) {
    return checker(names_, out_, locals_, what.parsed()).check();
  }

  // A clause. Null counts as a mistake here, unlike while matching: a formula that is null whatever
  // the company is no condition.
  expr boolean(const model::formula& what) {
    expr made = one(what);
    if (!made.of.is_error() && !made.of.is(type_kind::boolean)) {
      out_.report(message::clause_not_boolean, made.where, {made.of.to_string()});
      made.of = {};
    }
    return made;
  }

  // An amount: a number in the unit of the benefit. A literal has no unit of its own and fits any.
  expr money(const model::formula& what) {
    expr made = one(what);
    if (made.of.is_error()) return made;
    if (!made.of.is(type_kind::number) && !made.of.is(type_kind::null)) {
      out_.report(message::amount_not_number, made.where, {made.of.to_string()});
      made.of = {};
    } else if (made.of.is(type_kind::number) && !made.of.in.fits(unit_)) {
      out_.report(message::amount_unit, made.where, {made.of.to_string(), shown(unit_)});
      made.of = {};
    }
    return made;
  }

  static std::string shown(const unit& what) {
    return what.is_one() ? text::both("无单位的数", "a bare number") : what.to_string();
  }

  typed_clause clause(const model::clause& from) {
    typed_clause made;
    made.from = &from;
    if (from.kind == model::clause_kind::require) made.require = boolean(from.require);
    made.children = clauses(from.children);
    return made;
  }

  // Opens the scope of `for_each: h in list`. The variable is there for everything but the limits
  // of the total, which are about the company and not about an item.
  void open_items(typed_benefit& made) {
    const auto& from = *made.from;
    expr items = one(from.for_each);
    type item;
    if (items.of.is(type_kind::list)) {
      item = *items.of.item;
    } else if (!items.of.is_error()) {
      out_.report(message::not_a_list, items.where, {items.of.to_string()});
    }
    if (names_.find(from.variable.text)) {
      out_.report(message::shadowed_name, from.variable.where, {from.variable.text});
    }
    made.items = std::move(items);
    made.slot = names_.new_slot();
    locals_.push({from.variable.text, std::move(item), made.slot, false});
    made.item_clauses = clauses(from.clauses);
  }

  // At most one form is given; the model has reported it if there were two.
  void amount(typed_benefit& made) {
    const auto& from = *made.from;
    if (from.amount.is_given()) {
      made.form = amount_form::formula;
      made.amount = money(from.amount);
    } else if (from.up_to.is_given()) {
      made.form = amount_form::up_to;
      made.amount = money(from.up_to);
    } else if (from.by_tiers) {
      made.form = amount_form::tiers;
      tiers(*from.by_tiers, made);
    } else if (!from.bands.empty() || !from.bands_parameter.text.empty()) {
      made.form = amount_form::bands;
      made.amount = banded(from);
    }
  }

  // Under `priority` the rows are put into the order of their amounts, which must be constants: the
  // first that applies is then the one that counts.
  void tiers(const model::tiers& from, typed_benefit& made) {
    const auto amount = [&](const model::formula& what) { return money(what); };
    auto read = type_rows(from, {names_, out_, locals_}, amount);
    made.on = std::move(read.on);
    made.rows = std::move(read.rows);
    if (from.otherwise.is_given()) made.otherwise = money(from.otherwise);
    if (from.hit == model::hit_policy::priority && !from.order.empty()) sort_by_order(from, made);
  }

  void sort_by_order(const model::tiers& from, typed_benefit& made) {
    std::vector<value> ranked;
    for (const auto& order : from.order) {
      if (!order.member.text.empty()) {
        out_.report(message::no_members, order.member.where, {order.member.text, "number"});
        return;
      }
      for (const auto& output : order.outputs) {
        const auto held = fold(money(output));
        ranked.push_back(held.value_or(value()));
      }
    }
    const auto rank = [&](const typed_row& row) {
      const auto held = fold(row.amount);
      const auto found = held && !held->is_unknown()
                             ? std::find(ranked.begin(), ranked.end(), *held)
                             : ranked.end();
      return found - ranked.begin();
    };
    for (const auto& row : made.rows) {
      const bool is_ranked = rank(row) < std::ssize(ranked);
      if (is_ranked || row.amount.of.is_error()) continue;
      out_.report(message::amount_without_rank, row.amount.where);
    }
    std::stable_sort(made.rows.begin(), made.rows.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  }

  // marginal(of, [{to, rate}, ...]) with the bands' ends and rates as written, or a parameter's.
  expr banded(const model::benefit& from) {
    expr base = one(from.base);
    expr bands = from.bands.empty() ? bands_of_parameter(from.bands_parameter)
                                    : bands_as_written(from.bands, base.of);
    if (base.of.is_error() || bands.of.is_error()) return {};
    if (!base.of.is(type_kind::number)) {
      out_.report(message::amount_not_number, base.where, {base.of.to_string()});
      return {};
    }
    if (!base.of.in.fits(unit_)) {
      out_.report(message::amount_unit, base.where, {base.of.to_string(), shown(unit_)});
      return {};
    }
    expr made;
    made.kind = expr_kind::apply;
    made.code = values::op::marginal;
    made.of = number_in(unit_);
    made.where = from.where;
    made.parts.push_back(std::move(base));
    made.parts.push_back(std::move(bands));
    return made;
  }

  // A parameter that is bands on some day is bands on all of them: entries of one parameter share a
  // type.
  expr bands_of_parameter(const model::name& wanted) {
    const auto found = names_.find(wanted.text);
    if (!found || found->what != catalog::kind::parameter) {
      out_.report(message::unknown_parameter, wanted.where,
                  {wanted.text, std::string(names_.nearest(wanted.text, {}))});
      return {};
    }
    names_.parameter_used[found->index] = true;
    const auto& entry = names_.parameter(found->index);
    if (!entry.of.is(type_kind::list) || !entry.of.item->is(type_kind::record)) {
      out_.report(message::not_bands, wanted.where, {entry.of.to_string()});
      return {};
    }
    expr made;
    made.kind = expr_kind::parameter;
    made.of = entry.of;
    made.where = wanted.where;
    made.index = found->index;
    return made;
  }

  // The same list of records that a parameter with `bands:` holds, made in place. The upper end of
  // the last band is null: there is none.
  expr bands_as_written(const std::vector<model::band>& from, const type& base) {
    const type of = bands_type(base.is(type_kind::number) ? base.in : unit::free());
    expr list;
    list.kind = expr_kind::apply;
    list.code = values::op::list_make;
    list.of = of;
    for (const auto& band : from) {
      expr record;
      record.kind = expr_kind::apply;
      record.code = values::op::record_make;
      record.of = *of.item;
      record.where = band.where;
      expr to;
      to.of = simple(type_kind::null);
      to.constant = value::null();
      if (band.to.is_given()) to = one(band.to);
      expr rate = one(band.rate);
      if (to.of.is_error() || rate.of.is_error()) return {};
      record.parts.push_back(std::move(to));
      record.parts.push_back(std::move(rate));
      list.parts.push_back(std::move(record));
    }
    return list;
  }

  std::vector<typed_limit> limits(const std::vector<model::limit>& from) {
    std::vector<typed_limit> made;
    made.reserve(from.size());
    for (const auto& each : from) made.push_back({&each, money(each.amount)});
    return made;
  }

  catalog& names_;
  text::sink& out_;
  scope locals_;
  unit unit_;
};
}  // namespace

typed_version type_part(const model::policy_version& version, const model::benefit& benefit,
                        catalog& names, text::sink& out) {
  policy_typer typer(names, out);
  typed_version typed;
  typed.from = &version;
  typed.clauses = typer.clauses(version.clauses);
  typed.benefits.push_back(typer.benefit(benefit));
  return typed;
}

// Every version, in force or not: a mistake in next year's version is told today.
typed_policy type_policy(const model::policy& from, catalog& names, text::sink& out) {
  typed_policy made;
  made.from = &from;
  made.versions.reserve(from.versions.size());
  for (const auto& version : from.versions) {
    policy_typer typer(names, out);
    typed_version typed;
    typed.from = &version;
    typed.clauses = typer.clauses(version.clauses);
    typed.benefits.reserve(version.benefits.size());
    for (const auto& benefit : version.benefits) typed.benefits.push_back(typer.benefit(benefit));
    made.versions.push_back(std::move(typed));
  }
  return made;
}

}  // namespace sudui::types
