// "Did you mean": the candidate with the smallest edit distance, counted in code points, where
// putting in, leaving out, changing one character or swapping two neighbours costs one. One row of
// the usual table per character; O(length * length) a candidate, and candidates whose length alone
// rules them out are skipped.
//
// Near enough means a third of the longer name, at most three: `revenu` suggests `revenue`, while
// `tax` does not suggest `age`. Of equals the first candidate wins, so the answer is stable.
//
// Tested by tests/unit/text/suggest_test.cpp.
#include "text/suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "text/utf8.hpp"

namespace sudui::text {
namespace {

std::u32string points_of(std::string_view bytes) {
  std::u32string points;
  for (std::size_t i = 0; i < bytes.size();) {
    const code_point next = decode(bytes, i);
    points.push_back(next.value);
    i += next.length;
  }
  return points;
}

// Optimal string alignment over three rows of the table: the one being filled, the last, and the
// one before it for swaps.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  using row = std::vector<std::size_t>;
  row before_last(b.size() + 1);
  row last(b.size() + 1);
  row current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({last[j] + 1, current[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(current);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates) {
  const std::u32string wanted = points_of(name);
  std::string_view best;
  std::size_t best_distance = 4;
  for (const std::string_view candidate : candidates) {
    const std::u32string offered = points_of(candidate);
    const std::size_t longer = std::max(wanted.size(), offered.size());
    const std::size_t shorter = std::min(wanted.size(), offered.size());
    const auto allowed = std::min<std::size_t>({longer / 3, 3, best_distance - 1});
    if (longer - shorter > allowed) continue;
    const std::size_t found = distance(wanted, offered);
    if (found > allowed) continue;
    best = candidate;
    best_distance = found;
    if (found == 0) break;
  }
  return best;
}

}  // namespace sudui::text
