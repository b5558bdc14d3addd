#pragma once

#include "kernels/kernels.hpp"

namespace sudui::kernels {

/// Null where the compiler's target is not 64-bit Arm.
[[nodiscard]] const table* neon() noexcept;

}  // namespace sudui::kernels
