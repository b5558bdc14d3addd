// Where a rule stands in the law. A policy lists its sources once and its clauses cite them by key;
// elsewhere a citation is written out. The place of a citation is the place that cites.
//
// Tested by tests/unit/model/read_citation_test.cpp.
#include "model/read_citation.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "model/names.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// `key` is that of `sources`, empty for one that is written in place.
citation read_citation(const tree& from, std::string_view what, std::string_view key,
                       const reading& in) {
  mapping_reader keys(from, what, in);
  legal_source read;
  read.key = key;
  read.document = keys.required_name("document").text;
  read.clause = keys.text_of("clause");
  read.url = keys.text_of("url");
  read.note = keys.text_of("note");
  if (keys.require("status") != nullptr) {
    read.status = keys.word("status", source_status::general_knowledge);
  }
  keys.finish();
  return {std::make_shared<const legal_source>(std::move(read)), from.where};
}

// A citation by key shares the source, with the place that cites; a key that is not there counts as
// cited, so that one slip is one message.
citation find_source(const tree& key, std::span<const citation> sources, const reading& in) {
  const auto found = std::find_if(sources.begin(), sources.end(), [&](const citation& each) {
    return each.source().key == key.text();
  });
  if (found != sources.end()) return found->at(key.where);
  std::vector<std::string_view> known;
  for (const citation& each : sources) known.push_back(each.source().key);
  if (known.empty()) {
    in.report(message::no_sources, key.where, {std::string(key.text())});
  } else {
    in.report(message::unknown_source, key.where,
              {std::string(key.text()), suggest(key.text(), known)});
  }
  legal_source unresolved;
  unresolved.document = std::string(key.text());  // cited, if wrongly: no second complaint
  return {std::make_shared<const legal_source>(std::move(unresolved)), key.where};
}

std::string words_of(const cited& what) {
  const std::string id = what.id == nullptr ? "" : " `" + what.id->text + "`";
  return text::both(std::string(what.zh) + id, std::string(what.en) + id);
}

}  // namespace

std::vector<citation> read_sources(const tree& from, const reading& in) {
  std::vector<citation> all;
  if (!has_shape(from, tree::kind::mapping, "sources", in)) return all;
  for (const tree::entry& each : from.entries) {
    check_word_id({each.key, each.key_where}, in);
    all.push_back(read_citation(each.value, each.key, each.key, in));
  }
  return all;
}

citation cite_of(mapping_reader& keys, const cite_scope& scope) {
  const tree* found = keys.get("cite");
  if (found == nullptr) return scope.inherited;
  if (found->is_scalar()) return find_source(*found, scope.sources, keys.in());
  return read_citation(*found, "cite", {}, keys.in());
}

citation require_cite(mapping_reader& keys, const cite_scope& scope, const cited& what) {
  citation read = cite_of(keys, scope);
  if (!keys.has("cite") && !read.is_given() && keys.tree().is_mapping()) {
    keys.in().report(message::missing_citation, keys.place(), {words_of(what)});
  }
  return read;
}

}  // namespace sudui::model
