// expect: deleted
// The decisions of a temporary die before the loop reads them.
#include <sudui/sudui.hpp>

bool any_eligible(const sudui::matcher& matcher, const sudui::profile& company) {
#ifdef VALID
  const auto decisions = matcher.match(company);
  for (const auto* one : decisions.eligible()) return one != nullptr;
#else
  for (const auto* one : matcher.match(company).eligible()) return one != nullptr;
#endif
  return false;
}
