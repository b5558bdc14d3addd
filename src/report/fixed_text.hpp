#pragma once

#include <string>

#include <sudui/decimal.hpp>

namespace sudui::report {

/// Appends what `decimal::to_fixed` says, without a string in between.
void append_fixed(std::string& out, const decimal& what, int places);

}  // namespace sudui::report
