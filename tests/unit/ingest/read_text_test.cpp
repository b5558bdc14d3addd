#include "ingest/read_text.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;
using sudui::tests::reading_of;

TEST_CASE("JSON and YAML say the same company", "[ingest][read_text]") {
  const reading_of json(R"({"staff": 48, "rating": {"2021": "good"}})", profile_format::json);
  const reading_of yaml("staff: 48\nrating:\n  2021: good\n");
  CHECK(json.finding().empty());
  CHECK(json["staff"] == yaml["staff"]);
  CHECK(json["rating"] == yaml["rating"]);
}

TEST_CASE("a second YAML document is refused", "[ingest][read_text]") {
  const reading_of read("staff: 48\n---\nstaff: 49\n");
  CHECK(read.finding() == "a profile is one document, a second one starts here");
  CHECK(read["staff"] == "48");
}

TEST_CASE("broken JSON leaves nothing", "[ingest][read_text]") {
  const reading_of read("{\"staff\": 48", profile_format::json);
  CHECK(read.out.has_errors());
  CHECK(read.company.entries().empty());
}
