// Groups: which policies the selectors name, and which of their benefits are compared. Benefits of
// different kinds or units are never added up, so a group compares one kind in one unit: the one
// that `measure` names, or the only one its members have an amount of. A version of a policy
// without such a benefit is no member while it is in force.
//
// Tested by tests/api/portfolio_test.cpp and tests/data/rules/bad/group-*.

#include "types/type_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "model/words.hpp"
#include "text/glob.hpp"
#include "types/checker.hpp"

namespace sudui::types {

using text::message;

bool selects(const model::group_member& by, const model::policy& what) {
  if (!by.policy.text.empty() && !text::matches_glob(by.policy.text, what.id.text)) return false;
  if (by.at && *by.at != what.at) return false;
  return by.tag.text.empty() ||
         std::find(what.tags.begin(), what.tags.end(), by.tag.text) != what.tags.end();
}

namespace {

class group_typer {
 public:
  group_typer(const std::vector<typed_policy>& policies, catalog& names, text::sink& out)
      : policies_(policies), names_(names), out_(out) {}

  typed_group type_one(const model::group& from) {
    typed_group made;
    made.from = &from;
    for (const auto& each : from.members) select(each, made);
    std::stable_sort(made.members.begin(), made.members.end(),
                     [](const auto& a, const auto& b) { return a.policy < b.policy; });
    if (choose_kind(made)) {
      for (auto& each : made.members) find_benefits(made, each);
      check_unit(made);
      if (from.per == model::group_scope::item) check_items(made);
    }
    made.cap = amount(from.cap, made);
    made.paid = amount(from.paid, made);
    made.election = election(from.election, made);
    return made;
  }

 private:
  [[nodiscard]] const std::string& id_of(std::uint32_t policy) const {
    return policies_[policy].from->id.text;
  }

  void select(const model::group_member& by, typed_group& into) {
    if (by.policy.text.empty() && by.tag.text.empty() && !by.at) return;  // has been reported
    bool is_any = false;
    for (std::uint32_t i = 0; i < policies_.size(); ++i) {
      if (!selects(by, *policies_[i].from)) continue;
      is_any = true;
      const bool is_there = std::any_of(into.members.begin(), into.members.end(),
                                        [&](const auto& each) { return each.policy == i; });
      if (is_there) {
        out_.report(message::member_twice, by.where, {id_of(i)});
        continue;
      }
      typed_member made;
      made.from = &by;
      made.policy = i;
      made.option = by.option.text.empty() ? id_of(i) : by.option.text;
      into.members.push_back(std::move(made));
    }
    if (!is_any) report_unknown(by);
  }

  void report_unknown(const model::group_member& by) {
    if (by.policy.text.empty() || by.policy.text.find('*') != std::string::npos) {
      out_.report(message::no_such_members, by.where);
      return;
    }
    std::vector<std::string_view> known;
    known.reserve(policies_.size());
    for (const auto& each : policies_) known.push_back(each.from->id.text);
    out_.report(message::unknown_policy_member, by.policy.where,
                {by.policy.text, std::string(text::nearest(by.policy.text, known))});
  }

  // Benefits that a group could compare: those with an amount.
  template <class Visit>
  void each_benefit(const typed_member& of, Visit&& visit) const {
    for (const auto& version : policies_[of.policy].versions) {
      for (const auto& each : version.benefits) {
        const bool is_named =
            of.from->benefit.text.empty() || each.from->id.text == of.from->benefit.text;
        if (is_named && each.form != amount_form::none) visit(each);
      }
    }
  }

  // The kind said, or the only one that all members have.
  bool choose_kind(typed_group& made) {
    if (made.from->measure) {
      made.kind = *made.from->measure;
      return true;
    }
    std::optional<std::pair<model::benefit_kind, std::uint32_t>> first;
    bool is_clear = true;
    for (const auto& member : made.members) {
      each_benefit(member, [&](const typed_benefit& each) {
        const auto kind = each.from->kind;
        if (!first) first = {kind, member.policy};
        if (first->first == kind || !is_clear) return;
        is_clear = false;
        out_.report(message::group_kinds, made.from->id.where,
                    {id_of(first->second), std::string(model::to_word(first->first)),
                     id_of(member.policy), std::string(model::to_word(kind))});
      });
    }
    if (first) made.kind = first->first;
    if (!first && !made.members.empty()) {
      out_.report(message::nothing_to_compare, made.from->id.where, {made.from->id.text});
    }
    return first && is_clear;
  }

  void find_benefits(const typed_group& group, typed_member& into) {
    bool is_any = false;
    for (const auto& version : policies_[into.policy].versions) {
      std::optional<std::uint32_t> found;
      bool is_several = false;
      for (std::uint32_t i = 0; i < version.benefits.size(); ++i) {
        const auto& each = version.benefits[i];
        const auto& wanted = into.from->benefit.text;
        if (each.from->kind != group.kind || each.form == amount_form::none) continue;
        if (!wanted.empty() && each.from->id.text != wanted) continue;
        is_several = is_several || found.has_value();
        if (!found) found = i;
      }
      is_any = is_any || found.has_value();
      if (is_several) report_several(group, into);
      into.benefits.push_back(found);
    }
    if (is_any) return;
    const bool is_named = !into.from->benefit.text.empty();
    const auto where = is_named ? into.from->benefit.where : into.from->where;
    out_.report(message::member_without_benefit, where,
                {id_of(into.policy), std::string(model::to_word(group.kind))});
  }

  void report_several(const typed_group& group, const typed_member& of) {
    out_.report(message::which_benefit, of.from->where,
                {id_of(of.policy), std::string(model::to_word(group.kind))});
  }

  template <class Visit>
  void each_counted(const typed_group& of, Visit&& visit) const {
    for (const auto& member : of.members) {
      const auto& versions = policies_[member.policy].versions;
      for (std::size_t i = 0; i < member.benefits.size(); ++i) {
        if (member.benefits[i]) visit(member, versions[i].benefits[*member.benefits[i]]);
      }
    }
  }

  void check_unit(typed_group& made) {
    std::uint32_t first = 0;
    bool is_first = true;
    each_counted(made, [&](const typed_member& member, const typed_benefit& each) {
      if (is_first) {
        made.unit = each.unit;
        first = member.policy;
        is_first = false;
      } else if (made.unit != each.unit) {
        out_.report(message::group_units, member.from->where,
                    {id_of(first), shown(made.unit), id_of(member.policy), shown(each.unit)});
      }
    });
  }

  static std::string shown(const std::string& unit) {
    return unit.empty() ? text::both("无单位", "no unit") : unit;
  }

  // The same person, asset or contract can only be seen where all members go through one list.
  void check_items(typed_group& made) {
    each_counted(made, [&](const typed_member& member, const typed_benefit& each) {
      const bool is_field = each.items && each.items->kind == expr_kind::field;
      if (is_field && (!made.items || *made.items == each.items->index)) {
        made.items = each.items->index;
        return;
      }
      out_.report(message::member_without_items, member.from->where, {id_of(member.policy)});
    });
    each_counted(made, [&](const typed_member& member, const typed_benefit& each) {
      const auto& limits = each.total_limits;
      const bool raises = std::any_of(limits.begin(), limits.end(),
                                      [](const typed_limit& one) { return !one.from->is_maximum; });
      if (!raises) return;
      out_.report(message::member_with_least_total, member.from->where, {id_of(member.policy)});
    });
  }

  expr one(const model::formula& what) {
    scope locals;
    return checker(names_, out_, locals, what.parsed()).check();
  }

  std::optional<expr> amount(const model::formula& what, const typed_group& of) {
    if (!what.is_given()) return std::nullopt;
    expr made = one(what);
    if (made.of.is_error() || made.of.is(type_kind::null)) return made;
    const unit wanted = of.unit.empty() ? unit::one() : unit::base(of.unit);
    if (!made.of.is(type_kind::number)) {
      out_.report(message::amount_not_number, made.where, {made.of.to_string()});
    } else if (!made.of.in.fits(wanted)) {
      out_.report(message::amount_unit, made.where, {made.of.to_string(), shown(of.unit)});
    }
    return made;
  }

  // The options must be words that the election can say.
  std::optional<expr> election(const model::formula& what, const typed_group& of) {
    if (!what.is_given()) return std::nullopt;
    expr made = one(what);
    if (made.of.is_error()) return made;
    if (!made.of.is(type_kind::string)) {
      out_.report(message::election_not_text, made.where, {made.of.to_string()});
      return made;
    }
    if (made.of.codes == nullptr) return made;
    for (const auto& member : of.members) {
      const auto& codes = made.of.codes->codes;
      const bool is_code = std::any_of(codes.begin(), codes.end(), [&](const model::name& each) {
        return each.text == member.option;
      });
      if (!is_code) {
        out_.report(message::option_unknown, member.from->where,
                    {member.option, made.of.codes->id.text});
      }
    }
    return made;
  }

  const std::vector<typed_policy>& policies_;
  catalog& names_;
  text::sink& out_;
};

}  // namespace

std::vector<typed_group> type_groups(const std::vector<typed_policy>& policies, catalog& names,
                                     text::sink& out) {
  group_typer typer(policies, names, out);
  std::vector<typed_group> made;
  made.reserve(names.rules().groups.size());
  for (const auto& each : names.rules().groups) made.push_back(typer.type_one(each));
  return made;
}

}  // namespace sudui::types
