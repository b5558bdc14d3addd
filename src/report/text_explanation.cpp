// Why one policy is decided as it is: the conditions as a tree, each with its mark, the company's
// figures and the source; then the amount step by step.
//
// Tested by tests/unit/report/text_explanation_test.cpp.
#include <algorithm>
#include <fmt/format.h>

#include <sudui/report.hpp>

#include "report/amount_text.hpp"
#include "report/answer.hpp"
#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/standing_text.hpp"
#include "report/step_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

class explanation_text {
 public:
  explanation_text(const explanation& why, const text_options& options)
      : why_(why), options_(options) {}

  // From the answer to its grounds: verdict, clauses, what would settle it, benefits, remarks. Of a
  // policy that is not in force there is nothing behind the heading.
  [[nodiscard]] std::string write() {
    heading();
    if (why_.version == nullptr) return std::move(out_);
    out_ += '\n' + bold(say("条件", "clauses")) + '\n';
    for (const clause_explanation& each : why_.clauses) write_clause(each, 0);
    if (!why_.missing.empty()) write_missing();
    if (!why_.grants.empty()) out_ += '\n' + bold(say("待遇", "benefits")) + '\n';
    for (const grant_explanation& each : why_.grants) write_grant(each);
    write_effects();
    remarks();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }
  [[nodiscard]] std::string bold(std::string_view text) const {
    return paint(text, ink::bold, options_.color);
  }
  [[nodiscard]] std::string grey(std::string_view text) const {
    return paint(text, ink::grey, options_.color);
  }

  // Which policy, whose, on which day and for which year, and the verdict.
  void heading() {
    out_ += fmt::format("{}  {}\n", bold(why_.of->title.in(options_.in)), why_.of->id);
    std::string line = authority_text(*why_.of, options_.in);
    if (why_.version != nullptr) {
      line += fmt::format(" · {} · {} {}", spoken(why_.version->redemption, options_.in),
                          say("有效期", "in force"), window_text(why_.version->days, options_.in));
    }
    out_ += line + '\n';
    out_ += fmt::format("{} {}  {} {}\n", say("截至", "as of"), to_string(why_.as_of),
                        say("评定年度", "assessment year"), why_.year);
    if (why_.version == nullptr) {
      out_ += fmt::format("{}\n", say("当日不在有效期", "not in force on that day"));
      return;
    }
    const std::string verdict =
        fmt::format("{} {}", mark_of(why_.verdict), word_of(why_.verdict, options_.in));
    out_ += fmt::format("{}{}\n", say("结论：", "verdict: "),
                        paint(verdict, ink_of(why_.verdict), options_.color));
  }

  // A clause with its mark; below it why, what is missing, where it stands in the law, then its
  // children. A group without a label is called by how its members join.
  void write_clause(const clause_explanation& from, std::size_t indent) {
    std::string label = label_of(*from.of, options_.in);
    const std::string_view group = group_text(from.of->what, options_.in);
    if (label.empty()) label = group;
    out_ += std::string(indent, ' ') +
            paint(mark_of(from.held), ink_of(from.held), options_.color) + " " + label;
    if (!from.children.empty() && !from.of->label.in(options_.in).empty()) {
      out_ += bracketed(group, options_.in);
    }
    out_ += '\n';
    if (from.because) write_step(out_, *from.because, indent + 4, options_);
    if (!from.missing.empty()) {
      out_ += fmt::format("{:{}}{}{}\n", "", indent + 4, say("缺少：", "missing: "),
                          missing_text(from.missing, options_.in, from.missing.size()));
    }
    write_citation(from.of->cite, indent + 4);
    for (const clause_explanation& each : from.children) write_clause(each, indent + 2);
  }

  void write_citation(const citation& from, std::size_t indent) {
    const std::string said = grounds_text(from, options_.in);
    if (!said.empty()) out_ += std::string(indent, ' ') + grey(said) + '\n';
  }

  // With the name a profile has to bear, so that the answer can be typed in as it stands.
  void write_missing() {
    out_ += '\n' + bold(say("补充以下数据即可确定", "these data would settle it")) + '\n';
    for (const missing_input& each : why_.missing) {
      out_ += "  " + missing_text(each, options_.in) + "  " + grey(each.name()) + '\n';
    }
  }

  void write_grant(const grant_explanation& from) {
    std::string how_much = why_.version->discretionary
                               ? discretionary_text(from.how_much, *from.of, options_.in)
                               : to_text(from.how_much, *from.of, options_.in);
    if (how_much.empty()) how_much = spoken(from.of->kind, options_.in);
    out_ += fmt::format("  {}{}{}\n", label_of(*from.of, options_.in), say("：", ": "), how_much);
    for (step each : from.steps) {
      if (each.unit.empty()) each.unit = from.of->unit;  // a literal takes the unit of its place
      write_step(out_, each, 4, options_);
    }
    for (const item_line& each : from.lines) write_item(each, *from.of);
    if (!from.missing.empty()) {
      out_ += fmt::format("    {}{}\n", say("金额所缺：", "the amount waits for: "),
                          missing_text(from.missing, options_.in, from.missing.size()));
    }
    write_citation(from.of->cite, 4);
  }

  // The group says where it stands in the law, or the text that leaves it open.
  void write_effects() {
    if (why_.effects.empty()) return;
    out_ += fmt::format("\n{}{}\n", bold(say("与其他政策", "beside other policies")),
                        bracketed(word_of(why_.standing, options_.in), options_.in));
    for (const group_effect& each : why_.effects) {
      out_ += "  " + effect_text(each, options_.in) + "\n";
      write_citation(each.of->cite, 4);
    }
  }

  // Items are numbered from 1, as people count.
  void write_item(const item_line& from, const benefit& of) {
    const std::string name = options_.in == language::zh ? fmt::format("第 {} 项", from.item + 1)
                                                         : fmt::format("item {}", from.item + 1);
    const bool pays = from.held != outcome::unmet;
    out_ +=
        fmt::format("    {} {}  {}\n", paint(mark_of(from.held), ink_of(from.held), options_.color),
                    name, pays ? to_text(from.how_much, of, options_.in) : std::string());
    out_.erase(out_.find_last_not_of(" \n") + 1);
    out_ += '\n';
  }

  // What a reader must not take the decision for, whatever it says.
  void remarks() {
    std::string said;
    const auto add = [&](std::string_view line) { said.append(line).append("\n"); };
    if (why_.version->discretionary) {
      add(say("本政策为竞争性或总量控制，不保证享受",
              "this policy is competitive or pooled: nobody is promised anything"));
    }
    if (why_.version->illustrative) {
      add(say("本政策为示例条款，未找到正式文本",
              "this policy is illustrative: no official text was found"));
    }
    if (!is_verified(*why_.version)) {
      add(say("部分依据未核实，请以正式文件为准",
              "some sources are unverified: the official documents hold"));
    }
    if (!why_.version->note.in(options_.in).empty()) add(why_.version->note.in(options_.in));
    if (!said.empty()) out_ += '\n' + said;
  }

  const explanation& why_;
  const text_options& options_;
  std::string out_;
};

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_text(const explanation& why, const text_options& options) {
  return report::explanation_text(why, options).write();
}

}  // namespace v1
}  // namespace sudui
