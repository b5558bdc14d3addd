// Texts and regular expressions: matches, replace, split; and joining, the way back.
//
// A pattern is compiled when it is first met and kept with the memory of the run, so rules that
// write theirs out compile each once. What is no pattern, or takes more steps than are allowed,
// gives null; a pattern that is written out in a rule has been refused when the rules were read.
//
// A replacement knows `$1` to `$9` and more where there are so many groups, `$0` for the match,
// `\$` and `\\`; anything else behind these signs is null. A pattern that matches the empty text
// cannot replace or split: where it would end is nobody's guess.
//
// Tested by tests/data/feel/patterns.csv.

#include <algorithm>

#include "values/operators.hpp"
#include "values/regex.hpp"

namespace sudui::values::operators {
namespace {

/// Flags are given or null, which is none.
std::string_view flags_in(const cell& given) noexcept {
  return given.is_null() ? std::string_view{} : given.string();
}

cell kept_text(std::string_view text, surroundings& around) {
  return cell::of(around.memory.keep(text));
}

std::string_view group_of(std::string_view text, const match_places& places, std::size_t group) {
  const auto [from, to] = places[group];
  return from == std::string_view::npos ? std::string_view{} : text.substr(from, to - from);
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Behind a `$`: the number of a group, as many digits as there are groups for.
std::size_t take_group(std::string_view& rest, std::size_t groups) noexcept {
  auto number = static_cast<std::size_t>(rest.front() - '0');
  rest.remove_prefix(1);
  while (!rest.empty() && is_digit(rest.front())) {
    const auto longer = number * 10 + static_cast<std::size_t>(rest.front() - '0');
    if (longer > groups) break;
    number = longer;
    rest.remove_prefix(1);
  }
  return number;
}

/// Appends the replacement of one match; false where it is none.
bool append_replacement(std::string_view with, std::string_view text, const match_places& places,
                        std::string& into) {
  while (!with.empty()) {
    const char sign = with.front();
    with.remove_prefix(1);
    if (sign != '$' && sign != '\\') {
      into += sign;
    } else if (sign == '\\') {
      if (with.empty() || (with.front() != '\\' && with.front() != '$')) return false;
      into += with.front();
      with.remove_prefix(1);
    } else {
      if (with.empty() || !is_digit(with.front())) return false;
      const auto group = take_group(with, places.size() - 1);
      if (group < places.size()) into += group_of(text, places, group);
    }
  }
  return true;
}

/// The pattern of an operator that cuts at matches: none that matches nothing.
compiled_pattern* cutting_pattern(std::string_view pattern, std::string_view flags,
                                  surroundings& around) {
  auto& known = around.memory.patterns();
  auto* found = known.find(pattern, flags);
  if (found == nullptr) return nullptr;
  return found->search({}, 0, known.places()) == compiled_pattern::found::no ? found : nullptr;
}

}  // namespace

cell string_matches(operands given, surroundings& around) {
  if (const auto gap = find_gap(given.first(2), around.missing)) return *gap;
  if (given[2].is_unknown()) return given[2];
  auto& known = around.memory.patterns();
  auto* pattern = known.find(given[1].string(), flags_in(given[2]));
  if (pattern == nullptr) return bad_argument();
  const auto found = pattern->search(given[0].string(), 0, known.places());
  if (found == compiled_pattern::found::too_costly) return cell::null(null_reason::overflow);
  return cell::of(found == compiled_pattern::found::yes);
}

cell string_replace(operands given, surroundings& around) {
  if (const auto gap = find_gap(given.first(3), around.missing)) return *gap;
  if (given[3].is_unknown()) return given[3];
  const auto flags = flags_in(given[3]);
  auto* pattern = cutting_pattern(given[1].string(), flags, around);
  if (pattern == nullptr) return bad_argument();
  const bool is_literal = flags.find('q') != std::string_view::npos;
  auto& known = around.memory.patterns();
  auto& made = known.scratch();
  made.clear();
  const auto text = given[0].string();
  std::size_t at = 0;
  for (;;) {
    const auto found = pattern->search(text, at, known.places());
    if (found == compiled_pattern::found::too_costly) return cell::null(null_reason::overflow);
    const auto [from, to] = found == compiled_pattern::found::no
                                ? std::pair{text.size(), text.size()}
                                : known.places()[0];
    if (found == compiled_pattern::found::no || to == at) break;
    made.append(text.substr(at, from - at));
    if (is_literal) {
      made.append(given[2].string());
    } else if (!append_replacement(given[2].string(), text, known.places(), made)) {
      return bad_argument();
    }
    at = to;
  }
  made.append(text.substr(at));
  return kept_text(made, around);
}

cell string_split(operands given, surroundings& around) {
  auto* pattern = cutting_pattern(given[1].string(), {}, around);
  if (pattern == nullptr) return bad_argument();
  auto& places = around.memory.patterns().places();
  const auto text = given[0].string();
  const auto made = around.memory.cells(text.size() + 1);  // a piece before each letter at most
  std::size_t count = 0;
  std::size_t at = 0;
  for (;;) {
    const auto found = pattern->search(text, at, places);
    if (found == compiled_pattern::found::too_costly) return cell::null(null_reason::overflow);
    if (found == compiled_pattern::found::no || places[0].second == at) break;
    made[count++] = cell::of(text.substr(at, places[0].first - at));
    at = places[0].second;
  }
  made[count++] = cell::of(text.substr(at));
  return cell::of_list(made.first(count));
}

// Null items are passed over, as the standard has it; a null separator is none.
cell string_join(operands given, surroundings& around) {
  if (!given[0].is_known()) return given[0];
  if (given[1].is_unknown()) return given[1];
  const auto between = flags_in(given[1]);
  std::optional<cell> gap;
  auto& made = around.memory.patterns().scratch();
  made.clear();
  bool is_first = true;
  for (const auto& each : given[0].list()) {
    if (each.is_unknown()) {
      gap = gap ? cell::unknown(around.missing.both(gap->why, each.why)) : each;
    }
    if (!each.is_known()) continue;
    if (!is_first) made.append(between);
    made.append(each.string());
    is_first = false;
  }
  return gap ? *gap : kept_text(made, around);
}

// A number with a sign for groups of digits and one for the point, either of which may be null.
cell number_from_text(operands given, surroundings& around) {
  if (!given[0].is_known()) return *find_gap(given.first(1), around.missing);
  for (const auto& each : given.subspan(1)) {
    if (each.is_unknown()) return each;
  }
  const auto grouping = flags_in(given[1]);
  const auto point = given[2].is_null() ? std::string_view(".") : given[2].string();
  const bool groups_well =
      grouping.empty() || grouping == " " || grouping == "," || grouping == ".";
  const bool is_sound = groups_well && (point == "." || point == ",") && point != grouping;
  if (!is_sound) return bad_argument();
  auto& made = around.memory.patterns().scratch();
  made.clear();
  bool has_point = false;
  for (const char c : given[0].string()) {
    const std::string_view sign(&c, 1);
    if (!grouping.empty() && sign == grouping && !has_point) continue;
    if (sign != point && (sign == "." || sign == ",")) return bad_argument();
    has_point = has_point || sign == point;
    made += sign == point ? '.' : c;
  }
  const auto number = decimal::parse(made);
  return number ? cell::of(*number) : bad_argument();
}

}  // namespace sudui::values::operators
