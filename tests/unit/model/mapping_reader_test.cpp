#include "model/mapping_reader.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui;
using namespace sudui::model;
using namespace sudui::tests;

TEST_CASE("keys nobody asked for are reported", "[model][mapping_reader]") {
  fragment from("{zh: 甲, en: A, colour: red}");
  mapping_reader keys(from.tree(), "policy", from.in());
  CHECK(keys.label() == localized{"甲", "A"});
  CHECK(from.found().empty());
  keys.finish();
  CHECK(from.found() == codes{"unknown-key"});
}

TEST_CASE("a key that is absent is reported once, at the end", "[model][mapping_reader]") {
  fragment from("{a: 1}");
  mapping_reader keys(from.tree(), "policy", from.in());
  CHECK(keys.has("a"));
  CHECK(keys.require("level") == nullptr);
  CHECK(keys.required_name("level").text.empty());
  keys.finish();
  CHECK(from.found() == codes{"missing-key"});
}

TEST_CASE("a misspelt key is not missing besides", "[model][mapping_reader]") {
  fragment from("{levle: city}");
  mapping_reader keys(from.tree(), "policy", from.in());
  keys.require("level");
  keys.require("title");
  keys.finish();
  CHECK(from.found() == codes{"missing-key", "unknown-key"});
}

TEST_CASE("null counts as not given", "[model][mapping_reader]") {
  fragment from("{a: ~, b: }");
  mapping_reader keys(from.tree(), "policy", from.in());
  CHECK_FALSE(keys.has("a"));
  CHECK_FALSE(keys.has("b"));
  keys.finish();
  CHECK(from.found().empty());
}

TEST_CASE("what is no mapping is reported once and has no keys", "[model][mapping_reader]") {
  fragment from("[a, b]");
  mapping_reader keys(from.tree(), "policy", from.in());
  CHECK(keys.require("title") == nullptr);
  CHECK(keys.label().zh.empty());
  CHECK_FALSE(keys.days().from.has_value());
  CHECK(keys.items("rows").empty());
  keys.finish();
  CHECK(from.found() == codes{"wrong-shape"});
}

TEST_CASE("a word outside the enumeration leaves the default", "[model][mapping_reader]") {
  fragment from("{level: city, timing: noon, kind: [cash]}");
  mapping_reader keys(from.tree(), "policy", from.in());
  CHECK(keys.word("level", level::national) == level::city);
  CHECK(keys.word("timing", timing::year) == timing::year);
  CHECK(keys.word("kind", benefit_kind::right) == benefit_kind::right);
  CHECK(keys.word("hit", hit_policy::first) == hit_policy::first);
  CHECK(from.found() == codes{"unknown-word", "wrong-shape"});
}

TEST_CASE("a window that ends before it begins loses its end", "[model][mapping_reader]") {
  fragment good("{from: 2021-01-01, to: 2021-01-01}");
  mapping_reader day(good.tree(), "versions", good.in());
  CHECK(day.days().to.has_value());
  CHECK(good.found().empty());
  fragment turned("{from: 2021-01-02, to: 2021-01-01}");
  mapping_reader keys(turned.tree(), "versions", turned.in());
  const window read = keys.days();
  CHECK(read.from.has_value());
  CHECK_FALSE(read.to.has_value());
  CHECK(turned.found() == codes{"window-turned"});
}

TEST_CASE("keys that exclude or need each other are told", "[model][mapping_reader]") {
  fragment from("{amount: 1, tiers: 2, of: 3}");
  mapping_reader keys(from.tree(), "benefit", from.in());
  CHECK(keys.refuse_both("amount", "tiers"));
  CHECK_FALSE(keys.refuse_both("amount", "bands"));
  keys.refuse_alone("of", "bands");
  keys.refuse_alone("of", "amount");
  keys.refuse_alone("absent", "bands");
  CHECK(from.found() == codes{"keys-exclude", "key-needs-key"});
}

TEST_CASE("a list longer than the limit is not read", "[model][mapping_reader]") {
  fragment from("{rows: [1, 2, 3]}");
  reading narrow{from.in().files, from.in().out, {}};
  narrow.bounds.max_list_items = 2;
  mapping_reader keys(from.tree(), "tiers", narrow);
  CHECK(keys.items("rows").empty());
  CHECK(from.found() == codes{"list-too-long"});
}
