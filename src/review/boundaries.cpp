// Companies at the limits of one policy. Each limit is tried on every company that the policy's own
// tests decide, and there on every number and day that the comparison reads; the best result is
// kept: one that meets the limit exactly before one that only straddles it, one whose verdict turns
// before one whose clause turns before one whose comparison alone does. What a company lacks for
// the comparison is made up, and said to be by the name of the test it came from.
//
// Tested by tests/unit/review/boundaries_test.cpp and tests/api/boundaries_test.cpp.
#include "review/boundaries.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "review/boundary_search.hpp"
#include "review/boundary_words.hpp"

namespace sudui::review {
namespace {

constexpr std::size_t most_bases = 24;    // of one limit, each with every variable
constexpr std::size_t most_fillings = 6;  // rounds of making up what a comparison waits for

std::string relation_of(values::op code) {
  switch (code) {
    case values::op::less:
      return "<";
    case values::op::less_equal:
      return "<=";
    case values::op::greater:
      return ">";
    default:
      return ">=";
  }
}

bool holds_for(const std::string& relation, int sign) {
  if (sign == 0) return relation.size() == 2;
  return (sign < 0) == (relation[0] == '<');
}

int sign_of(const decimal& gap) { return gap.is_zero() ? 0 : gap.is_negative() ? -1 : 1; }

// What a limit is there for: the verdict, or the amount of its benefit.
bool turns_end(const boundary& of) {
  return of.place == limit_place::clause ? of.turns_verdict : of.turns_amount;
}

// Better results compare greater.
std::tuple<bool, bool, bool, bool> rank_of(const boundary& of) {
  return {of.is == boundary::state::exact, turns_end(of), of.turns_clause,
          of.is == boundary::state::straddled};
}

bool is_best(const boundary& of) { return of.is == boundary::state::exact && turns_end(of); }

bool same_amount(const amount& a, const amount& b) {
  return a.is == b.is && a.low == b.low && a.high == b.high;
}

/// A base with its plan, and the limits that the plan has.
struct bound_base {
  const boundary_base* from = nullptr;
  std::shared_ptr<const plan::plan> planned;
  std::vector<limit_found> limits;
};

class limit_trial {
 public:
  limit_trial(const boundary_request& what, const bound_base& base, const limit_found& limit,
              boundary empty)
      : base_(base), limit_(limit), probe_(*base.planned, what.names), best_(std::move(empty)) {}

  // The company as it is, for limits inside loops with one record a list. What it lacks is made up
  // as something first; where that turns nothing over, as nothing, since figures are often added.
  boundary run() {
    for (const std::int64_t steps : {std::int64_t{1000}, std::int64_t{0}}) {
      filling_ = steps;
      has_filled_ = false;
      profile company = base_.from->company;
      if (limit_.is_in_loop) keep_first_records(company);
      make_known(company);
      const auto inputs = probe_.variables_of(limit_);
      for (const variable& each : inputs) {
        try_one(company, each);
        if (is_best(best_)) return std::move(best_);
      }
      if (best_.is == boundary::state::not_made) best_.why_not = reason(company, inputs);
      if (!has_filled_) break;
    }
    return std::move(best_);
  }

 private:
  localized reason(const profile& company, const std::vector<variable>& inputs) {
    const bool is_known = probe_.read(company, limit_).holds.has_value();
    for (const missing_input& each : probe_.waits_for(limit_)) {
      if (each.constant == nullptr || is_known) continue;
      return {"参数“" + each.constant->label.zh + "”尚未公布",
              "the parameter `" + each.constant->label.en + "` is not published"};
    }
    if (inputs.empty()) {
      return {"比较只随日期、年度或参数变化", "only the day, the year or a parameter moves it"};
    }
    return {"没有一项数据单独变动能使比较翻转", "no input by itself turns the comparison over"};
  }

  void make_known(profile& company) {
    for (std::size_t i = 0; i < most_fillings; ++i) {
      if (probe_.read(company, limit_).holds) return;
      const auto waits = probe_.waits_for(limit_);
      for (const missing_input& each : waits) {
        if (each.what == nullptr) continue;
        fill(company, *each.what, each.year, {base_.from->on.as_of, filling_});
        has_filled_ = true;
      }
      if (waits.empty() && !fill_list(company)) return;
    }
  }

  // A loop over an empty list reads nothing: it gets one record.
  bool fill_list(profile& company) {
    if (!limit_.is_in_loop) return false;
    bool has_new = false;
    for (const variable& each : probe_.variables_of(limit_)) {
      if (each.is_member() && !each.position(company)) {
        each.fill_list(company, {base_.from->on.as_of, filling_});
        has_new = true;
      }
    }
    return has_new;
  }

  void try_one(const profile& company, const variable& moved) {
    const auto found = find_turning(probe_, limit_, company, moved);
    if (!found) return;
    boundary made = best_;
    made.points.clear();
    made.base = base_.from->title;
    made.input = moved.name();
    made.unit = moved.moved().unit;
    made.as_of = base_.from->on.as_of;
    made.year = base_.from->on.year;
    made.is = found->exact ? boundary::state::exact : boundary::state::straddled;
    made.as_expected = true;
    const std::int64_t first = found->exact ? *found->exact - 1 : found->first;
    const std::int64_t last = found->exact ? *found->exact + 1 : found->first + 1;
    for (std::int64_t each = first; each <= last; ++each) {
      if (each < moved.least() || each > moved.most()) continue;
      add_point(company, moved, each, made);
    }
    judge(made);
    if (best_.is == boundary::state::not_made || rank_of(made) > rank_of(best_)) {
      best_ = std::move(made);
    }
  }

  void add_point(profile company, const variable& moved, std::int64_t position, boundary& into) {
    moved.move(company, position);
    const auto read = probe_.read(company, limit_);
    const bool expected = read.gap && holds_for(into.relation, sign_of(*read.gap));
    into.as_expected =
        into.as_expected && read.holds && *read.holds == expected && read.is_as_worked_out;
    into.points.push_back(
        {moved.at(position), read.holds.value_or(false), read.clause, read.verdict, read.how_much});
  }

  // A clause, a verdict or an amount turns when it differs wherever the comparison does; amounts
  // may also differ where it does not. Bands meet at their ends, where a fen more pays a part of a
  // fen more or none: there it counts that each company is paid what the bands say.
  static void judge(boundary& of) {
    const auto turns = [&](auto&& agrees) {
      return std::all_of(of.points.begin(), of.points.end(), [&](const boundary_point& a) {
        return std::all_of(of.points.begin(), of.points.end(),
                           [&](const boundary_point& b) { return agrees(a, b); });
      });
    };
    const auto as_held = [](auto member) {
      return [member](const boundary_point& a, const boundary_point& b) {
        return (a.holds == b.holds) == (a.*member == b.*member);
      };
    };
    if (of.place == limit_place::clause || of.place == limit_place::item) {
      of.turns_clause = turns(as_held(&boundary_point::clause));
    }
    of.turns_verdict = turns(as_held(&boundary_point::verdict));
    if (of.place == limit_place::clause) return;
    if (of.place == limit_place::band) {
      of.turns_amount = of.as_expected;
      return;
    }
    of.turns_amount = turns([](const boundary_point& a, const boundary_point& b) {
      return a.holds == b.holds || !same_amount(a.how_much, b.how_much);
    });
  }

  const bound_base& base_;
  const limit_found& limit_;
  probe probe_;
  boundary best_;
  std::int64_t filling_ = 0;
  bool has_filled_ = false;
};

class policy_trials {
 public:
  policy_trials(const boundary_request& what, const policy& of,
                std::span<const boundary_base> bases, std::vector<boundary>& into)
      : what_(what), of_(of), into_(into) {
    bases_.reserve(bases.size());
    for (const boundary_base& each : bases) bind(each);
  }

  // Versions by time; a limit of a version is found in whichever of its bases has it first.
  void run() {
    for (const policy_version& version : of_.versions) {
      std::vector<const bound_base*> chosen;
      for (const bound_base& each : bases_) {
        const auto number = each.planned->policies.front().version;
        if (&of_.versions[number] == &version) chosen.push_back(&each);
      }
      run_version(version, chosen);
    }
  }

 private:
  using place_key = std::tuple<std::uint32_t, std::uint32_t, values::op>;

  void bind(const boundary_base& from) {
    plan::binding on = from.on;
    on.traced = true;
    on.chosen = [&](const std::string& id) { return id == of_.id; };
    bound_base made{&from, plan::from_types(what_.rules, on), {}};
    if (made.planned->policies.empty()) return;
    const auto number = made.planned->policies.front().version;
    made.limits = find_limits(*made.planned, of_.versions[number]);
    bases_.push_back(std::move(made));
  }

  void run_version(const policy_version& version, const std::vector<const bound_base*>& bases) {
    std::map<std::tuple<const clause*, limit_place, std::size_t, std::size_t, place_key>,
             std::size_t>
        places;
    const std::size_t begin = into_.size();
    std::map<std::size_t, std::size_t> tries;
    for (const bound_base* base : bases) {
      for (const limit_found& limit : base->limits) {
        const auto span = limit.compared->of->where;
        const auto [found, is_new] =
            places.emplace(std::tuple{limit.of, limit.where, limit.grant, limit.band.value_or(0),
                                      place_key{span.file, span.begin, limit.compared->of->code}},
                           into_.size());
        if (is_new) into_.push_back(empty_of(version, limit));
        boundary& best = into_[found->second];
        if (is_best(best) || ++tries[found->second] > most_bases) continue;
        best = limit_trial(what_, *base, limit, best).run();
      }
    }
    for (std::size_t i = begin; i < into_.size(); ++i) close(into_[i]);
  }

  [[nodiscard]] boundary empty_of(const policy_version& version, const limit_found& limit) const {
    boundary made;
    made.of = &of_;
    made.version = &version;
    made.what = limit.of;
    made.place = limit.where;
    if (limit.where != limit_place::clause) made.granted = &version.benefits[limit.grant];
    made.formula = what_.text(limit.compared->of->where);
    made.relation = limit.band ? "<=" : relation_of(limit.compared->of->code);
    made.where = what_.place(limit.compared->of->where);
    made.words_agree = !limit.is_plain || is_zero(limit.compared->of->parts[1]) ||
                       words_agree(limit.of->label.zh, made.relation);
    return made;
  }

  // A clause with several limits has words for each, which nobody can tell apart.
  void close(boundary& of) const {
    const auto limits = std::count_if(into_.begin(), into_.end(), [&](const boundary& each) {
      return each.what != nullptr && each.what == of.what && each.version == of.version;
    });
    of.words_agree = of.words_agree || limits > 1;
  }

  // `> 0` of what is counted says `at least one`: the figure of the text is another one.
  static bool is_zero(const types::expr& of) {
    const auto* number = of.constant.get_if<decimal>();
    return number != nullptr && number->is_zero();
  }

  const boundary_request& what_;
  const policy& of_;
  std::vector<boundary>& into_;
  std::vector<bound_base> bases_;
};

}  // namespace

void find_boundaries(const boundary_request& what, const policy& of,
                     std::span<const boundary_base> bases, std::vector<boundary>& into) {
  policy_trials(what, of, bases, into).run();
}

}  // namespace sudui::review
