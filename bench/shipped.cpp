#include "shipped.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sudui::bench {
namespace {

/// The files below a folder of the project whose names end so, by path.
std::vector<source_text> read(const char* folder, const char* extension) {
  std::vector<source_text> texts;
  const auto root = std::filesystem::path(SUDUI_PROJECT_DIR) / folder;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != extension) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    texts.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}});
  }
  std::sort(texts.begin(), texts.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return texts;
}

}  // namespace

std::vector<source_text> rule_texts() { return read("rules", ".yaml"); }

std::vector<profile> companies(const rule_set& rules) {
  std::vector<profile> found;
  for (const auto& file : read("examples/companies", ".json")) {
    diagnostics findings;
    found.push_back(
        read_profile(rules, file.text, profile_format::json, findings, file.name).value());
  }
  if (found.empty()) throw std::runtime_error("no example company was found");
  return found;
}

}  // namespace sudui::bench
