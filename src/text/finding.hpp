#pragma once

#include <compare>
#include <string>
#include <vector>

#include "text/messages.hpp"
#include "text/span.hpp"

namespace sudui::text {

/// One message of the catalogue at a place, with its arguments, not yet in any language.
struct finding {
  message what;
  span where;
  std::vector<std::string> args;

  friend auto operator<=>(const finding&, const finding&) = default;
};

}  // namespace sudui::text
