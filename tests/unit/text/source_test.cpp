#include "text/source.hpp"

#include "catch.hpp"

using sudui::text::source;
using sudui::text::sources;

namespace {

std::pair<unsigned, unsigned> at(const source& from, std::uint32_t offset) {
  const auto [line, column] = from.locate(offset);
  return {line, column};
}

using place = std::pair<unsigned, unsigned>;

}  // namespace

TEST_CASE("an offset becomes a line and a column in code points", "[text][source]") {
  const source from("a.yaml", "one\n\u5e74\u5e74x\n");
  CHECK(at(from, 0) == place(1, 1));
  CHECK(at(from, 3) == place(1, 4));  // the line end belongs to its line
  CHECK(at(from, 4) == place(2, 1));
  CHECK(at(from, 10) == place(2, 3));  // two characters of three bytes before
  CHECK(at(from, 12) == place(3, 1));
  CHECK(at(from, 999) == place(3, 1));
}

TEST_CASE("lines come without their ends, whichever kind they have", "[text][source]") {
  const source from("a.yaml", "one\r\ntwo\n\nlast");
  CHECK(from.line(1) == "one");
  CHECK(from.line(2) == "two");
  CHECK(from.line(3).empty());
  CHECK(from.line(4) == "last");
  CHECK(from.line(0).empty());
  CHECK(from.line(5).empty());
  CHECK(at(from, 4) == place(1, 4));  // between \r and \n: still behind the last character
  CHECK(from.line_begin(2) == 5);
  CHECK(from.line_begin(9) == from.bytes().size());
}

TEST_CASE("an empty source has one empty line", "[text][source]") {
  const source from("empty", "");
  CHECK(at(from, 0) == place(1, 1));
  CHECK(from.line(1).empty());
}

TEST_CASE("a byte order mark is dropped", "[text][source]") {
  const source from("a.json", "\xEF\xBB\xBF{}");
  CHECK(from.bytes() == "{}");
  CHECK(at(from, 1) == place(1, 2));
}

TEST_CASE("a source that is one line of a stream keeps its number", "[text][source]") {
  const source from("rows.ndjson", "{\"a\": }", 4711);
  CHECK(at(from, 6) == place(4711, 7));
  CHECK(from.line(4711) == "{\"a\": }");
  CHECK(from.line(1).empty());
  CHECK(from.line_begin(4711) == 0);
  CHECK(from.line_begin(1) == 0);
}

TEST_CASE("sources stay where they are while others are added", "[text][source]") {
  sources files;
  const auto first = files.add("first", "1");
  const source* kept = &files[first];
  for (int i = 0; i < 100; ++i) files.add("more", "2");
  CHECK(kept == &files[first]);
  CHECK(kept->name() == "first");
  CHECK(files.size() == 101);
}
