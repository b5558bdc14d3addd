#include "model/from_yaml.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string digest_of(std::initializer_list<std::string> texts, const std::string& folder) {
  text::sources files;
  int number = 0;
  for (const std::string& text : texts) files.add(folder + std::to_string(++number), text);
  text::sink out;
  return model::from_yaml(files, out).digest;
}

}  // namespace

TEST_CASE("documents of several files make one rule set", "[model][from_yaml]") {
  text::sources files;
  files.add("a.yaml", "define: f\nzh: A\nen: A\nformula: 1\n---\n" + policy_with(""));
  files.add("b.yaml", "rule_set: demo\ntitle: Demo\nversion: 1\n");
  files.add("c.yaml", "");
  text::sink out;
  const model::rule_set rules = model::from_yaml(files, out);
  CHECK(codes_of(out, files).empty());
  CHECK(rules.head.id.text == "demo");
  CHECK(rules.definitions.size() == 1);
  CHECK(rules.policies.size() == 1);
}

TEST_CASE("nothing at all is no rule set", "[model][from_yaml]") {
  text::sources files;
  text::sink out;
  CHECK(model::from_yaml(files, out).policies.empty());
  CHECK(codes_of(out, files) == codes{"no-rule-set"});
}

TEST_CASE("policies come sorted by id", "[model][from_yaml]") {
  std::string later = policy_with("");
  later.replace(later.find("demo/one"), 8, "demo/abc");
  const loaded made = load(policy_with("") + "---\n" + later);
  REQUIRE(made.rules.policies.size() == 2);
  CHECK(made.rules.policies[0].id.text == "demo/abc");
}

TEST_CASE("one bad document does not hide the findings of another", "[model][from_yaml]") {
  const loaded made = load("polcy: a\n---\n[1]\n---\ntest: g\n---\n" + policy_with("entry: x"));
  CHECK(made.found() == codes{"unknown-kind", "not-a-document", "missing-key", "missing-key",
                              "missing-key", "not-a-whole-number"});
  CHECK(made.rules.policies.size() == 1);
}

TEST_CASE("policies over the limit are not read", "[model][from_yaml]") {
  model::read_limits limits;
  limits.model.max_policies = 1;
  std::string other = policy_with("");
  other.replace(other.find("demo/one"), 8, "demo/two");
  const loaded made = load(policy_with("") + "---\n" + other, limits);
  CHECK(made.found() == codes{"too-many-policies"});
  CHECK(made.rules.policies.size() == 1);
}

TEST_CASE("the digest is of the bytes and their order, not of the names", "[model][from_yaml]") {
  const std::string both = digest_of({"a: 1", "b: 2"}, "x/");
  CHECK(both.size() == 64);
  CHECK(both == digest_of({"a: 1", "b: 2"}, "y/"));
  CHECK(both != digest_of({"b: 2", "a: 1"}, "x/"));
  CHECK(both != digest_of({"a: 1b: 2"}, "x/"));
  CHECK(both != digest_of({"a: 1b", ": 2"}, "x/"));
}

TEST_CASE("any tree is read without harm", "[model][from_yaml]") {
  for (const char* kind :
       {"rule_set", "fields", "parameter", "define", "policy", "group", "test"}) {
    for (const char* value : {"", "~", "[]", "{}", "[[]]", "{a: {b: [c]}}", "'('", "'f('", "x"}) {
      const std::string key = kind;
      CAPTURE(key, value);
      const std::string rest =
          "\nversions: [1]\nclauses: {a: 1}\nbenefit: [2]\nvalues: {b: 3}\nentries: 4\nexpect: 5\n"
          "sources: [6]\nholders: 7\nprofile: [8]\n";
      CHECK_FALSE(load(key + ": " + value + rest).found().empty());
    }
  }
}
