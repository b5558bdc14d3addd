// expect: (no matching|no viable|could not convert|no known conversion)
// 0.07 has no exact binary form: amounts enter as whole numbers, decimals or text.
#include <sudui/sudui.hpp>

sudui::value growth() {
#ifdef VALID
  return sudui::value(*sudui::decimal::parse("0.07"));
#else
  return sudui::value(0.07);
#endif
}
