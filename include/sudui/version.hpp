#pragma once

/// The library's version. The rule language has its own: see `sudui::rule_language`.
#define SUDUI_VERSION_MAJOR 0
#define SUDUI_VERSION_MINOR 1
#define SUDUI_VERSION_PATCH 0
#define SUDUI_VERSION "0.1.0"

namespace sudui {
inline namespace v1 {

/// Version of the rule language this library reads; a rule set may ask for it with `language: 1`.
inline constexpr int rule_language = 1;

}  // namespace v1
}  // namespace sudui
