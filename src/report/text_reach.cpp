// What would have to change, for people: the clauses that stand in the way with their distances,
// and what each field alone can do about it: how far, or that no value does.
//
// Tested by tests/cli/reach.sh.
#include <fmt/format.h>

#include <sudui/reach.hpp>

#include "report/figures.hpp"
#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

class reach_text {
 public:
  reach_text(const reach_answer& of, const text_options& options) : of_(of), options_(options) {}

  [[nodiscard]] std::string write() {
    heading();
    if (of_.version == nullptr || of_.verdict == verdict::eligible) return std::move(out_);
    if (of_.failing.empty()) return none_fails();
    title(say("差在哪里", "what stands in the way"));
    for (const clause_reach& each : of_.failing) one(each);
    title(say("只改一项能否符合", "what one field alone can do"));
    if (of_.fields.empty()) {
      out_ += fmt::format("  {}\n", say("未满足的条件不读取可改变的字段",
                                        "the clauses that fail read no field that may move"));
    }
    for (const field_reach& each : of_.fields) move(each, 2);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }

  // Then inputs are missing, and no change of one that is there makes up for them.
  std::string none_fails() {
    out_ += fmt::format("\n{}\n", say("没有确定不满足的条件，只缺数据：见 sudui explain",
                                      "no clause fails for certain, inputs are missing: see sudui "
                                      "explain"));
    return std::move(out_);
  }

  void title(std::string_view text) {
    out_ += fmt::format("\n{}\n", paint(text, ink::bold, options_.color));
  }

  void heading() {
    out_ += fmt::format("{}  {}\n", paint(of_.of->title.in(options_.in), ink::bold, options_.color),
                        of_.of->id);
    out_ += fmt::format("{} {}  {} {}\n", say("截至", "as of"), to_string(of_.by.as_of()),
                        say("评定年度", "assessment year"), of_.by.year());
    if (of_.version == nullptr) {
      out_ += fmt::format("{}\n", say("当日不在有效期", "not in force on that day"));
      return;
    }
    const std::string verdict =
        fmt::format("{} {}", mark_of(of_.verdict), word_of(of_.verdict, options_.in));
    out_ += fmt::format("{}{}\n", say("结论：", "verdict: "),
                        paint(verdict, ink_of(of_.verdict), options_.color));
  }

  // A clause under `none:` stands in the way when it is met.
  void one(const clause_reach& from) {
    out_ += fmt::format("  {} {}{}\n", paint(mark_of(from.held), ink_of(from.held), options_.color),
                        label_of(*from.of, options_.in), distance(from));
    if (from.wanted == outcome::unmet) {
      out_ += fmt::format("      {}\n", say("此条件不应成立", "this must not hold"));
    }
    for (const field_reach& each : from.moves) move(each, 6);
    const std::string grounds = grounds_text(from.of->cite, options_.in);
    if (!grounds.empty()) {
      out_ += fmt::format("      {}\n", paint(grounds, ink::grey, options_.color));
    }
  }

  [[nodiscard]] std::string distance(const clause_reach& from) const {
    if (!from.distance || from.distance->is_zero()) return {};
    std::string text =
        fmt::format("{}{}", say("差 ", "off by "), figure(*from.distance, from.distance_unit));
    const std::string of = from.distance_of.in(options_.in);
    if (!of.empty()) text = fmt::format(fmt::runtime(say("{}（{}）", "{} of {}")), text, of);
    return fmt::format("{}{}", say("：", ": "), text);
  }

  [[nodiscard]] std::string name(const field_reach& from) const {
    std::string text = from.what->label.in(options_.in);
    if (text.empty()) text = from.what->name;
    if (from.year) {
      text += fmt::format(fmt::runtime(say("（{} 年）", " ({})")), *from.year);
    }
    return text;
  }

  [[nodiscard]] std::string value_of(const value& what, const field_reach& from) const {
    return shown(what, from.what->unit, options_.in);
  }

  void move(const field_reach& from, std::size_t indent) {
    out_ += std::string(indent, ' ') + name(from) + std::string(say("：", ": ")) + said(from);
    out_ += "  " + paint(from.what->name, ink::grey, options_.color) + "\n";
  }

  [[nodiscard]] std::string said(const field_reach& from) const {
    switch (from.is) {
      case reach_state::reached:
        return change(from);
      case reach_state::settles:
        return change(from) + std::string(say("，但仍缺数据", ", but inputs are still missing"));
      case reach_state::never:
        return std::string(say("无论多少都不够", "no value is enough")) + searched(from);
      case reach_state::unproven:
        break;
    }
    return std::string(
               say("没有找到，也未能证明没有", "none found, and no proof that there is none")) +
           searched(from);
  }

  [[nodiscard]] std::string change(const field_reach& from) const {
    std::string text = fmt::format(fmt::runtime(say("{} 改为 {}", "{} to {}")),
                                   value_of(from.from, from), value_of(from.to, from));
    if (from.by) {
      const bool is_less = *from.by < decimal(0);
      text += fmt::format(fmt::runtime(say("（{}{}）", " ({}{})")), is_less ? "" : "+",
                          figure(*from.by, from.what->unit));
    }
    if (!from.is_smallest) text += say("，未证明为最小", ", not proven to be the smallest");
    return text;
  }

  [[nodiscard]] std::string searched(const field_reach& from) const {
    if (!from.step) return {};
    return fmt::format(fmt::runtime(say("（{} 至 {}，每步 {}）", " ({} to {}, by {})")),
                       figure(*from.low, from.what->unit), figure(*from.high, from.what->unit),
                       figure(*from.step, from.what->unit));
  }

  const reach_answer& of_;
  const text_options& options_;
  std::string out_;
};

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_text(const reach_answer& what, const text_options& options) {
  return report::reach_text(what, options).write();
}

}  // namespace v1
}  // namespace sudui
