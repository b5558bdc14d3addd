#include "model/reading.hpp"

#include <array>

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

constexpr std::array<std::string_view, 3> known = {"city", "district", "province"};

std::string english(const std::string& argument) {
  return argument.substr(argument.find('\x1f', 1) + 1);
}

}  // namespace

TEST_CASE("a near word is suggested alone", "[model][reading]") {
  CHECK(english(model::suggest("citty", known)) == "did you mean `city`?");
}

TEST_CASE("without a near word the known ones are listed", "[model][reading]") {
  CHECK(english(model::suggest("moon", known)) == "known here: `city`, `district`, `province`");
}

TEST_CASE("with nothing known there is no help", "[model][reading]") {
  CHECK(model::suggest("moon", {}).empty());
}

TEST_CASE("a long list of known words is cut at a word", "[model][reading]") {
  const std::vector<std::string_view> many(100, "something_long");
  const std::string text = english(model::suggest("x", many));
  CHECK(text.size() < 200);
  CHECK(text.ends_with("`, ..."));
}

TEST_CASE("a place is a file and a line", "[model][reading]") {
  fragment from("a: 1\nb: 2\n");
  CHECK(from.in().place(from.tree().entries[1].key_where) == "fragment.yaml:2");
  CHECK(from.in().place({}) == "?");
}

TEST_CASE("the wrong shape is told with the key and both shapes", "[model][reading]") {
  fragment from("[1, 2]");
  CHECK(model::has_shape(from.tree(), text::tree::kind::sequence, "rows", from.in()));
  CHECK(from.found().empty());
  CHECK_FALSE(model::has_shape(from.tree(), text::tree::kind::mapping, "rows", from.in()));
  CHECK(from.found() == codes{"wrong-shape"});
}
