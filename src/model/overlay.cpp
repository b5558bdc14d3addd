// Versions of a policy say only what differs. They are merged as trees, before anything is read, so
// that a merged body is read by the same code as a body written in one piece, and a mistake points
// to the line that brought it in: every piece of a merged tree keeps its own place.
//
//   base     benefit: {kind: cash, amount: 5万, at_most: 10万}
//   version  benefit: {at_most: 20万}
//   merged   benefit: {kind: cash, amount: 5万, at_most: 20万}
//
// A clause is found by its id wherever it stands, also inside `any:`. Where a version goes from
// `amount` to `tiers`, it writes `amount: null`, which takes the key away.
//
// Tested by tests/unit/model/overlay_test.cpp.
#include "model/overlay.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// Keys are searched one by one, so there may not be very many of them.
constexpr std::size_t max_overrides = 1000;

bool is_too_long(const tree& over, const reading& in) {
  if (over.entries.size() <= max_overrides) return false;
  in.report(message::list_too_long, over.where, {"versions", std::to_string(max_overrides)});
  return true;
}

// The key by which items of such a list are known; empty for other lists.
std::string_view id_key_of(std::string_view list) {
  if (list == "clauses") return "clause";
  if (list == "benefits") return "benefit";
  return {};
}

bool has_id(const tree& item, std::string_view id_key, std::string_view id) {
  const tree* own = item.find(id_key);
  return own != nullptr && own->is_scalar() && own->text() == id;
}

using items = std::vector<tree>;
struct found_item {
  items* list = nullptr;
  std::size_t index = 0;
};

// Depth first through the groups: a version may name a clause that stands inside `any:` without
// repeating the group.
found_item find_item(items& list, std::string_view id_key, std::string_view id) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (has_id(list[i], id_key, id)) return {&list, i};
    for (tree::entry& each : list[i].entries) {
      const bool nests = each.key == "all" || each.key == "any" || each.key == "none";
      if (!nests) continue;
      const found_item inside = find_item(each.value.items, id_key, id);
      if (inside.list != nullptr) return inside;
    }
  }
  return {};
}

void collect_ids(const items& list, std::string_view id_key, std::vector<std::string_view>& all) {
  for (const tree& item : list) {
    if (const tree* id = item.find(id_key); id != nullptr) all.push_back(id->text());
    for (const tree::entry& each : item.entries) {
      if (each.value.is_sequence()) collect_ids(each.value.items, id_key, all);
    }
  }
}

// A mapping laid over a list: each key is the id of an item, its value what changes, null takes the
// item away. What is not there is reported with what could have been meant.
void lay_over_list(tree& base, const tree& over, std::string_view id_key, const reading& in) {
  if (is_too_long(over, in)) return;
  for (const tree::entry& each : over.entries) {
    const found_item hit = find_item(base.items, id_key, each.key);
    if (hit.list == nullptr) {
      std::vector<std::string_view> known;
      collect_ids(base.items, id_key, known);
      in.report(message::nothing_to_override, each.key_where,
                {std::string(id_key), each.key, suggest(each.key, known)});
    } else if (each.value.is_null()) {
      hit.list->erase(hit.list->begin() + static_cast<std::ptrdiff_t>(hit.index));
    } else {
      tree& item = (*hit.list)[hit.index];
      item = overlay(std::move(item), each.value, in);
    }
  }
}

// Mappings merge, a mapping over a list of items goes into the items, anything else replaces.
void lay_over_value(tree& base, const tree::entry& over, const reading& in) {
  const std::string_view id_key = id_key_of(over.key);
  if (base.is_mapping() && over.value.is_mapping()) {
    base = overlay(std::move(base), over.value, in);
  } else if (base.is_sequence() && over.value.is_mapping() && !id_key.empty()) {
    lay_over_list(base, over.value, id_key, in);
  } else {
    base = over.value;
  }
}

}  // namespace

tree overlay(tree base, const tree& over, const reading& in) {
  if (!base.is_mapping() || !over.is_mapping()) return over;
  if (is_too_long(over, in)) return base;
  for (const tree::entry& each : over.entries) {
    const auto own = std::find_if(base.entries.begin(), base.entries.end(),
                                  [&](const tree::entry& other) { return other.key == each.key; });
    if (own == base.entries.end()) {
      base.entries.push_back(each);
    } else if (each.value.is_null()) {
      base.entries.erase(own);
    } else {
      lay_over_value(own->value, each, in);
    }
  }
  return base;
}

}  // namespace sudui::model
