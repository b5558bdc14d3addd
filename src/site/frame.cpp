// Tested by tests/unit/site/make_site_test.cpp.
#include "site/frame.hpp"

#include <algorithm>

#include <sudui/value.hpp>

namespace sudui::site {

std::string_view folder_of(language speaks) { return speaks == language::zh ? "zh" : "en"; }

std::string policy_path(const policy& of) { return "policies/" + of.id + ".html"; }

std::string facet_path(const facet& of, const facet::value& which) {
  return of.id + "/" + which.id + ".html";
}

// One step for each folder of the path, and one for that of the language.
std::string page_place::up() const {
  std::string made = "../";
  for (const char each : path) {
    if (each == '/') made += "../";
  }
  return made;
}

std::string page_place::to(std::string_view other) const {
  return up() + std::string(folder_of(speaks)) + "/" + std::string(other);
}

namespace {

void write_head(html_writer& out, const page_place& at, std::string_view title) {
  out.open("head").line();
  out.lone("meta", {{"charset", "utf-8"}}).line();
  out.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
      .line();
  out.lone("meta", {{"http-equiv", "Content-Security-Policy"},
                    {"content", "default-src 'none'; style-src 'self'"}})
      .line();
  out.element("title", title).line();
  out.lone("link", {{"rel", "stylesheet"}, {"href", at.up() + "style.css"}}).line();
  const language other = at.speaks == language::zh ? language::en : language::zh;
  const std::string twin = at.up() + std::string(folder_of(other)) + "/" + at.path;
  out.lone("link", {{"rel", "alternate"},
                    {"hreflang", other == language::zh ? "zh-CN" : "en"},
                    {"href", twin}})
      .line();
  out.close().line();
}

void write_bar(html_writer& out, const page_place& at) {
  out.open("header", {{"class", "bar"}});
  out.link(at.to("index.html"), at.in.by.rules().title().in(at.speaks), {{"class", "home"}});
  const language other = at.speaks == language::zh ? language::en : language::zh;
  const bool to_english = other == language::en;
  out.open("nav", {{"aria-label", at.say("语言", "Language")}});
  out.link(at.up() + std::string(folder_of(other)) + "/" + at.path, to_english ? "English" : "中文",
           {{"lang", to_english ? "en" : "zh-CN"}, {"hreflang", to_english ? "en" : "zh-CN"}});
  out.close().close().line();
}

}  // namespace

void open_page(html_writer& out, const page_place& at, std::string_view title) {
  out.open("html", {{"lang", at.speaks == language::zh ? "zh-CN" : "en"}}).line();
  write_head(out, at, title);
  out.open("body").line();
  out.link("#main", at.say("跳到正文", "Skip to the text"), {{"class", "skip"}}).line();
  write_bar(out, at);
  out.open("main", {{"id", "main"}}).line();
}

void close_page(html_writer& out, const page_place& at) {
  const rule_set& rules = at.in.by.rules();
  out.close().line().open("footer");
  out.element("p",
              at.say("本站由规则生成，不是正式文本；享受政策以有关部门公布的文件为准。",
                     "Made from rules, and no official text: what the authorities publish holds."));
  out.open("p", {{"class", "small"}});
  out.text(at.say("截至 ", "As of ")).text(to_string(at.in.by.as_of()));
  out.text(at.say("，规则版本 ", ", rules ")).text(rules.version());
  out.text(" · ").element("code", rules.digest().substr(0, 12));
  out.close().close().line();
  out.close().line().close().line();
}

}  // namespace sudui::site
