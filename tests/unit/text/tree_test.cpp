#include "text/tree.hpp"

#include "catch.hpp"

using sudui::text::excerpt;
using sudui::text::tree;

namespace {

tree scalar(std::string text, tree::style how) {
  tree made;
  made.what = tree::kind::scalar;
  made.how = how;
  made.scalar = excerpt(std::move(text), 0, 0);
  return made;
}

}  // namespace

TEST_CASE("only a plain null is null", "[text][tree]") {
  CHECK(scalar("null", tree::style::plain).is_null());
  CHECK(scalar("~", tree::style::plain).is_null());
  CHECK(scalar("", tree::style::plain).is_null());
  CHECK(scalar("null", tree::style::null).is_null());
  CHECK_FALSE(scalar("null", tree::style::quoted).is_null());
  CHECK_FALSE(scalar("", tree::style::quoted).is_null());
  CHECK_FALSE(scalar("nil", tree::style::plain).is_null());
  CHECK_FALSE(tree().is_null());
}

TEST_CASE("an entry is found by its key, the first of duplicates", "[text][tree]") {
  tree map;
  map.what = tree::kind::mapping;
  map.entries.push_back({"a", {}, scalar("1", tree::style::plain)});
  map.entries.push_back({"b", {}, scalar("2", tree::style::plain)});
  map.entries.push_back({"a", {}, scalar("3", tree::style::plain)});
  REQUIRE(map.find("a") != nullptr);
  CHECK(map.find("a")->text() == "1");
  CHECK(map.find("b")->text() == "2");
  CHECK(map.find("c") == nullptr);
}
