// Which tables this processor runs, and which of them comes first: the fastest, unless the variable
// SUDUI_KERNELS names another one, so that a whole program can be run with each. A name that does
// not run here is passed over; the command line says so instead.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "kernels/avx2.hpp"
#include "kernels/avx512.hpp"
#include "kernels/neon.hpp"
#include "kernels/single.hpp"

namespace sudui::kernels {
namespace {
struct choice {
  std::array<const table*, 4> tables{};
  std::size_t count = 0;
};

std::string_view named() noexcept {
  const char* name = std::getenv("SUDUI_KERNELS");  // NOLINT(concurrency-mt-unsafe): never set here
  return name == nullptr ? std::string_view{} : name;
}

choice choose() noexcept {
  choice made;
  for (const auto* wide : {avx512(), avx2(), neon()}) {
    if (wide != nullptr) made.tables[made.count++] = wide;
  }
  made.tables[made.count++] = &portable();
  const auto begin = made.tables.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(made.count);
  const auto wanted =
      std::find_if(begin, end, [name = named()](const auto* each) { return each->name == name; });
  if (wanted != end) std::rotate(begin, wanted, wanted + 1);
  return made;
}

const single_table& choose_single() noexcept {
  const std::array tables{avx512_single(), avx2_single(), &portable_single()};
  for (const auto* each : tables) {
    if (each != nullptr && each->name == named()) return *each;
  }
  return **std::find_if(tables.begin(), tables.end(),
                        [](const auto* each) { return each != nullptr; });
}
}  // namespace

std::span<const table* const> usable() noexcept {
  static const choice made = choose();
  return {made.tables.data(), made.count};
}

const single_table& fastest_single() noexcept {
  static const single_table& made = choose_single();
  return made;
}

}  // namespace sudui::kernels
