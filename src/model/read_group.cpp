// How policies live together. A group names a rule, or, where its text leaves the reading open,
// says `ambiguous: true` and names every reading; the two go together, so that nobody makes a guess
// look like the law. Which policies the members are is found once all of them are known (types).
//
// Tested by tests/api/portfolio_test.cpp and the mistakes in tests/data/rules/bad.
#include "model/read_group.hpp"

#include <map>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/names.hpp"
#include "model/read_citation.hpp"
#include "model/read_formula.hpp"
#include "model/scalars.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// `policy#benefit`: that benefit stands in the group, and the policy's others do not.
void cut_benefit(group_member& read) {
  const auto at = read.policy.text.find('#');
  if (at == std::string::npos) return;
  read.benefit = {read.policy.text.substr(at + 1), read.policy.where};
  read.policy.text.resize(at);
  read.is_alone = true;
}

group_member read_member(const tree& from, const reading& in) {
  group_member read;
  read.where = from.where;
  if (from.is_scalar()) {
    read.policy = read_name(from, "members", in);
    cut_benefit(read);
    return read;
  }
  mapping_reader keys(from, "members", in);
  read.policy = keys.name_of("policy");
  read.tag = keys.name_of("tag");
  if (keys.has("level")) read.at = keys.word("level", level::national);
  read.benefit = keys.name_of("benefit");
  if (keys.has("benefit") && read.policy.text.find('#') != std::string::npos) {
    in.report(message::benefit_twice, keys.key_place("benefit"));
  }
  cut_benefit(read);
  read.option = keys.name_of("option");
  if (from.is_mapping() && !keys.has("policy") && !keys.has("tag") && !keys.has("level")) {
    in.report(message::member_without_selector, keys.place());
  }
  keys.finish();
  return read;
}

group_reading read_reading(const tree& from, const reading& in) {
  mapping_reader keys(from, "readings", in);
  group_reading read;
  read.where = from.where;
  read.id = keys.required_name("reading");
  check_word_id(read.id, in);
  keys.require("rule");
  read.rule = keys.word("rule", group_rule::highest);
  read.label = keys.label();
  keys.finish();
  return read;
}

void check_unique(const std::vector<group_reading>& all, const reading& in) {
  std::map<std::string_view, text::span> seen;
  for (const group_reading& each : all) {
    const auto [first, is_new] = seen.emplace(each.id.text, each.id.where);
    if (is_new || each.id.text.empty()) continue;
    in.report(message::duplicate_id, each.id.where,
              {text::both("读法", "reading"), each.id.text, in.place(first->second)});
  }
}

// One rule, or `ambiguous: true` with two readings or more.
void read_rule(mapping_reader& keys, group& into) {
  keys.refuse_both("rule", "readings");
  const bool is_ambiguous = keys.flag("ambiguous");
  if (keys.has("readings")) {
    for (const tree& each : keys.items("readings")) {
      into.readings.push_back(read_reading(each, keys.in()));
    }
    check_unique(into.readings, keys.in());
    if (!is_ambiguous) keys.in().report(message::readings_unmarked, keys.key_place("readings"));
    if (into.readings.size() == 1) {
      keys.in().report(message::one_reading, keys.key_place("readings"));
    }
    return;
  }
  if (is_ambiguous) keys.in().report(message::readings_missing, keys.key_place("ambiguous"));
  group_reading only;
  only.where = keys.tree().where;
  if (!is_ambiguous) keys.require("rule");
  only.rule = keys.word("rule", group_rule::highest);
  into.readings.push_back(std::move(only));
}

bool has_rule(const group& read, group_rule which) {
  for (const group_reading& each : read.readings) {
    if (each.rule == which) return true;
  }
  return false;
}

// A key that the rule does not read would be a promise that nobody keeps.
void check_keys(mapping_reader& keys, const group& read) {
  const auto refuse = [&](std::string_view key, std::string_view rule) {
    if (!keys.has(key)) return;
    keys.in().report(message::key_not_for_rule, keys.key_place(key),
                     {std::string(key), std::string(rule)});
  };
  const bool has_cap = has_rule(read, group_rule::sum_to_cap);
  if (!has_cap) refuse("cap", "sum_to_cap");
  if (has_cap) keys.require("cap");
  if (!has_rule(read, group_rule::exclusive)) refuse("election", "exclusive");
  if (read.per != group_scope::item) return;
  const bool chooses = has_rule(read, group_rule::highest) || has_rule(read, group_rule::exclusive);
  if (!chooses || read.readings.size() > 1 || keys.has("paid") || keys.has("election")) {
    keys.in().report(message::item_group_shape, keys.key_place("scope"));
  }
}

void read_scope(mapping_reader& keys, group& into) {
  const tree* found = keys.get("scope");
  if (found == nullptr) return;
  mapping_reader scope(*found, "scope", keys.in());
  into.matter = scope.texts("matter");
  into.per = scope.word("per", group_scope::year);
  scope.finish();
}

}  // namespace

group read_group(const tree& from, const reading& in) {
  mapping_reader keys(from, "group", in);
  group read;
  read.where = from.where;
  read.id = keys.required_name("group");
  check_path(read.id, in);
  keys.require("title");
  read.title = keys.texts("title");
  read_scope(keys, read);
  read_rule(keys, read);
  keys.require("members");
  for (const tree& each : keys.items("members")) read.members.push_back(read_member(each, in));
  if (keys.has("measure")) read.measure = keys.word("measure", benefit_kind::cash);
  read.cap = formula_of(keys, "cap");
  read.paid = formula_of(keys, "paid");
  read.election = formula_of(keys, "election");
  read.cite = require_cite(keys, {}, {"政策组", "the group"});
  read.note = keys.texts("note");
  check_keys(keys, read);
  keys.finish();
  return read;
}

}  // namespace sudui::model
