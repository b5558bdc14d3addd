#include "ingest/check_text.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using sudui::tests::reading_of;

TEST_CASE("a misspelt code is refused with the one that was meant", "[ingest][check_text]") {
  const reading_of read("rating: {2021: midling}");
  CHECK(read.finding() == "`midling` is not a code of `rating(2021)` | did you mean `middling`?");
  CHECK(read["rating"] == "{}");
}

TEST_CASE("a code far from all others is refused with the list", "[ingest][check_text]") {
  CHECK(reading_of("rating: excellent").finding() ==
        "`excellent` is not a code of `rating` | the codes are `good`, `middling`, `poor`");
}

TEST_CASE("a failing check digit is a warning and the code is kept", "[ingest][check_text]") {
  const reading_of read("uscc: 91350100M0001TGQXM");
  CHECK(read.finding() ==
        "the check digit of the credit code `91350100M0001TGQXM` of `uscc` does not match | "
        "by the other characters it would be `1`; look for a typing error");
  CHECK_FALSE(read.out.has_errors());
  CHECK(read["uscc"] == "\"91350100M0001TGQXM\"");
}

TEST_CASE("a credit code of another length or alphabet is a warning", "[ingest][check_text]") {
  const reading_of brief("uscc: 9135");
  CHECK(brief.finding() == "the credit code `9135` of `uscc` has not 18 characters");
  const reading_of small("uscc: 91320412ma0demq19y");
  CHECK_FALSE(small.out.has_errors());
  CHECK(small["uscc"] == "\"91320412ma0demq19y\"");
}

TEST_CASE("a division code without six digits is refused", "[ingest][check_text]") {
  const reading_of read("place: 32041");
  CHECK(
      read.finding() ==
      "`32041` of `place` is not a division code | a division code has six digits, such as 320412");
  CHECK(read["place"] == "unknown");
}

TEST_CASE("an industry code without its letter is completed", "[ingest][check_text]") {
  const reading_of read("industry: 3841");
  CHECK(read.finding().empty());
  CHECK(read["industry"] == "\"C3841\"");
}

TEST_CASE("a letter that does not belong to the digits is a warning", "[ingest][check_text]") {
  const reading_of read("industry: I3841");
  CHECK(read.finding() ==
        "the letter of the industry code `I3841` of `industry` does not belong to its digits | "
        "by its digits it would be `C3841`");
  CHECK(read["industry"] == "\"I3841\"");
}

TEST_CASE("an industry code of another shape is refused", "[ingest][check_text]") {
  CHECK(reading_of("industry: chips")["industry"] == "unknown");
}
