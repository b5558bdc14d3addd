#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sudui::ingest {

/// Six digits, as GB/T 2260 writes a province, a city or a district.
[[nodiscard]] bool is_division_code(std::string_view code) noexcept;

enum class industry_flaw : std::uint8_t { none, shape, letter };

/// A code of GB/T 4754: a letter A to T and up to four digits, of which the first two fix the
/// letter.
[[nodiscard]] industry_flaw flaw_of_industry_code(std::string_view code) noexcept;

/// The letter that the first two digits of an industry code belong to; nullopt for numbers not in
/// use.
[[nodiscard]] std::optional<char> industry_letter(std::string_view digits) noexcept;

}  // namespace sudui::ingest
