// The small parts that several texts are made of: missing inputs, citations, windows of time,
// labels.
//
// Tested by tests/unit/report/parts_text_test.cpp.
#include "report/parts_text.hpp"

#include "report/words.hpp"

namespace sudui::report {
namespace {

std::string joined_label(const localized& label, const std::string& name, language in) {
  return label.in(in).empty() ? name : label.in(in);
}

std::string with_year(const std::string& text, const std::optional<int>& year) {
  return year ? text + "(" + std::to_string(*year) + ")" : text;
}

}  // namespace

// A field with its holder. A parameter has none: nobody can be asked for what has not been
// published.
std::string missing_text(const missing_input& what, language in) {
  if (what.what == nullptr) {
    if (what.constant == nullptr) return what.name();
    return with_year(joined_label(what.constant->label, what.constant->name, in), what.year) +
           std::string(say(in, "（参数，尚未公布）", " (a parameter, not published)"));
  }
  const field& asked = *what.what;
  const std::string name = with_year(joined_label(asked.label, asked.name, in), what.year);
  const std::string holder = joined_label(asked.holder_label, asked.holder, in);
  return name + bracketed(holder, in);
}

// The rest is counted, not cut off in silence: a company must know that answering these will not be
// enough.
std::string missing_text(std::span<const missing_input> all, language in, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (const missing_input& each : all) {
    if (count == most) break;
    if (count++ > 0) out += say(in, "；", "; ");
    out += missing_text(each, in);
  }
  if (all.size() <= most) return out;
  const std::string more = std::to_string(all.size() - most);
  return out + (in == language::zh ? " 等，另有 " + more + " 项" : "; and " + more + " more");
}

std::string citation_text(const citation& from, language in) {
  if (from.document.empty()) return {};
  std::string out = from.document;
  if (!from.clause.empty()) out += " " + from.clause;
  return out + bracketed(spoken(from.status, in), in);
}

std::string grounds_text(const citation& from, language in) {
  const std::string cited = citation_text(from, in);
  return cited.empty() ? cited : std::string(say(in, "依据：", "source: ")) + cited;
}

std::string authority_text(const policy& of, language in) {
  std::string out(spoken(of.level, in));
  if (!of.authority.in(in).empty()) out += " · " + of.authority.in(in);
  return out;
}

std::string_view group_text(clause::kind what, language in) noexcept {
  switch (what) {
    case clause::kind::any:
      return say(in, "满足任一", "any of");
    case clause::kind::none:
      return say(in, "均不得有", "none of");
    case clause::kind::all:
      return say(in, "全部满足", "all of");
    case clause::kind::require:
      break;
  }
  return {};
}

std::string bracketed(std::string_view text, language in) {
  if (text.empty()) return {};
  std::string out(say(in, "（", " ("));
  return out.append(text).append(say(in, "）", ")"));
}

// Both days are included, as in the rule files.
std::string window_text(const window& days, language in) {
  if (!days.from && !days.to) return std::string(say(in, "长期", "at all times"));
  if (!days.to) return std::string(say(in, "自 ", "from ")) + to_string(*days.from);
  if (!days.from) return std::string(say(in, "至 ", "until ")) + to_string(*days.to);
  return to_string(*days.from) + std::string(say(in, " 至 ", " to ")) + to_string(*days.to);
}

std::string label_of(const clause& what, language in) {
  return joined_label(what.label, what.id, in);
}

std::string label_of(const benefit& what, language in) {
  return joined_label(what.label, std::string(spoken(what.kind, in)), in);
}

}  // namespace sudui::report
