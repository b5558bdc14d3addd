// One company on one page, in Markdown: what it gets and the totals by kind, what is open and who
// can settle it, what it does not get and the clause that fails. Exact amounts of one kind and unit
// are added; what is not exact is counted beside the sum, never guessed.
//
// Tested by tests/unit/report/markdown_company_test.cpp and by the pages of docs/examples.
#include <fmt/format.h>
#include <map>
#include <set>

#include <sudui/report.hpp>

#include "report/amount_text.hpp"
#include "report/answer.hpp"
#include "report/figures.hpp"
#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

// Markdown reads these as markup; a cell may hold no line end.
std::string plain(std::string_view from) {
  std::string made;
  for (const char each : from) {
    if (each == '\n' || each == '\r') {
      made += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]<>|#").find(each) != std::string_view::npos) made += '\\';
    made += each;
  }
  return made;
}

/// Of one kind and unit: the sum of exact amounts, and how many were not exact.
struct total {
  decimal sum;
  std::size_t exact = 0, open = 0;
};

class company_page {
 public:
  company_page(const matcher& by, const decisions& made, const profile& company, language in)
      : by_(by), all_(made.all()), company_(company), in_(in) {}

  [[nodiscard]] std::string write() {
    heading();
    totals();
    granted();
    displaced();
    open();
    suppliers();
    refused();
    absent();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(in_, zh, en);
  }
  void line(std::string_view what) { out_.append(what).append("\n"); }
  void section(std::string_view zh, std::string_view en, std::size_t count) {
    out_ += fmt::format("\n## {} ({})\n\n", say(zh, en), count);
  }
  [[nodiscard]] std::size_t count(verdict which) const {
    std::size_t found = 0;
    for (const decision& each : all_) found += each.verdict == which ? 1 : 0;
    return found;
  }
  [[nodiscard]] std::string name_of(const policy& of) const {
    return plain(of.title.in(in_)) + " `" + of.id + "`";
  }

  void heading() {
    const value* name = company_.find("company_name");
    const auto* text = name == nullptr ? nullptr : name->get_if<std::string>();
    line("# " + (text == nullptr ? std::string(say("企业", "A company")) : plain(*text)));
    line({});
    line(fmt::format("{} {}{}{} {}{}{} {}", say("截至", "As of"), to_string(by_.as_of()),
                     say("，", ", "), say("评定年度", "assessment year"), by_.year(),
                     say("，", ", "), say("规则版本", "rules"), by_.rules().version()));
    line({});
    line(
        fmt::format(fmt::runtime(say("可享受 {} 项，待确定 {} 项，不符合 {} 项，不在有效期 {} 项。",
                                     "{} eligible, {} undetermined, {} ineligible, {} not in "
                                     "force.")),
                    count(verdict::eligible), count(verdict::undetermined),
                    count(verdict::ineligible), by_.not_in_force().size()));
  }

  // What may be applied for, without a promise, is no part of a sum.
  void totals() {
    std::map<std::pair<std::string, std::string>, total> sums;
    for (const decision& each : all_) {
      if (each.verdict != verdict::eligible || each.version->discretionary) continue;
      for (const grant& one : each.grants) {
        const auto held = standing_of(*one.what, one.how_much, each.effects);
        if (one.how_much.is == amount::state::none || held.standing == standing::displaced)
          continue;
        total& into = sums[{one.what->kind, one.what->unit}];
        const bool is_exact = held.left.is == amount::state::exact;
        const auto sum = is_exact ? add(into.sum, *held.left.low) : std::nullopt;
        if (sum) into.sum = *sum;
        ++(sum ? into.exact : into.open);
      }
    }
    if (sums.empty()) return;
    line({});
    line(fmt::format("## {}", say("合计", "Totals")));
    line({});
    line(say("不同种类不相加；税前扣除与由此少缴的税款是同一笔优惠的两种说法。",
             "Kinds are never added up; a deduction and the tax that it saves are one benefit said "
             "twice."));
    line({});
    line(say("| 种类 | 合计 | 笔数 | 金额未定 |", "| kind | total | grants | not exact |"));
    line("| --- | ---: | ---: | ---: |");
    for (const auto& [key, held] : sums) {
      line(fmt::format("| {} | {}{} | {} | {} |", spoken(key.first, in_), money(held.sum, 2),
                       key.second.empty() ? "" : " " + key.second, held.exact, held.open));
    }
  }

  [[nodiscard]] std::string amount_cell(const decision& from, const grant& each) const {
    const std::string made = from.version->discretionary
                                 ? discretionary_text(each.how_much, *each.what, in_)
                                 : to_text(each.how_much, *each.what, in_);
    return made.empty() ? "-" : plain(made);
  }

  void granted() {
    if (count(verdict::eligible) == 0) return;
    section("可享受", "What it gets", count(verdict::eligible));
    line(say("| 政策 | 待遇 | 种类 | 金额 | 兑现 | 依据 |",
             "| policy | benefit | kind | amount | how | source |"));
    line("| --- | --- | --- | ---: | --- | --- |");
    for (const decision& each : all_) {
      if (each.verdict != verdict::eligible) continue;
      for (const grant& one : each.grants) {
        line(fmt::format("| {} | {} | {} | {} | {} | {} |", name_of(*each.of),
                         plain(label_of(*one.what, in_)), spoken(one.what->kind, in_),
                         amount_cell(each, one), spoken(each.version->redemption, in_),
                         plain(citation_text(one.what->cite, in_))));
      }
    }
  }

  // By what, and by which group; a policy may be in several, with one benefit or as a whole.
  void displaced() {
    std::string rows;
    std::set<std::string> names;
    for (const decision& each : all_) {
      if (each.verdict != verdict::eligible) continue;
      for (const group_effect& one : each.effects) {
        if (one.standing != standing::displaced) continue;
        if (!one.alone && each.standing != standing::displaced) continue;
        std::string name = name_of(*each.of);
        if (one.alone) name += std::string(say("：", ": ")) + plain(label_of(*one.compared, in_));
        rows += fmt::format("| {} | {} | {} |\n", name, one.by == nullptr ? "-" : name_of(*one.by),
                            plain(one.of->title.in(in_)));
        names.insert(name);
      }
    }
    if (names.empty()) return;
    section("被其他政策取代，不计入合计", "Displaced by others, and in no total", names.size());
    line(say("| 政策 | 取代它的政策 | 规则 |", "| policy | displaced by | group |"));
    line("| --- | --- | --- |");
    out_ += rows;
  }

  void open() {
    if (count(verdict::undetermined) == 0) return;
    section("待确定", "What is open", count(verdict::undetermined));
    line(say("| 政策 | 缺少 |", "| policy | missing |"));
    line("| --- | --- |");
    for (const decision& each : all_) {
      if (each.verdict != verdict::undetermined) continue;
      line(fmt::format("| {} | {} |", name_of(*each.of),
                       plain(missing_text(each.missing, in_, each.missing.size()))));
    }
  }

  /// By holder, the inputs that are asked of it, and for how many policies.
  using requests = std::map<std::string, std::map<std::string, std::size_t>>;

  void ask(const missing_input& what, requests& into) const {
    const bool is_field = what.what != nullptr;
    std::string holder(say("尚待公布", "not published"));
    if (is_field) {
      holder = what.what->holder_label.in(in_);
      if (holder.empty()) holder = what.what->holder;
    }
    const std::string label = is_field ? what.what->label.in(in_) : what.constant->label.in(in_);
    ++into[holder][label + (what.year ? fmt::format(" ({})", *what.year) : "")];
  }

  requests asked_of_each() const {
    requests made;
    for (const decision& each : all_) {
      if (each.verdict == verdict::ineligible) continue;
      for (const missing_input& one : each.missing) ask(one, made);
      if (each.verdict == verdict::undetermined) continue;
      for (const missing_input& one : each.amount_missing) ask(one, made);
    }
    return made;
  }

  // Every input that a verdict or an amount waits for, under who holds it.
  void suppliers() {
    const auto asked = asked_of_each();
    if (asked.empty()) return;
    out_ += fmt::format("\n## {}\n\n", say("谁能补充", "Who can supply what is missing"));
    for (const auto& [holder, inputs] : asked) {
      std::string names;
      for (const auto& [label, policies] : inputs) {
        if (!names.empty()) names += say("、", ", ");
        names += plain(label);
        if (policies > 1) {
          names += fmt::format(fmt::runtime(say("（{} 项政策）", " ({} policies)")), policies);
        }
      }
      line(fmt::format("- **{}**{}{}", plain(holder), say("：", ": "), names));
    }
  }

  void refused() {
    if (count(verdict::ineligible) == 0) return;
    section("不符合", "What it does not get", count(verdict::ineligible));
    line(say("| 政策 | 未满足的条件 |", "| policy | clauses that fail |"));
    line("| --- | --- |");
    for (const decision& each : all_) {
      if (each.verdict != verdict::ineligible) continue;
      std::string reasons;
      const auto clauses = in_order(each.version->clauses);
      for (std::size_t i = 0; i < clauses.size() && i < each.clauses.size(); ++i) {
        if (each.clauses[i] != outcome::unmet || !clauses[i]->children.empty()) continue;
        if (!reasons.empty()) reasons += say("；", "; ");
        reasons += plain(label_of(*clauses[i], in_));
      }
      line(fmt::format("| {} | {} |", name_of(*each.of), reasons));
    }
  }

  void absent() {
    if (by_.not_in_force().empty()) return;
    section("不在有效期", "Not in force", by_.not_in_force().size());
    for (const policy* each : by_.not_in_force()) line("- " + name_of(*each));
  }

  const matcher& by_;
  std::span<const decision> all_;
  const profile& company_;
  language in_;
  std::string out_;
};

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_markdown(const matcher& by, const decisions& made, const profile& company,
                        language in) {
  return report::company_page(by, made, company, in).write();
}

}  // namespace v1
}  // namespace sudui
