// Boundaries for people and for programs. For people only what asks for a look is listed: a
// comparison that turned the wrong way, words that contradict the sign, limits that could not be
// tried; with `lists_all` every company.
//
// Tested by tests/cli/boundaries.sh.
#include <array>
#include <fmt/format.h>

#include <sudui/boundaries.hpp>

#include "report/amount_text.hpp"
#include "report/figures.hpp"
#include "report/json_parts.hpp"
#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

class boundaries_text {
 public:
  boundaries_text(const boundary_report& from, const text_options& options, bool lists_all)
      : from_(from), options_(options), lists_all_(lists_all) {}

  [[nodiscard]] std::string write() {
    for (const boundary& each : from_.all) {
      if (lists_all_ || !each.words_agree || !is_fine(each)) one(each);
    }
    if (!out_.empty()) out_ += '\n';
    counts();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }

  static bool is_fine(const boundary& of) {
    return of.is != boundary::state::not_made && of.as_expected;
  }

  void one(const boundary& from) {
    out_ += fmt::format("{}:{}: {} {}: {}\n", from.where.file, from.where.line, from.of->id,
                        name_of(from), from.formula);
    if (!from.words_agree) {
      line(say("条件的文字与 ", "the words of the clause and `"), from.relation,
           say(" 对是否含本数说法不一：", "` do not agree whether the limit counts: "),
           from.what->label.zh);
    }
    if (from.is == boundary::state::not_made) return line(from.why_not.in(options_.in), {}, {}, {});
    if (!from.as_expected) {
      line(say("比较没有按其符号翻转", "the comparison did not turn over as its sign says"), {}, {},
           {});
    }
    companies(from);
  }

  // The clause; of an amount the benefit, where the policy has several, and the kind of place.
  [[nodiscard]] std::string name_of(const boundary& from) const {
    if (from.place == limit_place::clause) return from.what->id;
    std::string made = from.granted->id.empty() ? std::string() : from.granted->id + " ";
    if (from.what != nullptr) made += from.what->id + " ";
    return made + '(' + std::string(place_text(from.place)) + ')';
  }

  [[nodiscard]] std::string_view place_text(limit_place of) const {
    switch (of) {
      case limit_place::item:
        return say("逐项条件", "an item's clause");
      case limit_place::tier:
        return say("分档", "tiers");
      case limit_place::band:
        return say("分段", "bands");
      case limit_place::amount:
        return say("金额", "amount");
      case limit_place::clause:
        break;
    }
    return say("条件", "clauses");
  }

  void line(std::string_view a, std::string_view b, std::string_view c, std::string_view d) {
    out_ += fmt::format("    {}{}{}{}\n", a, b, c, d);
  }

  void companies(const boundary& from) {
    for (const boundary_point& each : from.points) {
      out_ += fmt::format("    {} = {}: {}\n", from.input,
                          shown(each.given, from.unit, options_.in), result_of(from, each));
    }
    hidden(from);
  }

  [[nodiscard]] std::string result_of(const boundary& from, const boundary_point& of) const {
    std::string made;
    if (from.what != nullptr) {
      made = fmt::format("{} {}, ", say("条件", "the clause is"), outcome_word(of.clause));
    }
    made += word_of(of.verdict, options_.in);
    if (from.granted == nullptr) return made;
    const std::string paid = sudui::to_text(of.how_much, *from.granted, options_.in);
    return made + ", " + (paid.empty() ? "-" : paid);
  }

  void hidden(const boundary& from) {
    const auto tell = [&](std::string_view what) { line(what, {}, {}, {}); };
    if (from.what != nullptr && !from.turns_clause) {
      return tell(
          say("条件的其他部分盖过了这一比较", "another part of the clause hides the comparison"));
    }
    if (from.place == limit_place::clause) {
      if (!from.turns_verdict)
        tell(say("结论由其他条件决定", "another clause decides the verdict"));
    } else if (!from.turns_amount) {
      tell(
          say("金额由其他部分决定", "the amount does not differ: rounding, a cap or another part"));
    }
  }

  [[nodiscard]] std::string_view outcome_word(outcome held) const {
    return held == outcome::met     ? say("满足", "met")
           : held == outcome::unmet ? say("未满足", "unmet")
                                    : say("待确定", "unknown");
  }

  void counts() {
    const std::size_t made = from_.exact + from_.straddled;
    out_ += fmt::format(
        fmt::runtime(
            say("{} 处界限：{} 处正好在界限及上下各一单位，{} 处只能在界限两侧，{} 处无法生成\n"
                "{} 处比较按符号翻转，{} 处没有；其中 {} 处条件随之翻转，{} 处结论随之翻转，{} "
                "处金额随之变动\n"
                "{} 处文字与符号对是否含本数说法不一\n",
                "{} limits: {} met exactly with a unit below and above, {} only "
                "straddled, {} not made\n"
                "{} comparisons turned over as their sign says, {} did not; {} turned "
                "their clause, {} the verdict, {} the amount\n"
                "{} with words that contradict the sign\n")),
        from_.all.size(), from_.exact, from_.straddled, from_.not_made, made - from_.unexpected,
        from_.unexpected, from_.turned_clause, from_.turned_verdict, from_.turned_amount,
        from_.words_differ);
    for (std::size_t i = 0; i < limit_places; ++i) by_place(static_cast<limit_place>(i));
  }

  void by_place(limit_place which) {
    const auto& of = from_.by_place[static_cast<std::size_t>(which)];
    if (of.limits == 0) return;
    out_ += fmt::format(
        fmt::runtime(say("  {}：{} 处，正好 {}，两侧 {}，无法生成 {}，随之变动 {}\n",
                         "  {}: {}, {} exact, {} straddled, {} not made, {} turned it\n")),
        place_text(which), of.limits, of.exact, of.straddled, of.not_made, of.turned);
  }

  const boundary_report& from_;
  const text_options& options_;
  bool lists_all_;
  std::string out_;
};

std::string_view state_word(boundary::state is) {
  return is == boundary::state::exact       ? "exact"
         : is == boundary::state::straddled ? "straddled"
                                            : "not-made";
}

constexpr std::array<std::string_view, limit_places> place_words = {"clause", "item", "tier",
                                                                    "band", "amount"};

void write_boundary(json_writer& out, const boundary& from) {
  out.open_object().key("policy").text(from.of->id);
  out.key("place").text(place_words[static_cast<std::size_t>(from.place)]);
  if (from.what != nullptr) out.key("clause").text(from.what->id);
  if (from.granted != nullptr) write_given(out, "benefit", from.granted->id);
  out.key("window");
  write(out, from.version->days);
  out.key("formula").text(from.formula).key("relation").text(from.relation);
  write_given(out, "where", from.where);
  out.key("state").text(state_word(from.is)).key("words_agree").flag(from.words_agree);
  if (from.is == boundary::state::not_made) {
    write_given(out, "why_not", from.why_not);
    out.close_object();
    return;
  }
  write_given(out, "test", from.base);
  out.key("as_of").text(to_string(from.as_of)).key("year").whole(from.year);
  out.key("input").text(from.input);
  write_given(out, "unit", from.unit);
  out.key("as_expected").flag(from.as_expected).key("turns_clause").flag(from.turns_clause);
  out.key("turns_verdict").flag(from.turns_verdict);
  if (from.granted != nullptr) out.key("turns_amount").flag(from.turns_amount);
  out.key("companies").open_array();
  for (const boundary_point& each : from.points) {
    out.open_object().key("given");
    write(out, each.given);
    out.key("holds").flag(each.holds);
    if (from.what != nullptr) out.key("outcome").text(key_of(each.clause));
    out.key("verdict").text(key_of(each.verdict));
    if (from.granted != nullptr) {
      out.key("amount");
      write(out, each.how_much, from.granted->places);
    }
    out.close_object();
  }
  out.close_array().close_object();
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_text(const boundary_report& from, const text_options& options, bool lists_all) {
  return report::boundaries_text(from, options, lists_all).write();
}

std::string to_json(const boundary_report& from) {
  report::json_writer out;
  out.open_object().key("limits").whole(from.all.size()).key("exact").whole(from.exact);
  out.key("straddled").whole(from.straddled).key("not_made").whole(from.not_made);
  out.key("unexpected").whole(from.unexpected).key("words_differ").whole(from.words_differ);
  out.key("turned_clause").whole(from.turned_clause);
  out.key("turned_verdict").whole(from.turned_verdict);
  out.key("turned_amount").whole(from.turned_amount).key("places").open_object();
  for (std::size_t i = 0; i < limit_places; ++i) {
    const auto& each = from.by_place[i];
    out.key(report::place_words[i]).open_object().key("limits").whole(each.limits);
    out.key("exact").whole(each.exact).key("straddled").whole(each.straddled);
    out.key("not_made").whole(each.not_made).key("turned").whole(each.turned).close_object();
  }
  out.close_object().key("boundaries").open_array();
  for (const boundary& each : from.all) report::write_boundary(out, each);
  out.close_array().close_object();
  return out.take();
}

}  // namespace v1
}  // namespace sudui
