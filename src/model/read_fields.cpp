// The field dictionary. One reader serves the fields of a profile and the members of its records; a
// member differs in that its holder is that of the whole and its name stands after a dot.
//
// What a key means depends on the type, so each key names the types it goes with; `unit` on a date
// is a mistake the author should hear of, not a thing to ignore.
//
// Tested by tests/unit/model/read_fields_test.cpp and the mistakes in tests/data/rules/bad.
#include "model/read_fields.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <set>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/names.hpp"
#include "model/read_unit.hpp"
#include "model/scalars.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

constexpr std::array<std::string_view, 8> types = {"number", "string", "boolean", "date",
                                                   "days",   "months", "list",    "context"};
constexpr std::array<std::string_view, 5> sensitivities = {"S0", "S1", "S2", "S3", "S4"};

using type_words = std::initializer_list<std::string_view>;

void check_word(const name& what, std::string_view key, std::span<const std::string_view> known,
                const reading& in) {
  if (what.text.empty() || std::count(known.begin(), known.end(), what.text) != 0) return;
  in.report(message::unknown_word, what.where,
            {what.text, std::string(key), suggest(what.text, known)});
}

// Refuses a key that says nothing about a field of this type.
void refuse_key(mapping_reader& keys, std::string_view key, const std::string& type,
                type_words meant_for) {
  if (std::count(meant_for.begin(), meant_for.end(), type) != 0 || !keys.has(key)) return;
  if (std::count(types.begin(), types.end(), type) == 0) return;  // reported as an unknown type
  keys.in().report(message::key_not_for_type, keys.key_place(key), {std::string(key), type});
}

void check_keys_of_type(mapping_reader& keys, const field& read) {
  const bool is_plain_list = read.type.text == "list" && !read.item_type.text.empty();
  const std::string& scalar = is_plain_list ? read.item_type.text : read.type.text;
  for (const std::string_view key : {"unit", "min", "max", "step"}) {
    refuse_key(keys, key, scalar, {"number"});
  }
  refuse_key(keys, "codes", scalar, {"string"});
  refuse_key(keys, "check", scalar, {"string"});
  refuse_key(keys, "members", read.type.text, {"list", "context"});
  refuse_key(keys, "items", read.type.text, {"list"});
}

// What a missing value means must itself be a value of the type: 0 of a number, false of a flag, an
// empty list of a list.
void check_absence(mapping_reader& keys, const field& read) {
  const absence means = read.missing;
  const bool fits = means == absence::unknown ||
                    (means == absence::zero && read.type.text == "number") ||
                    (means == absence::no && read.type.text == "boolean") ||
                    (means == absence::empty_list && read.type.text == "list");
  if (fits) return;
  keys.in().report(message::absence_unfit, keys.get("missing")->where,
                   {std::string(to_word(means)), read.type.text});
}

void read_range(mapping_reader& keys, field& into) {
  into.minimum = keys.number("min");
  into.maximum = keys.number("max");
  into.step = keys.number("step");
  if (into.step && *into.step <= decimal(0)) {
    keys.in().report(message::step_not_positive, keys.get("step")->where);
  }
  if (!into.minimum || !into.maximum || *into.minimum <= *into.maximum) return;
  keys.in().report(message::range_turned, keys.get("min")->where);
}

void read_codes(mapping_reader& keys, field& into) {
  if (!keys.has("codes")) return;
  std::set<std::string_view> seen;
  const std::vector<tree>& items = keys.items("codes");
  into.codes.reserve(items.size());
  for (const tree& item : items) {
    name code = read_name(item, "codes", keys.in());
    if (code.text.empty()) continue;
    if (seen.insert(item.text()).second) {
      into.codes.push_back(std::move(code));
    } else {
      keys.in().report(message::listed_twice, code.where, {code.text});
    }
  }
}

// `missing: []` is a YAML list and not a scalar, the other words are scalars.
absence read_absence(mapping_reader& keys) {
  const tree* found = keys.get("missing");
  if (found != nullptr && found->is_sequence() && found->items.empty()) return absence::empty_list;
  return keys.word("missing", absence::unknown);
}

field read_field(const tree& from, bool is_member, const reading& in);

// A list holds either plain values (`items`) or records (`members`), and must say which.
void read_parts(mapping_reader& keys, field& into) {
  keys.refuse_both("members", "items");
  into.item_type = keys.name_of("items");
  check_word(into.item_type, "items", std::span(types).first(6), keys.in());
  const bool has_parts = keys.has("members") || keys.has("items");
  if (!has_parts && (into.type.text == "list" || into.type.text == "context")) {
    keys.in().report(message::parts_missing, into.type.where, {into.type.text});
  }
  if (!keys.has("members")) return;
  std::map<std::string, text::span> seen;
  const std::vector<tree>& items = keys.items("members");
  into.members.reserve(items.size());
  for (const tree& item : items) {
    field member = read_field(item, true, keys.in());
    const auto [first, is_new] = seen.emplace(member.id.text, member.id.where);
    if (!is_new && !member.id.text.empty()) {
      keys.in().report(
          message::duplicate_id, member.id.where,
          {text::both("成员", "member"), member.id.text, keys.in().place(first->second)});
    }
    into.members.push_back(std::move(member));
  }
}

field read_field(const tree& from, bool is_member, const reading& in) {
  mapping_reader keys(from, is_member ? "members" : "entries", in);
  field read;
  read.where = from.where;
  read.id = keys.required_name("field");
  is_member ? check_member_name(read.id, in) : check_name(read.id, in);
  read.label = keys.label();
  read.type = keys.required_name("type");
  check_word(read.type, "type", types, in);
  read.unit = read_unit(keys);
  if (!is_member) read.per = keys.word("per", period::none);
  if (!is_member) read.holder_code = keys.name_of("holder");
  read.by = keys.word("nature", nature::record);
  const name sensitivity = keys.name_of("sensitivity");
  check_word(sensitivity, "sensitivity", sensitivities, in);
  read.sensitivity = sensitivity.text;
  if (!is_member) read.is_changeable = keys.flag("changeable");
  read.check = keys.word("check", value_check::none);
  read_range(keys, read);
  read_codes(keys, read);
  read_parts(keys, read);
  read.missing = read_absence(keys);
  check_keys_of_type(keys, read);
  check_absence(keys, read);
  keys.finish();
  return read;
}

}  // namespace

std::vector<field> read_fields(const tree& from, const reading& in) {
  mapping_reader keys(from, "fields", in);
  static_cast<void>(keys.get("fields"));
  std::vector<field> all;
  if (keys.require("entries") != nullptr) {
    const std::vector<tree>& items = keys.items("entries");
    all.reserve(items.size());
    for (const tree& item : items) all.push_back(read_field(item, false, in));
  }
  keys.finish();
  return all;
}

}  // namespace sudui::model
