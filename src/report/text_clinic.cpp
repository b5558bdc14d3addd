// The clinic for a company and its adviser: the groups of the rule, the closest first; in each what
// fails and by how much, what nobody knows and who can supply it, what is met. At the end everybody
// who can supply something, with what.
//
// Tested by tests/cli/clinic.sh.
#include <fmt/format.h>
#include <map>

#include <sudui/clinic.hpp>

#include "report/figures.hpp"
#include "report/json_parts.hpp"
#include "report/paint.hpp"
#include "report/parts_text.hpp"
#include "report/step_text.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

class clinic_text {
 public:
  clinic_text(const clinic& of, const text_options& options) : of_(of), options_(options) {}

  [[nodiscard]] std::string write() {
    heading();
    for (const problem_group& each : of_.groups) group(each);
    suppliers();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return report::say(options_.in, zh, en);
  }

  void heading() {
    const explanation& why = of_.why;
    out_ += fmt::format("{}  {}\n", paint(why.of->title.in(options_.in), ink::bold, options_.color),
                        why.of->id);
    out_ += fmt::format("{} {}  {} {}\n", say("截至", "as of"), to_string(why.as_of),
                        say("评定年度", "assessment year"), why.year);
    if (why.version == nullptr) {
      out_ += fmt::format("{}\n", say("当日不在有效期", "not in force on that day"));
      return;
    }
    const std::string verdict =
        fmt::format("{} {}", mark_of(why.verdict), word_of(why.verdict, options_.in));
    out_ += fmt::format("{}{}\n", say("结论：", "verdict: "),
                        paint(verdict, ink_of(why.verdict), options_.color));
    out_ += fmt::format(
        fmt::runtime(say("{} 组，{} 个问题：{} 项未满足，{} 项待确定，{} 项已满足\n",
                         "{} groups, {} problems: {} unmet, {} unknown, {} met\n")),
        of_.groups.size(), of_.unmet + of_.unknown + of_.met, of_.unmet, of_.unknown, of_.met);
  }

  // A clause that stands alone is its own heading.
  void group(const problem_group& from) {
    const clause& what = *from.of->of;
    out_ += '\n';
    if (from.of->children.empty()) {
      one(from.problems.front(), 0, true);
      return;
    }
    out_ += mark(from.held) + " " + paint(heading_of(what), ink::bold, options_.color) + "\n";
    for (const problem& each : from.problems) one(each, 2, false);
  }

  [[nodiscard]] std::string mark(outcome held) const {
    return paint(mark_of(held), ink_of(held), options_.color);
  }

  [[nodiscard]] std::string heading_of(const clause& what) const {
    std::string label = label_of(what, options_.in);
    if (what.what == clause::kind::all) return label;
    return label + bracketed(group_text(what.what, options_.in), options_.in);
  }

  void one(const problem& from, std::size_t indent, bool is_heading) {
    const std::string blanks(indent, ' ');
    const std::string label = label_of(*from.of->of, options_.in);
    out_ += blanks + mark(from.held) + " " +
            (is_heading ? paint(label, ink::bold, options_.color) : label);
    if (from.of->of->veto) out_ += say("（一票否决）", " (veto)");
    if (!from.is_needed) {
      out_ += say("（另一条件已满足，不需要）", " (not needed: another branch is met)");
    }
    out_ += '\n';
    details(from, indent + 4);
  }

  // What fails is said in full, what is met only by how much.
  void details(const problem& from, std::size_t indent) {
    const std::string blanks(indent, ' ');
    if (from.held == outcome::unmet) {
      if (from.measured != nullptr) {
        out_ += blanks + comparison_text(*from.measured, options_.in) + share(from) + "\n";
      } else if (from.of->because) {
        write_step(out_, *from.of->because, indent, options_);
      }
    } else if (from.held == outcome::unknown) {
      for (const missing_input& each : from.of->missing) {
        out_ += fmt::format("{}{}{}  {}\n", blanks, say("缺少：", "missing: "),
                            missing_text(each, options_.in),
                            paint(each.name(), ink::grey, options_.color));
      }
    } else if (from.measured != nullptr) {
      out_ += blanks + comparison_text(*from.measured, options_.in) + share(from) + "\n";
    }
    const std::string grounds = grounds_text(from.of->of->cite, options_.in);
    if (from.held != outcome::met && !grounds.empty()) {
      out_ += blanks + paint(grounds, ink::grey, options_.color) + "\n";
    }
  }

  [[nodiscard]] std::string share(const problem& from) const {
    if (!from.closeness) return {};
    const std::string rate = percent(*from.closeness, decimal(0));
    return from.held == outcome::met
               ? bracketed(std::string(say("余量 ", "margin ")) + rate, options_.in)
               : bracketed(std::string(say("差 ", "off by ")) + rate, options_.in);
  }

  void suppliers() {
    if (of_.missing.empty()) return;
    std::map<std::string, std::vector<missing_input>> by_holder;
    for (const missing_input& each : of_.missing) {
      const std::string holder =
          each.what == nullptr ? std::string(say("尚待公布的参数", "figures not published yet"))
                               : (each.what->holder_label.in(options_.in).empty()
                                      ? each.what->holder
                                      : each.what->holder_label.in(options_.in));
      by_holder[holder].push_back(each);
    }
    out_ += fmt::format("\n{}\n",
                        paint(say("谁能补充", "who can supply it"), ink::bold, options_.color));
    for (const auto& [holder, inputs] : by_holder) {
      std::string names;
      for (const missing_input& each : inputs) {
        if (!names.empty()) names += say("、", ", ");
        names += each.what == nullptr ? each.constant->label.in(options_.in)
                                      : each.what->label.in(options_.in);
        if (each.year) names += fmt::format("({})", *each.year);
      }
      out_ += fmt::format("  {}{}{}\n", holder, say("：", ": "), names);
    }
  }

  const clinic& of_;
  const text_options& options_;
  std::string out_;
};

void write_share(json_writer& out, const std::optional<decimal>& share) {
  if (share) out.key("closeness").text(share->to_string());
}

void write_problem(json_writer& out, const problem& from) {
  const clause& what = *from.of->of;
  out.open_object().key("clause").text(what.id);
  write_given(out, "label", what.label);
  out.key("outcome").text(key_of(from.held));
  if (what.veto) out.key("veto").flag(true);
  if (!from.is_needed) out.key("needed").flag(false);
  write_share(out, from.closeness);
  if (from.measured != nullptr) {
    write_given(out, "relation", from.measured->relation);
    if (from.measured->parts.size() == 2) {
      out.key("value");
      write(out, from.measured->parts[0].result);
      out.key("limit");
      write(out, from.measured->parts[1].result);
    }
    if (from.measured->distance) {
      out.key("distance").text(from.measured->distance->to_string());
      write_given(out, "distance_unit", from.measured->distance_unit);
    }
  }
  out.key("missing");
  write(out, std::span<const missing_input>(from.of->missing));
  write_given(out, "cite", what.cite);
  out.close_object();
}

std::string json_of(const clinic& of) {
  json_writer out;
  const explanation& why = of.why;
  out.open_object().key("as_of").text(to_string(why.as_of)).key("year").whole(why.year);
  out.key("digest").text(why.digest).key("policy").text(why.of->id).key("title");
  write(out, why.of->title);
  out.key("in_force").flag(why.version != nullptr);
  if (why.version != nullptr) out.key("verdict").text(key_of(why.verdict));
  out.key("unmet").whole(of.unmet).key("unknown").whole(of.unknown).key("met").whole(of.met);
  out.key("groups").open_array();
  for (const problem_group& each : of.groups) {
    out.open_object().key("group").text(each.of->of->id);
    write_given(out, "label", each.of->of->label);
    out.key("join").text(key_of(each.of->of->what)).key("outcome").text(key_of(each.held));
    write_share(out, each.closeness);
    out.key("problems").open_array();
    for (const problem& one : each.problems) write_problem(out, one);
    out.close_array().close_object();
  }
  out.close_array().key("missing");
  write(out, std::span<const missing_input>(of.missing));
  out.close_object();
  return out.take();
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_text(const clinic& of, const text_options& options) {
  return report::clinic_text(of, options).write();
}

std::string to_json(const clinic& of) { return report::json_of(of); }

}  // namespace v1
}  // namespace sudui
