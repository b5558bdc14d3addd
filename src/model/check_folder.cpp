// What no document can know by itself. Names that formulas resolve, and the values a test gives to
// fields and parameters, are looked at by the stages that give them types.
//
// Tested by tests/unit/model/check_folder_test.cpp and the mistakes in tests/data/rules/bad.
#include "model/check_folder.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sudui::model {
namespace {

using text::both;
using text::message;

using places_by_name = std::map<std::string_view, text::span>;

// The first to bear a name keeps it; each later one is told where the first stands.
void declare(places_by_name& seen, const name& what, const std::string& kind, const reading& in) {
  if (what.text.empty()) return;
  const auto [first, is_new] = seen.emplace(what.text, what.where);
  if (is_new) return;
  in.report(message::duplicate_id, what.where, {kind, what.text, in.place(first->second)});
}

void check_names(const rule_set& rules, const reading& in) {
  places_by_name fields;
  for (const field& each : rules.fields) declare(fields, each.id, both("字段", "field"), in);
  places_by_name policies;
  for (const policy& each : rules.policies) declare(policies, each.id, both("政策", "policy"), in);
  places_by_name groups;
  for (const group& each : rules.groups) declare(groups, each.id, both("政策组", "group"), in);
}

// Every field names who holds it: an undetermined decision is only useful when it says whom to ask.
void check_holders(const rule_set& rules, const reading& in) {
  std::vector<std::string_view> known;
  for (const holder& each : rules.head.holders) known.push_back(each.code);
  for (const field& each : rules.fields) {
    const name& code = each.holder_code;
    if (code.text.empty()) {
      in.report(message::no_holder, each.id.where, {each.id.text});
    } else if (std::find(known.begin(), known.end(), code.text) == known.end()) {
      in.report(message::unknown_holder, code.where, {code.text, suggest(code.text, known)});
    }
  }
}

using words = std::set<std::string_view>;

void collect_clauses(const std::vector<clause>& clauses, words& into) {
  for (const clause& each : clauses) {
    into.insert(each.id.text);
    collect_clauses(each.children, into);
  }
}

void expect_known(const name& what, const std::string& kind, const words& known,
                  const reading& in) {
  if (what.text.empty() || known.count(what.text) != 0) return;
  const std::vector<std::string_view> all(known.begin(), known.end());
  in.report(message::unknown_in_test, what.where, {kind, what.text, suggest(what.text, all)});
}

// Ids of all versions count as known: a test of an old day may speak of a clause that is gone.
void check_expectation(const expectation& said, const policy& about, const reading& in) {
  words clauses;
  words benefits;
  for (const policy_version& version : about.versions) {
    collect_clauses(version.clauses, clauses);
    for (const benefit& each : version.benefits) {
      if (!each.id.text.empty()) benefits.insert(each.id.text);
    }
  }
  expect_known(said.benefit, both("优惠", "benefit"), benefits, in);
  for (const auto* ids : {&said.met, &said.unmet, &said.unknown}) {
    for (const name& id : *ids) expect_known(id, both("条件", "clause"), clauses, in);
  }
}

void check_groups(const test& said, const std::map<std::string_view, const group*>& by_id,
                  const reading& in) {
  words known;
  for (const auto& [id, each] : by_id) known.insert(id);
  for (const group_expectation& each : said.groups) {
    expect_known(each.group, both("政策组", "group"), known, in);
    const auto found = by_id.find(each.group.text);
    if (found == by_id.end()) continue;
    words readings;
    for (const group_reading& one : found->second->readings) readings.insert(one.id.text);
    expect_known(each.reading, both("读法", "reading"), readings, in);
  }
}

void check_tests(const rule_set& rules, const reading& in) {
  std::map<std::string_view, const group*> groups;
  for (const group& each : rules.groups) groups.emplace(each.id.text, &each);
  words policies;
  std::map<std::string_view, const policy*> by_id;
  for (const policy& each : rules.policies) {
    policies.insert(each.id.text);
    by_id.emplace(each.id.text, &each);
  }
  for (const test& each : rules.tests) {
    check_groups(each, groups, in);
    for (const expectation& said : each.expect) {
      expect_known(said.policy, both("政策", "policy"), policies, in);
      expect_known(said.displaced_by, both("政策", "policy"), policies, in);
      const auto found = by_id.find(said.policy.text);
      if (found != by_id.end()) check_expectation(said, *found->second, in);
    }
  }
}

}  // namespace

void check_folder(const rule_set& rules, const reading& in) {
  if (rules.head.id.text.empty()) in.report(message::no_rule_set, {});
  check_names(rules, in);
  check_holders(rules, in);
  check_tests(rules, in);
}

}  // namespace sudui::model
