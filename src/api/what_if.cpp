// Deciding before and after changes: two matches, and which decisions differ.
//
// Tested by tests/api/what_if_test.cpp.

#include <algorithm>
#include <charconv>
#include <utility>

#include <sudui/reach.hpp>

#include "api/bound.hpp"
#include "repair/axis.hpp"
#include "types/cells.hpp"

namespace sudui {
inline namespace v1 {

namespace {

failure cannot_change(std::string zh, std::string en) {
  return {errc::bad_option, {std::move(zh), std::move(en)}, {}};
}

bool same(const amount& a, const amount& b) {
  return a.is == b.is && a.low == b.low && a.high == b.high;
}

bool same_effect(const group_effect& a, const group_effect& b) {
  return a.of == b.of && a.reading == b.reading && a.standing == b.standing && a.why == b.why &&
         a.by == b.by && a.compared == b.compared && same(a.paid, b.paid);
}

bool same_decision(const decision& a, const decision& b) {
  return a.verdict == b.verdict && a.standing == b.standing &&
         std::equal(a.effects.begin(), a.effects.end(), b.effects.begin(), b.effects.end(),
                    same_effect) &&
         std::equal(a.grants.begin(), a.grants.end(), b.grants.begin(), b.grants.end(),
                    [](const grant& x, const grant& y) { return same(x.how_much, y.how_much); });
}

// The company with one change made, or why that cannot be.
result<profile> changed(const profile& company, const change& each, const types::schema& dictionary,
                        int year) {
  const auto index = dictionary.find(each.field);
  if (!index)
    return cannot_change("没有字段 `" + each.field + "`", "no field `" + each.field + "`");
  const auto& entry = dictionary[*index];
  const bool is_yearly = entry.from->per != model::period::none;
  if (each.year && !is_yearly) {
    return cannot_change("字段 `" + each.field + "` 不分年度",
                         "the field `" + each.field + "` has no years");
  }
  if (!types::fits(each.to, entry.of)) {
    return cannot_change("字段 `" + each.field + "` 的值不合类型",
                         "the value of the field `" + each.field + "` does not fit its type");
  }
  std::optional<std::int32_t> when;
  if (is_yearly) when = each.year.value_or(year);
  return repair::with_value(company, dictionary, *index, when, year, each.to);
}

}  // namespace

std::vector<change> changes_of(const rule_set& rules, const profile& part) {
  const auto& dictionary = rules.held().typed->dictionary;
  std::vector<change> made;
  for (const auto& [name, held] : part.entries()) {
    const auto index = dictionary.find(name);
    const bool is_yearly = index && dictionary[*index].from->per != model::period::none;
    const auto* years = is_yearly ? held.get_if<value::context>() : nullptr;
    if (years == nullptr) {
      made.push_back({name, {}, held});
      continue;
    }
    for (const auto& [year, each] : *years) {
      int number = 0;
      std::from_chars(year.data(), year.data() + year.size(), number);
      made.push_back({name, number, each});
    }
  }
  return made;
}

result<what_if_answer> what_if(const matcher& by, const profile& company,
                               std::span<const change> changes) {
  what_if_answer made;
  made.company = company;
  const auto& dictionary = by.rules().held().typed->dictionary;
  for (const auto& each : changes) {
    auto next = changed(made.company, each, dictionary, by.year());
    if (!next) return next.error();
    made.company = std::move(*next);
  }
  made.before = by.match(company);
  made.after = by.match(made.company);
  const auto before = made.before.all();
  const auto after = made.after.all();
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    if (!same_decision(before[i], after[i])) made.changed.push_back(i);
  }
  return made;
}

}  // namespace v1
}  // namespace sudui
