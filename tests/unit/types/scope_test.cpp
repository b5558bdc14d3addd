// Local names and the global ones, from the inside out.
#include "types/scope.hpp"

#include "catch.hpp"
#include "support/plans.hpp"
#include "types/catalog.hpp"

using namespace sudui;
using namespace sudui::tests;
using types::scope;

namespace {

types::type record(const char* name, const char* alias) {
  std::vector<types::member> members(1);
  members[0].name = name;
  members[0].alias = alias;
  members[0].of = types::simple(types::type_kind::date);
  return types::record_of(std::move(members));
}

}  // namespace

TEST_CASE("the innermost name is found first", "[types][scope]") {
  scope locals;
  locals.push({"x", types::simple(types::type_kind::date), 1, false});
  locals.push({"x", types::simple(types::type_kind::string), 2, false});
  CHECK(locals.find("x").local->slot == 2);
  locals.pop();
  CHECK(locals.find("x").local->slot == 1);
  locals.pop();
  CHECK(!locals.find("x"));
}

TEST_CASE("the item of a filter lends its members, by name and by label", "[types][scope]") {
  scope locals;
  locals.push({"item", record("hired", "入职日期"), 1, true});
  CHECK(locals.find("hired").member == 0);
  CHECK(locals.find("入职日期").member == 0);
  CHECK(locals.find("item").member == scope::found::no_member);
  CHECK(!locals.find("degree"));
}

TEST_CASE("a loop variable keeps its members to itself", "[types][scope]") {
  scope locals;
  locals.push({"h", record("hired", ""), 1, false});
  CHECK(!locals.find("hired"));
  CHECK(!locals.find(""));
}

TEST_CASE("what is no context has no members", "[types][scope]") {
  CHECK(types::member_position(types::simple(types::type_kind::date), "x") ==
        scope::found::no_member);
}

TEST_CASE("fields, parameters and definitions are found in one name space", "[types][catalog]") {
  const auto rules =
      rules_of({define("ratio", "revenue / staff"), policy_text("demo/one", "ratio > 5")});
  const auto& typed = *rules.held().typed;
  auto parameters = typed.parameters;
  text::sink out;
  const types::catalog names(*typed.from, typed.dictionary, parameters, out);
  CHECK(names.find("ratio")->what == types::catalog::kind::definition);
  CHECK(names.find("staff")->what == types::catalog::kind::field);
  CHECK(!names.find("nothing"));
  CHECK(out.empty());
}

TEST_CASE("suggestions come from all names, functions and locals too", "[types][catalog]") {
  const auto rules = rules_of({});
  const auto& typed = *rules.held().typed;
  auto parameters = typed.parameters;
  text::sink out;
  types::catalog names(*typed.from, typed.dictionary, parameters, out);
  CHECK(names.nearest("stafff", {}) == "staff");
  CHECK(names.nearest("cuont", {}) == "count");
  CHECK(names.nearest("as_off", {}) == "as_of");
  CHECK(names.nearest("employe", {"employee"}) == "employee");
  CHECK(names.new_slot() != names.new_slot());
}
