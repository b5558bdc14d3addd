// reach: from one policy and one company to what would have to change. The search is that of
// `repair`; here its pieces become statements about fields and clauses, and whatever is said to be
// reached is decided once more by the matcher itself.
//
// Tested by tests/api/reach_test.cpp and, against trying every value, by
// tests/property/reach_test.cpp.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <sudui/reach.hpp>

#include "api/bound.hpp"
#include "decide/outcomes.hpp"
#include "decide/row.hpp"
#include "repair/pieces.hpp"
#include "repair/reads.hpp"

namespace sudui {
inline namespace v1 {

namespace {

failure refused(errc code, std::string zh, std::string en) {
  return {code, {std::move(zh), std::move(en)}, {}};
}

struct search_options {
  std::set<std::uint32_t> fields;
  std::map<std::uint32_t, decimal> steps;
};

result<search_options> read_options(const reach_options& from, const types::schema& dictionary) {
  search_options made;
  const auto unknown = [](const std::string& name) {
    return refused(errc::bad_option, "没有字段 `" + name + "`", "no field `" + name + "`");
  };
  for (const auto& name : from.fields) {
    const auto index = dictionary.find(name);
    if (!index) return unknown(name);
    made.fields.insert(*index);
  }
  for (const auto& [name, step] : from.steps) {
    const auto index = dictionary.find(name);
    if (!index) return unknown(name);
    if (step <= decimal(0)) {
      return refused(errc::bad_option, "字段 `" + name + "` 的步长须大于 0",
                     "the step of the field `" + name + "` must be above 0");
    }
    made.steps[*index] = step;
  }
  if (from.fields.empty()) {
    for (std::uint32_t i = 0; i < dictionary.fields().size(); ++i) {
      if (dictionary[i].from->is_changeable) made.fields.insert(i);
    }
  }
  return made;
}

// A leaf that is not as wanted: which one, in the order of the outcomes.
struct failing_leaf {
  std::uint32_t place = 0;
  outcome wanted = outcome::met;
};

class searcher {
 public:
  searcher(const matcher& by, const plan::plan& of, const profile& company,
           const reach_options& given, const search_options& options)
      : by_(by),
        plan_(of),
        company_(company),
        given_(given),
        options_(options),
        dictionary_(by.rules().held().typed->dictionary) {
    base_.prepare(of);
    decide::bind_profile(of, company, base_);
    decide::run_block(of, 0, base_);
  }

  void run(reach_answer& into) {
    into.verdict =
        verdict_of(decide::clause_outcomes(plan_.policies.front().clauses, base_, outcomes_));
    if (into.verdict != verdict::ineligible) return;
    find_failing(into);
    for (const auto& each : candidates()) search(each, into);
  }

 private:
  static verdict verdict_of(outcome all) {
    if (all == outcome::met) return verdict::eligible;
    return all == outcome::unmet ? verdict::ineligible : verdict::undetermined;
  }

  // Leaves below what fails. `none` turns round what is wanted of its children.
  void walk(const std::vector<clause>& from, outcome wanted, bool fails, reach_answer& into) {
    const auto opposite = wanted == outcome::met ? outcome::unmet : outcome::met;
    for (const auto& each : from) {
      const auto place = place_++;
      const bool here = fails && outcomes_[place] == opposite;
      if (each.what != clause::kind::require) {
        walk(each.children, each.what == clause::kind::none ? opposite : wanted, here, into);
      } else if (here) {
        leaves_.push_back({place, wanted});
        clause_reach made;
        made.of = &each;
        made.held = outcomes_[place];
        made.wanted = wanted;
        into.failing.push_back(std::move(made));
      }
    }
  }

  void find_failing(reach_answer& into) {
    walk(into.version->clauses, outcome::met, true, into);
    const auto& clauses = plan_.policies.front().clauses;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      reads_.push_back(repair::reads_of(plan_, clauses[leaves_[i].place].condition, base_));
      for (const auto& each : reads_.back()) {
        missing_input read;
        read.what = &by_.rules().fields()[plan_.inputs[each.input].field];
        read.year = each.year;
        into.failing[i].reads.push_back(read);
      }
    }
  }

  // What failing clauses read, may move, and has a value to move from.
  std::vector<repair::axis> candidates() const {
    std::set<repair::read> all;
    for (const auto& each : reads_) all.insert(each.begin(), each.end());
    std::vector<repair::axis> made;
    for (const auto& each : all) {
      const auto field = plan_.inputs[each.input].field;
      if (!options_.fields.contains(field)) continue;
      if (each.year && *each.year < plan_.year && !given_.past_years) continue;
      if (auto axis = axis_of(each, field)) made.push_back(std::move(*axis));
    }
    return made;
  }

  std::optional<repair::axis> axis_of(const repair::read& what, std::uint32_t field) const {
    const auto& from = *dictionary_[field].from;
    std::optional<repair::axis> made;
    if (from.type.text == "number") {
      const auto set = options_.steps.find(field);
      const auto step =
          set != options_.steps.end() ? set->second : repair::usual_step(dictionary_[field].unit);
      made = repair::number_axis(from.minimum, from.maximum, step);
    } else if (from.type.text == "boolean") {
      made = repair::axis();
      made->of = repair::axis::form::flag;
      made->high = 1;
    } else if (from.type.text == "string" && !from.codes.empty()) {
      made = repair::axis();
      made->of = repair::axis::form::code;
      made->high = static_cast<std::int64_t>(from.codes.size()) - 1;
      for (const auto& each : from.codes) made->codes.push_back(each.text);
    }
    if (!made) return made;
    made->field = field;
    made->input = what.input;
    made->year = what.year;
    const auto held = current(*made);
    return held.is_unknown() || held.is_null() ? std::nullopt : made;
  }

  // As the plan reads it: what the dictionary says of a missing value counts.
  [[nodiscard]] value current(const repair::axis& along) const {
    auto held = repair::held_by(company_, dictionary_, along.field, along.year, plan_.year);
    if (!held.is_unknown()) return held;
    const auto missing = dictionary_[along.field].from->missing;
    if (missing == model::absence::zero) return 0;
    if (missing == model::absence::no) return false;
    return held;
  }

  void search(const repair::axis& along, reach_answer& into) {
    const auto from = current(along);
    const auto pieces = repair::cut(plan_, company_, along, {given_.max_pieces, given_.max_points});
    into.fields.push_back(of_policy(along, from, pieces, *into.of));
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      const bool is_read = std::any_of(reads_[i].begin(), reads_[i].end(), [&](const auto& each) {
        return each.input == along.input && each.year == along.year;
      });
      if (is_read) into.failing[i].moves.push_back(of_clause(along, from, pieces, leaves_[i]));
    }
  }

  field_reach stated(const repair::axis& along, const value& from) const {
    field_reach made;
    made.what = &by_.rules().fields()[along.field];
    made.year = along.year;
    made.from = from;
    if (along.of != repair::axis::form::number) return made;
    made.low = *along.at(along.low).get_if<decimal>();
    made.high = *along.at(along.high).get_if<decimal>();
    made.step = along.step;
    return made;
  }

  static void move_to(field_reach& into, const repair::axis& along, reach_state is,
                      const repair::nearest& found) {
    into.is = is;
    into.to = along.at(found.position);
    into.is_smallest = found.is_proven;
    const auto* a = into.from.get_if<decimal>();
    const auto* b = into.to.get_if<decimal>();
    if (a != nullptr && b != nullptr) into.by = subtract(*b, *a);
  }

  field_reach of_policy(const repair::axis& along, const value& from,
                        const std::vector<repair::piece>& pieces, const policy& what) const {
    auto made = stated(along, from);
    const auto is_open = [](const repair::piece& each) { return !each.all; };
    const auto is = [](outcome wanted) {
      return [wanted](const repair::piece& each) { return each.all == wanted; };
    };
    if (const auto found = repair::find_nearest(pieces, along, from, is(outcome::met), is_open)) {
      move_to(made, along, reach_state::reached, *found);
      if (!decides(along, made.to, what)) made.is = reach_state::unproven;
    } else if (std::any_of(pieces.begin(), pieces.end(), is_open)) {
      made.is = reach_state::unproven;
    } else if (const auto settled =
                   repair::find_nearest(pieces, along, from, is(outcome::unknown), is_open)) {
      move_to(made, along, reach_state::settles, *settled);
    } else {
      made.is = reach_state::never;
    }
    return made;
  }

  // The changed company, decided with all policies.
  [[nodiscard]] bool decides(const repair::axis& along, const value& to, const policy& what) const {
    const auto company =
        repair::with_value(company_, dictionary_, along.field, along.year, plan_.year, to);
    const auto made = by_.match(company);
    const auto* found = made.find(what.id);
    return found == nullptr || found->verdict == verdict::eligible;
  }

  field_reach of_clause(const repair::axis& along, const value& from,
                        const std::vector<repair::piece>& pieces, const failing_leaf& leaf) const {
    auto made = stated(along, from);
    const auto is_open = [&](const repair::piece& each) { return !each.is_clear[leaf.place]; };
    const auto found = repair::find_nearest(
        pieces, along, from,
        [&](const repair::piece& each) { return each.clauses[leaf.place] == leaf.wanted; },
        is_open);
    if (found) {
      move_to(made, along, reach_state::reached, *found);
    } else if (std::none_of(pieces.begin(), pieces.end(), is_open)) {
      made.is = reach_state::never;
    }
    return made;
  }

  const matcher& by_;
  const plan::plan& plan_;
  const profile& company_;
  const reach_options& given_;
  const search_options& options_;
  const types::schema& dictionary_;
  decide::state base_;
  std::vector<outcome> outcomes_;
  std::vector<failing_leaf> leaves_;
  std::vector<std::vector<repair::read>> reads_;
  std::uint32_t place_ = 0;
};

void collect_leaves(const std::vector<clause_explanation>& from,
                    std::map<const clause*, const clause_explanation*>& into) {
  for (const auto& each : from) {
    into[each.of] = &each;
    collect_leaves(each.children, into);
  }
}

// The comparison that is not as wanted and knows how far; the first one, going down.
const step* distant(const step& from, bool wanted) {
  const auto* held = from.result.get_if<bool>();
  if (held == nullptr || *held == wanted) return nullptr;
  if (from.distance) return &from;
  for (const auto& part : from.parts) {
    if (const auto* found = distant(part, wanted)) return found;
  }
  return nullptr;
}

void add_distances(const explanation& why, reach_answer& into) {
  std::map<const clause*, const clause_explanation*> by_clause;
  collect_leaves(why.clauses, by_clause);
  for (auto& each : into.failing) {
    const auto found = by_clause.find(each.of);
    if (found == by_clause.end() || !found->second->because) continue;
    const auto* far = distant(*found->second->because, each.wanted == outcome::met);
    if (far == nullptr) continue;
    each.distance = far->distance;
    each.distance_unit = far->distance_unit;
    each.distance_of = far->distance_of;
  }
}

}  // namespace

result<reach_answer> reach(const matcher& by, std::string_view policy, const profile& company,
                           const reach_options& options) {
  const auto why = by.explain(policy, company);
  if (!why) return why.error();
  const auto& typed = by.rules().held().typed;
  const auto search = read_options(options, typed->dictionary);
  if (!search) return search.error();
  reach_answer made{by, why->of, why->version, why->verdict, {}, {}};
  if (made.version == nullptr) return made;
  auto on = by.held().on;
  on.chosen = [&](const std::string& id) { return id == policy; };
  const auto planned = plan::from_types(typed, on);
  searcher(by, *planned, company, options, *search).run(made);
  add_distances(*why, made);
  return made;
}

}  // namespace v1
}  // namespace sudui
