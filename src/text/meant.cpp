// "Did you mean" for names that people shorten: `hnte` is not near `national/hnte-recognition` by
// spelling, and still says it.
//
// Tested by tests/unit/text/meant_test.cpp.
#include "text/meant.hpp"

#include <cstddef>

#include "text/suggest.hpp"

namespace sudui::text {

std::vector<std::string_view> meant(std::string_view name,
                                    std::span<const std::string_view> candidates) {
  constexpr std::size_t most = 5;
  std::vector<std::string_view> found;
  for (const auto each : candidates) {
    if (name.empty() || found.size() == most) break;
    if (each.find(name) != std::string_view::npos) found.push_back(each);
  }
  if (!found.empty()) return found;
  if (const auto near = nearest(name, candidates); !near.empty()) found.push_back(near);
  return found;
}

std::string quoted(std::span<const std::string_view> names, std::string_view between) {
  std::string all;
  for (const auto each : names) {
    all.append(all.empty() ? "" : between).append("`").append(each).append("`");
  }
  return all;
}

}  // namespace sudui::text
