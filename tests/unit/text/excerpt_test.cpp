#include "text/excerpt.hpp"

#include "catch.hpp"

using sudui::text::excerpt;
using sudui::text::span;

TEST_CASE("a text that stands in the source as it is leads back by its begin", "[text][excerpt]") {
  const excerpt text("revenue > 5", 3, 100);
  CHECK(text.where(0, 7) == span{3, 100, 107});
  CHECK(text.where(10, 11) == span{3, 110, 111});
  CHECK(text.where() == span{3, 100, 111});
  CHECK(text.where(4, 4) == span{3, 104, 104});
}

TEST_CASE("anchors carry over dropped indentation", "[text][excerpt]") {
  // source: "|\n  ab\n  cd" from offset 0; text: "ab\ncd"
  excerpt text("ab\ncd", 0, 4);
  text.anchor_whole(2, 6, 9);
  text.anchor(3, 9);
  CHECK(text.where(3, 5) == span{0, 9, 11});
  CHECK(text.where(0, 2) == span{0, 4, 6});  // ends at its own line's end
  CHECK(text.where(1, 4) == span{0, 5, 10});
  CHECK(text.where(2, 3) == span{0, 6, 9});
}

TEST_CASE("a piece that stands for a range as a whole gives the whole range", "[text][excerpt]") {
  // "x\u5e74y" with the escape spelled in six bytes at 11
  excerpt text("x\u5e74y", 0, 10);
  text.anchor_whole(1, 11, 17);
  text.anchor(4, 17);
  CHECK(text.where(1, 4) == span{0, 11, 17});
  CHECK(text.where(2, 3) == span{0, 11, 17});
  CHECK(text.where(4, 5) == span{0, 17, 18});
  CHECK(text.where(0, 2) == span{0, 10, 17});
}

TEST_CASE("a later anchor at the same offset replaces the first", "[text][excerpt]") {
  excerpt text("ab", 0, 0);
  text.anchor(0, 50);
  CHECK(text.where(0, 1) == span{0, 50, 51});
  text.anchor(1, 60);
  text.anchor(1, 70);
  CHECK(text.where(1, 2) == span{0, 70, 71});
}

TEST_CASE("an excerpt of nothing has no place", "[text][excerpt]") {
  CHECK_FALSE(excerpt().where().has_place());
}
