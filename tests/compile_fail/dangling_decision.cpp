// expect: deleted
// One decision is a view into all of them, which here live no longer than the line.
#include <sudui/sudui.hpp>

bool is_known(const sudui::matcher& matcher, const sudui::profile& company) {
#ifdef VALID
  const auto decisions = matcher.match(company);
  const auto* one = decisions.find("national/small-low-profit");
#else
  const auto* one = matcher.match(company).find("national/small-low-profit");
#endif
  return one != nullptr;
}
