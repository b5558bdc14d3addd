// YAML says only that something is a scalar; its text decides what it is. So `2021-02-29` is
// refused here, with the place, and `version: 1.10` keeps its zero.
//
// Tested by tests/unit/model/scalars_test.cpp.
#include "model/scalars.hpp"

#include <charconv>
#include <utility>

#include "model/mapping_reader.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// All of the text, in decimal digits: `0x10`, `1e3` and `+5` are none.
std::optional<std::int32_t> parse_whole(std::string_view text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Reads a scalar by `parse`; what cannot be parsed is reported with the text and the key.
template <class Parse>
auto read_as(message complaint, const tree& from, std::string_view key, const reading& in,
             Parse parse) -> decltype(parse(std::string_view{})) {
  if (!has_shape(from, tree::kind::scalar, key, in)) return std::nullopt;
  auto read = parse(from.text());
  if (!read) in.report(complaint, from.where, {std::string(from.text()), std::string(key)});
  return read;
}

}  // namespace

name read_name(const tree& from, std::string_view key, const reading& in) {
  if (!has_shape(from, tree::kind::scalar, key, in)) return {"", from.where};
  return {std::string(from.text()), from.where};
}

std::vector<name> read_names(const tree& from, std::string_view key, const reading& in) {
  if (from.is_scalar()) return {read_name(from, key, in)};
  std::vector<name> all;
  if (!has_shape(from, tree::kind::sequence, key, in)) return all;
  for (const tree& item : from.items) {
    name next = read_name(item, key, in);
    if (!next.text.empty()) all.push_back(std::move(next));
  }
  return all;
}

std::optional<bool> read_flag(const tree& from, std::string_view key, const reading& in) {
  return read_as(message::not_a_flag, from, key, in, [](std::string_view text) {
    std::optional<bool> flag;
    if (text == "true") flag = true;
    if (text == "false") flag = false;
    return flag;
  });
}

std::optional<date> read_day(const tree& from, std::string_view key, const reading& in) {
  return read_as(message::bad_date, from, key, in,
                 [](std::string_view text) { return parse_date(text); });
}

std::optional<std::int32_t> read_year(const tree& from, std::string_view key, const reading& in) {
  return read_as(message::bad_year, from, key, in, [](std::string_view text) {
    auto year = parse_whole(text);
    if (year && (*year < 1000 || *year > 9999)) year.reset();
    return year;
  });
}

std::optional<std::int32_t> read_whole(const tree& from, std::string_view key, const reading& in) {
  return read_as(message::not_a_whole_number, from, key, in, parse_whole);
}

// The spellings of policies, as in formulas: `5000万`, `2亿`, `5%`. Exact: a suffix only moves the
// point.
std::optional<decimal> parse_number(std::string_view text) {
  static constexpr std::pair<std::string_view, std::int32_t> endings[] = {
      {"万", 4}, {"亿", 8}, {"%", -2}};
  for (const auto& [ending, power] : endings) {
    if (!text.ends_with(ending)) continue;
    text.remove_suffix(ending.size());
    const auto number = decimal::parse(text);
    return number ? multiply(*number, decimal::scaled(1, power)) : std::nullopt;
  }
  return decimal::parse(text);
}

std::optional<decimal> read_number(const tree& from, std::string_view key, const reading& in) {
  return read_as(message::not_a_number, from, key, in, parse_number);
}

// One text for both languages, or a mapping with each.
localized read_localized(const tree& from, std::string_view key, const reading& in) {
  if (!from.is_mapping()) {
    const std::string text = read_name(from, key, in).text;
    return {text, text};
  }
  mapping_reader keys(from, key, in);
  localized both = keys.label();
  keys.finish();
  return both;
}

}  // namespace sudui::model
