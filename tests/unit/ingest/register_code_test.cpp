#include "ingest/register_code.hpp"

#include "catch.hpp"

using namespace sudui::ingest;

TEST_CASE("a division code is six digits", "[ingest][register_code]") {
  CHECK(is_division_code("320412"));
  CHECK_FALSE(is_division_code("32041"));
  CHECK_FALSE(is_division_code("3204120"));
  CHECK_FALSE(is_division_code("32O412"));
}

TEST_CASE("an industry code is a letter and up to four digits", "[ingest][register_code]") {
  CHECK(flaw_of_industry_code("C") == industry_flaw::none);
  CHECK(flaw_of_industry_code("C38") == industry_flaw::none);
  CHECK(flaw_of_industry_code("C3841") == industry_flaw::none);
  CHECK(flaw_of_industry_code("C3") == industry_flaw::shape);
  CHECK(flaw_of_industry_code("C38411") == industry_flaw::shape);
  CHECK(flaw_of_industry_code("3841") == industry_flaw::shape);
  CHECK(flaw_of_industry_code("U10") == industry_flaw::shape);
  CHECK(flaw_of_industry_code("") == industry_flaw::shape);
}

TEST_CASE("the digits of an industry code fix its letter", "[ingest][register_code]") {
  CHECK(industry_letter("01") == 'A');
  CHECK(industry_letter("12") == 'B');
  CHECK(industry_letter("13") == 'C');
  CHECK(industry_letter("4390") == 'C');
  CHECK(industry_letter("44") == 'D');
  CHECK(industry_letter("6510") == 'I');
  CHECK(industry_letter("97") == 'T');
  CHECK_FALSE(industry_letter("00"));
  CHECK_FALSE(industry_letter("98"));
  CHECK_FALSE(industry_letter("3x"));
  CHECK(flaw_of_industry_code("I3841") == industry_flaw::letter);
}
