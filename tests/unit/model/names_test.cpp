#include "model/names.hpp"

#include "catch.hpp"
#include "loaded.hpp"

using namespace sudui::model;
using namespace sudui::tests;

TEST_CASE("names are snake case or Chinese", "[model][names]") {
  for (const char* good : {"a", "tax_paid", "rd2", "研发费用", "研发_2", "r_d_"}) {
    CAPTURE(good);
    CHECK(is_name(good));
  }
  for (const char* bad :
       {"", "2a", "_a", "taxPaid", "tax-paid", "tax paid", "研发（高企）", "é", "\xff", "a\xe7"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_name(bad));
  }
}

TEST_CASE("ids of clauses are words with dashes", "[model][names]") {
  for (const char* good : {"a", "twice-the-average", "v_2", "在册", "2-of-3"}) {
    CAPTURE(good);
    CHECK(is_word_id(good));
  }
  for (const char* bad : {"", "-a", "a-", "A", "a b", "a/b"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_word_id(bad));
  }
}

TEST_CASE("ids of policies are paths of words", "[model][names]") {
  CHECK(is_path("demo"));
  CHECK(is_path("changzhou/growth-reward"));
  CHECK(is_path("national/hnte-15"));
  for (const char* bad : {"", "/", "a/", "/a", "a//b", "A/b", "a b", "常州/奖励"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_path(bad));
  }
}

TEST_CASE("words of formulas are reserved, ordinary ones are not", "[model][names]") {
  for (const char* word : {"abs", "year", "as_of", "item", "if", "sum", "marginal", "unknown"}) {
    CAPTURE(word);
    CHECK(is_reserved(word));
  }
  for (const char* word : {"revenue", "years", "iff", "amount", ""}) {
    CAPTURE(word);
    CHECK_FALSE(is_reserved(word));
  }
}

TEST_CASE("a member may bear a name that a field may not", "[model][names]") {
  fragment from("date");
  const name what{"date", from.tree().where};
  check_member_name(what, from.in());
  CHECK(from.found().empty());
  check_name(what, from.in());
  CHECK(from.found() == codes{"reserved-name"});
}

TEST_CASE("a name that is not there is not complained about again", "[model][names]") {
  fragment from("x");
  check_name({}, from.in());
  check_word_id({}, from.in());
  check_path({}, from.in());
  CHECK(from.found().empty());
}
