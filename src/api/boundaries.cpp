// Tested by tests/api/boundaries_test.cpp, and by the shipped rules.
#include "review/boundaries.hpp"

#include <algorithm>
#include <utility>

#include <sudui/boundaries.hpp>

#include "api/bound.hpp"
#include "api/describe.hpp"
#include "text/glob.hpp"

namespace sudui {
inline namespace v1 {
namespace {

std::optional<plan::binding> binding_of(const rule_set& rules, date as_of,
                                        const bind_options& options) {
  const auto bound = rules.bind(as_of, options);
  if (!bound) return std::nullopt;
  return bound->held().on;
}

// The companies of the tests that expect something of the policy.
std::vector<review::boundary_base> bases_of(const rule_set& rules, const policy& of) {
  std::vector<review::boundary_base> all;
  for (const auto& test : rules.held().tests) {
    const auto& expected = test.from->expect;
    const bool is_meant = std::any_of(expected.begin(), expected.end(),
                                      [&](const auto& each) { return each.policy.text == of.id; });
    if (!is_meant || !test.from->as_of) continue;
    bind_options options;
    options.policies = of.id;
    if (test.from->year) options.year = *test.from->year;
    options.parameters = test.parameters;
    if (auto on = binding_of(rules, *test.from->as_of, options)) {
      all.push_back({std::move(*on), test.company, test.from->title.text});
    }
  }
  return all;
}

date first_day_of(const window& days) {
  if (days.from) return *days.from;
  return days.to ? *days.to : date(std::chrono::year(2024) / 6 / 30);
}

// Behind them a company of nobody for each version, so that a version without tests is tried too.
void add_empty_bases(const rule_set& rules, const policy& of,
                     std::vector<review::boundary_base>& into) {
  for (const policy_version& version : of.versions) {
    bind_options options;
    options.policies = of.id;
    const date first = first_day_of(version.days);
    const date day = of.timing == "year" ? first.year() / 12 / 31 : first;
    if (auto on = binding_of(rules, day, options)) into.push_back({std::move(*on), {}, {}});
  }
}

void count_place(const boundary& each, boundary_counts& into) {
  ++into.limits;
  ++(each.is == boundary::state::exact       ? into.exact
     : each.is == boundary::state::straddled ? into.straddled
                                             : into.not_made);
  const bool is_clause = each.place == limit_place::clause || each.place == limit_place::item;
  if (each.is == boundary::state::not_made) return;
  into.turned += (is_clause ? each.turns_clause : each.turns_amount) ? 1U : 0U;
}

void count(boundary_report& into) {
  for (const boundary& each : into.all) {
    count_place(each, into.by_place[static_cast<std::size_t>(each.place)]);
    ++(each.is == boundary::state::exact       ? into.exact
       : each.is == boundary::state::straddled ? into.straddled
                                               : into.not_made);
    if (!each.words_agree) ++into.words_differ;
    if (each.is == boundary::state::not_made) continue;
    if (!each.as_expected) ++into.unexpected;
    if (each.turns_clause) ++into.turned_clause;
    if (each.turns_verdict) ++into.turned_verdict;
    if (each.turns_amount) ++into.turned_amount;
  }
}

}  // namespace

boundary_report run_boundaries(const rule_set& rules, std::string_view policies) {
  const auto& held = rules.held();
  const review::boundary_request what{
      held.typed,
      {rules.policies(), rules.fields(), rules.parameters()},
      [&](text::span where) { return api::describe(where, held.files); },
      [&](text::span where) { return api::text_at(where, held.files); }};
  boundary_report report;
  for (const policy& each : rules.policies()) {
    if (!text::matches_glob(policies, each.id)) continue;
    auto bases = bases_of(rules, each);
    add_empty_bases(rules, each, bases);
    review::find_boundaries(what, each, bases, report.all);
  }
  count(report);
  return report;
}

}  // namespace v1
}  // namespace sudui
