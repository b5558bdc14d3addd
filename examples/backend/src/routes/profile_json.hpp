#pragma once

// JSON with exact figures. A JSON library that makes binary floats of numbers would change money,
// so bodies are cut into the raw texts of their members, and the library reads these.

#include <map>
#include <string>
#include <string_view>

#include <sudui/sudui.hpp>

namespace backend {

/// Members of a JSON object by name, each as written. Throws refused with 400 for what is no JSON
/// object, is deeper than 32, or names a member twice.
[[nodiscard]] std::map<std::string, std::string, std::less<>> members_of(std::string_view object);
/// A member that is a JSON string; throws refused with 400 for any other.
[[nodiscard]] std::string text_of(std::string_view raw, std::string_view member);

[[nodiscard]] std::string to_json(const sudui::diagnostics& findings);

}  // namespace backend
