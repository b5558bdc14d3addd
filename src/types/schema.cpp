// The field dictionary, typed. A field is found by its name or by its Chinese label, where that
// label is a plain word that no other field bears.
//
// Tested by tests/unit/types/schema_test.cpp.

#include "types/schema.hpp"

#include <algorithm>

#include "model/units.hpp"
#include "types/words.hpp"

namespace sudui::types {

namespace {
unit unit_of(const model::field& from) { return unit_named(from.unit.text); }

// A string of a coded field carries its field along, so that a comparison can check the codes.
type scalar_type(const model::field& from, std::string_view name) {
  if (name == "number") return number_in(unit_of(from));
  if (name == "boolean") return simple(type_kind::boolean);
  if (name == "date") return simple(type_kind::date);
  if (name == "days") return simple(type_kind::days);
  if (name == "months") return simple(type_kind::months);
  type made = simple(type_kind::string);
  if (!from.codes.empty()) made.codes = &from;
  return made;
}

// Members may be called by their Chinese label where that is a plain word.
type record_type(const model::field& from) {
  std::vector<member> members;
  for (const auto& inner : from.members) {
    member made;
    made.name = inner.id.text;
    if (is_plain_word(inner.label.zh) && inner.label.zh != made.name) made.alias = inner.label.zh;
    made.of = type_of_field(inner);
    made.from = &inner;
    members.push_back(std::move(made));
  }
  return record_of(std::move(members));
}
}  // namespace

unit unit_named(std::string_view written) {
  const auto form = model::parse_unit(written);
  if (!form || form->above == nullptr) return unit::one();
  unit made = unit::base(form->above->base);
  for (const auto* below : form->below) made = made.over(unit::base(below->base));
  return made;
}

type type_of_field(const model::field& from) {
  if (from.type.text == "context") return record_type(from);
  if (from.type.text != "list") return scalar_type(from, from.type.text);
  if (!from.members.empty()) return list_of(record_type(from));
  return list_of(scalar_type(from, from.item_type.text));
}

// Labels become aliases where they are plain words and nobody's name. A label of two fields stays
// with the first, which is noted, not refused: dictionaries are made of the words of the law.
schema::schema(const std::vector<model::field>& fields, text::sink& out) {
  fields_.reserve(fields.size());
  by_name_.reserve(2 * fields.size());
  for (const auto& from : fields) {
    fields_.push_back({&from, type_of_field(from), unit_of(from).to_string()});
    by_name_.emplace(from.id.text, static_cast<std::uint32_t>(fields_.size() - 1));
  }
  std::unordered_map<std::string_view, std::uint32_t> aliases;
  for (std::uint32_t i = 0; i < fields_.size(); ++i) {
    const auto& label = fields_[i].from->label.zh;
    if (!is_plain_word(label) || by_name_.contains(label)) continue;
    const auto [earlier, is_new] = aliases.emplace(label, i);
    if (!is_new) {
      out.report(text::message::alias_clash, fields_[i].from->id.where,
                 {label, fields_[earlier->second].from->id.text, fields_[i].from->id.text});
    }
  }
  by_name_.merge(aliases);
}

std::optional<std::uint32_t> schema::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> schema::names() const {
  std::vector<std::string_view> all;
  all.reserve(by_name_.size());
  for (const auto& [name, index] : by_name_) all.push_back(name);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace sudui::types
