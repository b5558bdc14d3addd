#include "model/read_definition.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

namespace {

codes found_in(const std::string& head) {
  fragment from("define: " + head + "\nzh: A\nen: A\nformula: 1\n");
  static_cast<void>(read_definition(from.tree(), from.in()));
  return from.found();
}

}  // namespace

TEST_CASE("a definition has a name, parameters and a formula", "[model][read_definition]") {
  fragment from("define: growth(y,  since )\nzh: 增幅\nen: growth\nformula: tax(y) / tax(since)\n");
  const definition read = read_definition(from.tree(), from.in());
  CHECK(read.id.text == "growth");
  REQUIRE(read.parameters.size() == 2);
  CHECK(read.parameters[1].text == "since");
  CHECK(from.at(read.parameters[1].where) == "since");
  REQUIRE(read.versions.size() == 1);
  CHECK(read.versions[0].body.is_given());
  CHECK_FALSE(read.versions[0].days.from.has_value());
  CHECK(from.found().empty());
}

TEST_CASE("a definition without brackets has no parameters", "[model][read_definition]") {
  fragment from("define: 高新技术企业\nzh: A\nen: A\nunit: 元\nformula: 1\n");
  const definition read = read_definition(from.tree(), from.in());
  CHECK(read.id.text == "高新技术企业");
  CHECK(read.parameters.empty());
  CHECK(read.unit.text == "元");
}

TEST_CASE("a broken head is refused", "[model][read_definition]") {
  CHECK(found_in("f(a") == codes{"bad-definition-head"});
  CHECK(found_in("f(a,)") == codes{"bad-definition-head"});
  CHECK(found_in("f()") == codes{"bad-definition-head"});
  CHECK(found_in("(a)") == codes{"bad-definition-head"});
  CHECK(found_in("f)") == codes{"bad-name"});
  CHECK(found_in("f(a) + 1") == codes{"bad-definition-head"});
  CHECK(found_in("f(year)") == codes{"reserved-name"});
}

TEST_CASE("versions of a definition are sorted and do not overlap", "[model][read_definition]") {
  fragment from(
      "define: f\nzh: A\nen: A\nversions:\n  - {from: 2021-01-01, formula: 2}\n"
      "  - {to: 2020-12-31, formula: 1}\n");
  const definition read = read_definition(from.tree(), from.in());
  REQUIRE(read.versions.size() == 2);
  CHECK(read.versions[0].body.source().text() == "1");
  CHECK(from.found() == codes{"entries-unsorted"});
}

TEST_CASE("a definition says what it is", "[model][read_definition]") {
  fragment from("define: f\nzh: A\nen: A\n");
  static_cast<void>(read_definition(from.tree(), from.in()));
  CHECK(from.found() == codes{"missing-key"});
}
