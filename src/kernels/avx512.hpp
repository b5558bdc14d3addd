#pragma once

#include "kernels/kernels.hpp"

namespace sudui::kernels {

/// Null where the processor, or the compiler's target, has no AVX-512 with VBMI and VBMI2.
[[nodiscard]] const table* avx512() noexcept;

}  // namespace sudui::kernels
