// A rule set's own tests: a profile, two dates and what must come out. An expectation is short (a
// verdict) or a mapping. Where a policy has several benefits, `amounts:` gives one expectation for
// each beside the one that holds the verdict, and so does `standings:`.
//
// Tested by tests/unit/model/read_test_test.cpp.
#include "model/read_test.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/scalars.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

constexpr std::array<std::string_view, 4> verdicts = {"eligible", "ineligible", "undetermined",
                                                      "not-in-force"};

constexpr std::array<std::string_view, 3> standings = {"kept", "displaced", "open"};

void read_verdict(const tree& from, expectation& into, const reading& in) {
  const name said = read_name(from, "verdict", in);
  if (said.text.empty()) return;
  into.verdict = said.text;
  for (const std::string_view known : verdicts) {
    if (said.text == known) return;
  }
  in.report(message::unknown_word, said.where,
            {said.text, "verdict", suggest(said.text, verdicts)});
}

// Both ends as numbers: an amount with an open end cannot be expected.
void read_interval(const tree& from, expectation& into, const reading& in) {
  mapping_reader keys(from, "amount", in);
  into.amount = expected_amount::interval;
  keys.require("from");
  keys.require("to");
  into.low = keys.number("from");
  into.high = keys.number("to");
  keys.finish();
}

void read_amount(const tree& from, expectation& into, const reading& in) {
  if (from.is_mapping()) return read_interval(from, into, in);
  if (from.is_scalar() && from.text() == "unknown") {
    into.amount = expected_amount::unknown;
  } else if (from.is_scalar() && from.text() == "none") {
    into.amount = expected_amount::none;
  } else {
    into.amount = expected_amount::exact;
    into.low = into.high = read_number(from, "amount", in);
  }
}

// Every benefit becomes an expectation of its own, without a verdict.
void read_amounts(mapping_reader& keys, const tree::entry& policy, std::vector<expectation>& into) {
  const tree* amounts = keys.get("amounts");
  if (amounts == nullptr || !has_shape(*amounts, tree::kind::mapping, "amounts", keys.in())) return;
  for (const tree::entry& each : amounts->entries) {
    expectation next;
    next.policy = {policy.key, policy.key_where};
    next.benefit = {each.key, each.key_where};
    next.where = each.key_where;
    read_amount(each.value, next, keys.in());
    into.push_back(std::move(next));
  }
}

void set_standing(const name& said, expectation& into, const reading& in) {
  if (said.text.empty()) return;
  into.standing = said.text;
  if (std::find(standings.begin(), standings.end(), said.text) != standings.end()) return;
  in.report(message::unknown_word, said.where,
            {said.text, "standing", suggest(said.text, standings)});
}

// Of benefits that stand in groups alone, each an expectation of its own.
void read_standings(mapping_reader& keys, const tree::entry& policy,
                    std::vector<expectation>& into) {
  const tree* all = keys.get("standings");
  if (all == nullptr || !has_shape(*all, tree::kind::mapping, "standings", keys.in())) return;
  for (const tree::entry& each : all->entries) {
    expectation next;
    next.policy = {policy.key, policy.key_where};
    next.benefit = {each.key, each.key_where};
    next.where = each.key_where;
    set_standing(read_name(each.value, "standings", keys.in()), next, keys.in());
    into.push_back(std::move(next));
  }
}

// What the groups make of the policy.
void read_standing(mapping_reader& keys, expectation& into) {
  set_standing(keys.name_of("standing"), into, keys.in());
  into.displaced_by = keys.name_of("displaced_by");
  into.paid = keys.number("paid");
}

void read_expectation(const tree::entry& from, std::vector<expectation>& into, const reading& in) {
  expectation read;
  read.policy = {from.key, from.key_where};
  read.where = from.key_where;
  if (from.value.is_scalar()) {
    read_verdict(from.value, read, in);
    into.push_back(std::move(read));
    return;
  }
  mapping_reader keys(from.value, from.key, in);
  if (const tree* verdict = keys.get("verdict")) read_verdict(*verdict, read, in);
  if (const tree* amount = keys.get("amount")) read_amount(*amount, read, in);
  if (const tree* missing = keys.get("missing")) {
    read.missing = read_names(*missing, "missing", in);
  }
  read.met = keys.names_of("met");
  read.unmet = keys.names_of("unmet");
  read.unknown = keys.names_of("unknown");
  read_standing(keys, read);
  keys.refuse_both("amount", "amounts");
  into.push_back(std::move(read));
  read_amounts(keys, from, into);
  read_standings(keys, from, into);
  keys.finish();
}

void read_total(const tree& from, group_expectation said, std::vector<group_expectation>& into,
                const reading& in) {
  if (from.is_mapping()) {
    mapping_reader keys(from, "total", in);
    keys.require("from");
    keys.require("to");
    said.low = keys.number("from");
    said.high = keys.number("to");
    keys.finish();
  } else {
    said.low = said.high = read_number(from, "total", in);
  }
  into.push_back(std::move(said));
}

// Of each group its total, or the totals of its readings.
void read_groups(const tree& from, std::vector<group_expectation>& into, const reading& in) {
  if (!has_shape(from, tree::kind::mapping, "groups", in)) return;
  for (const tree::entry& each : from.entries) {
    const group_expectation said{{each.key, each.key_where}, {}, {}, {}, each.key_where};
    mapping_reader keys(each.value, each.key, in);
    keys.refuse_both("total", "readings");
    if (const tree* total = keys.get("total")) read_total(*total, said, into, in);
    const tree* readings = keys.get("readings");
    if (readings != nullptr && has_shape(*readings, tree::kind::mapping, "readings", in)) {
      for (const tree::entry& one : readings->entries) {
        group_expectation next = said;
        next.reading = {one.key, one.key_where};
        read_total(one.value, std::move(next), into, in);
      }
    }
    keys.finish();
  }
}

// Profiles and parameter values are kept as trees: only the typed dictionary knows what they mean.
tree kept_tree(mapping_reader& keys, std::string_view key) {
  const tree* found = keys.get(key);
  if (found == nullptr || !has_shape(*found, tree::kind::mapping, key, keys.in())) return {};
  return *found;
}

}  // namespace

test read_test(const tree& from, const reading& in) {
  mapping_reader keys(from, "test", in);
  test read;
  read.where = from.where;
  read.title = keys.required_name("test");
  if (const tree* day = keys.require("as_of")) read.as_of = read_day(*day, "as_of", in);
  if (const tree* year = keys.get("year")) read.year = read_year(*year, "year", in);
  keys.require("profile");
  read.profile = kept_tree(keys, "profile");
  read.parameters = kept_tree(keys, "parameters");
  if (const tree* expect = keys.require("expect")) {
    if (has_shape(*expect, tree::kind::mapping, "expect", in)) {
      for (const tree::entry& each : expect->entries) read_expectation(each, read.expect, in);
    }
  }
  if (const tree* groups = keys.get("groups")) read_groups(*groups, read.groups, in);
  keys.finish();
  return read;
}

}  // namespace sudui::model
