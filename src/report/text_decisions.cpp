// Decisions as a person wants to read them: first what the company gets and how much, then what
// waits for which data and who holds it, then what it does not get and the clauses that fail.
//
// Amounts of different kinds are never added up, so there is no total.
//
// Tested by tests/unit/report/text_decisions_test.cpp.
#include "report/text_decisions.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "report/amount_text.hpp"
#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/standing_text.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

constexpr std::size_t detail_indent = 4;
constexpr std::size_t most_missing = 3;
constexpr std::size_t most_unmet = 2;

std::string amount_of(const decision& from, const grant& each, language in) {
  return from.version->discretionary ? discretionary_text(each.how_much, *each.what, in)
                                     : to_text(each.how_much, *each.what, in);
}

// Signs that a reader must not miss; what they mean is said below the table.
constexpr std::string_view unverified_sign = "※";
constexpr std::string_view illustrative_sign = "◇";

std::string signs(const decision& from) {
  std::string out;
  if (from.version->illustrative) out += illustrative_sign;
  if (!is_verified(*from.version)) out += unverified_sign;
  return out;
}

// The first clauses that fail, groups left out: their children say more.
std::string unmet_text(const decision& from, language in) {
  std::string out;
  std::size_t count = 0;
  const auto clauses = in_order(from.version->clauses);
  for (std::size_t i = 0; i < clauses.size() && i < from.clauses.size(); ++i) {
    if (from.clauses[i] != outcome::unmet || !clauses[i]->children.empty()) continue;
    if (++count > most_unmet) continue;
    if (!out.empty()) out += say(in, "；", "; ");
    out += label_of(*clauses[i], in);
  }
  if (count <= most_unmet) return out;
  const std::string more = std::to_string(count - most_unmet);
  return out + (in == language::zh ? "；另有 " + more + " 条" : "; and " + more + " more");
}

class decisions_text {
 public:
  decisions_text(const answer& what, const text_options& options)
      : what_(what), options_(options) {}

  [[nodiscard]] std::string write() {
    heading();
    section(verdict::eligible);
    displaced();
    groups();
    section(verdict::undetermined);
    section(verdict::ineligible);
    legend();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }
  [[nodiscard]] std::size_t count(verdict which) const {
    return static_cast<std::size_t>(
        std::count_if(what_.decisions.begin(), what_.decisions.end(),
                      [&](const decision& each) { return each.verdict == which; }));
  }

  void heading() {
    out_ += fmt::format("{}  {} {}  {} {}\n", what_.title.in(options_.in), say("截至", "as of"),
                        to_string(what_.as_of), say("评定年度", "assessment year"), what_.year);
    for (const verdict each : {verdict::eligible, verdict::undetermined, verdict::ineligible}) {
      out_ += fmt::format("{} {}  ", word_of(each, options_.in), count(each));
    }
    out_ += fmt::format("{} {}\n", say("不在有效期", "not in force"), what_.not_in_force.size());
  }

  // Eligible policies need columns for their amounts; of the others a reason is enough.
  void section(verdict which) {
    if (which < options_.least) return;
    const bool is_any = std::any_of(
        what_.decisions.begin(), what_.decisions.end(),
        [&](const decision& each) { return each.verdict == which && !gives_way(each); });
    if (!is_any) return;
    out_ += '\n' + paint(word_of(which, options_.in), ink::bold, options_.color) + '\n';
    const auto width = static_cast<std::size_t>(std::max(options_.width, 40));
    table rows(
        width, which == verdict::eligible ? 0 : 1,
        which == verdict::eligible ? std::vector<std::size_t>{1} : std::vector<std::size_t>{});
    for (const decision& each : what_.decisions) {
      if (each.verdict != which || gives_way(each)) continue;
      if (which == verdict::eligible) {
        add_eligible(rows, each);
      } else {
        const bool waits = which == verdict::undetermined;
        const std::string why = waits ? std::string(say("缺少：", "missing: ")) +
                                            missing_text(each.missing, options_.in, most_missing)
                                      : unmet_text(each, options_.in);
        rows.add({each.of->id, title_of(each) + std::string(say("：", ": ")) + why}, mark(which));
      }
    }
    out_ += rows.to_string(detail_indent);
  }

  [[nodiscard]] static bool gives_way(const decision& from) {
    return from.verdict == verdict::eligible && from.standing == standing::displaced;
  }

  // Kept with all that it grants: nothing has to be said.
  [[nodiscard]] static bool pays_in_full(const group_effect& of, const decision& from) {
    if (of.standing != standing::kept) return false;
    return std::any_of(from.grants.begin(), from.grants.end(), [&](const grant& each) {
      return each.what == of.compared && each.how_much.low == of.paid.low &&
             each.how_much.high == of.paid.high;
    });
  }

  // What the company qualifies for and does not get beside something else.
  void displaced() {
    table rows(static_cast<std::size_t>(std::max(options_.width, 40)), 1, {});
    bool is_any = false;
    for (const decision& each : what_.decisions) {
      if (!gives_way(each)) continue;
      is_any = true;
      std::string why;
      for (const group_effect& one : each.effects) {
        if (one.standing != standing::displaced) continue;
        if (!why.empty()) why += say("；", "; ");
        why += effect_text(one, options_.in);
      }
      rows.add({each.of->id, title_of(each) + std::string(say("：", ": ")) + why}, "-");
    }
    if (!is_any) return;
    const auto title = say("符合但不重复享受", "eligible, not had beside others");
    out_ += '\n' + paint(title, ink::bold, options_.color) + '\n' + rows.to_string(detail_indent);
  }

  // A line a group, or a line each reading of it.
  void groups() {
    if (what_.groups.empty()) return;
    out_ += '\n' + paint(say("政策组", "groups"), ink::bold, options_.color) + '\n';
    table rows(static_cast<std::size_t>(std::max(options_.width, 40)), 0, {1});
    for (const group_result& each : what_.groups) {
      const auto& reading = each.of->readings[each.reading];
      std::string title = each.of->title.in(options_.in);
      if (each.of->ambiguous) title += bracketed(reading.label.in(options_.in), options_.in);
      rows.add({title, group_amount(each.total, *each.of, options_.in),
                std::string(rule_text(reading.rule, options_.in)),
                result_remark(each, options_.in)});
    }
    out_ += rows.to_string(detail_indent);
  }

  // Explains a sign only where it was shown.
  void legend() {
    const auto any_with = [&](std::string_view sign) {
      return std::any_of(what_.decisions.begin(), what_.decisions.end(), [&](const decision& each) {
        return each.verdict == verdict::eligible && signs(each).find(sign) != std::string::npos;
      });
    };
    if (any_with(unverified_sign)) {
      out_ += fmt::format(
          "\n{} {}\n", unverified_sign,
          say("依据未核实，请以正式文件为准", "unverified source: the official documents hold"));
    }
    if (any_with(illustrative_sign)) {
      out_ +=
          fmt::format("\n{} {}\n", illustrative_sign,
                      say("示例条款，未找到正式文本", "illustrative: no official text was found"));
    }
  }

  // A row a grant; title, way of payment and signs stand on the first. A right without grants has a
  // row of its own.
  void add_eligible(table& rows, const decision& from) const {
    const std::string how(spoken(from.version->redemption, options_.in));
    std::string title = title_of(from);
    if (from.grants.empty())
      rows.add({title, "", how, signs(from), from.of->id}, mark(from.verdict));
    for (const grant& each : from.grants) {
      const bool is_first = &each == from.grants.data();
      std::string name = is_first ? title : std::string();
      if (from.grants.size() > 1) {
        name += (is_first ? std::string(say("：", ": ")) : std::string("  ")) +
                label_of(*each.what, options_.in);
      }
      std::string how_much = amount_of(from, each, options_.in);
      if (how_much.empty()) how_much = spoken(each.what->kind, options_.in);
      rows.add({name, how_much, is_first ? how : "", is_first ? signs(from) : "",
                is_first ? from.of->id : ""},
               is_first ? mark(from.verdict) : std::string());
    }
    for (const group_effect& each : from.effects) {
      if (!pays_in_full(each, from)) rows.add({"  " + effect_text(each, options_.in)});
    }
    if (from.amount_missing.empty()) return;
    rows.add({std::string(say("  金额所缺：", "  the amount waits for: ")) +
              missing_text(from.amount_missing, options_.in, most_missing)});
  }

  [[nodiscard]] std::string title_of(const decision& from) const {
    return from.of->title.in(options_.in);
  }
  [[nodiscard]] std::string mark(verdict of) const {
    return paint(mark_of(of), ink_of(of), options_.color);
  }

  const answer& what_;
  const text_options& options_;
  std::string out_;
};

}  // namespace

std::string text_of(const answer& what, const text_options& options) {
  return decisions_text(what, options).write();
}

}  // namespace sudui::report
