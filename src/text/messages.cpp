#include "text/messages.hpp"

#include <array>

namespace sudui::text {
namespace {

// `unknown_key` as the enumerator, `unknown-key` as the code users see; made while compiling.
template <std::size_t Size>
struct dashed {
  std::array<char, Size> chars{};
  consteval explicit dashed(const char (&name)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) chars[i] = name[i] == '_' ? '-' : name[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {chars.data(), Size - 1}; }
};

#define SUDUI_MESSAGE(name, level, en, zh, help_en, help_zh) constexpr dashed name##_code(#name);
#include "text/messages.def"
#undef SUDUI_MESSAGE

constexpr message_entry entries[] = {
#define SUDUI_MESSAGE(name, level, en, zh, help_en, help_zh) \
  {name##_code.view(), severity::level, en, zh, help_en, help_zh},
#include "text/messages.def"
#undef SUDUI_MESSAGE
};

}  // namespace

const message_entry& entry_of(message which) noexcept {
  return entries[static_cast<std::size_t>(which)];
}

std::size_t message_count() noexcept { return std::size(entries); }

}  // namespace sudui::text
