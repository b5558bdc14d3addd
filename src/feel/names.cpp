// Names with spaces. FEEL lets a name hold blanks, signs and even reserved words: `date and time`
// is one name, `day of week` another. Only a list of the names in scope tells them from
// expressions, so here is the list of those that the language brings along; the parser adds the
// ones of its caller.
//
// The names stand whole in the tables and are compared with the tokens on the way, blank by blank:
// nothing is split or copied. A table is short, and a formula asks only at words.
//
// Tested by tests/unit/feel/names_test.cpp.
#include "feel/names.hpp"

#include <algorithm>
#include <iterator>

#include "feel/characters.hpp"
#include "text/utf8.hpp"

namespace sudui::feel {
namespace {

constexpr std::string_view functions[] = {"context merge",
                                          "context put",
                                          "date and time",
                                          "day of week",
                                          "day of year",
                                          "days and time duration",
                                          "distinct values",
                                          "ends with",
                                          "finished by",
                                          "get entries",
                                          "get value",
                                          "index of",
                                          "insert before",
                                          "is defined",
                                          "last day of month",
                                          "list contains",
                                          "list replace",
                                          "lower case",
                                          "met by",
                                          "month of year",
                                          "overlapped by",
                                          "overlaps after",
                                          "overlaps before",
                                          "round down",
                                          "round half down",
                                          "round half even",
                                          "round half up",
                                          "round up",
                                          "started by",
                                          "starts with",
                                          "string join",
                                          "string length",
                                          "substring after",
                                          "substring before",
                                          "upper case",
                                          "week of year",
                                          "years and months duration"};

constexpr std::string_view types[] = {"date and time", "day time duration",
                                      "days and time duration", "year month duration",
                                      "years and months duration"};

struct reserved {
  std::string_view spelling;
  token_kind kind;
};

constexpr reserved reserved_words[] = {{"and", token_kind::kw_and},
                                       {"between", token_kind::kw_between},
                                       {"else", token_kind::kw_else},
                                       {"every", token_kind::kw_every},
                                       {"false", token_kind::kw_false},
                                       {"for", token_kind::kw_for},
                                       {"function", token_kind::kw_function},
                                       {"if", token_kind::kw_if},
                                       {"in", token_kind::kw_in},
                                       {"null", token_kind::kw_null},
                                       {"or", token_kind::kw_or},
                                       {"return", token_kind::kw_return},
                                       {"satisfies", token_kind::kw_satisfies},
                                       {"some", token_kind::kw_some},
                                       {"then", token_kind::kw_then},
                                       {"true", token_kind::kw_true}};

static_assert(std::is_sorted(std::begin(functions), std::end(functions)));
static_assert(std::is_sorted(std::begin(types), std::end(types)));

bool is_word(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    const text::code_point point = text::decode(text, at);
    const bool fits = at == 0 ? is_name_start(point.value) : is_name_part(point.value);
    if (!point.valid || !fits) return false;
    at += point.length;
  }
  return at > 0;
}

bool is_literal(const token& what) noexcept {
  return what.kind == token_kind::string || what.kind == token_kind::at_literal;
}

}  // namespace

std::span<const std::string_view> spaced_functions() noexcept { return functions; }

std::span<const std::string_view> spaced_types() noexcept { return types; }

std::size_t spelled(std::string_view name, std::span<const token> tokens) noexcept {
  std::size_t count = 0;
  bool after_blank = true;
  while (!name.empty()) {
    if (count == tokens.size()) return 0;
    const token& next = tokens[count];
    if (next.text.empty() || is_literal(next) || !name.starts_with(next.text)) return 0;
    if (!after_blank && next.begin != tokens[count - 1].end) return 0;
    name.remove_prefix(next.text.size());
    after_blank = name.starts_with(' ');
    name.remove_prefix(after_blank ? 1 : 0);
    ++count;
  }
  return count;
}

bool is_plain_name(std::string_view text) noexcept {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (!is_word(word) || kind_of_word(word) != token_kind::word) return false;
    text.remove_prefix(word.size());
    if (text.empty()) return true;
    text.remove_prefix(1);
  }
  return false;
}

token_kind kind_of_word(std::string_view word) noexcept {
  const auto* found = std::find_if(std::begin(reserved_words), std::end(reserved_words),
                                   [&](const reserved& r) { return r.spelling == word; });
  return found == std::end(reserved_words) ? token_kind::word : found->kind;
}

}  // namespace sudui::feel
