// Rule sets in a line, for tests that use the public interface only: a small field dictionary, and
// documents around the one formula that a test is about.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

namespace sudui::tests {

/// A rule set document, and fields of every type.
inline const char* const small_dictionary = R"(
rule_set: small
title: {zh: 小规则集, en: a small rule set}
version: "1"
language: 1
holders:
  TAX: {zh: 税务, en: tax bureau}
  SELF: {zh: 企业, en: the company itself, is: company}
---
fields: of every type
entries:
  - {field: revenue, zh: 营业收入, en: revenue, type: number, unit: 元, per: year, holder: TAX}
  - {field: rnd, zh: 研发费用, en: R&D expense, type: number, unit: 元, per: year, holder: TAX}
  - {field: staff, zh: 职工人数, en: staff, type: number, unit: 人, holder: SELF}
  - {field: score, zh: 评分, en: score, type: number, holder: SELF}
  - {field: debts, zh: 欠税次数, en: tax debts, type: number, missing: 0, holder: TAX}
  - {field: is_listed, zh: 已上市, en: listed, type: boolean, holder: SELF}
  - {field: is_zombie, zh: 僵尸企业, en: zombie, type: boolean, missing: false, holder: TAX}
  - {field: region, zh: 所在地, en: region, type: string, holder: SELF}
  - {field: founded, zh: 成立日期, en: founded, type: date, holder: SELF}
  - {field: figures, zh: 数列, en: figures, type: list, items: number, unit: 元, holder: SELF}
  - field: hires
    zh: 新招人员
    en: hires
    type: list
    holder: SELF
    members:
      - {field: degree, zh: 学历, en: degree, type: string, codes: [bachelor, master, doctor]}
      - {field: wage, zh: 工资, en: wage, type: number, unit: 元}
      - {field: hired, zh: 入职日期, en: hired, type: date}
)";

/// A benefit of one line: `amount: 10万`.
inline std::string benefit_text(std::string_view lines) {
  std::string made = "benefit:\n  kind: cash\n  zh: 奖励\n  en: reward\n  cite: doc\n";
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    made += "  " + std::string(lines.substr(0, end)) + "\n";
    lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
  }
  if (made.find("  round:") == std::string::npos) made += "  round: none\n";
  return made;
}

/// A policy with one clause `c` and a benefit of 100000.
inline std::string policy_text(std::string_view id, std::string_view require,
                               const std::string& offers = benefit_text("amount: 10万"),
                               std::string_view more = "") {
  return "policy: " + std::string(id) + "\ntitle: {zh: 政策, en: a policy}\nlevel: city\n" +
         std::string(more) +
         "sources: {doc: {document: 文件第1号, status: verified-text}}\n"
         "clauses:\n  - clause: c\n    zh: 条件\n    en: the condition\n    cite: doc\n    "
         "require: " +
         std::string(require) + "\n" + offers;
}

inline std::string define(std::string_view head, std::string_view formula) {
  return "define: " + std::string(head) +
         "\nzh: 定义\nen: a definition\nformula: " + std::string(formula) + "\n";
}

/// Loads the small dictionary with the documents given; throws what is wrong.
inline rule_set rules_of(const std::vector<std::string>& documents) {
  std::string text = small_dictionary;
  for (const auto& each : documents) text += "---\n" + each;
  const std::vector<source_text> texts{{"rules.yaml", text}};
  return load(texts).value();
}

inline date day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

/// Bound to the last day of 2021 unless told otherwise.
inline matcher bound(const std::vector<std::string>& documents, date as_of = day(2021, 12, 31),
                     const bind_options& options = {}) {
  return rules_of(documents).bind(as_of, options).value();
}

inline decimal number(std::string_view text) { return decimal::parse(text).value(); }

}  // namespace sudui::tests
