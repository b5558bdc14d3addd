// A walk over the tokens of JSON.

#include "ingest/json_tokens.hpp"

#include "catch.hpp"
#include "ingest/json_index.hpp"

using namespace sudui::ingest;

namespace {
struct walk {
  std::string held;
  json_index index;
  json_tokens at;
  explicit walk(std::string text) : held(std::move(text)) {
    REQUIRE(index.read(held));
    at = json_tokens(held, index.tokens());
  }
};

std::string number_in(const std::string& text) {
  walk one(text);
  const auto made = one.at.number();
  if (!made || !one.at.is_at_end()) return "refused";
  return std::to_string(made->digits) + "e-" + std::to_string(made->places);
}

// As an item, so that a text is followed by a token.
std::string text_in(const std::string& text) {
  walk one("[" + text + "]");
  REQUIRE(one.at.take('['));
  const auto made = one.at.text();
  return made && one.at.take(']') ? std::string(*made) : "refused";
}

bool skips(const std::string& text) {
  walk one("[" + text + "]");
  return one.at.skip() && one.at.is_at_end();
}
}  // namespace

TEST_CASE("numbers are digits and places", "[ingest][json_tokens]") {
  CHECK(number_in("0") == "0e-0");
  CHECK(number_in("-12.50") == "-1250e-2");
  CHECK(number_in("123456789012345678") == "123456789012345678e-0");
  CHECK(number_in("0.12345678901234567") == "12345678901234567e-17");
}

TEST_CASE("what is no number, or is not plain, is refused", "[ingest][json_tokens]") {
  for (const char* text : {"01", "-", "1.", ".5", "+1", "1e3", "1E-3", "--1", "1.2.3", "0x1", "1a",
                           "1234567890123456789", "12345678901234567.89",
                           "99999999999999999999999999999999999999999999", "true"}) {
    INFO(text);
    CHECK(number_in(text) == "refused");
  }
}

TEST_CASE("texts end at their own quote", "[ingest][json_tokens]") {
  CHECK(text_in(R"("abc")") == "abc");
  CHECK(text_in(R"("a, ]b"  )") == "a, ]b");
  CHECK(text_in(R"("")") == "");
  CHECK(text_in(R"("a\"b")") == "refused");
  CHECK(text_in(R"("a"b)") == "refused");
  CHECK(text_in(R"(1)") == "refused");
  walk last(R"("open end")");
  CHECK_FALSE(last.at.text());
}

TEST_CASE("a key is passed with its colon, or not at all", "[ingest][json_tokens]") {
  walk one(R"({"name" : 1})");
  REQUIRE(one.at.take('{'));
  CHECK_FALSE(one.at.take_key("nam"));
  CHECK_FALSE(one.at.take_key("names"));
  CHECK_FALSE(one.at.take_key("name\" : 1}"));
  CHECK(one.at.take_key("name"));
  CHECK(one.at.peek() == '1');
  walk no_key(R"(["a", "b"])");
  REQUIRE(no_key.at.take('['));
  CHECK_FALSE(no_key.at.take_key("a"));
}

TEST_CASE("words are whole words", "[ingest][json_tokens]") {
  walk one("[true, truest]");
  REQUIRE(one.at.take('['));
  CHECK_FALSE(one.at.word("false"));
  CHECK(one.at.word("true"));
  REQUIRE(one.at.take(','));
  CHECK_FALSE(one.at.word("true"));
  walk short_one("tru");
  CHECK_FALSE(short_one.at.word("true"));
}

TEST_CASE("any value of plain parts can be passed over", "[ingest][json_tokens]") {
  CHECK(skips(R"({"a": [1, {"b": null}], "c": {}}, true, [], "x")"));
  CHECK(skips(R"({"a": {"x": 1}, "b": {"x": 1}})"));
  for (const char* text : {R"({"a": 1, "a": 2})", R"({"a" 1})", "[1 2]", "[1,]", R"({"a": 1,})",
                           R"({1: 2})", "nul", R"({"a": })", "[}", R"("\n")", "1e9"}) {
    INFO(text);
    CHECK_FALSE(skips(text));
  }
  CHECK(skips(std::string(14, '[') + std::string(14, ']')));
  CHECK_FALSE(skips(std::string(20, '[') + std::string(20, ']')));
  std::string many = "{\"k\": 1";
  for (int i = 0; i < 20; ++i) many += ", \"k" + std::to_string(i) + "\": 1";
  CHECK_FALSE(skips(many + "}"));
}
