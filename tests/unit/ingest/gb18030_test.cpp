#include "ingest/gb18030.hpp"

#include <sstream>
#include <string>

#include "catch.hpp"
#include "ingest/csv.hpp"

using namespace sudui;
using ingest::gb18030_decoder;

TEST_CASE("two and four bytes of GB18030 become UTF-8", "[ingest][gb18030]") {
  gb18030_decoder decoder;
  REQUIRE(decoder.is_available());
  std::string line = "\xC6\xF3\xD2\xB5,1";
  CHECK(decoder.decode(line));
  CHECK(line == "企业,1");
  line = "\x82\x35\x8F\x33";  // U+9FA6, which GBK does not have
  CHECK(decoder.decode(line));
  CHECK(line == "\xE9\xBE\xA6");
}

TEST_CASE("a line that is no GB18030 stays as it is, and the next one is converted",
          "[ingest][gb18030]") {
  gb18030_decoder decoder;
  for (const std::string broken : {"\xC6", "\xFF\xFF", "a\x81"}) {
    std::string line = broken;
    CHECK_FALSE(decoder.decode(line));
    CHECK(line == broken);
    line = "\xC6\xF3";
    CHECK(decoder.decode(line));
    CHECK(line == "企");
  }
}

TEST_CASE("rows are converted, places are those of the file", "[ingest][gb18030]") {
  // The second byte of the first character of row two looks like a backslash, not like a quote.
  std::istringstream input("\"\xC6\xF3\n\xD2\xB5\",1\r\n\x81\x5C,2\r\n\"\xC6\n\",3\r\nx,4\r\n");
  ingest::csv_reader rows(input, {}, ingest::text_encoding::gb18030);
  using status = ingest::csv_reader::status;
  REQUIRE(rows.next(2) == status::row);
  CHECK(rows.cells()[0].text == "企\n业");
  REQUIRE(rows.next(2) == status::row);
  CHECK(rows.cells()[0].text == "乗");
  CHECK(rows.offset() == 11);
  REQUIRE(rows.next(2) == status::reject);
  CHECK(rows.why() == ingest::csv_reader::flaw::undecodable);
  REQUIRE(rows.next(2) == status::row);
  CHECK(rows.line() == 6);
}
