#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sudui::ingest {

enum class code_flaw : std::uint8_t { none, length, character, check_digit };

/// Whether a text is a unified social credit code of GB 32100-2015. Lower case is a wrong
/// character.
[[nodiscard]] code_flaw flaw_of_credit_code(std::string_view code) noexcept;

/// The check character that belongs to the first 17 characters; nullopt where one of them is not of
/// the alphabet or they are not 17.
[[nodiscard]] std::optional<char> credit_check_character(std::string_view first) noexcept;

}  // namespace sudui::ingest
