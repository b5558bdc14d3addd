// Rules with every check that a value may have to pass, and batches as comparable texts.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "columns/batch.hpp"
#include "support/plans.hpp"

namespace sudui::tests {

/// A dictionary with every check that a value may have to pass, and one policy that reads most of
/// it.
inline const char* const strict_rules = R"(
rule_set: strict
title: strict
version: "1"
holders: {TAX: tax}
---
fields: strict
entries:
  - {field: uscc, zh: 统一社会信用代码, en: code, type: string, check: credit_code, holder: TAX}
  - {field: company_name, zh: 企业名称, en: name, type: string, holder: TAX}
  - {field: revenue, zh: 营业收入, en: revenue, type: number, unit: 万元, per: year, min: 0, holder: TAX}
  - {field: capital, zh: 注册资本(实缴), en: capital, type: number, unit: 元, max: 100000, holder: TAX}
  - {field: staff, zh: 职工人数, en: staff, type: number, unit: 人, min: 0, max: 5000, holder: TAX}
  - {field: growth, zh: 增长率, en: growth, type: number, min: -0.5, holder: TAX}
  - {field: wage, zh: 人均工资, en: wage, type: number, unit: 元/人, holder: TAX}
  - {field: unread, zh: 不用的数, en: unread, type: number, unit: 元, min: 0, holder: TAX}
  - {field: debts, zh: 欠税次数, en: debts, type: number, missing: 0, holder: TAX}
  - {field: listed, zh: 已上市, en: listed, type: boolean, holder: TAX}
  - {field: zombie, zh: 僵尸企业, en: zombie, type: boolean, missing: false, holder: TAX}
  - {field: place, zh: 所在地, en: place, type: string, check: division_code, holder: TAX}
  - {field: industry, zh: 行业, en: industry, type: string, check: industry_code, holder: TAX}
  - {field: rating, zh: 信用等级, en: rating, type: string, codes: [A, B, C], per: year, holder: TAX}
  - {field: founded, zh: 成立日期, en: founded, type: date, holder: TAX}
  - {field: term, zh: 期限, en: term, type: months, holder: TAX}
  - {field: figures, zh: 数列, en: figures, type: list, items: number, unit: 元, missing: [], holder: TAX}
  - {field: losses, zh: 亏损, en: losses, type: list, items: number, unit: 元, per: year, holder: TAX}
  - {field: any_year, zh: 各年, en: any year, type: number, unit: 元, per: year, holder: TAX}
  - field: hires
    zh: 新招人员
    en: hires
    type: list
    holder: TAX
    members:
      - {field: degree, zh: 学历, en: degree, type: string, codes: [bachelor, doctor]}
      - {field: value, zh: 价值, en: value, type: number, unit: 元, min: 0}
      - {field: hired, zh: 入职日期, en: hired, type: date}
---
policy: strict/one
title: one
authority: x
level: city
redemption: direct
sources: {s: {document: d, status: seed-only}}
clauses:
  - {clause: a, zh: x, en: x, cite: s, require: 'revenue >= 500万 and revenue(2020) < 900万'}
  - {clause: b, zh: x, en: x, cite: s, require: 'capital > 10 or staff >= 5 or growth > 1%'}
  - {clause: c, zh: x, en: x, cite: s, require: 'debts = 0 and zombie = false and listed'}
  - {clause: d, zh: x, en: x, cite: s, require: 'place in ("320400", "320412") or industry = "C3841"'}
  - {clause: e, zh: x, en: x, cite: s, require: 'rating in ("A", "B") and founded < @"2020-01-01"'}
  - {clause: f, zh: x, en: x, cite: s, require: 'sum(figures) > 5 or sum(losses) > 7 or wage > 3'}
  - {clause: g, zh: x, en: x, cite: s, require: 'some h in hires satisfies h.degree = "doctor" and h.value > 5'}
  - {clause: h, zh: x, en: x, cite: s, require: 'some h in hires satisfies h.hired > @"2021-01-01"'}
  - {clause: i, zh: x, en: x, cite: s, require: 'any_year(staff) > 1 or company_name = "x"'}
benefit: {kind: cash, zh: x, en: x, cite: s, amount: 'capital * 3%', at_most: 20万, round: 0.01 half up}
)";

/// Of the dictionary.
inline constexpr std::string_view id_names[] = {"uscc", "company_name"};

inline planned strict_plan() {
  const std::vector<source_text> texts{{"strict.yaml", strict_rules}};
  plan::binding on;
  on.as_of = day(2021, 12, 31);
  on.year = 2021;
  planned made{load(texts).value(), nullptr};
  made.made = plan::from_types(made.rules.held().typed, on);
  return made;
}

inline void write_cell(std::ostream& out, const values::cell& held) {
  out << static_cast<int>(held.what) << ':';
  switch (held.what) {
    case values::kind::boolean:
      out << held.flag;
      break;
    case values::kind::number:
      out << held.number.to_string();
      break;
    case values::kind::string:
      out << held.string();
      break;
    case values::kind::date:
      out << held.day;
      break;
    case values::kind::list:
    case values::kind::record:
      for (const auto& each : held.list()) write_cell(out << ' ', each);
      break;
    default:
      break;
  }
  out << ';';
}

/// All that a batch says of a row, as a line.
inline std::string row_text(const columns::batch& of, std::size_t row) {
  std::ostringstream out;
  values::arena memory;
  for (const auto& each : of.companies().columns) {
    write_cell(out, columns::cell_at(each, row, 0, memory));
  }
  for (std::uint32_t i = 0; i < of.places().asks_any_year.size(); ++i) {
    if (!of.places().asks_any_year[i]) continue;
    for (const auto& each : of.years(i, row)) write_cell(out << each.year << '=', each.held);
  }
  out << (of.odd().contains(static_cast<std::uint32_t>(row)) ? "odd" : "");
  return out.str();
}

/// Whether what a column says of all its rows together is true of each.
inline bool facts_hold(const columns::column& of, std::size_t row) {
  const bool is_known = of.known.at(row);
  const bool is_null = of.null.at(row);
  if (is_known && is_null) return false;
  if ((!is_known && !is_null && !of.has_unknown) || (is_null && !of.has_null)) return false;
  switch (of.kind.of) {
    case columns::form::number:
      return static_cast<std::uint64_t>(std::abs(of.numbers[row])) <= of.greatest &&
             (is_known || of.numbers[row] == 0);
    case columns::form::day: {
      const auto& met = of.met->all();
      const auto day = of.days[row];
      return of.first_day <= day && day <= of.last_day && (is_known || day == 0) &&
             std::count(met.begin(), met.end(), day) == 1;
    }
    case columns::form::text:
      return of.codes[row] < of.texts->size() && is_known == (of.codes[row] != 0);
    case columns::form::flag:
      return is_known || !of.flags.at(row);
    default:
      return true;
  }
}

inline bool facts_hold(const columns::frame& of) {
  for (const auto& each : of.columns) {
    for (std::size_t row = 0; row < of.rows; ++row) {
      if (!facts_hold(each, row)) return false;
    }
    if (each.items && !facts_hold(*each.items)) return false;
  }
  return true;
}

inline bool facts_hold(const columns::batch& of) { return facts_hold(of.companies()); }

}  // namespace sudui::tests
