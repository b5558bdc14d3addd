// Keys without a look-up. A chain runs through the keys in the order of the rows: `next` is what
// followed a key when it was looked up last. A row that leaves keys out goes on along the chain;
// only a key that is not among the next few is looked up by its hash, and then the chain is mended
// there. So the chain grows to the fullest order that the rows show.
//
//   rows {a b d}, {a b c d}: a -> b -> d, then b -> c -> d; a row {a d} finds d by the third guess
//
// Tested by tests/unit/ingest/known_keys_test.cpp.
#include "ingest/known_keys.hpp"

#include <algorithm>

namespace sudui::ingest {

known_keys::known_keys(const types::schema& dictionary)
    : names_(dictionary),
      fields_(static_cast<std::uint32_t>(dictionary.fields().size())),
      keys_(1),
      begin_(&keys_.front()),
      last_(begin_) {}

known_key* known_keys::look_up(json_tokens& from) {
  const auto text = from.text();
  if (!text || !from.take(':')) return nullptr;
  auto found = numbers_.find(*text);
  if (found == numbers_.end()) {
    if (keys_.size() == most) return nullptr;
    found = numbers_.emplace(std::string(*text), add(*text)).first;
  }
  last_->next = &keys_[found->second];
  return last_->next;
}

std::uint32_t known_keys::add(std::string_view key) {
  auto& marked = texts_.emplace_back("\"");
  marked.append(key).append("\":");
  auto& made = keys_.emplace_back();
  made.mark = key_mark(marked);
  made.field = names_.find(key).value_or(known_key::no_field);
  made.lane = std::min(made.field, fields_);
  made.first_of_field = &made;
  for (auto& each : keys_) {
    if (made.field == known_key::no_field || each.field != made.field) continue;
    made.first_of_field = &each;
    break;
  }
  return static_cast<std::uint32_t>(keys_.size() - 1);
}

}  // namespace sudui::ingest
