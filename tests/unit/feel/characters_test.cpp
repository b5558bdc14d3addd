#include "feel/characters.hpp"

#include "catch.hpp"

namespace sudui::tests {

TEST_CASE("names begin with letters of any script, not with digits or signs",
          "[feel][characters]") {
  for (const char32_t letter : {U'a', U'Z', U'_', U'?', U'\u00e9', U'\u5e74', U'\u3007', U'\u3005',
                                U'\U0001F40E', U'\u0416'}) {
    CAPTURE(static_cast<std::uint32_t>(letter));
    CHECK(feel::is_name_start(letter));
  }
  for (const char32_t other :
       {U'0', U'+', U'.', U' ', U'\u00d7', U'\u3001', U'\uff0c', U'\u201c'}) {
    CAPTURE(static_cast<std::uint32_t>(other));
    CHECK_FALSE(feel::is_name_start(other));
  }
}

TEST_CASE("names go on with digits, middle dots and combining marks", "[feel][characters]") {
  for (const char32_t part : {U'0', U'9', U'\u00b7', U'\u0301', U'a'}) {
    CAPTURE(static_cast<std::uint32_t>(part));
    CHECK(feel::is_name_part(part));
  }
  for (const char32_t other : {U'-', U'\'', U'\u2019', U'\u3000'}) {
    CAPTURE(static_cast<std::uint32_t>(other));
    CHECK_FALSE(feel::is_name_part(other));
  }
}

TEST_CASE("blanks of every width are spaces", "[feel][characters]") {
  for (const char32_t space :
       {U' ', U'\t', U'\n', U'\r', U'\u00a0', U'\u2003', U'\u3000', U'\ufeff'}) {
    CAPTURE(static_cast<std::uint32_t>(space));
    CHECK(feel::is_space(space));
    CHECK_FALSE(feel::is_name_part(space));
  }
  CHECK_FALSE(feel::is_space(U'_'));
}

TEST_CASE("full-width and typographic signs have an ASCII spelling", "[feel][characters]") {
  const std::pair<char32_t, std::string> pairs[] = {
      {U'\uff0c', ","},  {U'\uff08', "("},  {U'\uff09', ")"},  {U'\u3001', ","},  {U'\u3002', "."},
      {U'\uff1a', ":"},  {U'\u201c', "\""}, {U'\u201d', "\""}, {U'\u2264', "<="}, {U'\u2265', ">="},
      {U'\u2260', "!="}, {U'\u00d7', "*"},  {U'\u00f7', "/"},  {U'\u3010', "["},  {U'\uff05', "%"},
      {U'\uff10', "0"},  {U'\uff21', "A"},  {U'\uff5e', ".."}};
  for (const auto& [typed, meant] : pairs) {
    CAPTURE(static_cast<std::uint32_t>(typed));
    CHECK(feel::ascii_for(typed) == meant);
    CHECK_FALSE(feel::is_name_start(typed));
  }
}

TEST_CASE("what is ASCII or a letter has no other spelling", "[feel][characters]") {
  for (const char32_t what : {U',', U'a', U'\u5e74', U'\u00e9', U'\u20ac'}) {
    CAPTURE(static_cast<std::uint32_t>(what));
    CHECK(feel::ascii_for(what).empty());
  }
}

}  // namespace sudui::tests
