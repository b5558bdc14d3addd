// Every mistake of a rule author has a file in tests/data/rules/bad with the exact diagnostics
// beside it. Each is read together with prelude.yaml, as one folder would be, unless it begins with
// a `rule_set:` of its own. With SUDUI_APPROVE=1 in the environment the expected texts are written
// anew; the difference is then read by a person.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <sudui/rule_set.hpp>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace sudui;

const fs::path folder = fs::path(SUDUI_TEST_DATA) / "rules";
const fs::path prelude = folder / "prelude.yaml";

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> bad_files() {
  std::vector<fs::path> found;
  for (const auto& each : fs::directory_iterator(folder / "bad")) {
    if (each.path().extension() == ".yaml") found.push_back(each.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// What loading says about a file and, where it needs it, the prelude.
diagnostics findings_of(const fs::path& path) {
  const std::string bytes = bytes_of(path);
  std::vector<source_text> texts;
  if (!bytes.starts_with("rule_set:")) texts.push_back({"prelude.yaml", bytes_of(prelude)});
  texts.push_back({path.filename().string(), bytes});
  const auto loaded = load(texts);
  return loaded ? loaded->warnings() : loaded.error().details;
}

std::string text_of(const diagnostics& all, language which) {
  std::string text;
  for (const diagnostic& each : all) {
    text += to_text(each, which);
    if (!text.ends_with('\n')) text += '\n';
  }
  return text;
}

void approve(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("every mistake is reported in exactly these words at exactly this place",
          "[data][bad_rules]") {
  const bool approving = std::getenv("SUDUI_APPROVE") != nullptr;
  for (const fs::path& path : bad_files()) {
    const fs::path expected = fs::path(path).replace_extension(".expected");
    const std::string text = text_of(findings_of(path), language::en);
    if (approving) approve(expected, text);
    INFO(path.filename().string());
    CHECK(!text.empty());
    CHECK(text == bytes_of(expected));
  }
}

TEST_CASE("the file that all mistakes are read with has none itself", "[data][bad_rules]") {
  const std::vector<source_text> texts = {{"prelude.yaml", bytes_of(prelude)}};
  const auto loaded = load(texts);
  REQUIRE(loaded.has_value());
  CHECK(loaded->warnings().empty());
}

TEST_CASE("every mistake is told in Chinese too, and no placeholder is left open",
          "[data][bad_rules]") {
  for (const fs::path& path : bad_files()) {
    for (const diagnostic& each : findings_of(path)) {
      INFO(path.filename().string() << " " << each.code);
      CHECK(each.message.zh != each.message.en);
      for (const std::string* text :
           {&each.message.zh, &each.message.en, &each.help.zh, &each.help.en}) {
        CHECK(text->find("{0}") == std::string::npos);
        CHECK(text->find('\x1f') == std::string::npos);
      }
    }
  }
}

TEST_CASE("at least sixty different mistakes are told apart", "[data][bad_rules]") {
  std::set<std::string> codes;
  for (const fs::path& path : bad_files()) {
    for (const diagnostic& each : findings_of(path)) {
      codes.insert(each.code);
    }
  }
  CHECK(bad_files().size() >= 60);
  CHECK(codes.size() >= 40);
}

TEST_CASE("every message about types has its mistake here", "[data][bad_rules]") {
  std::set<std::string> open;
#define SUDUI_MESSAGE(name, level, en, zh, help_en, help_zh) open.insert(#name);
#include "text/messages_types.def"
#undef SUDUI_MESSAGE
  for (const fs::path& path : bad_files()) {
    for (diagnostic& each : findings_of(path)) {
      std::replace(each.code.begin(), each.code.end(), '-', '_');
      open.erase(each.code);
    }
  }
  CHECK(open == std::set<std::string>{});
}

TEST_CASE("no expected text stands without its mistake", "[data][bad_rules]") {
  for (const auto& each : fs::directory_iterator(folder / "bad")) {
    if (each.path().extension() != ".expected") continue;
    INFO(each.path().filename().string());
    CHECK(fs::exists(fs::path(each.path()).replace_extension(".yaml")));
  }
}
