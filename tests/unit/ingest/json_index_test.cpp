// Where tokens of JSON begin.

#include "ingest/json_index.hpp"

#include <sstream>

#include "catch.hpp"

using sudui::ingest::json_index;

namespace {
std::string places(json_index& of, std::string_view text) {
  if (!of.read(text)) return "refused";
  std::ostringstream out;
  for (const auto each : of.tokens()) out << each << ' ';
  return out.str();
}
}  // namespace

TEST_CASE("tokens are marks, opening quotes and the first bytes of words", "[ingest][json_index]") {
  json_index index;
  CHECK(places(index, R"({"a": 12.5, "b":true})") == "0 1 4 6 10 12 15 16 20 ");
  CHECK(places(index, R"(["{,}\"", null])") == "0 1 8 10 14 ");
  CHECK(places(index, "7") == "0 ");
}

TEST_CASE("texts that are no JSON in their bytes are refused", "[ingest][json_index]") {
  json_index index;
  CHECK(places(index, "{\"a\": \"b}") == "refused");
  CHECK(places(index, "{\"a\": \"\xff\"}") == "refused");
  CHECK(places(index, "{\"a\": \"\t\"}") == "refused");
  CHECK(places(index, "") == "refused");
  CHECK(index.tokens().empty());
  json_index fresh;
  CHECK(places(fresh, "") == "refused");  // before there is any room
}

TEST_CASE("a longer text after a shorter one gets the room it needs", "[ingest][json_index]") {
  json_index index;
  CHECK(places(index, "{}") == "0 1 ");
  const std::string many = "[" + std::string(20'000, ' ') + "1]";
  CHECK(places(index, many) == "0 20001 20002 ");
  auto moved = std::move(index);
  CHECK(places(moved, "[]") == "0 1 ");
}
