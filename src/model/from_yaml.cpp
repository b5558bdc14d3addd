// The arrow into this folder. Every document is handed to the reader of its kind, which its first
// key names; then the checks that need the whole folder run. One bad document spoils only itself,
// so all findings of a folder appear at once.
//
// The digest covers the bytes of every source and their order, each with its length before it, and
// no file names: the same rules have the same digest wherever they are installed.
//
// Tested by tests/unit/model/from_yaml_test.cpp and the mistakes in tests/data/rules/bad.
#include "model/from_yaml.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "model/check_folder.hpp"
#include "model/read_definition.hpp"
#include "model/read_fields.hpp"
#include "model/read_group.hpp"
#include "model/read_header.hpp"
#include "model/read_parameter.hpp"
#include "model/read_policy.hpp"
#include "model/read_test.hpp"
#include "syntax/yaml.hpp"
#include "text/sha256.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

void add_header(const tree& from, const reading& in, rule_set& into) {
  header read = read_header(from, in);
  if (into.head.id.text.empty()) {
    into.head = std::move(read);
    return;
  }
  in.report(message::duplicate_id, read.id.where,
            {text::both("规则集", "rule set"), read.id.text, in.place(into.head.id.where)});
}

void add_fields(const tree& from, const reading& in, rule_set& into) {
  std::vector<field> read = read_fields(from, in);
  std::move(read.begin(), read.end(), std::back_inserter(into.fields));
}

void add_parameter(const tree& from, const reading& in, rule_set& into) {
  into.parameters.push_back(read_parameter(from, in));
}

void add_definition(const tree& from, const reading& in, rule_set& into) {
  into.definitions.push_back(read_definition(from, in));
}

void add_policy(const tree& from, const reading& in, rule_set& into) {
  if (into.policies.size() < in.bounds.max_policies) {
    into.policies.push_back(read_policy(from, in));
  } else {
    in.report(message::too_many_policies, {}, {std::to_string(in.bounds.max_policies)});
  }
}

void add_group(const tree& from, const reading& in, rule_set& into) {
  into.groups.push_back(read_group(from, in));
}

void add_test(const tree& from, const reading& in, rule_set& into) {
  if (in.bounds.has_tests) into.tests.push_back(read_test(from, in));
}

struct document_kind {
  std::string_view key;
  void (*read)(const tree&, const reading&, rule_set&);
};
constexpr std::array<document_kind, 7> kinds = {{{"rule_set", add_header},
                                                 {"fields", add_fields},
                                                 {"parameter", add_parameter},
                                                 {"define", add_definition},
                                                 {"policy", add_policy},
                                                 {"group", add_group},
                                                 {"test", add_test}}};

const document_kind* find_kind(std::string_view key) {
  const auto* found = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const document_kind& each) { return each.key == key; });
  return found == kinds.end() ? nullptr : found;
}

void report_unknown_kind(const tree& from, const reading& in) {
  for (const tree::entry& each : from.entries) {
    if (find_kind(each.key) == nullptr) continue;
    in.report(message::kind_not_first, each.key_where, {each.key});
    return;
  }
  std::vector<std::string_view> known;
  known.reserve(kinds.size());
  for (const document_kind& each : kinds) known.push_back(each.key);
  const tree::entry& first = from.entries.front();
  in.report(message::unknown_kind, first.key_where, {first.key, suggest(first.key, known)});
}

void read_document(const tree& from, const reading& in, rule_set& into) {
  if (!from.is_mapping() || from.entries.empty()) {
    in.report(message::not_a_document, from.where);
  } else if (const document_kind* kind = find_kind(from.entries.front().key)) {
    kind->read(from, in, into);
  } else {
    report_unknown_kind(from, in);
  }
}

// The length goes in before the bytes, or two files could pass for one. Names stay out: moving a
// folder changes no decision.
std::string digest_of(const text::sources& files) {
  text::sha256 digest;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    const std::string_view bytes = files[file].bytes();
    digest.add(std::to_string(bytes.size()) + "\n");
    digest.add(bytes);
  }
  return digest.hex();
}

}  // namespace

// File by file: the trees of one are gone before the next is read, while they are still at hand.
rule_set from_yaml(const text::sources& files, text::sink& out, const read_limits& limits) {
  const std::string_view leave_out = limits.model.has_tests ? "" : "test";
  std::size_t repeated = 0;
  const reading in{files, out, limits.model, &repeated};
  rule_set rules;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    for (const tree& each : syntax::read_yaml(files, file, out, limits.yaml, leave_out)) {
      read_document(each, in, rules);
    }
  }
  std::stable_sort(rules.policies.begin(), rules.policies.end(),
                   [](const policy& a, const policy& b) { return a.id.text < b.id.text; });
  std::stable_sort(rules.groups.begin(), rules.groups.end(),
                   [](const group& a, const group& b) { return a.id.text < b.id.text; });
  check_folder(rules, in);
  rules.digest = digest_of(files);
  return rules;
}

}  // namespace sudui::model
