// Strings: UTF-8, measured in code points.
//
// Nothing is copied where the result is a part of an operand: substrings are views of the same
// bytes. Only joining and changing case write, into the arena of the run. A position counts code
// points from 1, or from the end with -1; a fraction of it is cut off, and 0 or a place outside is
// null.
//
// Searching needs no code points: a well-formed text occurs in another only at letter boundaries.
//
// Tested by tests/unit/values/operators_string_test.cpp.

#include <algorithm>

#include "values/clock.hpp"
#include "values/date.hpp"
#include "values/duration.hpp"
#include "values/letter_case.hpp"
#include "values/operators.hpp"
#include "values/text_form.hpp"

namespace sudui::values::operators {
namespace {

bool starts_letter(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80;
}

std::int64_t count_letters(std::string_view text) noexcept {
  return std::count_if(text.begin(), text.end(), starts_letter);
}

/// Bytes of the first `count` letters; the whole text where it has fewer.
std::size_t bytes_of_letters(std::string_view text, std::int64_t count) noexcept {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (starts_letter(text[at]) && count-- == 0) break;
  }
  return at;
}

/// The text from a position on; nothing where there is no such position.
std::optional<std::string_view> text_from(const cell& text, const cell& start) noexcept {
  const auto position = whole_part(start.number);
  const auto length = count_letters(text.string());
  if (!position || *position == 0 || *position > length || *position < -length) {
    return std::nullopt;
  }
  const auto skipped = *position > 0 ? *position - 1 : length + *position;
  return text.string().substr(bytes_of_letters(text.string(), skipped));
}

std::span<char> copy(std::string_view text, surroundings& around) {
  const auto bytes = around.memory.chars(text.size());
  std::copy(text.begin(), text.end(), bytes.begin());
  return bytes;
}

cell kept(std::string_view text, surroundings& around) {
  return cell::of(around.memory.keep(text));
}

}  // namespace

cell string_concat(operands given, surroundings& around) {
  const auto first = given[0].string();
  const auto second = given[1].string();
  const auto joined = around.memory.chars(first.size() + second.size());
  std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), joined.begin()));
  return cell::of(std::string_view(joined.data(), joined.size()));
}

cell string_length(operands given, surroundings&) {
  return cell::of(decimal(count_letters(given[0].string())));
}

cell string_upper(operands given, surroundings& around) {
  const auto text = copy(given[0].string(), around);
  to_upper(text);
  return cell::of(std::string_view(text.data(), text.size()));
}

cell string_lower(operands given, surroundings& around) {
  const auto text = copy(given[0].string(), around);
  to_lower(text);
  return cell::of(std::string_view(text.data(), text.size()));
}

cell string_contains(operands given, surroundings&) {
  return cell::of(given[0].string().find(given[1].string()) != std::string_view::npos);
}

cell string_starts_with(operands given, surroundings&) {
  return cell::of(given[0].string().starts_with(given[1].string()));
}

cell string_ends_with(operands given, surroundings&) {
  return cell::of(given[0].string().ends_with(given[1].string()));
}

cell string_substring(operands given, surroundings&) {
  const auto rest = text_from(given[0], given[1]);
  const auto length = whole_part(given[2].number);
  if (!rest || !length || *length < 1) return bad_argument();
  return cell::of(rest->substr(0, bytes_of_letters(*rest, *length)));
}

cell string_substring_rest(operands given, surroundings&) {
  const auto rest = text_from(given[0], given[1]);
  return rest ? cell::of(*rest) : bad_argument();
}

cell string_before(operands given, surroundings&) {
  const auto text = given[0].string();
  const auto at = text.find(given[1].string());
  return cell::of(at == std::string_view::npos ? std::string_view() : text.substr(0, at));
}

cell string_after(operands given, surroundings&) {
  const auto text = given[0].string();
  const auto match = given[1].string();
  const auto at = text.find(match);
  if (at == std::string_view::npos) return cell::of(std::string_view());
  return cell::of(text.substr(at + match.size()));
}

cell string_from(operands given, surroundings& around) {
  const auto& what = given[0];
  switch (what.what) {
    case kind::string:
      return what;
    case kind::date:
      return kept(day_text(what.day), around);
    case kind::days:
      return kept(days_text(what.clock.count, what.clock.nanos), around);
    case kind::time:
      return kept(time_text(what.clock), around);
    case kind::moment:
      return kept(moment_text(what.clock), around);
    case kind::months:
      return kept(months_text(what.clock.count), around);
    default:
      return kept(text_of(what), around);
  }
}

}  // namespace sudui::values::operators
