// Commas outside of quotes, against a walk byte by byte.

#include "ingest/csv_index.hpp"

#include <optional>
#include <random>
#include <string>

#include "catch.hpp"

using namespace sudui;
using commas = std::vector<std::uint32_t>;

namespace {

// Nothing where the line ends inside of quotes.
std::optional<commas> one_by_one(std::string_view line) {
  commas made;
  bool inside = false;
  for (std::uint32_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') inside = !inside;
    if (line[i] == ',' && !inside) made.push_back(i);
  }
  return inside ? std::nullopt : std::optional(made);
}

std::optional<commas> indexed(ingest::csv_index& by, std::string_view line) {
  if (!by.read(line)) return std::nullopt;
  return commas(by.commas().begin(), by.commas().end());
}

}  // namespace

TEST_CASE("commas inside of quotes divide nothing", "[ingest][csv_index]") {
  ingest::csv_index by;
  CHECK(indexed(by, "a,\"b,c\",d") == commas{1, 7});
  CHECK(by.has_quotes());
  CHECK(indexed(by, "a,b") == commas{1});
  CHECK_FALSE(by.has_quotes());
  CHECK(indexed(by, "\"a \"\"b,\"\"\",c") == commas{10});
  CHECK(indexed(by, "") == commas{});
  CHECK_FALSE(indexed(by, "a,\"b").has_value());
}

TEST_CASE("every kernel finds the commas that a walk finds", "[ingest][csv_index]") {
  std::mt19937 random(3);
  for (const auto* kernels : kernels::usable()) {
    ingest::csv_index by(*kernels);
    for (int i = 0; i < 600; ++i) {
      std::string line(random() % 300, 'x');
      const auto rate = 2 + random() % 40;  // quotes are dense or far apart
      for (auto& each : line) {
        if (random() % 4 == 0) each = ',';
        if (random() % rate == 0) each = '"';
      }
      INFO(kernels->name << ": " << line);
      REQUIRE(indexed(by, line) == one_by_one(line));
    }
  }
}
