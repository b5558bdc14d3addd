#include "model/read_citation.hpp"

#include <memory>

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

citation named(const char* key, const char* document) {
  legal_source made;
  made.key = key;
  made.document = document;
  return {std::make_shared<const legal_source>(std::move(made)), {}};
}

citation cite_in(const fragment& from, const cite_scope& scope) {
  mapping_reader keys(from.tree(), "clauses", from.in());
  return require_cite(keys, scope, {"它", "it"});
}

}  // namespace

TEST_CASE("sources are read with their keys", "[model][read_citation]") {
  fragment from(
      "mag: {document: D, clause: p. 32, status: seed-only, url: u, note: n}\n"
      "cap: {document: E, status: verified-secondary}");
  const auto all = read_sources(from.tree(), from.in());
  REQUIRE(all.size() == 2);
  CHECK(all[0].source().key == "mag");
  CHECK(all[0].source().clause == "p. 32");
  CHECK(all[0].source().url == "u");
  CHECK(all[0].source().note == "n");
  CHECK(all[0].source().status == source_status::seed_only);
  CHECK(all[1].source().status == source_status::verified_secondary);
  CHECK(from.found().empty());
}

TEST_CASE("a citation by key is the source at the place that cites", "[model][read_citation]") {
  fragment from("{cite: mag}");
  const std::vector<citation> sources = {named("mag", "D")};
  const citation read = cite_in(from, {sources, {}});
  CHECK(read.source().document == "D");
  CHECK(from.at(read.where) == "mag");
  CHECK(from.found().empty());
}

TEST_CASE("an unknown key is reported and not as a missing citation too",
          "[model][read_citation]") {
  fragment from("{cite: mgg}");
  const std::vector<citation> sources = {named("mag", "D")};
  CHECK(cite_in(from, {sources, {}}).is_given());
  CHECK(from.found() == codes{"unknown-source"});
}

TEST_CASE("a key where there are no sources is told apart", "[model][read_citation]") {
  fragment from("{cite: mag}");
  CHECK(cite_in(from, {}).is_given());
  CHECK(from.found() == codes{"no-sources"});
}

TEST_CASE("without a citation of its own the one around holds", "[model][read_citation]") {
  fragment from("{a: 1}");
  CHECK(cite_in(from, {{}, named("", "D")}).source().document == "D");
  CHECK(from.found().empty());
  CHECK_FALSE(cite_in(from, {}).is_given());
  CHECK(from.found() == codes{"missing-citation"});
}

TEST_CASE("a citation written out says its document and status", "[model][read_citation]") {
  fragment full("{cite: {document: D, status: general-knowledge}}");
  CHECK(cite_in(full, {}).source().document == "D");
  CHECK(full.found().empty());
  fragment bare("{cite: {clause: Article 1}}");
  CHECK_FALSE(cite_in(bare, {}).is_given());
  CHECK(bare.found() == codes{"missing-key", "missing-key"});
}
