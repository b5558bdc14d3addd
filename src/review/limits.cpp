// Where the clauses of a policy draw a line. Comparisons are found in the traces of a bound policy,
// which go through definitions and into the bodies of loops, so that a limit behind a name counts
// too. The same place in the text, reached twice from one clause, is one limit.
//
// Tested by tests/unit/review/limits_test.cpp.
#include "review/limits.hpp"

#include <chrono>
#include <set>
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
      : leaves_(of.traces.front().clauses), into_(into) {}

  // Groups and leaves in the order of outcomes; traces are those of leaves alone.
  void clauses(const std::vector<clause>& from) {
    for (const clause& each : from) {
      const std::size_t place = place_++;
      if (each.what == clause::kind::require) {
        seen_.clear();
        const plan::trace& leaf = leaves_[leaf_++];
        walk(leaf, {&each, place, nullptr, &leaf, false, true});
      }
      clauses(each.children);
    }
  }

 private:
  void walk(const plan::trace& from, limit_found as) {
    if (is_ordering(*from.of) && is_measurable(from.of->parts[0].of)) {
      const auto span = from.of->where;
      if (seen_.emplace(span.file, span.begin).second) {
        as.compared = &from;
        into_.push_back(as);
      }
    }
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

  const std::vector<plan::trace>& leaves_;
  std::vector<limit_found>& into_;
  std::size_t place_ = 0, leaf_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
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
  limit_walk(of, all).clauses(version.clauses);
  return all;
}

std::optional<decimal> gap_of(const plan::trace& compared, const decide::state& run) {
  if (compared.parts.size() != 2) return std::nullopt;
  const auto left = measure(run.registers[compared.parts[0].held], compared.parts[0].of->of);
  const auto right = measure(run.registers[compared.parts[1].held], compared.parts[1].of->of);
  if (!left || !right) return std::nullopt;
  return subtract(*left, *right);
}

}  // namespace sudui::review
