// A policy as a card: who gives what to whom, in which windows of time, on which grounds.
//
// Tested by tests/unit/report/text_policy_test.cpp.
#include <fmt/format.h>

#include <sudui/report.hpp>

#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

class policy_card {
 public:
  policy_card(const policy& what, const text_options& options) : what_(what), options_(options) {}

  // What identifies the policy and which date picks its version, then every version by time.
  [[nodiscard]] std::string write() {
    out_ += fmt::format("{}  {}\n", bold(what_.title.in(options_.in)), what_.id);
    std::string line = authority_text(what_, options_.in);
    if (what_.entry) line += fmt::format(" · {} {}", say("清单序号", "entry"), *what_.entry);
    out_ += line + '\n';
    out_ +=
        fmt::format("{}\n", what_.timing == "year"
                                ? say("按评定年度选用版本", "the assessment year picks the version")
                                : say("按当日选用版本", "the day picks the version"));
    for (const policy_version& each : what_.versions) version(each);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }
  [[nodiscard]] std::string bold(std::string_view text) const {
    return paint(text, ink::bold, options_.color);
  }

  // Formulas are shown as written: a card is for those who check the rule against the law.
  void version(const policy_version& from) {
    out_ += fmt::format("\n{}  {}", bold(window_text(from.days, options_.in)),
                        spoken(from.redemption, options_.in));
    if (from.discretionary)
      out_ += fmt::format(" · {}", say("竞争性，不保证享受", "may apply, never promised"));
    if (from.illustrative) out_ += fmt::format(" · {}", say("示例条款", "illustrative"));
    out_ += fmt::format("\n{}\n", say("条件", "clauses"));
    for (const clause& each : from.clauses) write(each, 2);
    out_ += fmt::format("{}\n", say("待遇", "benefits"));
    for (const benefit& each : from.benefits) write(each);
    if (!from.note.in(options_.in).empty()) {
      out_ += fmt::format("{}{}\n", say("说明：", "note: "), from.note.in(options_.in));
    }
  }

  void write(const clause& from, std::size_t indent) {
    const std::string blanks(indent, ' ');
    out_ += fmt::format("{}- {}{}{}\n", blanks, label_of(from, options_.in),
                        bracketed(group_text(from.what, options_.in), options_.in),
                        from.veto ? say("（一票否决）", " (veto)") : "");
    if (!from.formula.empty()) out_ += fmt::format("{}    {}\n", blanks, from.formula);
    source(from.cite, indent + 4);
    for (const clause& each : from.children) write(each, indent + 2);
  }

  void write(const benefit& from) {
    out_ +=
        fmt::format("  - {} · {}{}\n", label_of(from, options_.in), spoken(from.kind, options_.in),
                    from.is_per_item ? say("（逐项计算）", " (for each item)") : "");
    if (!from.formula.empty()) out_ += fmt::format("      {}\n", from.formula);
    source(from.cite, 6);
  }

  void source(const citation& from, std::size_t indent) {
    const std::string said = grounds_text(from, options_.in);
    if (!said.empty()) out_ += fmt::format("{:{}}{}\n", "", indent, said);
  }

  const policy& what_;
  const text_options& options_;
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
