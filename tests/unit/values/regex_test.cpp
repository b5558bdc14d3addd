#include "values/regex.hpp"

#include <string>

#include "catch.hpp"

using namespace sudui::values;
using found = compiled_pattern::found;

TEST_CASE("patterns of XPath become those of PCRE2", "[values][regex]") {
  CHECK(translate_pattern("a.c", "") == "a[^\\n\\r]c");
  CHECK(translate_pattern("a.c", "s") == "a(?s:.)c");
  CHECK(translate_pattern("a b", "x") == "ab");
  CHECK(translate_pattern("[a b]", "x") == "[a b]");
  CHECK(translate_pattern("a.c", "q") == "a\\.c");
  CHECK(translate_pattern("[A-Z-[OI]]", "") == "(?:(?![OI])[A-Z])");
  CHECK(translate_pattern("[^\\W]", "") == "(?:(?![\\p{P}\\p{Z}\\p{C}])(?s:.))");
  CHECK(translate_pattern("(a)\\1", "") == "(a)\\g{1}");
}

TEST_CASE("what XPath does not have is no pattern", "[values][regex]") {
  for (const char* text :
       {"(",       ")",           "a)",    "[",     "[]",    "[a",      "]",      "{",
        "a{",      "a{2",         "a{x}",  "a{2,1", "*",     "a**",     "a++",    "^*",
        "(?=a)",   "(?<n>a)",     "(?i)a", "\\b",   "\\0",   "\\1",     "(\\1)",  "(a)[\\1]",
        "\\p{Xx}", "\\p{IsNone}", "\\pL",  "\\",    "[b-a]", "[a-\\d]", "[\\d-a", "(*FAIL)"}) {
    INFO(text);
    compiled_pattern made;
    CHECK_FALSE(made.compile(text, ""));
  }
  compiled_pattern made;
  CHECK_FALSE(made.compile("a", "g"));
  CHECK_FALSE(made.compile(std::string(20'000, 'a'), ""));
  CHECK_FALSE(made.compile(std::string(500, '(') + std::string(500, ')'), ""));
}

TEST_CASE("a match tells its place and that of its groups", "[values][regex]") {
  compiled_pattern made;
  REQUIRE(made.compile("(b)|(c)", ""));
  CHECK(made.groups() == 2);
  match_places places;
  REQUIRE(made.search("abc", 0, places) == found::yes);
  CHECK(places == match_places{{1, 2}, {1, 2}, {std::string::npos, std::string::npos}});
  REQUIRE(made.search("abc", 2, places) == found::yes);
  CHECK(places[0] == std::pair<std::size_t, std::size_t>{2, 3});
  CHECK(made.search("abc", 3, places) == found::no);
}

TEST_CASE("a hostile pattern ends after a number of steps", "[values][regex]") {
  compiled_pattern made;
  REQUIRE(made.compile("^(a|aa)+$", ""));
  match_places places;
  CHECK(made.search(std::string(60, 'a') + "c", 0, places) == found::too_costly);
  CHECK(made.search(std::string(60, 'a'), 0, places) == found::yes);
}

TEST_CASE("patterns are kept, and what is none is remembered as none", "[values][regex]") {
  pattern_cache known;
  auto* first = known.find("a+", "");
  CHECK(first != nullptr);
  CHECK(known.find("a+", "") == first);
  CHECK(known.find("a+", "i") != first);
  CHECK(known.find("(", "") == nullptr);
  for (int i = 0; i < 2'000; ++i) CHECK(known.find("a" + std::to_string(i), "") != nullptr);
}
