#include "feel/foreign_words.hpp"

#include "catch.hpp"
#include "shape.hpp"

namespace sudui::tests {

TEST_CASE("operators as words have a sign", "[feel][foreign_words]") {
  CHECK(feel::written_for("不低于") == ">=");
  CHECK(feel::written_for("或者") == "or");
  CHECK(feel::written_for("Mod") == "modulo(a, b)");
  CHECK(feel::written_for("IS") == "=");
}

TEST_CASE("reserved words in capitals have their small form", "[feel][foreign_words]") {
  CHECK(feel::written_for("AND") == "and");
  CHECK(feel::written_for("Between") == "between");
  CHECK(feel::written_for("NOT") == "not(...)");
}

TEST_CASE("all other words stand for themselves", "[feel][foreign_words]") {
  for (const char* word : {"", "and", "not", "revenue", "大", "不低于三成"}) {
    CAPTURE(word);
    CHECK(feel::written_for(word).empty());
  }
}

TEST_CASE("a formula hears about them where no name can stand", "[feel][foreign_words]") {
  const std::string rest = " is not an operator of formulas | write ";
  CHECK(complaints("营业收入 不低于 500万") == "6^6 c-style-operator: `不低于`" + rest + "`>=`");
  CHECK(complaints("a 且 b") == "3^2 c-style-operator: `且`" + rest + "`and`");
  CHECK(complaints("a AND b") == "3^3 c-style-operator: `AND`" + rest + "`and`");
  CHECK(complaints("(a is null)") == "4^2 c-style-operator: `is`" + rest + "`=`");
  CHECK(complaints("If a then b else c") == "1^2 c-style-operator: `If`" + rest + "`if`");
  CHECK(complaints("NOT a") == "1^3 c-style-operator: `NOT`" + rest + "`not(...)`");
}

TEST_CASE("as names they are as good as any", "[feel][foreign_words]") {
  CHECK(shape("is(a, b) = gt") == "(= (call is a b) gt)");
  CHECK(shape("{大于: 1}.大于") == "(path '大于' (context 大于: 1))");
}

}  // namespace sudui::tests
