// What groups make of policies, for people.
//
// Tested by tests/unit/report/standing_text_test.cpp.
#include "report/standing_text.hpp"

#include <algorithm>

#include <sudui/report.hpp>

#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {

std::string_view word_of(standing what, language in) noexcept {
  switch (what) {
    case standing::kept:
      return say(in, "保留", "kept");
    case standing::displaced:
      return say(in, "让位", "displaced");
    case standing::open:
      break;
  }
  return say(in, "待定", "open");
}

std::string_view rule_text(std::string_view rule, language in) noexcept {
  if (rule == "highest") return say(in, "就高不重复", "the best one, nothing twice");
  if (rule == "exclusive") return say(in, "择一享受", "one of them, by election");
  if (rule == "difference") return say(in, "补差", "topped up to the best");
  if (rule == "sum") return say(in, "分别享受", "each by itself");
  return say(in, "合计不超上限", "together up to a cap");
}

std::string group_amount(const amount& how_much, const group& of, language in) {
  benefit shown;
  shown.unit = of.unit;
  return to_text(how_much, shown, in);
}

namespace {

std::string name_of(const policy* of, language in) {
  return of == nullptr ? std::string() : of->title.in(in) + bracketed(of->id, in);
}

std::string join(std::string_view zh, std::string_view en, const std::string& what, language in) {
  return std::string(say(in, zh, en)) + what;
}

// Kept: what the group pays where that is less than the policy grants.
std::string kept_text(const group_effect& of, language in) {
  using reason = group_effect::reason;
  const std::string paid = group_amount(of.paid, *of.of, in);
  switch (of.why) {
    case reason::elected:
      return std::string(say(in, "企业所选", "elected by the company"));
    case reason::topped_up:
      return join("补差兑付 ", "the difference is paid: ", paid, in);
    case reason::capped:
      return join("上限内兑付 ", "paid within the cap: ", paid, in);
    case reason::items:
      return join("逐项择优后兑付 ", "paid for the items that count here: ", paid, in);
    default:
      return std::string(say(in, "组内最优", "the best of the group"));
  }
}

std::string displaced_text(const group_effect& of, language in) {
  using reason = group_effect::reason;
  const std::string by = name_of(of.by, in);
  switch (of.why) {
    case reason::elected:
      return join("企业选择了", "the company elects ", by, in);
    case reason::paid_before:
      return std::string(say(in, "同一事项此前已兑现", "paid for the same matter before"));
    case reason::topped_up:
      if (of.by == nullptr) {
        return std::string(say(in, "此前已兑现，无差额可补", "paid before, nothing to top up"));
      }
      return join("无差额可补，已由其给足：", "nothing to top up to ", by, in);
    case reason::capped:
      return std::string(say(in, "总额已达上限", "the cap is used up"));
    default:
      return join("让位于", "gives way to ", by, in);
  }
}

std::string open_text(const group_effect& of, language in) {
  if (of.why == group_effect::reason::paid_before) {
    return std::string(say(in, "同一事项此前是否已兑现未知",
                           "whether it was paid before for the same matter is not known"));
  }
  if (of.by == nullptr) return std::string(say(in, "待定", "open"));
  return join("可能让位于", "may give way to ", name_of(of.by, in), in);
}

}  // namespace

std::string benefit_name(const policy& of, std::string_view id, language in) {
  for (auto version = of.versions.rbegin(); version != of.versions.rend(); ++version) {
    for (const benefit& each : version->benefits) {
      if (each.id == id) return std::string(label_of(each, in));
    }
  }
  return std::string(id);
}

std::string effect_text(const group_effect& of, language in) {
  std::string made;
  if (of.alone && of.compared != nullptr) {
    made += label_of(*of.compared, in);
    made += say(in, "：", ": ");
  }
  const auto& readings = of.of->readings;
  if (readings.size() > 1) {
    made += say(in, "按读法“", "read as \"");
    made += readings[of.reading].label.in(in);
    made += say(in, "”：", "\": ");
  }
  switch (of.standing) {
    case standing::kept:
      made += kept_text(of, in);
      break;
    case standing::displaced:
      made += displaced_text(of, in);
      break;
    case standing::open:
      made += open_text(of, in);
      break;
  }
  if (of.items_elsewhere > 0) {
    const std::string count = std::to_string(of.items_elsewhere);
    made +=
        in == language::zh ? "；" + count + " 项计入他项" : "; " + count + " items count elsewhere";
  }
  return made + bracketed(of.of->title.in(in), in);
}

std::string membership_text(const policy& of, std::span<const group> groups, language in) {
  std::string made;
  for (const group& each : groups) {
    const auto place = std::find(each.members.begin(), each.members.end(), &of);
    if (place == each.members.end()) continue;
    const auto& own = each.benefits[static_cast<std::size_t>(place - each.members.begin())];
    if (made.empty()) made = std::string(say(in, "与其他政策\n", "beside other policies\n"));
    made += "  - " + each.title.in(in) + std::string(say(in, "：", ": "));
    std::string rules;
    for (const group_reading& reading : each.readings) {
      if (!rules.empty()) rules += say(in, "，或", ", or ");
      rules += rule_text(reading.rule, in);
    }
    made += rules + "\n";
    if (!own.empty()) {
      made += "      " + std::string(say(in, "只涉及待遇：", "only of the benefit: ")) +
              benefit_name(of, own, in) + "\n";
    }
    for (std::size_t i = 0; i < each.members.size(); ++i) {
      const policy& other = *each.members[i];
      if (&other == &of) continue;
      const auto& part = each.benefits[i];
      made += "      " + other.id + "  " + other.title.in(in) +
              (part.empty() ? "" : bracketed(benefit_name(other, part, in), in)) + "\n";
    }
    const std::string grounds = grounds_text(each.cite, in);
    if (!grounds.empty()) made += "      " + grounds + "\n";
  }
  return made;
}

std::string result_remark(const group_result& of, language in) {
  std::string made;
  if (of.may_elect) {
    made += say(in, "由企业选择，所列为最优", "the company may choose, the best is shown");
  }
  if (!of.missing.empty()) {
    if (!made.empty()) made += say(in, "；", "; ");
    made += say(in, "缺少：", "missing: ");
    made += missing_text(of.missing, in, 3);
  }
  return made;
}

}  // namespace sudui::report
