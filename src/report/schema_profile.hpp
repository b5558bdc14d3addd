#pragma once

#include <span>
#include <string>

#include <sudui/rule_set.hpp>

namespace sudui::report {

/// JSON Schema (2020-12) of a profile with these fields.
[[nodiscard]] std::string profile_schema_of(std::span<const field> fields);

}  // namespace sudui::report
