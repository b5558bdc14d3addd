#include "text/tree.hpp"

#include <algorithm>

namespace sudui::text {

// The words YAML knows for nothing, unless they are quoted; and nothing at all.
bool tree::is_null() const noexcept {
  if (!is_scalar()) return false;
  if (how == style::null) return true;
  const std::string_view word = text();
  return how == style::plain &&
         (word.empty() || word == "~" || word == "null" || word == "Null" || word == "NULL");
}

// O(entries): mappings of rules and profiles are small, and those that are not are walked.
const tree* tree::find(std::string_view key) const noexcept {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const entry& each) { return each.key == key; });
  return found == entries.end() ? nullptr : &found->value;
}

}  // namespace sudui::text
