// YAML texts in memory for the tests of this folder: a fragment as a tree, or documents as a model.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/from_yaml.hpp"
#include "syntax/yaml.hpp"

namespace sudui::tests {

using codes = std::vector<std::string>;

inline codes codes_of(const text::sink& out, const text::sources& files) {
  codes all;
  for (const diagnostic& each : out.render(files)) all.push_back(each.code);
  return all;
}

/// One YAML value with what its readers find. Readers keep references, so it does not move.
class fragment {
 public:
  explicit fragment(std::string yaml) {
    files_.add("fragment.yaml", std::move(yaml));
    documents_ = syntax::read_yaml(files_, 0, out_);
    if (documents_.empty()) documents_.emplace_back();
  }
  fragment(const fragment&) = delete;
  fragment& operator=(const fragment&) = delete;

  [[nodiscard]] const text::tree& tree() const { return documents_.front(); }
  [[nodiscard]] const model::reading& in() const { return in_; }
  [[nodiscard]] codes found() const { return codes_of(out_, files_); }
  [[nodiscard]] std::string at(text::span where) const {
    return std::string(files_[where.file].bytes().substr(where.begin, where.end - where.begin));
  }

 private:
  text::sources files_;
  text::sink out_;
  std::vector<text::tree> documents_;
  model::reading in_{files_, out_, {}};
};

/// A rule set of the documents in `text`, behind a header that declares the holder SELF.
struct loaded {
  text::sources files;
  text::sink out;
  model::rule_set rules;
  [[nodiscard]] codes found() const { return codes_of(out, files); }
};

inline loaded load(const std::string& text, const model::read_limits& limits = {}) {
  static const std::string header =
      "rule_set: demo\ntitle: Demo\nversion: 1.0\nholders: {SELF: the company}\n---\n";
  loaded made;
  made.files.add("demo.yaml", header + text);
  made.rules = model::from_yaml(made.files, made.out, limits);
  return made;
}

/// A policy around the lines given, with a source `doc` and, unless they say so, one clause and a
/// right.
inline std::string policy_with(const std::string& lines) {
  std::string text =
      "policy: demo/one\ntitle: One\nlevel: city\nsources:\n"
      "  doc: {document: Doc 1, clause: Article 3, status: verified-text}\n" +
      lines;
  if (lines.find("clauses:") == std::string::npos) {
    text += "\nclauses: [{clause: a, zh: A, en: A, require: true, cite: doc}]";
  }
  if (lines.find("benefit") == std::string::npos) {
    text += "\nbenefit: {kind: right, zh: R, en: R, cite: doc}";
  }
  return text + "\n";
}

}  // namespace sudui::tests
