#include "cli/manifest.hpp"

#include "catch.hpp"

using namespace sudui;
using cli::manifest;

namespace {

manifest sample() {
  manifest made;
  made.run = {{"digest", "0a"}, {"as_of", "2023-12-31"}, {"policy", "*"}};
  made.parts.push_back({"part-00000.csv", {98, 2, 0}, 5000, 9000, 101, "rejects-00000.ndjson", ""});
  made.parts.push_back({"part-00001.csv",
                        {50, 0, 0},
                        2500,
                        13000,
                        151,
                        "",
                        R"([{"policy":"a","sums":{"":"1.50"}}])"});
  return made;
}

}  // namespace

TEST_CASE("a manifest is read as it was written", "[cli][manifest]") {
  const manifest written = sample();
  const auto read = cli::read_manifest(written.to_json());
  REQUIRE(read);
  CHECK(read->to_json() == written.to_json());
  CHECK(read->run == written.run);
  CHECK(read->parts[0].end == 9000);
  CHECK(read->parts[0].policies.empty());
  CHECK(read->parts[1].policies == written.parts[1].policies);
  CHECK(read->counts().read() == 150);
  CHECK(read->counts().rejected == 2);
  CHECK_FALSE(read->is_complete);
}

TEST_CASE("a manifest is one part a line", "[cli][manifest]") {
  manifest made;
  made.run = {{"year", "2023"}};
  made.is_complete = true;
  CHECK(made.to_json() ==
        "{\"manifest\":1,\"run\":{\"year\":\"2023\"},\n\"parts\":[],\n\"complete\":true}\n");
}

TEST_CASE("what is no manifest is not read", "[cli][manifest]") {
  CHECK_FALSE(cli::read_manifest(""));
  CHECK_FALSE(cli::read_manifest("[]"));
  CHECK_FALSE(cli::read_manifest("{\"manifest\":2,\"run\":{},\"parts\":[]}"));
  CHECK_FALSE(cli::read_manifest("{\"manifest\":1,\"run\":{}}"));
  const std::string half = sample().to_json().substr(0, 200);
  CHECK_FALSE(cli::read_manifest(half));
}

TEST_CASE("a part whose rows do not add up makes the manifest none", "[cli][manifest]") {
  std::string text = sample().to_json();
  text.replace(text.find("\"rows\":100"), 10, "\"rows\":101");
  CHECK_FALSE(cli::read_manifest(text));
}

TEST_CASE("the first difference of two runs is named", "[cli][manifest]") {
  manifest other = sample();
  CHECK_FALSE(cli::difference_of(sample(), other));
  other.run[1].second = "2024-01-01";
  const auto found = cli::difference_of(sample(), other);
  REQUIRE(found);
  CHECK(found->name == "as_of");
  CHECK(found->before == "2023-12-31");
  CHECK(found->now == "2024-01-01");
  other.run.insert(other.run.begin(), {"map", "x"});
  CHECK(cli::difference_of(sample(), other)->before.empty());
}
