#include "support/generator.hpp"

#include <array>
#include <vector>

namespace generator {

namespace {

constexpr std::string_view dictionary = R"(rule_set: random
title: random
version: "1"
holders: {TAX: tax}
---
fields: random
entries:
  - {field: income, zh: 收入甲, en: income, type: number, unit: 元, holder: TAX}
  - {field: cost, zh: 成本甲, en: cost, type: number, unit: 元, holder: TAX, missing: 0}
  - {field: staff, zh: 职工甲, en: staff, type: number, unit: 人, holder: TAX}
  - {field: sales, zh: 销售甲, en: sales, type: number, unit: 元, per: year, holder: TAX}
  - {field: effort, zh: 研发甲, en: effort, type: number, unit: 元, per: year, holder: TAX}
  - {field: months, zh: 月数甲, en: months, type: number, holder: TAX}
  - {field: certified, zh: 认定甲, en: certified, type: boolean, per: year, holder: TAX}
  - {field: waived, zh: 豁免甲, en: waived, type: boolean, per: year, holder: TAX, missing: false}
  - {field: listed, zh: 上市甲, en: listed, type: boolean, holder: TAX}
  - {field: abnormal, zh: 异常甲, en: abnormal, type: boolean, holder: TAX, missing: false}
  - {field: form, zh: 类型甲, en: form, type: string, codes: [a, b, c], holder: TAX}
  - {field: founded, zh: 成立甲, en: founded, type: date, holder: TAX}
  - {field: opened, zh: 开业甲, en: opened, type: date, holder: TAX}
  - {field: heads, zh: 人数列甲, en: heads, type: list, items: number, unit: 人, holder: TAX}
  - field: hires
    zh: 招用甲
    en: hires
    type: list
    holder: TAX
    members:
      - {field: kind, zh: 类别甲, en: kind, type: string, codes: [a, b, c]}
      - {field: pay, zh: 薪酬甲, en: pay, type: number, unit: 元}
      - {field: since, zh: 起始甲, en: since, type: date}
---
parameter: cap_sum
zh: 上限甲
en: cap
unit: 元
by: date
values:
  - {from: 2020-01-01, to: 2022-12-31, value: 300, cite: {document: d, status: seed-only}}
  - {from: 2023-01-01, value: 100, cite: {document: d, status: seed-only}}
---
parameter: growth
zh: 增幅甲
en: growth
by: year
values:
  - {year: 2021, value: 8%, cite: {document: d, status: seed-only}}
  - {year: 2022, value: unknown, cite: {document: d, status: seed-only}}
---
parameter: quota
zh: 定额甲
en: quota
unit: 元
by: code
values:
  - {code: a, value: 100, cite: {document: d, status: seed-only}}
  - {code: b, value: 300, cite: {document: d, status: seed-only}}
---
parameter: slices
zh: 分段甲
en: slices
unit: 元
by: date
values:
  - {from: 2020-01-01, bands: [{to: 100, rate: 2.5%}, {to: 300, rate: 10%}, {rate: 20%}], cite: {document: d, status: seed-only}}
---
define: intensity(y)
zh: 强度甲
en: intensity
formula: effort(y) / sales(y)
---
define: margin
zh: 毛利甲
en: margin
formula: income - cost
)";

}  // namespace

int rules::below(int limit) {
  return static_cast<int>(random_() % static_cast<std::uint32_t>(limit));
}

std::string rules::literal() {
  constexpr std::array figures{"0", "1", "3", "99.99", "100", "100.01", "300", "0.03", "1万"};
  return figures[static_cast<std::size_t>(below(static_cast<int>(figures.size())))];
}

std::string rules::relation() {
  constexpr std::array relations{" < ", " <= ", " > ", " >= ", " = ", " != "};
  return relations[static_cast<std::size_t>(below(static_cast<int>(relations.size())))];
}

// Money without a literal, whose unit would be free: a quotient of two is a ratio.
std::string rules::plain_money() {
  constexpr std::array names{"income",           "cost",    "sales",
                             "effort(year - 1)", "cap_sum", "(income - cost)"};
  return names[static_cast<std::size_t>(below(static_cast<int>(names.size())))];
}

std::string rules::money(int depth) {
  switch (below(depth > 0 ? 24 : 6)) {
    case 20:
      return "(" + money(depth - 1) + " * months / 12)";
    case 21:
      return "(" + money(depth - 1) + " / 12 * months)";
    case 22:
      return "or_else(sum(for h in hires[" + item_truth("item") + "] return " + item_money("h") +
             "), 0)";
    case 23:
      return "sales(founded.year + " + std::to_string(below(3) - 1) + ")";
    case 18:
      return "tariff";
    case 19:
      return "picked[1]";
    case 15:
      return "(" + money(depth - 1) + " / 3)";
    case 16:
      return "mean(sales([year - 2..year]))";
    case 17:
      return "min(" + money(depth - 1) + " * 10% / 0.9, quota(form))";
    case 0:
      return "income";
    case 1:
      return "cost";
    case 2:
      return "sales";
    case 3:
      return "effort(year - 1)";
    case 4:
      return "cap_sum";
    case 5:
      return literal();
    case 6:
      return "(" + money(depth - 1) + " + " + money(depth - 1) + ")";
    case 7:
      return "(" + money(depth - 1) + " - " + money(depth - 1) + ")";
    case 8:
      return "(" + money(depth - 1) + " * " + ratio() + ")";
    case 9:
      return "(if " + truth(depth - 1) + " then " + money(depth - 1) + " else " + money(depth - 1) +
             ")";
    case 10:
      return "sum(sales([year - 2..year]))";
    case 11:
      return "max(" + money(depth - 1) + ", " + money(depth - 1) + ")";
    case 12:
      return "min(hires.pay)";
    case 13:
      return "marginal(" + money(depth - 1) + ", slices)";
    default:
      return below(2) == 0 ? "margin" : "or_else(quota(form), " + money(depth - 1) + ")";
  }
}

std::string rules::ratio() {
  switch (below(9)) {
    case 6:
      return "(" + plain_money() + " / " + plain_money() + " - 1)";
    case 7:
      return "(intensity(year) + intensity(year - 1)) / 2";
    case 8:
      return "(if listed then intensity(year) else growth)";
    case 0:
      return "(" + plain_money() + " / " + plain_money() + ")";
    case 1:
      return "intensity(year)";
    case 2:
      return "intensity(year - 1)";
    case 3:
      return "growth";
    case 4:
      return "growth(year - 1)";
    default:
      return "4%";
  }
}

std::string rules::day(int depth) {
  switch (below(depth > 0 ? 4 : 2)) {
    case 0:
      return "founded";
    case 1:
      return "@\"2021-02-28\"";
    case 2:
      return "as_of";
    default:
      return "(" + day(depth - 1) + " + duration(\"P1D\"))";
  }
}

// Divisions last, in the middle and by what varies; a field of the year that the item names.
std::string rules::item_money(const std::string& item) {
  switch (below(6)) {
    case 0:
      return item + ".pay * months / 12";
    case 1:
      return item + ".pay / 12 * 7";
    case 2:
      return "(if " + item_truth(item) + " then " + item + ".pay / 3 else " + plain_money() + ")";
    case 3:
      return "sales(" + item + ".since.year) / 4";
    case 4:
      return "min(" + item + ".pay * 2 / 3, " + plain_money() + " / (1 + months))";
    default:
      return item + ".pay * 10%";
  }
}

std::string rules::item_truth(const std::string& item) {
  switch (below(8)) {
    case 5:
      return "certified(" + item + ".since.year + " + std::to_string(below(3) - 1) + ")";
    case 6:
      return "(waived(" + item + ".since.year) or " + item + ".pay" + relation() + "1)";
    case 7:
      return "sales(" + item + ".since.year)" + relation() + literal();
    case 3:
      return item + ".since.year - founded.year" + relation() + "0";
    case 0:
      return item + ".pay" + relation() + literal();
    case 1:
      return item + ".kind in (\"a\", \"b\")";
    case 2:
      return item + ".since >= founded";
    default:
      return "(" + item + ".pay > income or " + item + ".kind = form)";
  }
}

std::string rules::truth(int depth) {
  switch (below(depth > 0 ? 25 : 6)) {
    case 23:
      return "(grade" + std::string(below(2) == 0 ? " = " : " != ") + "\"y\")";
    case 24:
      return below(2) == 0 ? "count(picked) >= 2" : "list contains(picked, income)";
    case 17:
      return "(4% <= " + ratio() + ")";
    case 18:
      return "(if " + truth(depth - 1) + " then \"x\" else if listed then \"y\" else \"z\")" +
             (below(2) == 0 ? " = " : " != ") + "\"y\"";
    case 19:
      return "mean(heads) + staff" + relation() + "4";
    case 20:
      return "heads[" + std::string(below(2) == 0 ? "2" : "-1") + "]" + relation() + "staff";
    case 21:
      return "founded.year - opened.year" + relation() + "1";
    case 22:
      return "(listed = null or opened + duration(\"P3M\")" + relation() + "founded)";
    case 0:
      return "listed";
    case 1:
      return "abnormal";
    case 2:
      return "form = \"a\"";
    case 3:
      return money(0) + relation() + literal();
    case 4:
      return ratio() + relation() + "4%";
    case 5:
      return day(0) + relation() + day(0);
    case 6:
      return "(" + truth(depth - 1) + " and " + truth(depth - 1) + ")";
    case 7:
      return "(" + truth(depth - 1) + " or " + truth(depth - 1) + ")";
    case 8:
      return "not(" + truth(depth - 1) + ")";
    case 9:
      return money(depth - 1) + relation() + money(depth - 1);
    case 10:
      return ratio() + relation() + ratio();
    case 11:
      return "(some h in hires satisfies " + item_truth("h") + ")";
    case 12:
      return "(every h in hires satisfies " + item_truth("h") + ")";
    case 13:
      return "count(hires[" + item_truth("item") + "]) >= 1";
    case 14:
      return money(depth - 1) + " between 1 and " + literal();
    case 15:
      return money(depth - 1) + " in (" + literal() + ", [3..100], > 300)";
    default:
      return money(depth - 1) + " = null";
  }
}

std::string rules::clause(int number, int depth, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  const std::string id = "c" + std::to_string(number);
  if (depth == 0 || below(4) != 0) {
    return margin + "- clause: " + id + "\n" + margin + "  zh: x\n" + margin + "  en: x\n" +
           margin + "  cite: s\n" + margin + "  require: '" + truth(2) + "'\n";
  }
  constexpr std::array groups{"any", "all", "none"};
  std::string made = margin + "- " + groups[static_cast<std::size_t>(below(3))] + ":\n";
  for (int i = 0; i < 2; ++i) made += clause(number * 10 + i, depth - 1, indent + 4);
  return made + margin + "  clause: " + id + "\n" + margin + "  zh: x\n" + margin + "  en: x\n" +
         margin + "  cite: s\n";
}

// Under `priority` the amounts are constants, since their order is fixed when rules are read.
std::string rules::ranked_tiers() {
  return std::string("  tiers:\n    hit: priority\n    order: [300, 77, 50]\n") +
         (below(2) == 0 ? "    default: cost\n" : "") +
         "    on: [form, income]\n    rows:\n"
         "      - {when: ['\"a\"', '-'], amount: 50}\n"
         "      - {when: ['-', '> 100'], amount: 77}\n"
         "      - {when: ['not(\"b\")', '<= 100'], amount: 300}\n";
}

std::string rules::tiers() {
  constexpr std::array hits{"first",       "unique",      "any",          "collect-sum",
                            "collect-min", "collect-max", "collect-count"};
  const auto hit = static_cast<std::size_t>(below(8));
  if (hit == hits.size()) return ranked_tiers();
  return std::string("  tiers:\n    hit: ") + hits[hit] + "\n" +
         (below(3) == 0 ? "    default: '" + money(0) + "'\n" : "") +
         "    on: [form, income]\n    rows:\n"
         "      - {when: ['\"a\"', '-'], amount: '" +
         money(1) +
         "'}\n"
         "      - {when: ['not(\"b\")', '<= cap_sum'], amount: '" +
         money(1) +
         "'}\n"
         "      - {when: ['-', '> cap_sum'], amount: 77}\n";
}

// A table of any hit policy with outputs that are constants, inputs or unknown; rows overlap where
// fields are compared with one another, so that nothing can be proved when the rules are read.
std::string rules::table(std::string_view head, bool is_number) {
  constexpr std::array hits{"unique",      "any",         "first",      "priority",
                            "collect-sum", "collect-min", "collect-max"};
  const std::string hit = hits[static_cast<std::size_t>(below(is_number ? 7 : 4))];
  const bool is_ranked = hit == "priority";
  const auto output = [&] {
    constexpr std::array texts{"'\"x\"'", "'\"y\"'", "'form'"};
    return is_number ? "'" + money(0) + "'"
                     : std::string(texts[static_cast<std::size_t>(below(3))]);
  };
  std::string made = "---\ndefine: " + std::string(head) + "\nzh: " + std::string(head) +
                     "\nen: x\ntable:\n  hit: " + hit + "\n  on: [form, income, listed]\n";
  if (is_ranked)
    made += is_number ? "  order: [300, 100, cost]\n" : "  order: ['\"y\"', '\"x\"']\n";
  if (below(2) == 0) made += "  default: " + output() + "\n";
  made += "  rows:\n    - {when: ['\"a\"', '-', 'true'], then: " + output() + "}\n";
  made += "    - {when: ['not(\"b\")', '<= cost', '-'], then: " + output() + "}\n";
  made += "    - {when: ['-', '(1..cap_sum]', '-'], then: " + output() + "}\n";
  return made + "    - {when: ['-', '> cost', 'false'], then: " + output() + "}\n";
}

// Tables that give lists, asked for their counts and members.
std::string rules::list_table() {
  constexpr std::array hits{"rule-order", "output-order", "collect"};
  const std::string hit = hits[static_cast<std::size_t>(below(3))];
  return "---\ndefine: picked\nzh: picked\nen: x\ntable:\n  hit: " + hit +
         "\n  on: [form, income]\n" + (hit == "output-order" ? "  order: [77, cost]\n" : "") +
         "  rows:\n    - {when: ['\"a\"', '-'], then: cost}\n"
         "    - {when: ['-', '> cost'], then: 77}\n"
         "    - {when: ['not(\"b\", \"c\")', '[3..300]'], then: income}\n";
}

std::string rules::item_benefit() {
  std::string made = "  for_each: h in hires\n";
  made += "  clauses:\n    - {clause: item, zh: x, en: x, cite: s, require: '" + item_truth("h") +
          "'}\n";
  made += "  amount: '" + (below(3) != 0 ? item_money("h") : money(1)) + "'\n";
  if (below(2) == 0) made += "  total_at_most: " + literal() + "\n";
  return made;
}

std::string rules::benefit() {
  std::string made = "benefit:\n  kind: cash\n  zh: x\n  en: x\n  cite: s\n";
  switch (below(5)) {
    case 0:
      made += "  amount: '" + money(3) + "'\n";
      break;
    case 1:
      made += "  up_to: '" + money(2) + "'\n";
      break;
    case 2:
      made += tiers();
      break;
    case 3:
      made += "  bands: slices\n  of: '" + money(1) + "'\n";
      break;
    default:
      return made + item_benefit() + "  round: 0.01 half up\n";
  }
  if (below(2) == 0) made += "  at_most: '" + money(1) + "'\n";
  if (below(3) == 0) made += "  at_least: '" + money(0) + "'\n";
  constexpr std::array modes{"0.01 half up", "1 down", "0.1 half even", "10 up", "none"};
  return made + "  round: " + modes[static_cast<std::size_t>(below(4))] + "\n";
}

std::string rules::text(int policies) {
  std::string made(dictionary);
  made += table("grade", false) + table("tariff", true) + list_table();
  for (int i = 0; i < policies; ++i) {
    made += "---\npolicy: random/p" + std::to_string(i) +
            "\ntitle: x\nauthority: x\nlevel: city\nredemption: direct\n"
            "timing: " +
            (below(2) == 0 ? "day" : "year") +
            "\nsources: {s: {document: d, status: seed-only}}\nclauses:\n";
    const int clauses = 1 + below(4);
    for (int c = 0; c < clauses; ++c) made += clause(c + 1, 2, 2);
    made += benefit();
  }
  return made;
}

// ---- profiles ----

sudui::value rules::maybe(sudui::value held) {
  const int chance = below(10);
  if (chance < 2) return {};
  if (chance == 2) return sudui::value::null();
  return held;
}

sudui::value rules::figure() {
  constexpr std::array figures{"0",      "1",   "3",   "4",     "99.99", "100",
                               "100.01", "300", "-50", "10000", "0.03",  "123456789.01"};
  const auto* text = figures[static_cast<std::size_t>(below(static_cast<int>(figures.size())))];
  return maybe(*sudui::decimal::parse(text));
}

sudui::profile rules::company() {
  using sudui::value;
  constexpr std::array forms{"a", "b", "c"};
  const auto form = [&] { return maybe(forms[static_cast<std::size_t>(below(3))]); };
  const auto some_day = [&] {
    using namespace std::chrono_literals;
    const std::array days{sudui::date(2021y / 2 / 28), sudui::date(2021y / 3 / 1),
                          sudui::date(2023y / 12 / 31)};
    return maybe(days[static_cast<std::size_t>(below(3))]);
  };
  sudui::profile made;
  for (const auto* name : {"income", "cost", "staff", "months"}) {
    if (below(8) != 0) made.set(name, figure());
  }
  for (const auto* name : {"certified", "waived"}) {
    value::context years;
    for (int year = 2020; year <= 2023; ++year) {
      if (below(4) != 0) years.emplace_back(std::to_string(year), maybe(below(2) == 0));
    }
    made.set(name, std::move(years));
  }
  for (const auto* name : {"sales", "effort"}) {
    value::context years;
    for (int year = 2019; year <= 2023; ++year) {
      if (below(6) != 0) years.emplace_back(std::to_string(year), figure());
    }
    if (below(8) == 0) {
      made.set(name, figure());
    } else {
      made.set(name, std::move(years));
    }
  }
  if (below(6) != 0) made.set("listed", maybe(below(2) == 0));
  if (below(6) != 0) made.set("abnormal", maybe(below(2) == 0));
  made.set("form", form());
  made.set("founded", some_day());
  made.set("opened", some_day());
  if (below(8) != 0) {
    value::list heads;
    for (int i = below(4); i > 0; --i) heads.emplace_back(figure());
    made.set("heads", std::move(heads));
  }
  if (below(6) == 0) return made;
  value::list hires;
  for (int i = below(4); i > 0; --i) {
    value::context hire{{"pay", figure()}};
    if (below(5) != 0) hire.emplace_back("kind", form());
    hire.emplace_back("since", some_day());
    hires.emplace_back(std::move(hire));
  }
  made.set("hires", std::move(hires));
  return made;
}

}  // namespace generator
