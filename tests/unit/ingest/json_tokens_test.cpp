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

// Every count of digits before and behind the point, at the end of the bytes and far before it.
TEST_CASE("numbers of any length are read alike, wherever they end", "[ingest][json_tokens]") {
  const std::string digits = "9081726354091827364509";
  for (std::size_t whole = 1; whole <= 20; ++whole) {
    for (std::size_t places = 0; places <= 20; ++places) {
      std::string text = digits.substr(0, whole);
      std::string expected = text + digits.substr(1, places) + "e-" + std::to_string(places);
      if (places > 0) text += '.' + digits.substr(1, places);
      if (whole + places > 18) expected = "refused";
      for (const auto& signed_text : {text, '-' + text}) {
        INFO(signed_text);
        const auto wanted =
            signed_text == text || expected == "refused" ? expected : '-' + expected;
        CHECK(number_in(signed_text) == wanted);
        walk before("[" + signed_text + ", 12345678, 12345678]");
        REQUIRE(before.at.take('['));
        const auto made = before.at.number();
        CHECK(made.has_value() == (wanted != "refused"));
        if (made)
          CHECK(std::to_string(made->digits) + "e-" + std::to_string(made->places) == wanted);
      }
    }
  }
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

TEST_CASE("a mark knows its key by all of its bytes", "[ingest][json_tokens]") {
  for (std::size_t size = 0; size <= 40; ++size) {
    std::string key = "\"";
    for (std::size_t i = 0; i < size; ++i) key += static_cast<char>('a' + i % 26);
    key += "\":";
    const key_mark mark(key);
    const std::string there = key + " 1234567}";
    CHECK(mark.stands_at(there.data(), key.size()));
    for (std::size_t i = 0; i < key.size(); ++i) {
      std::string other = there;
      other[i] ^= 1;
      CHECK_FALSE(mark.stands_at(other.data(), key.size()));
    }
    CHECK_FALSE(mark.stands_at(there.data(), key.size() - 1));
    CHECK_FALSE(mark.stands_at(there.data(), key.size() + 1));
  }
}

TEST_CASE("an entry whose value is one token is seen as a whole", "[ingest][json_tokens]") {
  const auto entry = [](const std::string& text, const auto& see) {
    walk one(text);
    REQUIRE(one.at.take('{'));
    plain_entry made;
    REQUIRE(one.at.peek_entry(made));
    return see(made, one.at.end());
  };
  const auto text = [&](const std::string& json) {
    return entry(json + "        ", [](const plain_entry& of, const char*) {
      std::string_view said;
      return of.text(said) ? std::string(said) : "refused";
    });
  };
  CHECK(text(R"({"a": "b c", "d": 1})") == "b c");
  CHECK(text(R"({"a": ""})") == "");
  CHECK(text(R"({"a": "\u0041"})") == "\\u0041");
  CHECK(text(R"({"a": 12345, "d": "x"})") == "refused");
  CHECK(text(R"({"a": ["b"]})") == "refused");
  CHECK(text(R"({"a": {"b": 1}})") == "refused");
  const auto number = [&](const std::string& json) {
    return entry(json + "            ", [](const plain_entry& of, const char* end) {
      plain_number said, same;
      const bool is_short = of.short_number(same);
      const char* at = of.value;
      if (!take_plain_number(at, end, said) || at != of.behind)
        return std::string(is_short ? "wrong" : "refused");
      if (is_short) REQUIRE((said.digits == same.digits && said.places == same.places));
      return std::to_string(said.digits) + (is_short ? " short" : "");
    });
  };
  CHECK(number(R"({"a":12.5})") == "125 short");
  CHECK(number(R"({"a":12345678.95})") == "1234567895 short");
  CHECK(number(R"({"a":0})") == "0 short");
  CHECK(number(R"({"a":0.05})") == "5 short");
  CHECK(number(R"({"a":123456789})") == "123456789");
  CHECK(number(R"({"a":1.005})") == "1005");
  CHECK(number(R"({"a": -7,"b": 1})") == "-7");
  for (const char* wrong : {"12x", "1e3", "\"1\"", "01", "00.5", "1.", ".5", ".55", "1.x", "1.x5",
                            "1.5x", "-", "1..5", "1 .5", "1x.55", ":.5", "1/.55"}) {
    INFO(wrong);
    CHECK(number("{\"a\": " + std::string(wrong) + "}") == "refused");
  }
  const auto flag = [&](const std::string& json) {
    return entry(json + "        ", [](const plain_entry& of, const char*) {
      bool made = false;
      return std::string(!of.flag(made) ? "refused" : made ? "true" : "false");
    });
  };
  CHECK(flag(R"({"a": true, "b": 1})") == "true");
  CHECK(flag(R"({"a": false,"b": 1})") == "false");
  CHECK(flag(R"({"a":true})") == "true");
  for (const char* wrong : {"truer", "true ", "tru", "falsee", "fals", "falsy", "null", "\"true\"",
                            "1", "truee", "[false]"}) {
    INFO(wrong);
    CHECK(flag("{\"a\": " + std::string(wrong) + "}") == "refused");
  }
  walk at_the_end(R"({"a": 1})");  // eight bytes of the value cannot be read
  REQUIRE(at_the_end.at.take('{'));
  plain_entry made;
  CHECK_FALSE(at_the_end.at.peek_entry(made));
  walk no_entry(R"(["a", "b", "cdefghij"])");  // no colon: no key stands there
  REQUIRE(no_entry.at.take('['));
  REQUIRE(no_entry.at.peek_entry(made));
  CHECK_FALSE(key_mark("\"a\":").stands_at(made.key, made.key_size));
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
