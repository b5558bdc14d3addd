#include "syntax/duplicates.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace sudui::syntax {
namespace {

using entry = text::tree::entry;

constexpr std::size_t few = 24;  // entries compared pairwise, without memory

bool may_have_duplicates(const std::vector<entry>& entries) noexcept {
  if (entries.size() > few) return true;
  for (auto each = entries.begin(); each != entries.end(); ++each) {
    const auto is_same = [&](const entry& before) {
      return before.key.size() == each->key.size() && before.key[0] == each->key[0] &&
             before.key == each->key;
    };
    if (std::any_of(entries.begin(), each, is_same)) return true;
  }
  return false;
}

}  // namespace

// YAML and JSON readers keep the last of two equal keys without a word; here that would drop half a
// rule. Many are sorted: O(n log n).
void refuse_duplicates(const text::tree& mapping, text::sink& out, const text::source* from) {
  if (!may_have_duplicates(mapping.entries)) return;
  std::vector<const entry*> ordered;
  for (const entry& each : mapping.entries) ordered.push_back(&each);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const entry* a, const entry* b) { return a->key < b->key; });
  const entry* first = ordered.front();
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    const entry& next = *ordered[i];
    if (next.key != first->key) {
      first = &next;
      continue;
    }
    const std::string line =
        from == nullptr ? "" : std::to_string(from->locate(first->key_where.begin).line);
    out.report(text::message::duplicate_key, next.key_where, {next.key, line});
  }
}

}  // namespace sudui::syntax
