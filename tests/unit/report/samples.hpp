// A policy, a decision and an explanation made by hand, for the renderers.
#pragma once

#include <array>
#include <string>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/rule_set.hpp>

#include "report/answer.hpp"

namespace sudui::tests {

using namespace std::chrono_literals;

inline citation source(std::string document, std::string status) {
  citation made;
  made.document = std::move(document);
  made.status = std::move(status);
  return made;
}

inline clause leaf(std::string id, localized label, std::string formula, citation cite) {
  clause made;
  made.id = std::move(id);
  made.label = std::move(label);
  made.formula = std::move(formula);
  made.cite = std::move(cite);
  return made;
}

inline amount exactly(std::int64_t cents) {
  const decimal held = decimal::scaled(cents, -2);
  return {amount::state::exact, held, held};
}

inline field staff_field() {
  field made;
  made.name = "rd_staff";
  made.label = {"研发人员数", "R&D staff"};
  made.type = "number";
  made.unit = "人";
  made.holder = "STAT";
  made.holder_label = {"统计", "statistics"};
  return made;
}

/// Two policies with one decision each: a reward that is granted, and one that waits or fails.
struct sample {
  sample() {
    policy_version version;
    version.days = {2021y / 1 / 1, 2023y / 12 / 31};
    version.redemption = "direct";
    version.clauses = {
        leaf("listed", {"在名单内", "on the list"}, "on_list", source("办法", "verified-text"))};
    clause group;
    group.what = clause::kind::any;
    group.id = "either";
    group.label = {"二者之一", "one of two"};
    group.children = {
        leaf("big", {"规模大", "large"}, "staff > 300", {}),
        leaf("quick", {"增长快", "growing"}, "growth >= 5%", source("通知", "seed-only"))};
    version.clauses.push_back(group);
    benefit reward;
    reward.kind = "cash";
    reward.label = {"奖励", "reward"};
    reward.unit = "元";
    reward.formula = "tax_paid * 10%";
    reward.has_amount = true;
    reward.cite = source("办法", "verified-text");
    version.benefits = {reward};
    of.id = "city/reward";
    of.title = {"成长奖励", "Growth reward"};
    of.authority = {"科技局", "Science bureau"};
    of.level = "city";
    of.timing = "day";
    of.versions = {version};
    grants[0].what = &of.versions[0].benefits[0];
    grants[0].how_much = exactly(340000000);
  }
  sample(const sample&) = delete;
  sample& operator=(const sample&) = delete;

  /// A decision of the policy; clauses as outcomes of listed, either, big, quick.
  [[nodiscard]] decision decided(verdict as) {
    decision made;
    made.of = &of;
    made.version = &of.versions[0];
    made.verdict = as;
    made.clauses = outcomes;
    if (as == verdict::eligible) made.grants = grants;
    if (as == verdict::undetermined) made.missing = missing;
    return made;
  }
  [[nodiscard]] report::answer answer(std::span<const decision> all) const {
    return {2023y / 12 / 31, 2023, {"规则", "Rules"}, "2026.11", "abc", all, not_in_force};
  }

  policy of;
  field staff = staff_field();
  std::array<outcome, 4> outcomes{outcome::met, outcome::met, outcome::unmet, outcome::met};
  std::array<grant, 1> grants;
  std::array<missing_input, 1> missing{missing_input{&staff, nullptr, 2021}};
  std::vector<const policy*> not_in_force;
};

inline step constant(value held, std::string formula) {
  step made;
  made.what = step::kind::constant;
  made.result = std::move(held);
  made.formula = std::move(formula);
  return made;
}

inline step input(localized label, value held, std::string unit, std::optional<int> year = {}) {
  step made;
  made.what = step::kind::input;
  made.label = std::move(label);
  made.result = std::move(held);
  made.unit = std::move(unit);
  made.year = year;
  made.holder = "TAX";
  return made;
}

inline step comparison(step left, std::string relation, step right, bool held) {
  step made;
  made.what = step::kind::comparison;
  made.relation = std::move(relation);
  made.result = held;
  made.parts = {std::move(left), std::move(right)};
  return made;
}

/// R&D of 3.36 million against 5 % of revenue of 80 million: short by 640,000.
inline step ratio_comparison() {
  step ratio;
  ratio.what = step::kind::definition;
  ratio.label = {"研发占比", "R&D ratio"};
  ratio.result = decimal::scaled(42, -3);
  ratio.parts = {input({"研发费用", "R&D expense"}, 3'360'000, "元", 2021),
                 input({"营业收入", "revenue"}, 80'000'000, "元", 2021)};
  step made = comparison(ratio, ">=", constant(decimal::scaled(5, -2), "5%"), false);
  made.is_ratio = made.parts[0].is_ratio = made.parts[1].is_ratio = true;
  made.distance = decimal(640'000);
  made.distance_unit = "元";
  made.distance_of = {"研发费用", "R&D expense"};
  return made;
}

inline std::string lines_with(const std::string& text, const std::string& part) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    if (line.find(part) != std::string::npos) out += line + "\n";
    begin = end + 1;
  }
  return out;
}

}  // namespace sudui::tests
