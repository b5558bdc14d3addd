#pragma once

#include <cstdint>
#include <string_view>

#include <sudui/decimal.hpp>

namespace sudui::ingest {

enum class number_flaw : std::uint8_t { none, not_a_number, separators, too_long };

struct read_number {
  decimal value;
  number_flaw flaw = number_flaw::none;
};

/// Reads `-12.50`, `1e3`. With `suffixes` also `5000万`, `2亿` and `5%`, which are exact.
[[nodiscard]] read_number number_of(std::string_view text, bool suffixes);

}  // namespace sudui::ingest
