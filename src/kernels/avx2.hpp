#pragma once

#include "kernels/kernels.hpp"

namespace sudui::kernels {

/// Null where the processor, or the compiler's target, has no AVX2.
[[nodiscard]] const table* avx2() noexcept;

}  // namespace sudui::kernels
