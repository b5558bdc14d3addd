// Keys of rows, found by those of the rows before.

#include "ingest/known_keys.hpp"

#include <sstream>

#include "catch.hpp"
#include "ingest/json_index.hpp"
#include "unit/ingest/dictionary.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {
struct keys_of_rows {
  std::vector<model::field> fields = dictionary_fields();
  text::sink out;
  types::schema dictionary{fields, out};
  ingest::known_keys keys{dictionary};
  ingest::json_index index;
  ingest::known_key* last = nullptr;

  /// Field numbers; `?` for a name that the dictionary does not have, `!` where it stops.
  std::string row(const std::string& text) {
    REQUIRE(index.read(text));
    ingest::json_tokens at(text, index.tokens());
    keys.start_row();
    std::ostringstream made;
    REQUIRE(at.take('{'));
    do {
      last = keys.take(at);
      if (last == nullptr) return made.str() + "!";
      const bool has_field = last->field != ingest::known_key::no_field;
      made << (has_field ? std::to_string(last->field) : "?") << ' ';
      REQUIRE(at.skip());
    } while (at.take(','));
    return made.str();
  }
};
}  // namespace

TEST_CASE("keys are names, aliases and labels, in any order", "[ingest][known_keys]") {
  keys_of_rows rows;
  CHECK(rows.row(R"j({"revenue": 1, "职工人数": 2, "注册资本(实缴)": 3})j") == "0 2 1 ");
  CHECK(rows.row(R"j({"注册资本(实缴)": 3, "revenue": 1, "职工人数": 2})j") == "1 0 2 ");
  CHECK(rows.row(R"({"revenue": 1, "growth": 1, "uscc": 1, "place": 1, "industry": 1})") ==
        "0 3 4 5 6 ");
  CHECK(rows.row(R"({"revenue": 1, "industry": 1})") == "0 6 ");
  CHECK(rows.row(R"({"industry": 1, "place": 1, "revenue": 1, "growth": 1})") == "6 5 0 3 ");
}

TEST_CASE("a key that stands twice or is not plain ends the row", "[ingest][known_keys]") {
  keys_of_rows rows;
  CHECK(rows.row(R"({"revenue": 1, "revenue": 2})") == "0 !");
  CHECK(rows.row(R"({"revenue": 1, "revenue": 2})") == "0 !");
  CHECK(rows.row(R"({"staff": 1})") == "2 ");
  CHECK(rows.row(R"({"\u0073taff": 1})") == "!");
}

TEST_CASE("two names of one field end the row, whichever came first", "[ingest][known_keys]") {
  keys_of_rows rows;
  CHECK(rows.row(R"({"职工人数": 1, "revenue": 2})") == "2 0 ");
  CHECK(rows.row(R"({"staff": 1, "职工人数": 2})") == "2 !");
  CHECK(rows.row(R"({"职工人数": 1, "staff": 2})") == "2 !");
  CHECK(rows.row(R"({"staff": 1, "revenue": 2})") == "2 0 ");
}

TEST_CASE("an unknown key is news until it is told", "[ingest][known_keys]") {
  keys_of_rows rows;
  CHECK(rows.row(R"({"nobody": 1})") == "? ");
  CHECK_FALSE(rows.last->is_told);
  rows.last->is_told = true;
  CHECK(rows.row(R"({"nobody": 1})") == "? ");
  CHECK(rows.last->is_told);
  CHECK(rows.row(R"({"nobody": 1, "nobody": 1})") == "? !");
}

TEST_CASE("different keys without end are refused at last", "[ingest][known_keys]") {
  keys_of_rows rows;
  for (int i = 0; i < 9'999; ++i) REQUIRE(rows.row("{\"k" + std::to_string(i) + "\": 1}") == "? ");
  CHECK(rows.row(R"({"one more": 1})") == "!");
  CHECK(rows.row(R"({"k77": 1})") == "? ");
}
