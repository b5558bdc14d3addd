#include <sudui/result.hpp>

#include "catch.hpp"

using namespace sudui;

namespace {

diagnostic example() {
  return {severity::error,
          "unknown-name",
          {"rules/a.yaml", 3, 7},
          {"没有 `taxx`", "there is no `taxx`"},
          {"是否为 `tax`", "did you mean `tax`?"},
          "  a: taxx\n     ^^^^"};
}

}  // namespace

TEST_CASE("a diagnostic is written with place, code, snippet and help", "[text][diagnostic]") {
  CHECK(to_text(example(), language::en) ==
        "rules/a.yaml:3:7: error: there is no `taxx` [unknown-name]\n"
        "    a: taxx\n"
        "       ^^^^\n"
        "  help: did you mean `tax`?");
  CHECK(to_text(example(), language::zh) ==
        "rules/a.yaml:3:7: 错误: 没有 `taxx` [unknown-name]\n"
        "    a: taxx\n"
        "       ^^^^\n"
        "  提示: 是否为 `tax`");
}

TEST_CASE("parts a diagnostic does not have leave no trace", "[text][diagnostic]") {
  diagnostic bare{severity::warning, "some-code", {}, {"甲", "a"}, {}, {}};
  CHECK(to_text(bare, language::en) == "warning: a [some-code]");
  CHECK(to_text(bare, language::zh) == "警告: 甲 [some-code]");
  bare.where.file = "whole.yaml";
  bare.level = severity::note;
  CHECK(to_text(bare, language::en) == "whole.yaml: note: a [some-code]");
  CHECK(to_text(bare, language::zh) == "whole.yaml: 说明: 甲 [some-code]");
}

TEST_CASE("diagnostics are counted by severity", "[text][diagnostic]") {
  diagnostics all(3, example());
  all[1].level = severity::warning;
  CHECK(count(all, severity::error) == 2);
  CHECK(count(all, severity::warning) == 1);
  CHECK(count(all, severity::note) == 0);
}

TEST_CASE("a failure is written as its message and every detail", "[text][diagnostic]") {
  diagnostic bare{severity::error, "x", {}, {"甲", "a"}, {}, {}};
  const failure why{errc::bad_rules, {"规则有误", "the rules have errors"}, {bare, bare}};
  CHECK(to_text(why, language::en) == "the rules have errors\nerror: a [x]\nerror: a [x]");
  CHECK(to_text(why, language::zh) == "规则有误\n错误: 甲 [x]\n错误: 甲 [x]");
}

TEST_CASE("taking the value of a failure throws its text", "[text][result]") {
  result<int> good = 7;
  CHECK(good.value() == 7);
  const result<int> bad = failure{errc::cannot_read, {"读不了", "cannot read `x`"}, {}};
  CHECK_FALSE(bad);
  try {
    static_cast<void>(bad.value());
    FAIL("no exception");
  } catch (const exception& thrown) {
    CHECK(std::string(thrown.what()) == "cannot read `x`");
    CHECK(thrown.why().code == errc::cannot_read);
  }
}
