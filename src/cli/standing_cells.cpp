// Tested by tests/cli/groups.sh.
#include "cli/standing_cells.hpp"

#include "report/json_standing.hpp"

namespace sudui::cli {
namespace {

std::string text_of(const amount& how_much) {
  const auto end = [](const std::optional<decimal>& held) {
    return held ? held->to_fixed(2) : std::string();
  };
  if (how_much.is == amount::state::exact) return end(how_much.low);
  if (how_much.is == amount::state::none || how_much.is == amount::state::null) return {};
  return end(how_much.low) + ".." + end(how_much.high);
}

}  // namespace

std::string standing_cells(const benefit& which, const amount& granted,
                           std::span<const group_effect> effects) {
  const auto held = standing_of(which, granted, effects);
  if (!held.is_said) return std::string(no_standing_cells);
  std::string made = ",";
  made += report::key_of(held.standing);
  made += ',';
  if (held.by != nullptr) made += held.by->id;
  made += ',';
  return made + text_of(held.left);
}

}  // namespace sudui::cli
