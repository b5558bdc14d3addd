// Named formulas. The head `tax_growth(y)` is a name and, in brackets, the names of its parameters;
// it is taken apart here, each name with its own place.
//
// Tested by tests/unit/model/read_definition_test.cpp.
#include "model/read_definition.hpp"

#include <algorithm>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/names.hpp"
#include "model/read_citation.hpp"
#include "model/read_formula.hpp"
#include "model/read_tiers.hpp"
#include "model/read_unit.hpp"
#include "model/timeline.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// The text [begin, end) without the blanks around it, as a name with its place.
name part_name(const text::excerpt& head, std::size_t begin, std::size_t end) {
  const std::string_view text = head.text();
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  return {std::string(text.substr(begin, end - begin)),
          head.where(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end))};
}

void add_parameter(const name& next, definition& into, const reading& in) {
  check_name(next, in);
  const bool twice = std::any_of(into.parameters.begin(), into.parameters.end(),
                                 [&](const name& each) { return each.text == next.text; });
  if (twice) in.report(message::listed_twice, next.where, {next.text});
  into.parameters.push_back(next);
}

// `name`, or `name(a, b)`: cut at the brackets and commas. What is left over, such as a missing
// bracket or an empty place, is one message about the whole head.
void read_head(const tree& from, definition& into, const reading& in) {
  const std::string_view text = from.text();
  const std::size_t open = std::min(text.find('('), text.size());
  into.id = part_name(from.scalar, 0, open);
  check_name(into.id, in);
  if (open == text.size()) return;
  const bool is_closed = text.ends_with(')');
  const std::size_t close = std::min(text.find(')', open), text.size());
  for (std::size_t begin = open + 1; begin <= close;) {
    const std::size_t end = std::min(text.find(',', begin), close);
    add_parameter(part_name(from.scalar, begin, end), into, in);
    begin = end + 1;
  }
  const bool has_gap = std::any_of(into.parameters.begin(), into.parameters.end(),
                                   [](const name& each) { return each.text.empty(); });
  if (into.id.text.empty() || has_gap || !is_closed) {
    in.report(message::bad_definition_head, from.where, {std::string(text)});
  }
}

// A formula, or a table in its place.
void read_body(mapping_reader& keys, definition_version& into) {
  keys.refuse_both("formula", "table");
  if (const tree* table = keys.get("table")) {
    into.table = read_table(*table, keys.in());
    return;
  }
  keys.require("formula");
  into.body = formula_of(keys, "formula");
}

definition_version read_version(const tree& from, const reading& in) {
  mapping_reader keys(from, "versions", in);
  definition_version read;
  read.where = from.where;
  read.days = keys.days();
  read_body(keys, read);
  keys.finish();
  return read;
}

void read_versions(mapping_reader& keys, definition& into) {
  if (!keys.has("versions")) {
    definition_version only;
    only.where = keys.tree().where;
    read_body(keys, only);
    into.versions.push_back(std::move(only));
    return;
  }
  keys.refuse_both("formula", "versions");
  keys.refuse_both("table", "versions");
  std::vector<window> windows;
  for (const tree& item : keys.items("versions")) {
    into.versions.push_back(read_version(item, keys.in()));
    windows.push_back(into.versions.back().days);
  }
  check_timeline(windows, gap_policy::allowed, keys.in());
  std::stable_sort(into.versions.begin(), into.versions.end(),
                   [](const auto& a, const auto& b) { return a.days.from < b.days.from; });
}

}  // namespace

definition read_definition(const tree& from, const reading& in) {
  mapping_reader keys(from, "define", in);
  definition read;
  read.where = from.where;
  const tree* head = keys.require("define");
  if (head != nullptr && has_shape(*head, tree::kind::scalar, "define", in)) {
    read_head(*head, read, in);
  }
  read.label = keys.label();
  read.unit = read_unit(keys);
  read.cite = cite_of(keys, {});
  read_versions(keys, read);
  keys.finish();
  return read;
}

}  // namespace sudui::model
