// Tested by tests/unit/site/make_site_test.cpp.
#include "site/policy_parts.hpp"

#include <algorithm>

#include "report/figures.hpp"
#include "report/parts_text.hpp"
#include "report/version_changes.hpp"
#include "report/words.hpp"

namespace sudui::site {

void heading(html_writer& out, const page_place& at, std::string_view id, std::string_view zh,
             std::string_view en) {
  out.open("section", {{"aria-labelledby", id}}).line();
  out.element("h2", at.say(zh, en), {{"id", id}}).line();
}

namespace {
bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}
}  // namespace

void write_source(html_writer& out, const page_place& at, const citation& from) {
  if (from.document.empty()) return;
  out.open("p", {{"class", "source"}}).text(at.say("依据：", "Source: "));
  const std::string name = from.document + (from.clause.empty() ? "" : " " + from.clause);
  if (is_web_address(from.url)) {
    out.link(from.url, name, {{"rel", "noreferrer"}});
  } else {
    out.text(name);
  }
  out.text(" ").element("span", report::spoken(from.status, at.speaks),
                        {{"class", from.is_verified() ? "status" : "status weak"}});
  if (!from.note.empty()) out.text(" ").element("span", from.note, {{"class", "small"}});
  out.close();
}

void write_formula(html_writer& out, const std::string& formula) {
  if (!formula.empty()) out.open("p", {{"class", "formula"}}).element("code", formula).close();
}

namespace {

void write_clause_list(html_writer& out, const page_place& at, const std::vector<clause>& from,
                       const citation& above) {
  out.open("ol", {{"class", "clauses"}}).line();
  for (const clause& each : from) {
    out.open("li").open("p", {{"class", "clause"}});
    out.text(report::label_of(each, at.speaks));
    if (each.what == clause::kind::any || each.what == clause::kind::none) {
      out.text(" ").element("span", report::group_text(each.what, at.speaks), {{"class", "join"}});
    }
    if (each.veto) out.text(" ").element("span", at.say("一票否决", "veto"), {{"class", "join"}});
    out.close();
    write_formula(out, each.formula);
    const bool is_said = above.document == each.cite.document && above.clause == each.cite.clause;
    if (!is_said) write_source(out, at, each.cite);
    if (!each.children.empty()) write_clause_list(out, at, each.children, each.cite);
    out.close().line();
  }
  out.close();
}

// A table within a box that scrolls by itself, so that a phone's page does not.
void open_table(html_writer& out, std::string_view caption) {
  out.open("div",
           {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}});
  out.open("table").element("caption", caption);
}

std::string role_text(const page_place& at, input_role role) {
  switch (role) {
    case input_role::confirmation:
      return std::string(at.say("企业确认", "the company confirms"));
    case input_role::submission:
      return std::string(at.say("须提交", "handed in"));
    case input_role::judgement:
      return std::string(at.say("须评定", "judged"));
    case input_role::on_record:
      break;
  }
  return std::string(at.say("部门已有", "on record"));
}

std::string_view readiness_text(const page_place& at, readiness is) {
  switch (is) {
    case readiness::direct:
      return at.say("所需数据均由部门掌握，不需企业选择，也不需评定：可以免申即享。",
                    "Departments hold all it needs; nothing is chosen or judged: it could be paid "
                    "without applying.");
    case readiness::confirm:
      return at.say(
          "除企业确认的事项外，所需数据均由部门掌握：可以即申即享。",
          "Departments hold all but what the company confirms: it could be paid on confirmation.");
    case readiness::apply:
      break;
  }
  return at.say("有的数据须由企业提交或经评定：须申报。",
                "Something must be handed in or judged: it needs an application.");
}

std::string selector_text(const page_place& at, const parameter_value& from) {
  if (from.year) return std::to_string(*from.year);
  std::string made = from.code;
  if (!from.days.from && !from.days.to && !made.empty()) return made;
  if (!made.empty()) made += " ";
  return made + report::window_text(from.days, at.speaks);
}

// A figure with its unit; bands as the rules write them; what nobody has published says so.
std::string value_text(const page_place& at, const parameter_value& from, const std::string& unit) {
  if (from.held.is_unknown()) return std::string(at.say("尚未公布", "not published"));
  if (from.held.get_if<value::list>() != nullptr) return to_string(from.held);
  return report::shown(from.held, unit, at.speaks);
}

}  // namespace

void write_benefits(html_writer& out, const page_place& at, const policy_version& from) {
  heading(out, at, "benefit", "待遇", "Benefit");
  for (const benefit& each : from.benefits) {
    out.open("div", {{"class", "benefit"}}).open("h3").text(report::label_of(each, at.speaks));
    out.text(" ").element("span", report::spoken(each.kind, at.speaks), {{"class", "join"}});
    out.close();
    const std::string sentence = report::amount_sentence(each, at.speaks);
    if (!sentence.empty()) out.element("p", sentence);
    if (each.has_amount && !each.unit.empty()) {
      out.element("p", std::string(at.say("单位：", "Unit: ")) + each.unit, {{"class", "small"}});
    }
    write_formula(out, each.formula);
    write_source(out, at, each.cite);
    if (!each.item_clauses.empty()) {
      out.element("p", at.say("每一项须满足：", "Each item must meet:"));
      write_clause_list(out, at, each.item_clauses, each.cite);
    }
    out.close().line();
  }
  out.close().line();
}

void write_clauses(html_writer& out, const page_place& at, const policy_version& from) {
  heading(out, at, "clauses", "条件", "Conditions");
  out.element("p", at.say("须全部满足。", "All of them must be met."), {{"class", "small"}});
  write_clause_list(out, at, from.clauses, {});
  out.close().line();
}

void write_versions(html_writer& out, const page_place& at, const entry& from) {
  heading(out, at, "versions", "历次版本", "Versions");
  out.element("p",
              from.of->timing == "year"
                  ? at.say("按评定年度选用版本。", "The assessment year picks the version.")
                  : at.say("按当日选用版本。", "The day picks the version."),
              {{"class", "small"}});
  out.open("ol", {{"class", "versions"}}).line();
  const auto& versions = from.of->versions;
  for (std::size_t i = versions.size(); i-- > 0;) {
    out.open("li");
    out.element("strong", report::window_text(versions[i].days, at.speaks));
    if (&versions[i] == from.shown) {
      out.text(" ").element("span", at.say("本页所示", "shown here"), {{"class", "join"}});
    }
    if (i > 0) {
      const auto changes = report::version_changes(versions[i - 1], versions[i], at.speaks);
      if (!changes.empty()) out.open("ul");
      for (const std::string& each : changes) out.element("li", each);
      if (!changes.empty()) out.close();
      if (changes.empty()) {
        out.element(
            "p", at.say("文字相同，所引参数或日期不同", "worded alike; its figures or days differ"),
            {{"class", "small"}});
      }
    }
    out.close().line();
  }
  out.close().close().line();
}

void write_data(html_writer& out, const page_place& at, const policy_readiness& from) {
  heading(out, at, "data", "所需数据", "Data it needs");
  out.element("p", readiness_text(at, from.is)).line();
  open_table(out, at.say("数据与持有部门", "Data and who holds them"));
  out.open("thead").open("tr");
  out.element("th", at.say("数据", "Input"), {{"scope", "col"}});
  out.element("th", at.say("持有", "Held by"), {{"scope", "col"}});
  out.element("th", at.say("取得方式", "How it is had"), {{"scope", "col"}});
  out.close().close().open("tbody").line();
  for (const policy_input& each : from.inputs) {
    std::string name = each.what->label.in(at.speaks);
    std::string code = each.what->name;
    if (each.member != nullptr) {
      name += " · " + each.member->label.in(at.speaks);
      code += "." + each.member->name;
    }
    out.open("tr").open("th", {{"scope", "row"}}).text(name);
    if (!each.decides)
      out.text(" ").element("span", at.say("仅用于金额", "amount only"), {{"class", "small"}});
    out.element("code", code).close().element("td", each.what->holder_label.in(at.speaks));
    out.element("td", role_text(at, each.role),
                {{"class", each.role == input_role::on_record ? "plain" : "weak"}});
    out.close().line();
  }
  out.close().close().close().close().line();
}

void write_parameters(html_writer& out, const page_place& at, const policy_readiness& from) {
  if (from.parameters.empty()) return;
  heading(out, at, "figures", "所引参数", "Figures it uses");
  for (const parameter* each : from.parameters) {
    open_table(out, each->label.in(at.speaks) + " (" + each->name + ")");
    out.open("thead").open("tr");
    out.element("th",
                each->by == "code"   ? at.say("代码", "Code")
                : each->by == "year" ? at.say("年度", "Year")
                                     : at.say("期间", "Period"),
                {{"scope", "col"}});
    out.element("th", at.say("数值", "Value"), {{"scope", "col"}});
    out.element("th", at.say("依据", "Source"), {{"scope", "col"}});
    out.close().close().open("tbody").line();
    for (const parameter_value& one : each->entries) {
      out.open("tr").element("th", selector_text(at, one), {{"scope", "row"}});
      out.element("td", value_text(at, one, each->unit));
      out.element("td", report::citation_text(one.cite, at.speaks)).close().line();
    }
    out.close().close().close().line();
  }
  out.close().line();
}

}  // namespace sudui::site
