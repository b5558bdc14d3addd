// Conditions multiplied out: (a and b) or c is (a or c) and (b or c). Kleene's logic without null
// is a lattice in each of its two sets (true; true or unknown), so this is exact there; what null
// does inside an `and` is not, and whoever multiplies out notes which atoms must not be null.
//
// Conditions of policies are nearly flat, so products stay small; a bound cuts off the others.
//
// Tested by tests/unit/tables/literals_test.cpp.

#include "tables/literals.hpp"

#include <algorithm>
#include <utility>

namespace sudui::tables {

namespace {
constexpr std::size_t most_factors = 24;  // of one product
}

outcomes outcomes_of(const literal& what, columns::state held) noexcept {
  switch (held) {
    case columns::state::no:
      return {what.negated, what.negated};
    case columns::state::yes:
      return {!what.negated, !what.negated};
    case columns::state::unknown:
      return {false, true};
    case columns::state::null:
      break;
  }
  return {what.null_holds, what.null_holds};
}

conjunction all_of(conjunction a, conjunction b) {
  for (auto& each : b) {
    if (std::find(a.begin(), a.end(), each) == a.end()) a.push_back(std::move(each));
  }
  return a;
}

std::optional<conjunction> any_of(const conjunction& a, const conjunction& b) {
  if (a.size() * b.size() > most_factors) return std::nullopt;
  conjunction made;
  for (const auto& left : a) {
    for (const auto& right : b) {
      auto joined = left;
      for (const auto& each : right) {
        if (std::find(joined.begin(), joined.end(), each) == joined.end()) joined.push_back(each);
      }
      made.push_back(std::move(joined));
    }
  }
  return made;
}

}  // namespace sudui::tables
