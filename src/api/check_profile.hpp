#pragma once

#include <sudui/diagnostic.hpp>
#include <sudui/profile.hpp>

#include "types/schema.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// Names that are no fields, and values that are not of their field's type.
[[nodiscard]] diagnostics check_profile(const profile& company, const types::schema& dictionary);

}  // namespace api
}  // namespace v1
}  // namespace sudui
