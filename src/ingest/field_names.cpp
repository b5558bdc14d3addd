// Tested by tests/unit/ingest/field_names_test.cpp.
#include "ingest/field_names.hpp"

#include <set>

#include "text/suggest.hpp"

namespace sudui::ingest {

field_names::field_names(const types::schema& dictionary) : dictionary_(&dictionary) {
  std::set<std::string_view> ambiguous;
  for (std::uint32_t i = 0; i < dictionary.fields().size(); ++i) {
    const std::string_view label = dictionary[i].from->label.zh;
    if (label.empty() || dictionary.find(label)) continue;
    if (!by_label_.emplace(label, i).second) ambiguous.insert(label);
  }
  for (const std::string_view label : ambiguous) by_label_.erase(label);
}

std::optional<std::uint32_t> field_names::find(std::string_view name) const {
  if (const auto found = dictionary_->find(name)) return found;
  const auto found = by_label_.find(name);
  if (found == by_label_.end()) return std::nullopt;
  return found->second;
}

std::string field_names::nearest(std::string_view name) const {
  return std::string(text::nearest(name, dictionary_->names()));
}

}  // namespace sudui::ingest
