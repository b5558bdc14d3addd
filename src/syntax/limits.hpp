#pragma once

#include <cstddef>

namespace sudui::syntax {

/// What a reader accepts before it stops with a diagnostic. The defaults are far above what people
/// write and far below what hurts: reading takes memory of some 200 bytes a value.
struct limits {
  std::size_t bytes = std::size_t{16} << 20U;  // of one file, and of all texts aliases repeat
  std::size_t depth = 64;                      // of lists and mappings in each other
  std::size_t nodes = 1'000'000;               // values of one text, aliases expanded
};

}  // namespace sudui::syntax
