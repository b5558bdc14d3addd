// The document that names the rule set. A rule set written for a later language is refused here,
// with one message, though the rest of it is read too: its other findings may help all the same.
//
// Tested by tests/unit/model/read_header_test.cpp.
#include "model/read_header.hpp"

#include "model/mapping_reader.hpp"
#include "model/names.hpp"
#include "model/scalars.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// A text, or one with `is:`, which tells whether the holder is a department.
holder read_holder(const tree::entry& from, const reading& in) {
  holder read{from.key, {}, holder_kind::department, from.key_where};
  if (!from.value.is_mapping()) {
    read.label = read_localized(from.value, from.key, in);
    return read;
  }
  mapping_reader keys(from.value, from.key, in);
  read.label = keys.label();
  read.is = keys.word("is", holder_kind::department);
  keys.finish();
  return read;
}

std::vector<holder> read_holders(const tree& from, const reading& in) {
  std::vector<holder> all;
  if (!has_shape(from, tree::kind::mapping, "holders", in)) return all;
  for (const tree::entry& each : from.entries) all.push_back(read_holder(each, in));
  return all;
}

int read_language(mapping_reader& keys) {
  const int language = keys.whole("language").value_or(language_version);
  if (language > language_version) {
    keys.in().report(message::newer_language, keys.get("language")->where,
                     {std::to_string(language), std::to_string(language_version)});
  }
  return language;
}

}  // namespace

header read_header(const tree& from, const reading& in) {
  mapping_reader keys(from, "rule_set", in);
  header read;
  read.id = keys.required_name("rule_set");
  check_path(read.id, in);
  keys.require("title");
  read.title = keys.texts("title");
  read.version = keys.required_name("version").text;
  read.language = read_language(keys);
  if (const tree* holders = keys.get("holders")) read.holders = read_holders(*holders, in);
  keys.finish();
  return read;
}

}  // namespace sudui::model
