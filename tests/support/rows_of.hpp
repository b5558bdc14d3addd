// Columns have room for more rows than they hold.
#pragma once

#include <cstddef>
#include <vector>

namespace sudui::tests {

/// The values of the first rows.
template <class Values>
std::vector<typename Values::value_type> rows_of(const Values& all, std::size_t rows) {
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rows)};
}

}  // namespace sudui::tests
