// Tested by tests/unit/ingest/field_names_test.cpp.
#include "ingest/field_names.hpp"

#include <cstddef>
#include <set>
#include <utility>

#include "text/suggest.hpp"

namespace sudui::ingest {
namespace {

constexpr std::size_t most_remembered = 1000;

}  // namespace

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

const std::string& field_names::nearest(std::string_view name) {
  if (const auto found = nearest_.find(name); found != nearest_.end()) return found->second;
  if (nearest_.size() >= most_remembered) nearest_.clear();
  std::string found(text::nearest(name, dictionary_->names()));
  return nearest_.emplace(std::string(name), std::move(found)).first->second;
}

}  // namespace sudui::ingest
