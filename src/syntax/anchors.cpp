// Aliases are expanded, so that no later stage need know them. Expansion is where small files
// become large (ten lines of ten aliases each make ten thousand million values), so the cost of a
// named tree is measured once and charged each time it is repeated, before it is copied.
//
// Tested by tests/unit/syntax/yaml_alias_test.cpp.
#include "syntax/anchors.hpp"

#include <algorithm>
#include <utility>

namespace sudui::syntax {

tree_cost cost_of(const text::tree& what) {
  tree_cost sum{1, what.text().size(), 1};
  const auto include = [&](const text::tree& child) {
    const tree_cost inner = cost_of(child);
    sum.nodes += inner.nodes;
    sum.bytes += inner.bytes;
    sum.height = std::max(sum.height, inner.height + 1);
  };
  for (const text::tree& item : what.items) include(item);
  for (const text::tree::entry& entry : what.entries) {
    sum.bytes += entry.key.size();
    include(entry.value);
  }
  return sum;
}

const anchors::named& anchors::keep(std::size_t number, const text::tree& what) {
  return all_.insert_or_assign(number, named{what, cost_of(what)}).first->second;
}

const anchors::named* anchors::find(std::size_t number) const {
  const auto found = all_.find(number);
  return found == all_.end() ? nullptr : &found->second;
}

}  // namespace sudui::syntax
