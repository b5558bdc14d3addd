// Tested by tests/unit/site/make_site_test.cpp.
#include "site/policy_page.hpp"

#include "report/parts_text.hpp"
#include "report/words.hpp"
#include "site/policy_parts.hpp"

namespace sudui::site {
namespace {

std::string_view evidence_text(const page_place& at, const std::string& word) {
  return word == "illustrative"
             ? at.say("示例条款，未找到正式文本", "illustrative: no official text was found")
             : report::spoken(word, at.speaks);
}

void fact(html_writer& out, std::string_view name, std::string_view held) {
  if (held.empty()) return;
  out.open("div").element("dt", name).element("dd", held).close().line();
}

std::string state_text(const page_place& at, const entry& from) {
  std::string days = report::window_text(from.shown->days, at.speaks);
  if (from.is_in_force) return days;
  return days + report::bracketed(from.is_to_come ? at.say("尚未生效", "not yet in force")
                                                  : at.say("已失效", "ended"),
                                  at.speaks);
}

void write_facts(html_writer& out, const page_place& at, const entry& from) {
  const policy& of = *from.of;
  out.open("dl", {{"class", "facts"}}).line();
  fact(out, at.say("层级", "Level"), report::spoken(of.level, at.speaks));
  fact(out, at.say("发布部门", "Authority"), of.authority.in(at.speaks));
  fact(out, at.say("兑现方式", "How it is had"), report::spoken(from.shown->redemption, at.speaks));
  fact(out, at.say("有效期", "In force"), state_text(at, from));
  fact(out, at.say("依据等级", "Evidence"), evidence_text(at, from.evidence));
  if (of.entry) fact(out, at.say("清单序号", "Number in the list"), std::to_string(*of.entry));
  fact(out, at.say("编号", "Id"), of.id);
  out.close().line();
}

// What a reader must not take the page for.
void write_warnings(html_writer& out, const page_place& at, const entry& from) {
  const auto warn = [&](std::string_view text) {
    out.element("p", text, {{"class", "warning"}}).line();
  };
  if (!from.is_in_force) {
    warn(from.is_to_come ? at.say("本政策尚未生效。", "This policy is not yet in force.")
                         : at.say("本政策已失效，以下为最后的版本。",
                                  "This policy has ended; its last version is shown."));
  }
  if (from.shown->discretionary) {
    warn(at.say("竞争性或总量控制，不保证享受。",
                "Competitive or pooled: nobody is promised anything."));
  }
  if (!from.evidence.starts_with("verified")) {
    warn(from.evidence == "illustrative"
             ? at.say("未找到正式文本，本页仅作示例。",
                      "No official text was found: an illustration.")
             : at.say("依据未核实，以正式文件为准。",
                      "Its source is not verified: the official document holds."));
  }
}

}  // namespace

std::string policy_page(const page_place& at, const entry& from) {
  html_writer out;
  const std::string& title = from.of->title.in(at.speaks);
  open_page(out, at, title + " - " + at.in.by.rules().title().in(at.speaks));
  out.open("article").line().element("h1", title).line();
  const language other = at.speaks == language::zh ? language::en : language::zh;
  out.element("p", from.of->title.in(other),
              {{"class", "other"}, {"lang", other == language::zh ? "zh-CN" : "en"}})
      .line();
  write_warnings(out, at, from);
  write_facts(out, at, from);
  write_benefits(out, at, *from.shown);
  write_clauses(out, at, *from.shown);
  write_groups(out, at, *from.of);
  if (!from.shown->note.in(at.speaks).empty()) {
    out.open("section", {{"aria-labelledby", "note"}});
    out.element("h2", at.say("说明", "Notes"), {{"id", "note"}});
    out.element("p", from.shown->note.in(at.speaks)).close().line();
  }
  write_versions(out, at, from);
  if (from.ready != nullptr) {
    write_data(out, at, *from.ready);
    write_parameters(out, at, *from.ready);
  }
  out.close().line();
  close_page(out, at);
  return "<!doctype html>\n" + out.take();
}

}  // namespace sudui::site
