#include "site/html_writer.hpp"

#include "catch.hpp"

using namespace sudui::site;

TEST_CASE("every text and attribute is escaped", "[site][html_writer]") {
  html_writer out;
  out.open("p", {{"title", "a \"b\" & 'c' <d>"}}).text("<script>alert(1)</script>&").close();
  CHECK(out.take() ==
        "<p title=\"a &quot;b&quot; &amp; &#39;c&#39; &lt;d&gt;\">"
        "&lt;script&gt;alert(1)&lt;/script&gt;&amp;</p>");
}

TEST_CASE("control characters that HTML forbids are left out", "[site][html_writer]") {
  std::string made;
  append_escaped(made, std::string("a\x01\x1f\x7f\tb\n\0c", 9));
  CHECK(made == "a\tb\nc");
}

TEST_CASE("what is still open is closed in its order", "[site][html_writer]") {
  html_writer out;
  out.open("ul").open("li").link("x.html", "<x>", {{"class", "k"}});
  CHECK(out.take() == "<ul><li><a href=\"x.html\" class=\"k\">&lt;x&gt;</a></li></ul>");
}
