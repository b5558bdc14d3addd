// Which tables this processor runs. The library reads no environment: who wants a certain table
// passes it (tests run each).

#include <array>

#include "kernels/avx2.hpp"
#include "kernels/avx512.hpp"
#include "kernels/neon.hpp"

namespace sudui::kernels {
namespace {
struct choice {
  std::array<const table*, 4> tables{};
  std::size_t count = 0;
};

choice choose() noexcept {
  choice made;
  for (const auto* wide : {avx512(), avx2(), neon()}) {
    if (wide != nullptr) made.tables[made.count++] = wide;
  }
  made.tables[made.count++] = &portable();
  return made;
}
}  // namespace

std::span<const table* const> usable() noexcept {
  static const choice made = choose();
  return {made.tables.data(), made.count};
}

}  // namespace sudui::kernels
