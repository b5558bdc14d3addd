#pragma once

#include <map>
#include <string>
#include <string_view>

namespace backend {

/// Path and query of a request target, percent signs resolved. False for anything but an absolute
/// path of valid UTF-8 without control characters, `//`, `.` or `..`, and for a name given twice.
[[nodiscard]] bool split_target(std::string_view target, std::string& path,
                                std::map<std::string, std::string>& query);

}  // namespace backend
