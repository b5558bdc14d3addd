// Keys without a look-up. A chain runs through the keys in the order of the rows: `next` is what
// followed a key when it was looked up last. A row that leaves keys out goes on along the chain;
// only a key that is not among the next few is looked up by its hash, and then the chain is mended
// there. So the chain grows to the fullest order that the rows show.
//
//   rows {a b d}, {a b c d}: a -> b -> d, then b -> c -> d; a row {a d} finds d by the third guess
//
// Tested by tests/unit/ingest/known_keys_test.cpp.
#include "ingest/known_keys.hpp"

namespace sudui::ingest {

known_keys::known_keys(const types::schema& dictionary) : names_(dictionary), keys_(1) {}

void known_keys::start_row() noexcept {
  ++row_;
  last_ = 0;
}

std::uint32_t known_keys::look_up(json_tokens& from) {
  const auto text = from.text();
  if (!text || !from.take(':')) return none;
  auto found = numbers_.find(*text);
  if (found == numbers_.end()) {
    if (keys_.size() == most) return none;
    found = numbers_.emplace(std::string(*text), add(*text)).first;
  }
  keys_[last_].next = found->second;
  return found->second;
}

std::uint32_t known_keys::add(std::string_view key) {
  texts_.push_back('"' + std::string(key) + '"');
  const auto made = static_cast<std::uint32_t>(keys_.size());
  const auto field = names_.find(key).value_or(none);
  std::uint32_t first = made;
  for (std::uint32_t i = 1; i < made && field != none && first == made; ++i) {
    if (keys_[i].field == field) first = i;
  }
  keys_.push_back({key_mark(texts_.back()), field, none, first, false, 0});
  return made;
}

}  // namespace sudui::ingest
