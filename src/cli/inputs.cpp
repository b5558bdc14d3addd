// Which files hold profiles, and in which format. Files in a folder that are no profiles by their
// name are passed over; a file that is named must have a format.
//
// Tested by tests/unit/cli/inputs_test.cpp.
#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace sudui::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, profile_format>, 6> endings = {
    {{"json", profile_format::json},
     {"yaml", profile_format::yaml},
     {"yml", profile_format::yaml},
     {"ndjson", profile_format::ndjson},
     {"jsonl", profile_format::ndjson},
     {"csv", profile_format::csv}}};

std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.is_regular_file(ignored) && format_of(entry.path().string())) {
      found.push_back(entry.path().string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::optional<profile_format> format_named(std::string_view word) {
  const auto* found = std::find_if(endings.begin(), endings.end(),
                                   [&](const auto& each) { return each.first == word; });
  if (found == endings.end()) return std::nullopt;
  return found->second;
}

std::optional<profile_format> format_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::nullopt : format_named(path.substr(dot + 1));
}

std::vector<input> list_inputs(const std::vector<std::string>& paths, std::string_view forced,
                               std::optional<input_flaw>& flaw) {
  std::vector<input> all;
  std::error_code ignored;
  const auto asked = format_named(forced);
  for (const std::string& path : paths) {
    if (path == "-") {
      all.push_back({path, asked.value_or(profile_format::ndjson)});
    } else if (fs::is_directory(path, ignored)) {
      for (const std::string& each : files_in(path)) {
        all.push_back({each, asked.value_or(*format_of(each))});
      }
    } else if (!fs::exists(path, ignored)) {
      flaw = {path, false};
    } else if (const auto format = asked ? asked : format_of(path)) {
      all.push_back({path, *format});
    } else {
      flaw = {path, true};
    }
    if (flaw) break;
  }
  return all;
}

}  // namespace sudui::cli
