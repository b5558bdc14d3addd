#include "ingest/number_text.hpp"

#include <string>

#include "catch.hpp"

using namespace sudui;
using namespace sudui::ingest;

namespace {

std::string text_of(std::string_view written, bool suffixes = true) {
  const read_number read = number_of(written, suffixes);
  return read.flaw == number_flaw::none ? read.value.to_string() : "flawed";
}

}  // namespace

TEST_CASE("digits are read exactly", "[ingest][number_text]") {
  CHECK(text_of("12345678901234567890.12") == "12345678901234567890.12");
  CHECK(text_of("-0.05") == "-0.05");
  CHECK(text_of("1e3") == "1000");
}

TEST_CASE("suffixes move the point and lose nothing", "[ingest][number_text]") {
  CHECK(text_of("5000万") == "50000000");
  CHECK(text_of("1.23456亿") == "123456000");
  CHECK(text_of("8%") == "0.08");
  CHECK(text_of("0.125%") == "0.00125");
  CHECK(text_of("8％") == "0.08");
}

TEST_CASE("suffixes count only where they are admitted", "[ingest][number_text]") {
  CHECK(text_of("5000万", false) == "flawed");
  CHECK(text_of("8%", false) == "flawed");
}

TEST_CASE("a suffix alone is no number", "[ingest][number_text]") {
  CHECK(number_of("万", true).flaw == number_flaw::not_a_number);
  CHECK(number_of("", true).flaw == number_flaw::not_a_number);
  CHECK(number_of("abc", true).flaw == number_flaw::not_a_number);
  CHECK(number_of("1.2.3", true).flaw == number_flaw::not_a_number);
}

TEST_CASE("separators are told from other mistakes", "[ingest][number_text]") {
  CHECK(number_of("1,234,567", true).flaw == number_flaw::separators);
  CHECK(number_of("1,5万", true).flaw == number_flaw::separators);
  CHECK(number_of("a,b", true).flaw == number_flaw::not_a_number);
}

TEST_CASE("more digits than a decimal keeps are told as such", "[ingest][number_text]") {
  CHECK(number_of(std::string(34, '7'), true).flaw == number_flaw::none);
  CHECK(number_of(std::string(35, '7'), true).flaw == number_flaw::too_long);
}
