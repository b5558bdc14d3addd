#pragma once

#include <string>
#include <string_view>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/matcher.hpp>
#include <sudui/rule_set.hpp>
#include <sudui/text.hpp>

namespace sudui {
inline namespace v1 {

struct text_options {
  language in = language::zh;
  bool color = false;                   ///< ANSI colours
  int width = 100;                      ///< columns of the terminal
  verdict least = verdict::ineligible;  ///< decisions below it are counted, and left out
};

// Texts for people end with a line feed; JSON is one line without one. Numbers stand in JSON as
// strings of exact digits ("112500.00"), so that no reader turns them into binary floats.
[[nodiscard]] SUDUI_API std::string to_text(const matcher& by, const decisions& made,
                                            const text_options& options = {});
/// Without decisions below `least`; what groups come to is told in any case.
[[nodiscard]] SUDUI_API std::string to_json(const matcher& by, const decisions& made,
                                            verdict least = verdict::ineligible);
/// The same with `profile_digest`, as sudui/audit.hpp makes it: a decision that can be repeated.
[[nodiscard]] SUDUI_API std::string to_json(const matcher& by, const decisions& made,
                                            std::string_view profile_digest,
                                            verdict least = verdict::ineligible);
/// One company on a page of Markdown: totals by kind, what it gets, what is open and who can supply
/// it, what it does not get and why. `made` are the decisions of `by` for `company`.
[[nodiscard]] SUDUI_API std::string to_markdown(const matcher& by, const decisions& made,
                                                const profile& company, language in);
[[nodiscard]] SUDUI_API std::string to_text(const explanation& why,
                                            const text_options& options = {});
[[nodiscard]] SUDUI_API std::string to_json(const explanation& why);
/// A policy as a card: title, authority, versions, clauses with citations, benefit.
[[nodiscard]] SUDUI_API std::string to_text(const policy& what, const text_options& options = {});
[[nodiscard]] SUDUI_API std::string to_json(const policy& what);
/// An amount with thousands separators and unit: `3,400,000.00 元`, `0.00 - 500,000.00 元`.
[[nodiscard]] SUDUI_API std::string to_text(const amount& how_much, const benefit& of, language in);

/// JSON Schema (2020-12) of a profile, from the field dictionary; and of the rule files.
[[nodiscard]] SUDUI_API std::string profile_schema(const rule_set& rules);
[[nodiscard]] SUDUI_API std::string rule_file_schema();

}  // namespace v1
}  // namespace sudui
