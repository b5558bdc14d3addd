// The lists. A policy stands in them as one line of title and one of facts, which breaks well on a
// phone; a table would not.
//
// Tested by tests/unit/site/make_site_test.cpp.
#include "site/index_pages.hpp"

#include "report/words.hpp"

namespace sudui::site {
namespace {

constexpr std::size_t most_values = 10;  // of a list that stands open

void write_entry(html_writer& out, const page_place& at, const entry& from) {
  out.open("li");
  if (from.of->entry) {
    out.element("span", std::to_string(*from.of->entry), {{"class", "number"}});
  } else {
    out.element("span", "·", {{"class", "number"}});
  }
  out.open("div");
  out.link(at.to(policy_path(*from.of)), from.of->title.in(at.speaks), {{"class", "title"}});
  out.open("p", {{"class", "facts"}});
  out.text(report::spoken(from.of->level, at.speaks));
  out.text(" · ").text(report::spoken(from.shown->redemption, at.speaks));
  std::string kinds;
  for (const benefit& each : from.shown->benefits) {
    const std::string word(report::spoken(each.kind, at.speaks));
    if (kinds.find(word) != std::string::npos) continue;
    kinds += (kinds.empty() ? "" : at.speaks == language::zh ? "、" : ", ") + word;
  }
  if (!kinds.empty()) out.text(" · ").text(kinds);
  if (!from.is_in_force) {
    out.text(" · ").element(
        "span",
        from.is_to_come ? at.say("尚未生效", "not yet in force") : at.say("已失效", "ended"),
        {{"class", "ended"}});
  }
  const bool is_weak = !from.evidence.starts_with("verified");
  if (is_weak) {
    out.text(" · ").element("span",
                            from.evidence == "illustrative" ? at.say("示例条款", "illustrative")
                                                            : at.say("未核实", "unverified"),
                            {{"class", "weak"}});
  }
  out.close().close().close().line();
}

template <class Entries>
void write_entries(html_writer& out, const page_place& at, const Entries& all) {
  out.open("ol", {{"class", "policies"}}).line();
  for (const auto& each : all) {
    if constexpr (std::is_pointer_v<std::decay_t<decltype(each)>>) {
      write_entry(out, at, *each);
    } else {
      write_entry(out, at, each);
    }
  }
  out.close().line();
}

void write_facet(html_writer& out, const page_place& at, const facet& from) {
  out.open("section", {{"class", "facet"}});
  out.element("h3", from.title.in(at.speaks));
  const bool is_long = from.values.size() > most_values;
  if (is_long) {
    const std::string count = std::to_string(from.values.size());
    out.open("details").element(
        "summary", at.speaks == language::zh ? "共 " + count + " 个" : count + " of them");
  }
  out.open("ul");
  for (const facet::value& each : from.values) {
    out.open("li").link(at.to(facet_path(from, each)), each.label.in(at.speaks));
    out.text(" ").element("span", std::to_string(each.entries.size()), {{"class", "count"}});
    out.close();
  }
  out.close();
  if (is_long) out.close();
  out.close().line();
}

std::size_t count_in_force(const catalogue& of) {
  std::size_t count = 0;
  for (const entry& each : of.entries) count += each.is_in_force ? 1 : 0;
  return count;
}

}  // namespace

std::string index_page(const page_place& at) {
  html_writer out;
  open_page(out, at, at.in.by.rules().title().in(at.speaks));
  out.element("h1", at.in.by.rules().title().in(at.speaks)).line();
  const std::string all = std::to_string(at.in.entries.size());
  const std::string now = std::to_string(count_in_force(at.in));
  const std::string day = to_string(at.in.by.as_of());
  out.element("p",
              at.speaks == language::zh
                  ? "共 " + all + " 项政策，" + day + " 现行有效 " + now +
                        " 项。每项列明条件、待遇、依据、历次版本，以及所需数据由谁掌握。"
                  : all + " policies, " + now + " of them in force on " + day +
                        ". Each with its conditions, benefit, sources, versions, and who holds the "
                        "data it needs.",
              {{"class", "lead"}})
      .line();
  out.open("section", {{"class", "facets"}, {"aria-labelledby", "ways"}}).line();
  out.element("h2", at.say("分类查找", "Find by"), {{"id", "ways"}}).line();
  out.open("div", {{"class", "ways"}});
  for (const facet& each : at.in.facets) write_facet(out, at, each);
  out.close().close().line();
  out.open("section", {{"aria-labelledby", "all"}}).line();
  out.element("h2", at.say("全部政策", "All policies"), {{"id", "all"}}).line();
  write_entries(out, at, at.in.entries);
  out.close().line();
  close_page(out, at);
  return "<!doctype html>\n" + out.take();
}

std::string list_page(const page_place& at, const facet& of, const facet::value& which) {
  html_writer out;
  const std::string title =
      of.title.in(at.speaks) + std::string(at.say("：", ": ")) + which.label.in(at.speaks);
  open_page(out, at, title + " - " + at.in.by.rules().title().in(at.speaks));
  out.element("h1", title).line();
  const std::string count = std::to_string(which.entries.size());
  out.element("p", at.speaks == language::zh ? count + " 项政策" : count + " policies",
              {{"class", "lead"}})
      .line();
  write_entries(out, at, which.entries);
  close_page(out, at);
  return "<!doctype html>\n" + out.take();
}

std::string start_page(const catalogue& of) {
  const localized& title = of.by.rules().title();
  html_writer out;
  out.open("html", {{"lang", "zh-CN"}}).line().open("head").line();
  out.lone("meta", {{"charset", "utf-8"}}).line();
  out.lone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
      .line();
  out.lone("meta", {{"http-equiv", "Content-Security-Policy"},
                    {"content", "default-src 'none'; style-src 'self'"}})
      .line();
  out.element("title", title.zh + " / " + title.en).line();
  out.lone("link", {{"rel", "stylesheet"}, {"href", "style.css"}}).line().close().line();
  out.open("body").line().open("main", {{"class", "start"}}).line();
  out.element("h1", title.zh).line();
  out.open("p").link("zh/index.html", "进入目录", {{"class", "enter"}}).close().line();
  out.element("p", title.en, {{"lang", "en"}, {"class", "other"}}).line();
  out.open("p", {{"lang", "en"}}).link("en/index.html", "Open the catalogue", {{"class", "enter"}});
  out.close().line();
  return "<!doctype html>\n" + out.take() + "\n";
}

}  // namespace sudui::site
