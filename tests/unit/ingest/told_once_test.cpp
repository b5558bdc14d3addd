#include "ingest/told_once.hpp"

#include <string>

#include "catch.hpp"

using namespace sudui;

namespace {

diagnostic finding(const std::string& code, const std::string& text) {
  diagnostic made;
  made.code = code;
  made.message = {text, text};
  return made;
}

}  // namespace

TEST_CASE("a finding is kept once, another message of its kind is another", "[ingest][told_once]") {
  ingest::told_once told;
  told.add(finding("unknown-field", "no `a`"));
  told.add(finding("unknown-field", "no `b`"));
  told.add(finding("unknown-field", "no `a`"));
  REQUIRE(told.all().size() == 2);
  CHECK(told.all()[1].message.en == "no `b`");
}

TEST_CASE("one failing check digit stands for all", "[ingest][told_once]") {
  ingest::told_once told;
  told.add(finding("credit-code-digit", "it would be `1`"));
  told.add(finding("credit-code-digit", "it would be `2`"));
  CHECK(told.all().size() == 1);
}

TEST_CASE("a thousand findings are kept at most", "[ingest][told_once]") {
  ingest::told_once told;
  for (int i = 0; i < 1200; ++i) told.add(finding("unknown-field", std::to_string(i)));
  CHECK(told.all().size() == 1000);
}
