// Groups in a line, over the policies of `rules.hpp`, and what came of them as a text.
#pragma once

#include <string>
#include <string_view>

#include "support/rules.hpp"

namespace sudui::tests {

/// A group with the lines given, such as `rule: highest` and `members: [demo/a, demo/b]`.
inline std::string group_text(std::string_view id, std::string_view lines) {
  std::string made = "group: " + std::string(id) +
                     "\ntitle: {zh: 政策组, en: a group}\n"
                     "cite: {document: 文件第2号, status: verified-text}\n";
  return made.append(lines).append("\n");
}

inline std::string range_text(const amount& from) {
  const auto end = [](const std::optional<decimal>& held) {
    return held ? held->to_string() : std::string("?");
  };
  return from.low == from.high ? end(from.low) : end(from.low) + ".." + end(from.high);
}

/// `demo/a displaced by demo/b 0; demo/b kept 5`: effects of all policies.
inline std::string effects_text(std::span<const group_effect> effects) {
  std::string made;
  for (const auto& each : effects) {
    if (!made.empty()) made += ", ";
    made += each.standing == standing::kept   ? "kept"
            : each.standing == standing::open ? "open"
                                              : "displaced";
    if (each.by != nullptr) made += " by " + each.by->id;
    made += " " + range_text(each.paid);
  }
  return made;
}

inline std::string standings_text(const decisions& made) {
  std::string text;
  for (const auto& each : made.all()) {
    if (each.effects.empty()) continue;
    if (!text.empty()) text += "; ";
    text += each.of->id + " " + effects_text(each.effects);
  }
  return text;
}

inline std::string totals_text(const decisions& made) {
  std::string text;
  for (const auto& each : made.groups()) {
    if (!text.empty()) text += "; ";
    text += each.of->id + " " + range_text(each.total);
  }
  return text;
}

}  // namespace sudui::tests
