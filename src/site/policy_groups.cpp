// How a policy lives with others, from the groups of the rule set: by which rule, for which matter,
// beside whom, and on which grounds. A member with a page is a link.
//
// Tested by tests/unit/site/make_site_test.cpp.
#include <algorithm>

#include "report/standing_text.hpp"
#include "report/words.hpp"
#include "site/policy_parts.hpp"

namespace sudui::site {
namespace {

bool has_page(const page_place& at, const policy& of) {
  const auto& all = at.in.entries;
  return std::any_of(all.begin(), all.end(), [&](const entry& each) { return each.of == &of; });
}

void write_member(html_writer& out, const page_place& at, const policy& of,
                  const std::string& benefit) {
  out.open("li");
  const std::string& title = of.title.in(at.speaks);
  if (has_page(at, of)) {
    out.link(at.to(policy_path(of)), title);
  } else {
    out.text(title);
  }
  if (!benefit.empty()) {
    out.text(at.say("：", ": ")).text(report::benefit_name(of, benefit, at.speaks));
  }
  out.text(" ").element("span", report::spoken(of.level, at.speaks), {{"class", "small"}});
  out.close().line();
}

void write_fact(html_writer& out, std::string_view name, const std::string& formula) {
  if (formula.empty()) return;
  out.element("p", name, {{"class", "small"}});
  write_formula(out, formula);
}

void write_rules(html_writer& out, const page_place& at, const group& of) {
  for (const group_reading& each : of.readings) {
    std::string text;
    if (of.ambiguous) text.append(each.label.in(at.speaks)).append(at.say("：", ": "));
    text.append(report::rule_text(each.rule, at.speaks));
    out.text(" ").element("span", text, {{"class", "join"}});
  }
  out.close();
  if (of.ambiguous) {
    out.element("p",
                at.say("条文未写明按哪一种读法，结果中各种读法并列。",
                       "The text leaves open which reading holds, and decisions give all of them."),
                {{"class", "warning"}});
  }
}

void write_group(html_writer& out, const page_place& at, const policy& of, std::size_t place,
                 const group& in) {
  out.open("div", {{"class", "benefit"}}).open("h3").text(in.title.in(at.speaks));
  write_rules(out, at, in);
  if (!in.matter.in(at.speaks).empty()) {
    out.element("p", std::string(at.say("事项：", "For: ")) + in.matter.in(at.speaks) +
                         (in.per == "item" ? std::string(at.say("（逐项）", " (item by item)"))
                                           : std::string()));
  }
  if (!in.benefits[place].empty()) {
    out.element("p",
                std::string(at.say("只涉及本政策的待遇：", "Only of this policy's benefit: ")) +
                    report::benefit_name(of, in.benefits[place], at.speaks));
  }
  if (in.members.size() > 1) {
    out.element("p", at.say("与下列政策：", "Beside:")).open("ul", {{"class", "beside"}}).line();
    for (std::size_t i = 0; i < in.members.size(); ++i) {
      if (i != place) write_member(out, at, *in.members[i], in.benefits[i]);
    }
    out.close().line();
  }
  write_fact(out, at.say("合计上限", "Together at most"), in.cap);
  write_fact(out, at.say("此前已兑现", "Paid before"), in.paid);
  write_fact(out, at.say("企业的选择", "The company's election"), in.election);
  write_source(out, at, in.cite);
  if (!in.note.in(at.speaks).empty()) {
    out.element("p", in.note.in(at.speaks), {{"class", "small"}});
  }
  out.close().line();
}

}  // namespace

void write_groups(html_writer& out, const page_place& at, const policy& of) {
  bool is_open = false;
  for (const group& each : at.in.by.rules().groups()) {
    const auto found = std::find(each.members.begin(), each.members.end(), &of);
    if (found == each.members.end()) continue;
    if (!is_open) heading(out, at, "groups", "与其他政策", "Beside other policies");
    is_open = true;
    write_group(out, at, of, static_cast<std::size_t>(found - each.members.begin()), each);
  }
  if (is_open) out.close().line();
}

}  // namespace sudui::site
