#include "model/read_policy.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

policy only(const loaded& made) {
  REQUIRE(made.rules.policies.size() == 1);
  return made.rules.policies.front();
}

}  // namespace

TEST_CASE("a policy says what it is", "[model][read_policy]") {
  const loaded made = load(policy_with(
      "authority: {zh: 科技局, en: Science bureau}\nentry: 93\ntiming: year\ntags: [a, b]\n"
      "redemption: direct\nillustrative: true\ndiscretionary: true\nnote: {zh: 注, en: note}"));
  CHECK(made.found().empty());
  const policy read = only(made);
  CHECK(read.id.text == "demo/one");
  CHECK(read.at == level::city);
  CHECK(read.time == timing::year);
  CHECK(read.entry == 93);
  CHECK(read.authority.en == "Science bureau");
  CHECK(read.tags == std::vector<std::string>{"a", "b"});
  REQUIRE(read.sources.size() == 1);
  CHECK(read.sources[0].source().key == "doc");
  REQUIRE(read.versions.size() == 1);
  CHECK(read.versions[0].redeemed == redemption::direct);
  CHECK(read.versions[0].illustrative);
  CHECK(read.versions[0].discretionary);
  CHECK(read.versions[0].note.en == "note");
}

TEST_CASE("without versions there is one, with the window at the top", "[model][read_policy]") {
  const policy open = only(load(policy_with("")));
  REQUIRE(open.versions.size() == 1);
  CHECK_FALSE(open.versions[0].days.from.has_value());
  const policy dated = only(load(policy_with("from: 2021-01-01\nto: 2025-12-31")));
  REQUIRE(dated.versions.size() == 1);
  CHECK(to_string(*dated.versions[0].days.to) == "2025-12-31");
}

TEST_CASE("each version is the base with its own keys over it", "[model][read_policy]") {
  const loaded made = load(policy_with(R"(
versions:
  - {from: 2021-01-01, to: 2023-09-07}
  - from: 2023-09-08
    redemption: direct
    clauses: {a: {require: staff > 9}}
    benefit: {at_most: 1000万, cite: {document: Doc 2, status: seed-only}}
clauses:
  - {clause: a, zh: A, en: A, require: staff > 3, cite: doc}
benefit: {kind: cash, zh: B, en: B, amount: 5, round: none, cite: doc}
)"));
  CHECK(made.found().empty());
  const policy read = only(made);
  REQUIRE(read.versions.size() == 2);
  const policy_version& first = read.versions[0];
  const policy_version& second = read.versions[1];
  CHECK(first.redeemed == redemption::apply);
  CHECK(second.redeemed == redemption::direct);
  CHECK(first.clauses.at(0).require.source().text() == "staff > 3");
  CHECK(second.clauses.at(0).require.source().text() == "staff > 9");
  CHECK(first.benefits.at(0).limits.empty());
  CHECK(second.benefits.at(0).limits.size() == 1);
  CHECK(second.benefits.at(0).cite.source().document == "Doc 2");
  CHECK(second.benefits.at(0).amount.source().text() == "5");
}

TEST_CASE("a version may change the form of the amount by taking the old one away",
          "[model][read_policy]") {
  const loaded made = load(policy_with(R"(
versions:
  - {to: 2023-09-07}
  - {from: 2023-09-08, benefit: {amount: null, up_to: 7}}
benefit: {kind: cash, zh: B, en: B, amount: 5, round: none, cite: doc}
)"));
  CHECK(made.found().empty());
  const policy read = only(made);
  REQUIRE(read.versions.size() == 2);
  CHECK_FALSE(read.versions[1].benefits.at(0).amount.is_given());
  CHECK(read.versions[1].benefits.at(0).up_to.is_given());
}

TEST_CASE("versions come sorted by time, whatever their order on the page",
          "[model][read_policy]") {
  const loaded made =
      load(policy_with("versions: [{from: 2022-01-01}, {from: 2020-01-01, to: 2020-12-31}]"));
  CHECK(made.found() == codes{"entries-unsorted"});
  const policy read = only(made);
  REQUIRE(read.versions.size() == 2);
  CHECK(to_string(*read.versions[0].days.from) == "2020-01-01");
}

TEST_CASE("a mistake of the base is told once, not once a version", "[model][read_policy]") {
  const loaded made =
      load(policy_with("versions: [{to: 2020-12-31}, {from: 2021-01-01}]\n"
                       "clauses: [{clause: a, zh: A, en: A, require: 1 +, cite: nowhere}]"));
  CHECK(made.found() == codes{"unexpected-end", "unknown-source"});
}

TEST_CASE("a formula that versions repeat is one formula", "[model][read_policy]") {
  const loaded made =
      load(policy_with("versions: [{to: 2020-12-31}, {from: 2021-01-01}]\n"
                       "clauses: [{clause: a, zh: A, en: A, require: staff > 3, cite: doc}]"));
  const policy read = only(made);
  REQUIRE(read.versions.size() == 2);
  CHECK(&read.versions[0].clauses.at(0).require.parsed() ==
        &read.versions[1].clauses.at(0).require.parsed());
}

TEST_CASE("what follows from a wrong sign is told in no version", "[model][read_policy]") {
  const loaded made =
      load(policy_with("versions: [{to: 2020-12-31}, {from: 2021-01-01}]\n"
                       "clauses: [{clause: a, zh: A, en: A, require: 1 ~ 2, cite: doc}]"));
  CHECK(made.found() == codes{"unexpected-character"});
}

TEST_CASE("a policy has clauses and a benefit", "[model][read_policy]") {
  const loaded made = load("policy: demo/one\ntitle: One\nlevel: city\n");
  CHECK(made.found() == codes{"missing-key", "missing-key"});
}

TEST_CASE("versions that repeat too much of a policy are not read", "[model][read_policy]") {
  std::string versions = "versions:\n";
  for (int year = 2001; year <= 2020; ++year) {
    const std::string text = std::to_string(year);
    versions += "  - {from: " + text + "-01-01, to: " + text + "-12-31}\n";
  }
  model::read_limits limits;
  limits.model.max_repeated_bytes = 5000;
  const loaded all = load(policy_with(versions));
  CHECK(all.found().empty());
  CHECK(only(all).versions.size() == 20);
  const loaded cut = load(policy_with(versions), limits);
  CHECK(cut.found() == codes{"list-too-long"});
  CHECK(only(cut).versions.size() >= 10);
  CHECK(only(cut).versions.size() < 20);
}
