// Companies for the shipped rules: the shipped ones, and as many more as wanted, mixed from these.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <sudui/sudui.hpp>

namespace sudui::tests {

/// What the environment says of a test's size.
inline int wanted(const char* variable, int usual) {
  const auto* said = std::getenv(variable);
  return said == nullptr ? usual : std::atoi(said);
}

inline std::vector<profile> shipped_companies(const rule_set& rules) {
  std::vector<profile> made;
  const auto folder = std::filesystem::path(SUDUI_PROJECT_DIR) / "examples" / "companies";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const auto format =
        file.path().extension() == ".json" ? profile_format::json : profile_format::yaml;
    std::ifstream in(file.path());
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    diagnostics findings;
    made.push_back(read_profile(rules, text, format, findings).value());
  }
  return made;
}

/// A figure itself, or one near it, at times larger or smaller by far.
inline value moved(const value& held, std::mt19937& random) {
  const auto* number = held.get_if<decimal>();
  if (number == nullptr || random() % 2 == 0) return held;
  const auto hundredths = decimal::scaled(static_cast<std::int64_t>(random() % 400), -2);
  const auto next = decimal::scaled(random() % 2 == 0 ? 1 : -1, 0);
  const auto made = random() % 3 == 0 ? add(*number, next) : multiply(*number, hundredths);
  return made && *made >= decimal(0) ? value(*made) : held;
}

/// Fields of all companies mixed, some left out, some null.
inline profile mixed(const std::vector<profile>& whole, std::mt19937& random) {
  profile made;
  for (const auto& from : whole) {
    for (const auto& each : from.entries()) {
      if (random() % 3 != 0) continue;
      made.set(each.name, random() % 20 == 0 ? value::null() : moved(each.held, random));
    }
  }
  return made;
}

inline std::string given_in(const profile& company) {
  std::string given;
  for (const auto& each : company.entries())
    given += each.name + ": " + to_string(each.held) + "\n";
  return given;
}

}  // namespace sudui::tests
