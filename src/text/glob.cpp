// Tested by tests/unit/text/glob_test.cpp and tests/api/bind_test.cpp.
#include "text/glob.hpp"

namespace sudui::text {

// The text before the first star must begin it, that behind the last must end it; what stands
// between stars is looked for from left to right, each as early as possible, which never rules out
// a match.
bool matches_glob(std::string_view pattern, std::string_view text) noexcept {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  text.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (auto next = pattern.find('*'); next != std::string_view::npos; next = pattern.find('*')) {
    const auto part = pattern.substr(0, next);
    const auto found = text.find(part);
    if (found == std::string_view::npos) return false;
    text.remove_prefix(found + part.size());
    pattern.remove_prefix(next + 1);
  }
  return text.ends_with(pattern);
}

}  // namespace sudui::text
