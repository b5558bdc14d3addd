// A text read as YAML or JSON, kept together with what was found.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/json.hpp"
#include "syntax/yaml.hpp"
#include "text/sink.hpp"

namespace sudui::tests {

struct reading {
  text::sources files;
  text::sink out;
  std::vector<text::tree> documents;

  /// The source bytes of a place.
  [[nodiscard]] std::string source_of(text::span where) const {
    return std::string(files[0].bytes().substr(where.begin, where.end - where.begin));
  }
  [[nodiscard]] std::string source_of(const text::tree& what) const {
    return source_of(what.where);
  }
  /// The source of a part of a scalar's text.
  [[nodiscard]] std::string source_of(const text::tree& scalar, std::string_view part) const {
    const auto begin = static_cast<std::uint32_t>(scalar.text().find(part));
    return source_of(scalar.scalar.where(begin, begin + static_cast<std::uint32_t>(part.size())));
  }
  /// All findings in English, a blank line between two.
  [[nodiscard]] std::string findings() const {
    std::string all;
    for (const diagnostic& each : out.render(files)) {
      all += (all.empty() ? "" : "\n") + to_text(each, language::en);
    }
    return all;
  }
  /// The codes and places, such as `yaml-tab 2:1`, divided by commas.
  [[nodiscard]] std::string codes() const {
    std::string all;
    for (const diagnostic& each : out.render(files)) {
      all += (all.empty() ? "" : ", ") + each.code + " " + std::to_string(each.where.line) + ":" +
             std::to_string(each.where.column);
    }
    return all;
  }
};

inline reading yaml(std::string_view bytes, const syntax::limits& most = {}) {
  reading made;
  made.files.add("t", std::string(bytes));
  made.documents = syntax::read_yaml(made.files, 0, made.out, most);
  return made;
}

inline reading json(std::string_view bytes, const syntax::limits& most = {}) {
  reading made;
  made.files.add("t", std::string(bytes));
  made.documents.resize(1);
  const std::string_view kept = made.files[0].bytes();
  if (!syntax::read_json(kept, 0, made.documents[0], made.out, most)) made.documents.clear();
  return made;
}

}  // namespace sudui::tests
