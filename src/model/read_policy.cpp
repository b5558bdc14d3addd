// A policy in two parts. What identifies it (title, level, sources) holds for all time and is read
// once; its body (clauses, benefits, how it is paid) is read once a version, from the policy's
// mapping with the version's laid over it. Mistakes in the common part are found in every version
// and reported once, because the sink keeps equal findings once.
//
// Tested by tests/unit/model/read_policy_test.cpp and the mistakes in tests/data/rules/bad.
#include "model/read_policy.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/names.hpp"
#include "model/overlay.hpp"
#include "model/read_benefit.hpp"
#include "model/read_citation.hpp"
#include "model/read_clauses.hpp"
#include "model/read_formula.hpp"
#include "model/scalars.hpp"
#include "model/timeline.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// What a version may override. `policy` comes along to give messages their place.
constexpr std::array<std::string_view, 8> body_keys = {
    "redemption", "illustrative", "discretionary", "note",
    "clauses",    "benefit",      "benefits",      "cite"};

bool is_body_key(std::string_view key) {
  return std::find(body_keys.begin(), body_keys.end(), key) != body_keys.end();
}

// What versions may override, with the one other key that gives messages their place.
tree body_of(const tree& from, std::string_view also) {
  tree body;
  body.what = from.what;
  body.how = from.how;
  body.where = from.where;
  std::copy_if(from.entries.begin(), from.entries.end(), std::back_inserter(body.entries),
               [&](const tree::entry& each) { return is_body_key(each.key) || each.key == also; });
  return body;
}

void allow_body(mapping_reader& keys) {
  for (const std::string_view key : body_keys) keys.allow({key});
}

// Reads a body: of a policy as it is written, or merged for a version. Its window stands outside:
// the base of a policy with versions has none. The other keys of a policy are read by whom they
// concern.
policy_version read_body(const tree& body, window days, const policy& whole, const reading& in) {
  mapping_reader keys(body, "policy", in);
  for (const tree::entry& each : body.entries) {
    if (!is_body_key(each.key)) keys.allow({each.key});
  }
  const cite_scope scope{whole.sources, {}};
  policy_version read;
  read.days = days;
  read.where = body.where;
  read.redeemed = keys.word("redemption", redemption::apply);
  read.illustrative = keys.flag("illustrative");
  read.discretionary = keys.flag("discretionary");
  read.note = keys.texts("note");
  read.cite = cite_of(keys, scope);
  if (keys.require("clauses") != nullptr) read.clauses = read_clauses(keys, scope);
  read.benefits = read_benefits(keys, scope);
  keys.finish();
  return read;
}

// `base` is the policy's mapping: each version has a copy of its body, to lay its own keys over.
policy_version read_version(const tree& from, const tree& base, const policy& whole,
                            const reading& in) {
  mapping_reader keys(from, "versions", in);
  const window days = keys.days();
  allow_body(keys);
  keys.finish();
  policy_version read =
      read_body(overlay(body_of(base, "policy"), body_of(from, {}), in), days, whole, in);
  read.where = from.where;
  return read;
}

// What a tree takes, roughly: its texts and something for each value.
std::size_t size_of(const tree& what) {
  std::size_t size = 64 + what.text().size();
  for (const tree& item : what.items) size += size_of(item);
  for (const tree::entry& each : what.entries) size += each.key.size() + size_of(each.value);
  return size;
}

constexpr std::size_t free_versions = 10;

// Every version repeats the body, so that a short text could ask for a large model. Ten versions a
// policy are free; beyond them the repeated bytes of all policies are counted.
bool may_repeat(std::size_t version, const mapping_reader& keys) {
  const reading& in = keys.in();
  if (version < free_versions || in.repeated == nullptr) return true;
  *in.repeated += size_of(body_of(keys.tree(), "policy"));
  if (*in.repeated <= in.bounds.max_repeated_bytes) return true;
  in.report(message::list_too_long, keys.key_place("versions"),
            {"versions", std::to_string(version)});
  return false;
}

// Windows of versions may leave gaps, in which the policy is not in force; they may not overlap,
// since one day has one law.
void read_versions(mapping_reader& keys, const tree& from, policy& into) {
  if (!keys.has("versions")) {
    into.versions.push_back(read_body(from, keys.days(), into, keys.in()));
    return;
  }
  keys.refuse_both("from", "versions");
  keys.refuse_both("to", "versions");
  known_formulas known;
  reading in = keys.in();
  in.known = &known;
  std::vector<window> windows;
  for (const tree& item : keys.items("versions")) {
    if (!may_repeat(windows.size(), keys)) break;
    if (!has_shape(item, tree::kind::mapping, "versions", in)) continue;
    into.versions.push_back(read_version(item, from, into, in));
    windows.push_back(into.versions.back().days);
  }
  check_timeline(windows, gap_policy::allowed, in);
  std::stable_sort(into.versions.begin(), into.versions.end(),
                   [](const auto& a, const auto& b) { return a.days.from < b.days.from; });
}

std::vector<std::string> read_tags(mapping_reader& keys) {
  std::vector<std::string> tags;
  std::set<std::string> seen;
  for (name& each : keys.names_of("tags")) {
    if (!seen.insert(each.text).second) {
      keys.in().report(message::listed_twice, each.where, {each.text});
    }
    tags.push_back(std::move(each.text));
  }
  return tags;
}

// `-deduction` or `+deduction`; the sign is part of the text, the place that of the whole.
affected read_effect(const name& field, const name& said) {
  affected read;
  read.field = field;
  read.where = said.where;
  std::string_view text = said.text;
  read.is_lowered = text.starts_with('-');
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  read.benefit = {std::string(text), said.where};
  return read;
}

std::vector<affected> read_effects(mapping_reader& keys) {
  std::vector<affected> all;
  const tree* found = keys.get("affects");
  if (found == nullptr || !has_shape(*found, tree::kind::mapping, "affects", keys.in())) return all;
  for (const tree::entry& each : found->entries) {
    for (const name& said : read_names(each.value, each.key, keys.in())) {
      all.push_back(read_effect({each.key, each.key_where}, said));
    }
  }
  return all;
}

}  // namespace

policy read_policy(const tree& from, const reading& in) {
  mapping_reader keys(from, "policy", in);
  policy read;
  read.where = from.where;
  read.id = keys.required_name("policy");
  check_path(read.id, in);
  keys.require("title");
  read.title = keys.texts("title");
  read.authority = keys.texts("authority");
  keys.require("level");
  read.at = keys.word("level", level::national);
  read.time = keys.word("timing", timing::day);
  read.entry = keys.whole("entry");
  read.tags = read_tags(keys);
  if (const tree* sources = keys.get("sources")) read.sources = read_sources(*sources, in);
  read.affects = read_effects(keys);
  read_versions(keys, from, read);
  allow_body(keys);
  keys.allow({"from", "to"});
  keys.finish();
  return read;
}

}  // namespace sudui::model
