#include "ingest/credit_code.hpp"

#include "catch.hpp"

using namespace sudui::ingest;

TEST_CASE("the check character is the one that completes the weighted sum",
          "[ingest][credit_code]") {
  CHECK(credit_check_character("91320412MA0DEMQ19") == 'Y');
  CHECK(credit_check_character("91320412MA0D00332") == '0');
}

TEST_CASE("a remainder of zero gives the check character zero", "[ingest][credit_code]") {
  CHECK(flaw_of_credit_code("91320412MA0D003320") == code_flaw::none);
}

TEST_CASE("a right code has no flaw", "[ingest][credit_code]") {
  CHECK(flaw_of_credit_code("91320412MA0DEMQ19Y") == code_flaw::none);
}

TEST_CASE("codes issued early fail the check digit only", "[ingest][credit_code]") {
  const auto* code = GENERATE("91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P");
  CHECK(flaw_of_credit_code(code) == code_flaw::check_digit);
}

TEST_CASE("what early codes compute to is told", "[ingest][credit_code]") {
  CHECK(credit_check_character("91350100M0001TGQX") == '1');
  CHECK(credit_check_character("91350211M0000XUF4") == 'R');
  CHECK(credit_check_character("91350203M0001FUE2") == 'J');
}

TEST_CASE("one wrong character changes the check character", "[ingest][credit_code]") {
  CHECK(flaw_of_credit_code("91320412MA0DEMQ29Y") == code_flaw::check_digit);
  CHECK(flaw_of_credit_code("91320421MA0DEMQ19Y") == code_flaw::check_digit);
}

TEST_CASE("letters outside the alphabet and lower case are wrong characters",
          "[ingest][credit_code]") {
  const auto* code = GENERATE("9132041IMA0DEMQ19Y", "91320412ma0demq19y", "91320412MA0DEMQ19Z");
  CHECK(flaw_of_credit_code(code) == code_flaw::character);
}

TEST_CASE("a code has eighteen characters", "[ingest][credit_code]") {
  const auto* code = GENERATE("", "91320412MA0DEMQ19", "91320412MA0DEMQ19YY");
  CHECK(flaw_of_credit_code(code) == code_flaw::length);
}
