// Where the clauses and the amounts of a policy draw a line. Comparisons are found in the traces of
// a bound policy, which go through definitions and into the bodies of loops, so that a limit behind
// a name counts too. The same place in the text, reached twice from one clause or one benefit, is
// one limit; a range is two comparisons at one place. Bands compare with nothing: each upper end is
// a limit of the base.
//
// Tested by tests/unit/review/limits_test.cpp.
#include "review/limits.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>
#include <utility>

#include "types/cells.hpp"

namespace sudui::review {
namespace {

using types::expr_kind;
using values::op;

bool is_ordering(const types::expr& of) {
  if (of.kind != expr_kind::apply || of.parts.size() != 2) return false;
  return of.code == op::less || of.code == op::less_equal || of.code == op::greater ||
         of.code == op::greater_equal;
}

bool is_measurable(const types::type& of) {
  return of.is(types::type_kind::number) || of.is(types::type_kind::date) ||
         of.is(types::type_kind::days) || of.is(types::type_kind::months);
}

class limit_walk {
 public:
  limit_walk(const plan::plan& of, std::vector<limit_found>& into)
      : plan_(of), traces_(of.traces.front()), into_(into) {}

  void version(const policy_version& from) {
    leaves_ = &traces_.clauses;
    clauses(from.clauses, {});
    for (std::size_t i = 0; i < from.benefits.size() && i < traces_.benefits.size(); ++i) {
      benefit_limits(from.benefits[i], traces_.benefits[i], i);
    }
  }

 private:
  // Groups and leaves in the order of outcomes; traces are those of leaves alone.
  void clauses(const std::vector<clause>& from, const limit_found& as) {
    for (const clause& each : from) {
      const std::size_t place = place_++;
      if (each.what == clause::kind::require) {
        seen_.clear();
        const plan::trace& leaf = (*leaves_)[leaf_++];
        limit_found made = as;
        made.of = &each;
        made.place = place;
        made.leaf = &leaf;
        made.is_plain = true;
        walk(leaf, made);
      }
      clauses(each.children, as);
    }
  }

  void benefit_limits(const benefit& from, const plan::policy_trace::of_benefit& traces,
                      std::size_t number) {
    limit_found as;
    as.grant = number;
    as.is_in_loop = from.is_per_item;
    as.where = limit_place::item;
    place_ = leaf_ = 0;
    leaves_ = &traces.item_clauses;
    clauses(from.item_clauses, as);
    // Rows often share a comparison: one test for the row above and the row below.
    seen_.clear();
    as.where = limit_place::tier;
    for (const auto& row : traces.tests) formulas(row, as);
    as.where = limit_place::amount;
    formulas(traces.amount, as);
    formulas(traces.limits, as);
    as.is_in_loop = false;
    formulas(traces.total_limits, as);
  }

  void formulas(const std::vector<plan::trace>& from, limit_found as) {
    for (const plan::trace& each : from) {
      as.leaf = &each;
      walk(each, as);
    }
  }

  [[nodiscard]] bool is_new(const plan::trace& from) {
    const auto span = from.of->where;
    return seen_.emplace(span.file, span.begin, from.of->code).second;
  }

  void walk(const plan::trace& from, limit_found as) {
    if (is_ordering(*from.of) && is_measurable(from.of->parts[0].of) && is_new(from)) {
      as.compared = &from;
      into_.push_back(as);
    }
    if (from.of->kind == expr_kind::apply && from.of->code == op::marginal) bands(from, as);
    const bool is_loop = from.of->kind == expr_kind::some || from.of->kind == expr_kind::every ||
                         from.of->kind == expr_kind::filter || from.of->kind == expr_kind::collect;
    for (std::size_t i = 0; i < from.parts.size(); ++i) {
      limit_found inner = as;
      inner.is_plain =
          as.is_plain && from.of->kind == expr_kind::apply && from.of->code == op::logic_and;
      inner.is_in_loop = as.is_in_loop || (is_loop && i > 0);
      walk(from.parts[i], inner);
    }
  }

  void bands(const plan::trace& from, limit_found as) {
    const auto& held = plan_.registers[from.parts[1].held];
    if (held.what != values::kind::list || !is_new(from)) return;
    as.compared = &from;
    as.is_plain = false;
    as.where = limit_place::band;
    for (std::size_t i = 0; i < held.list().size(); ++i) {
      if (held.list()[i].list()[0].what != values::kind::number) continue;
      as.band = i;
      into_.push_back(as);
    }
  }

  const plan::plan& plan_;
  const plan::policy_trace& traces_;
  const std::vector<plan::trace>* leaves_ = nullptr;
  std::vector<limit_found>& into_;
  std::size_t place_ = 0, leaf_ = 0;
  std::set<std::tuple<std::uint32_t, std::uint32_t, op>> seen_;
};

std::optional<decimal> measure(const values::cell& held, const types::type& as) {
  const value of = types::to_value(held, as);
  if (const auto* number = of.get_if<decimal>()) return *number;
  if (const auto* days = of.get_if<days_duration>()) return decimal(days->seconds);
  if (const auto* months = of.get_if<months_duration>()) return decimal(months->months);
  if (const auto* day = of.get_if<date>()) {
    return decimal(std::chrono::sys_days(*day).time_since_epoch().count());
  }
  return std::nullopt;
}

}  // namespace

std::vector<limit_found> find_limits(const plan::plan& of, const policy_version& version) {
  std::vector<limit_found> all;
  limit_walk(of, all).version(version);
  return all;
}

std::optional<decimal> gap_of(const limit_found& limit, const decide::state& run) {
  const auto& compared = *limit.compared;
  if (compared.parts.size() != 2) return std::nullopt;
  const auto left = measure(run.registers[compared.parts[0].held], compared.parts[0].of->of);
  if (limit.band) {
    const auto& bands = run.registers[compared.parts[1].held];
    if (!left) return std::nullopt;
    return subtract(*left, bands.list()[*limit.band].list()[0].number);
  }
  const auto right = measure(run.registers[compared.parts[1].held], compared.parts[1].of->of);
  if (!left || !right) return std::nullopt;
  return subtract(*left, *right);
}

std::optional<decimal> paid_by_bands(const plan::trace& compared, const decide::state& run) {
  const auto base = measure(run.registers[compared.parts[0].held], compared.parts[0].of->of);
  if (!base) return std::nullopt;
  decimal sum = 0;
  decimal low = 0;
  for (const auto& band : run.registers[compared.parts[1].held].list()) {
    const auto& to = band.list()[0];
    const auto& rate = band.list()[1];
    if (rate.what != values::kind::number) return std::nullopt;
    const bool is_open = to.what != values::kind::number;
    const auto high = is_open ? *base : std::min(*base, to.number);
    const auto share = multiply(subtract(high, low).value_or(decimal(0)), rate.number);
    if (high > low && share) sum = add(sum, *share).value_or(sum);
    if (is_open || *base <= to.number) break;
    low = to.number;
  }
  return sum;
}

}  // namespace sudui::review
