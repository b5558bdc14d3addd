#include "model/check_folder.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

const std::string staff =
    "fields: some\nentries: [{field: staff, zh: S, en: S, type: number, holder: SELF}]\n";

std::string test_of(const std::string& keys) {
  return "---\ntest: T\nas_of: 2023-12-31\nprofile: {}\n" + keys + "\n";
}

}  // namespace

TEST_CASE("a field is declared once", "[model][check_folder]") {
  CHECK(load(staff).found().empty());
  CHECK(load(staff + "---\n" + staff).found() == codes{"duplicate-id"});
}

TEST_CASE("policies have names of their own", "[model][check_folder]") {
  const std::string policy = policy_with("");
  CHECK(load(policy).found().empty());
  CHECK(load(policy + "---\n" + policy).found() == codes{"duplicate-id"});
}

TEST_CASE("a holder must be declared", "[model][check_folder]") {
  const std::string entry = "fields: some\nentries: [{field: a, zh: S, en: S, type: number";
  CHECK(load(entry + ", holder: TAX}]\n").found() == codes{"unknown-holder"});
  CHECK(load(entry + "}]\n").found() == codes{"no-holder"});
}

TEST_CASE("a test speaks of what exists", "[model][check_folder]") {
  const std::string policy = policy_with("");
  CHECK(load(policy + test_of("expect: {demo/one: {met: [a]}}")).found().empty());
  CHECK(load(policy + test_of("expect: {demo/two: eligible}")).found() == codes{"unknown-in-test"});
  CHECK(load(policy + test_of("expect: {demo/one: {met: [b]}}")).found() ==
        codes{"unknown-in-test"});
  CHECK(load(policy + test_of("expect: {demo/one: {amounts: {x: 1}}}")).found() ==
        codes{"unknown-in-test"});
}

TEST_CASE("a clause of any version and of any group may be spoken of", "[model][check_folder]") {
  const std::string policy = policy_with(R"(
versions:
  - {to: 2020-12-31}
  - {from: 2021-01-01, clauses: [{clause: later, zh: A, en: A, require: true, cite: doc}]}
clauses:
  - clause: group
    zh: A
    en: A
    cite: doc
    any: [{clause: inner, zh: A, en: A, require: true}]
)");
  CHECK(load(policy + test_of("expect: {demo/one: {met: [later, group, inner]}}")).found().empty());
}
