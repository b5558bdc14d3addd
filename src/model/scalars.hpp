#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/value.hpp>

#include "model/reading.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

// One value each, out of the tree below `key`. What is not of the kind is reported, with the key's
// name, and yields nothing.

[[nodiscard]] name read_name(const text::tree& from, std::string_view key, const reading& in);
/// One scalar or a list of them.
[[nodiscard]] std::vector<name> read_names(const text::tree& from, std::string_view key,
                                           const reading& in);
[[nodiscard]] std::optional<bool> read_flag(const text::tree& from, std::string_view key,
                                            const reading& in);
[[nodiscard]] std::optional<date> read_day(const text::tree& from, std::string_view key,
                                           const reading& in);
/// A year of four digits.
[[nodiscard]] std::optional<std::int32_t> read_year(const text::tree& from, std::string_view key,
                                                    const reading& in);
[[nodiscard]] std::optional<std::int32_t> read_whole(const text::tree& from, std::string_view key,
                                                     const reading& in);
/// An exact number; the endings of formulas, as in `300万`, `2亿`, `5%`, are understood.
[[nodiscard]] std::optional<decimal> read_number(const text::tree& from, std::string_view key,
                                                 const reading& in);
[[nodiscard]] std::optional<decimal> parse_number(std::string_view text);

/// A text for people: `{zh: ..., en: ...}`, or one string that serves both.
[[nodiscard]] localized read_localized(const text::tree& from, std::string_view key,
                                       const reading& in);

}  // namespace sudui::model
