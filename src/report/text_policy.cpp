// A policy as a card: who gives what to whom, by which documents, since when. The last version is
// shown in full, since it is the one that is asked for; of those before it the card says what they
// had otherwise. Formulas stand as written below the words: a card is also for those who check the
// rule against the law.
//
// Tested by tests/unit/report/text_policy_test.cpp.
#include <algorithm>
#include <fmt/format.h>

#include <sudui/report.hpp>

#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/table.hpp"
#include "report/version_changes.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

constexpr std::size_t least_width = 30;

class policy_card {
 public:
  policy_card(const policy& what, const text_options& options)
      : what_(what),
        options_(options),
        width_(std::max(least_width, static_cast<std::size_t>(std::max(options.width, 0)))) {}

  [[nodiscard]] std::string write() {
    heading();
    if (what_.versions.empty()) return std::move(out_);
    const policy_version& last = what_.versions.back();
    standing(last);
    title(say("条件", "conditions"));
    std::size_t number = 0;
    for (const clause& each : last.clauses) write(each, std::to_string(++number) + ". ", 2);
    title(say("待遇", "benefits"));
    for (const benefit& each : last.benefits) write(each);
    versions();
    if (!last.note.in(options_.in).empty()) {
      title(say("说明", "notes"));
      lines(last.note.in(options_.in), 2, ink::plain);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }

  // Broken at the width of the terminal; every line begins under the first.
  void lines(std::string_view text, std::size_t at, ink with, std::string_view lead = {}) {
    const std::size_t hang = at + lead.size();
    const std::size_t room = width_ > hang + least_width / 2 ? width_ - hang : least_width / 2;
    bool is_first = true;
    for (const std::string& each : wrap(text, room)) {
      out_ += is_first ? std::string(at, ' ') + std::string(lead) : std::string(hang, ' ');
      out_ += paint(each, with, options_.color) + '\n';
      is_first = false;
    }
  }

  void title(std::string_view what) {
    out_ += '\n' + paint(what, ink::bold, options_.color) + '\n';
  }

  void fact(std::string_view name, const std::string& held) {
    if (held.empty()) return;
    lines(std::string(name) + std::string(say("：", ": ")) + held, 0, ink::plain);
  }

  void heading() {
    lines(what_.title.in(options_.in), 0, ink::bold);
    lines(what_.id, 0, ink::grey);
    std::string line = authority_text(what_, options_.in);
    if (what_.entry) line += fmt::format(" · {} {}", say("清单序号", "entry"), *what_.entry);
    lines(line, 0, ink::plain);
  }

  // How it is had, how long it holds, how well it is known.
  void standing(const policy_version& last) {
    fact(say("兑现方式", "redemption"), std::string(spoken(last.redemption, options_.in)));
    fact(say("有效期", "in force"), window_text(last.days, options_.in));
    fact(say("选用版本", "version"),
         std::string(what_.timing == "year"
                         ? say("按评定年度选用版本", "the assessment year picks the version")
                         : say("按当日选用版本", "the day picks the version")));
    const std::string evidence = evidence_of(last);
    fact(say("依据等级", "evidence"),
         std::string(evidence == "illustrative" ? say("示例条款，未找到正式文本",
                                                      "illustrative: no official text was found")
                                                : spoken(evidence, options_.in)));
    if (last.discretionary) {
      lines(say("竞争性或总量控制，不保证享受", "may apply, never promised"), 0, ink::yellow);
    }
  }

  // Clauses are numbered as in a document: 2.1 is the first of group 2.
  void write(const clause& from, const std::string& number, std::size_t at) {
    std::string text = label_of(from, options_.in);
    if (from.what == clause::kind::any || from.what == clause::kind::none) {
      text += bracketed(group_text(from.what, options_.in), options_.in);
    }
    if (from.veto) text += say("（一票否决）", " (veto)");
    lines(text, at, ink::plain, number);
    const std::size_t below = at + number.size();
    if (!from.formula.empty()) lines(from.formula, below, ink::grey);
    source(from.cite, below);
    std::size_t inner = 0;
    const std::string base = number.substr(0, number.find(' ') - (number.ends_with(". ") ? 1 : 0));
    for (const clause& each : from.children) {
      write(each, base + "." + std::to_string(++inner) + " ", below);
    }
  }

  void write(const benefit& from) {
    lines(fmt::format("{} · {}", label_of(from, options_.in), spoken(from.kind, options_.in)), 2,
          ink::plain, "- ");
    const std::string sentence = amount_sentence(from, options_.in);
    if (!sentence.empty()) lines(sentence, 4, ink::plain);
    if (!from.formula.empty()) lines(from.formula, 4, ink::grey);
    source(from.cite, 4);
    if (from.item_clauses.empty()) return;
    lines(say("每一项须满足：", "each item must meet:"), 4, ink::plain);
    std::size_t number = 0;
    for (const clause& each : from.item_clauses) write(each, std::to_string(++number) + ". ", 4);
  }

  void source(const citation& from, std::size_t at) {
    const std::string said = grounds_text(from, options_.in);
    if (!said.empty()) lines(said, at, ink::grey);
    if (!from.note.empty()) lines(from.note, at + 2, ink::grey);
  }

  // By time, the newest first, each with what it changed.
  void versions() {
    const auto& all = what_.versions;
    if (all.size() < 2) return;
    title(say("历次版本", "versions"));
    for (std::size_t i = all.size(); i-- > 0;) {
      lines(window_text(all[i].days, options_.in), 2, ink::plain);
      if (i == 0) break;
      const auto changes = version_changes(all[i - 1], all[i], options_.in);
      for (const std::string& each : changes) lines(each, 4, ink::plain, "- ");
      if (changes.empty()) {
        lines(say("文字相同，所引参数或日期不同", "worded alike: its figures or days differ"), 4,
              ink::grey);
      }
    }
  }

  const policy& what_;
  const text_options& options_;
  std::size_t width_;
  std::string out_;
};

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_text(const policy& what, const text_options& options) {
  return report::policy_card(what, options).write();
}

}  // namespace v1
}  // namespace sudui
