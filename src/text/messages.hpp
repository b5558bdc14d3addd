#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <sudui/diagnostic.hpp>

namespace sudui::text {

/// Every message sudui can report about a text, one enumerator a line of `messages.def`.
enum class message : std::uint16_t {
#define SUDUI_MESSAGE(name, level, en, zh, help_en, help_zh) name,
#include "text/messages.def"
#undef SUDUI_MESSAGE
};

/// One line of the catalogue. `{0}`, `{1}` in the texts stand for the arguments.
struct message_entry {
  std::string_view code;  // the name with dashes: `unknown-key`
  severity level;
  std::string_view en, zh, help_en, help_zh;
};

[[nodiscard]] const message_entry& entry_of(message which) noexcept;
[[nodiscard]] std::size_t message_count() noexcept;

}  // namespace sudui::text
