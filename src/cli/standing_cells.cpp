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
  return end(how_much.low) + ".." + end(how_much.high);
}

}  // namespace

std::string standing_cells(standing to, std::span<const group_effect> effects) {
  if (effects.empty()) return std::string(no_standing_cells);
  std::string_view by;
  for (const group_effect& each : effects) {
    if (by.empty() && each.by != nullptr && each.standing != standing::kept) by = each.by->id;
  }
  std::string made = ",";
  made += report::key_of(to);
  made += ',';
  made += by;
  made += ',';
  return made + text_of(effects.back().paid);
}

}  // namespace sudui::cli
