// Where a comparison turns over when one input moves. Limits are mostly linear in an input, so two
// readings give a line whose root is tried first; otherwise steps of growing width look for a value
// on the other side, and bisection narrows the two to neighbours. Nothing rests on the line being
// right: the neighbours are decided by the engine.
//
// Tested by tests/unit/review/boundary_search_test.cpp.
#include "review/boundary_search.hpp"

#include <algorithm>
#include <array>

#include "decide/amounts.hpp"
#include "decide/outcomes.hpp"
#include "decide/row.hpp"

namespace sudui::review {
namespace {

using types::expr_kind;
using values::op;

// The dictionary entry of a member that a path reads, with the list it stands in.
struct member_index {
  const decide::catalogue& names;

  [[nodiscard]] std::optional<variable> find(const plan::plan& of, const types::expr& path) const {
    const types::type& record = path.parts[0].of;
    const auto* position = path.parts[1].constant.get_if<decimal>();
    if (!record.members || position == nullptr) return std::nullopt;
    const auto at = static_cast<std::size_t>(position->to_int64().value_or(0));
    const model::field* wanted = (*record.members)[at].from;
    const auto& fields = of.rules->dictionary.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto& members = fields[i].from->members;
      for (std::size_t k = 0; k < members.size(); ++k) {
        if (&members[k] != wanted) continue;
        return variable(names.fields[i], std::nullopt, &names.fields[i].members[k]);
      }
    }
    return std::nullopt;
  }
};

bool is_movable(const field& of) {
  return of.type == "date" || (of.type == "number" && of.codes.empty());
}

class variable_walk {
 public:
  variable_walk(const plan::plan& of, const decide::catalogue& names, const decide::state& run)
      : plan_(of), names_(names), run_(run) {}

  void walk(const plan::trace& from) {
    const types::expr& what = *from.of;
    if (what.kind == expr_kind::field || what.kind == expr_kind::field_range) {
      const field& read = names_.fields[what.index];
      if (is_movable(read)) add(variable(read, year_of(from), nullptr));
      if (read.type == "list") add(variable::count_of(read, year_of(from)));
    }
    if (what.kind == expr_kind::apply && what.code == op::record_member) {
      const auto found = member_index{names_}.find(plan_, what);
      if (found && is_movable(found->moved())) add(*found);
    }
    for (const plan::trace& part : from.parts) walk(part);
  }

  [[nodiscard]] std::vector<variable> take() { return std::move(found_); }

 private:
  // Of a range the last year, which is that of the assessment more often than not.
  [[nodiscard]] std::optional<int> year_of(const plan::trace& from) const {
    if (from.parts.empty()) return std::nullopt;
    const auto& year = run_.registers[from.parts.back().held];
    if (year.what != values::kind::number) return std::nullopt;
    const auto whole = year.number.to_int64();
    return whole ? std::optional(static_cast<int>(*whole)) : std::nullopt;
  }

  void add(const variable& what) {
    if (std::find(found_.begin(), found_.end(), what) == found_.end()) found_.push_back(what);
  }

  const plan::plan& plan_;
  const decide::catalogue& names_;
  const decide::state& run_;
  std::vector<variable> found_;
};

constexpr int most_doublings = 52;

class turning_search {
 public:
  turning_search(probe& of, const limit_found& limit, const profile& company, const variable& moved)
      : probe_(of), limit_(limit), company_(company), moved_(moved) {}

  std::optional<turning> find() {
    const auto start = moved_.position(company_);
    if (!start) return std::nullopt;
    const auto held = holds_at(*start);
    if (!held) return std::nullopt;
    auto other = other_side(*start, *held);
    if (!other) return std::nullopt;
    std::int64_t same = *start;
    while (std::max(same, *other) - std::min(same, *other) > 1) {
      const std::int64_t middle = same + (*other - same) / 2;
      const auto here = holds_at(middle);
      if (!here) return std::nullopt;
      (*here == *held ? same : *other) = middle;
    }
    turning found{std::min(same, *other), std::nullopt};
    for (const std::int64_t each : {found.first, found.first + 1}) {
      if (gap_at(each) == decimal(0)) found.exact = each;
    }
    return found;
  }

 private:
  probe::reading reading_at(std::int64_t position) {
    profile there = company_;
    moved_.move(there, position);
    return probe_.read(there, limit_);
  }
  std::optional<bool> holds_at(std::int64_t position) { return reading_at(position).holds; }
  std::optional<decimal> gap_at(std::int64_t position) { return reading_at(position).gap; }

  [[nodiscard]] bool is_allowed(std::int64_t position) const {
    return moved_.least() <= position && position <= moved_.most();
  }

  std::optional<std::int64_t> other_side(std::int64_t start, bool held) {
    for (const std::int64_t each : near_root(start)) {
      if (is_allowed(each) && holds_at(each) == !held) return each;
    }
    for (int i = 0; i < most_doublings; ++i) {
      for (const std::int64_t away : {std::int64_t{1} << i, -(std::int64_t{1} << i)}) {
        const std::int64_t each = std::clamp(start + away, moved_.least(), moved_.most());
        if (holds_at(each) == !held) return each;
      }
    }
    return std::nullopt;
  }

  // Around the root of the line through two readings.
  std::vector<std::int64_t> near_root(std::int64_t start) {
    const std::int64_t width = std::max<std::int64_t>(1, std::abs(start) / 8);
    const auto here = gap_at(start);
    const std::int64_t next = is_allowed(start + width) ? start + width : start - width;
    const auto there = gap_at(next);
    if (!here || !there) return {};
    const auto rise = subtract(*there, *here);
    if (!rise || rise->is_zero()) return {};
    const auto share = divide(negate(*here), *rise);
    const auto steps = share ? multiply(*share, decimal(next - start)) : std::nullopt;
    const auto whole = steps ? round(*steps, 0, rounding::floor) : std::nullopt;
    const auto away = whole ? whole->to_int64() : std::nullopt;
    if (!away) return {};
    const std::int64_t root = start + *away;
    return {root, root + 1, root - 1, root + 2};
  }

  probe& probe_;
  const limit_found& limit_;
  const profile& company_;
  const variable& moved_;
};

}  // namespace

probe::reading probe::read(const profile& company, const limit_found& limit) {
  answers_.decide(plan_, names_, company, run_);
  const decision& made = answers_.all().front();
  reading found;
  found.verdict = made.verdict;
  if (limit.where == limit_place::clause) {
    found.clause = made.clauses[limit.place];
  } else if (!read_grant(limit, found)) {
    return found;
  }
  found.gap = gap_of(limit, run_);
  if (limit.band) {
    const auto& paid = run_.registers[limit.compared->held];
    const auto expected = paid_by_bands(*limit.compared, run_);
    if (found.gap) found.holds = *found.gap <= decimal(0);
    found.is_as_worked_out =
        paid.what == values::kind::number && expected && paid.number == *expected;
    return found;
  }
  const auto held = decide::to_outcome(run_.registers[limit.compared->held]);
  if (found.gap && held != outcome::unknown) found.holds = held == outcome::met;
  return found;
}

// What the benefit comes to, whether the policy is ruled out or not: a company at the limit of the
// only item that counts is often at the limit of a clause too. The registers then hold the last
// item, and there is but one.
bool probe::read_grant(const limit_found& limit, reading& into) {
  const auto& benefit = plan_.policies.front().benefits[limit.grant];
  decide::run_block(plan_, benefit.code, run_);
  lines_.clear();
  into.how_much = decide::amount_of(plan_, benefit, run_, lines_).how_much;
  if (!benefit.items) return true;
  if (lines_.empty()) return false;
  if (limit.where == limit_place::item) into.clause = lines_.front().held;
  return true;
}

std::vector<missing_input> probe::waits_for(const limit_found& limit) {
  std::vector<missing_input> found;
  for (const plan::trace& side : limit.compared->parts) {
    const auto& held = run_.registers[side.held];
    if (held.is_unknown()) decide::collect_missing(names_, held.why, run_, found);
  }
  return found;
}

std::vector<variable> probe::variables_of(const limit_found& limit) {
  variable_walk walk(plan_, names_, run_);
  walk.walk(*limit.compared);
  auto found = walk.take();
  if (!found.empty()) return found;
  // It may read the arguments of a definition, which are written where that is called.
  walk.walk(*limit.leaf);
  return walk.take();
}

std::optional<turning> find_turning(probe& of, const limit_found& limit, const profile& company,
                                    const variable& moved) {
  return turning_search(of, limit, company, moved).find();
}

}  // namespace sudui::review
