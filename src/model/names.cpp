// What may be called what. Names of formulas must be readable by FEEL without quoting, so they are
// words of small letters, digits and `_`, or of Chinese characters; ids are read by people and by
// globs (`changzhou/*`), so they are words with dashes, in paths.
//
// Reserved are the words FEEL or sudui give a meaning: a field called `sum` could never be reached.
//
// Tested by tests/unit/model/names_test.cpp.
#include "model/names.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace sudui::model {
namespace {

// Sorted, for the binary search.
constexpr std::string_view reserved[] = {"abs",       "after",       "after_policies",
                                         "all",       "and",         "any",
                                         "append",    "as_of",       "before",
                                         "between",   "boolean",     "ceiling",
                                         "coincides", "concatenate", "contains",
                                         "context",   "count",       "date",
                                         "day",       "days",        "decimal",
                                         "duration",  "during",      "else",
                                         "even",      "every",       "exp",
                                         "external",  "false",       "finishes",
                                         "flatten",   "floor",       "for",
                                         "function",  "if",          "in",
                                         "in_region", "includes",    "instance",
                                         "is",        "item",        "list",
                                         "log",       "marginal",    "matches",
                                         "max",       "mean",        "median",
                                         "meets",     "min",         "mode",
                                         "modulo",    "not",         "now",
                                         "null",      "number",      "odd",
                                         "of",        "or",          "or_else",
                                         "overlaps",  "partial",     "product",
                                         "range",     "remove",      "replace",
                                         "return",    "reverse",     "satisfies",
                                         "some",      "sort",        "split",
                                         "sqrt",      "starts",      "stddev",
                                         "string",    "sublist",     "substring",
                                         "sum",       "then",        "time",
                                         "today",     "true",        "union",
                                         "unknown",   "year"};

bool is_small_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_chinese(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x323AF);
}

// Letters first, then digits, `_` and one more joining sign too.
bool is_made_of(std::string_view text, char32_t joiner) noexcept {
  bool first = true;
  for (std::size_t i = 0; i < text.size();) {
    const text::code_point next = text::decode(text, i);
    const char32_t c = next.value;
    const bool starts = is_small_letter(c) || is_chinese(c);
    const bool follows = is_digit(c) || c == U'_' || c == joiner;
    if (!next.valid || !(starts || (!first && follows))) return false;
    first = false;
    i += next.length;
  }
  return !first;
}

// Small letters, digits, dashes and `_`; no dash at either end.
bool is_path_part(std::string_view text) noexcept {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto sign = static_cast<unsigned char>(c);
    return is_small_letter(sign) || is_digit(sign) || c == '-' || c == '_';
  });
}

}  // namespace

bool is_name(std::string_view text) noexcept { return is_made_of(text, U'_'); }

bool is_reserved(std::string_view text) noexcept {
  return std::binary_search(std::begin(reserved), std::end(reserved), text);
}

bool is_word_id(std::string_view text) noexcept {
  return is_path_part(text) || (is_made_of(text, U'-') && text.back() != '-');
}

bool is_path(std::string_view text) noexcept {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('/', begin), text.size());
    if (!is_path_part(text.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

void check_member_name(const name& what, const reading& in) {
  if (what.text.empty() || is_name(what.text)) return;
  in.report(text::message::bad_name, what.where, {what.text});
}

void check_name(const name& what, const reading& in) {
  check_member_name(what, in);
  if (is_reserved(what.text)) in.report(text::message::reserved_name, what.where, {what.text});
}

void check_word_id(const name& what, const reading& in) {
  if (what.text.empty() || is_word_id(what.text)) return;
  in.report(text::message::bad_word_id, what.where, {what.text});
}

void check_path(const name& what, const reading& in) {
  if (what.text.empty() || is_path(what.text)) return;
  in.report(text::message::bad_path, what.where, {what.text});
}

}  // namespace sudui::model
