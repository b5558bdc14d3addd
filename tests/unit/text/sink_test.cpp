#include "text/sink.hpp"

#include "catch.hpp"

using namespace sudui;
using namespace sudui::text;

namespace {

sources two_files() {
  sources files;
  files.add("b.yaml", "key: 1\nkey: 2\n");
  files.add("a.yaml", "key: 3\n");
  return files;
}

}  // namespace

TEST_CASE("a finding is rendered with place, texts and help", "[text][sink]") {
  sink out;
  out.report(message::duplicate_key, {0, 7, 10}, {"key", "1"});
  const diagnostics found = out.render(two_files());
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "duplicate-key");
  CHECK(found[0].where.file == "b.yaml");
  CHECK(found[0].where.line == 2);
  CHECK(found[0].where.column == 1);
  CHECK(found[0].message.en == "the key `key` is given twice");
  CHECK(found[0].message.zh == "键 `key` 重复");
  CHECK(found[0].help.en == "line 1 already has it: keep one of the two");
  CHECK(found[0].snippet == "key: 2\n^^^");
}

TEST_CASE("a help text that names an empty or missing argument is left out", "[text][sink]") {
  sink out;
  out.report(message::duplicate_key, {0, 0, 3}, {"key", ""});
  out.report(message::duplicate_key, {0, 7, 10}, {"key"});
  for (const diagnostic& each : out.render(two_files())) {
    CHECK(each.help == localized{});
    CHECK(each.message.en == "the key `key` is given twice");
  }
}

TEST_CASE("findings come in the order of file names and places, errors first", "[text][sink]") {
  sink out;
  out.report(message::yaml_tab, {0, 7, 8});
  out.report(message::bad_utf8, {0, 0, 1});
  out.report(message::too_deep, {1, 5, 6}, {"3"});
  out.report(message::too_many_findings, {1, 5, 6}, {"3"});
  out.report(message::json_empty, {});
  const diagnostics found = out.render(two_files());
  REQUIRE(found.size() == 5);
  CHECK(found[0].code == "json-empty");  // of no file
  CHECK(found[1].code == "too-deep");
  CHECK(found[2].code == "too-many-findings");
  CHECK(found[3].code == "bad-utf8");
  CHECK(found[4].code == "yaml-tab");
}

TEST_CASE("the same finding is kept once", "[text][sink]") {
  sink out;
  out.report(message::yaml_tab, {0, 7, 8});
  out.report(message::yaml_tab, {0, 7, 8});
  out.report(message::yaml_tab, {0, 8, 9});
  CHECK(out.errors() == 2);
  CHECK(out.render(two_files()).size() == 2);
}

TEST_CASE("only errors count as errors", "[text][sink]") {
  sink out;
  CHECK(out.empty());
  out.report(message::too_many_findings, {}, {"1"});
  CHECK_FALSE(out.empty());
  CHECK_FALSE(out.has_errors());
  out.report(message::bad_utf8, {});
  CHECK(out.has_errors());
  out.clear();
  CHECK(out.empty());
  CHECK(out.errors() == 0);
}

TEST_CASE("beyond the limit errors stay and a note tells the rest", "[text][sink]") {
  sink out;
  out.report(message::too_many_findings, {0, 0, 1}, {"7"});
  for (std::uint32_t i = 0; i < 5; ++i) out.report(message::yaml_tab, {0, 1 + i, 2 + i});
  const diagnostics found = out.render(two_files(), 3);
  REQUIRE(found.size() == 4);
  CHECK(count(found, severity::error) == 3);
  CHECK(found[0].where.column == 2);
  CHECK(found[3].message.en == "3 more findings are not shown");
  CHECK(found[3].message.zh == "另有 3 条未显示");
}

TEST_CASE("an argument may differ by language", "[text][sink]") {
  sink out;
  out.report(message::yaml_reserved, {0, 0, 1}, {both("甲", "a")});
  const diagnostics found = out.render(two_files());
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.en == "a text cannot start with `a`");
  CHECK(found[0].message.zh == "文本不能以 `甲` 开头");
}

TEST_CASE("foreign text in an argument is shown, never obeyed", "[text][sink]") {
  sink out;
  out.report(message::yaml_reserved, {0, 0, 1}, {"{0} {9} \x1b[2J"});
  out.report(message::yaml_reserved, {0, 1, 2}, {std::string(1000, 'x')});
  out.report(message::yaml_reserved, {0, 2, 3}, {"\x1f lone mark"});
  const diagnostics found = out.render(two_files());
  REQUIRE(found.size() == 3);
  CHECK(found[0].message.en == "a text cannot start with `{0} {9} \uFFFD[2J`");
  CHECK(found[1].message.en == "a text cannot start with `" + std::string(200, 'x') + "...`");
  CHECK(found[2].message.en == "a text cannot start with `\uFFFD lone mark`");
}

TEST_CASE("a place in a file nobody knows is left out", "[text][sink]") {
  sink out;
  out.report(message::yaml_tab, {17, 7, 8});
  const diagnostics found = out.render(two_files());
  REQUIRE(found.size() == 1);
  CHECK(found[0].where.file.empty());
  CHECK(found[0].snippet.empty());
}
