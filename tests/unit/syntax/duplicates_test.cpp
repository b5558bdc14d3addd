#include "syntax/duplicates.hpp"

#include "catch.hpp"

using namespace sudui;

TEST_CASE("every repetition points at the first of its key", "[syntax][duplicates]") {
  text::sources files;
  files.add("t", "a\nb\na\na\n");
  text::tree mapping;
  mapping.what = text::tree::kind::mapping;
  for (const std::uint32_t at : {0U, 2U, 4U, 6U}) {
    mapping.entries.push_back({at == 2 ? "b" : "a", {0, at, at + 1}, {}});
  }
  text::sink out;
  syntax::refuse_duplicates(mapping, out, &files[0]);
  const diagnostics found = out.render(files);
  REQUIRE(found.size() == 2);
  CHECK(found[0].where.line == 3);
  CHECK(found[1].where.line == 4);
  CHECK(found[1].help.en == "line 1 already has it: keep one of the two");
}

TEST_CASE("without a source the line of the first is left out", "[syntax][duplicates]") {
  text::tree mapping;
  mapping.entries = {{"k", {0, 0, 1}, {}}, {"k", {0, 2, 3}, {}}};
  text::sink out;
  syntax::refuse_duplicates(mapping, out);
  const diagnostics found = out.render({});
  REQUIRE(found.size() == 1);
  CHECK(found[0].help.en.empty());
}
