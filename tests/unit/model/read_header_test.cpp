#include "model/read_header.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

TEST_CASE("a header names the rule set and the holders of data", "[model][read_header]") {
  fragment from(
      "rule_set: changzhou\ntitle: {zh: 常州, en: Changzhou}\nversion: \"2026.10\"\nlanguage: 1\n"
      "holders:\n  TAX: {zh: 税务, en: tax bureau}\n  SELF: the company\n");
  const header read = read_header(from.tree(), from.in());
  CHECK(read.id.text == "changzhou");
  CHECK(read.title == localized{"常州", "Changzhou"});
  CHECK(read.version == "2026.10");
  REQUIRE(read.holders.size() == 2);
  CHECK(read.holders[0].code == "TAX");
  CHECK(read.holders[0].label.en == "tax bureau");
  CHECK(read.holders[1].label == localized{"the company", "the company"});
  CHECK(from.found().empty());
}

TEST_CASE("the language is ours when nothing is said", "[model][read_header]") {
  fragment from("{rule_set: a, title: T, version: 1}");
  CHECK(read_header(from.tree(), from.in()).language == language_version);
  CHECK(from.found().empty());
}

TEST_CASE("a later language is refused, an earlier one is not", "[model][read_header]") {
  fragment later("{rule_set: a, title: T, version: 1, language: 2}");
  CHECK(read_header(later.tree(), later.in()).language == 2);
  CHECK(later.found() == codes{"newer-language"});
  fragment earlier("{rule_set: a, title: T, version: 1, language: 0}");
  CHECK(read_header(earlier.tree(), earlier.in()).language == 0);
  CHECK(earlier.found().empty());
}

TEST_CASE("title and version are required", "[model][read_header]") {
  fragment from("{rule_set: a}");
  static_cast<void>(read_header(from.tree(), from.in()));
  CHECK(from.found() == codes{"missing-key", "missing-key"});
}
