#include "review/boundary_words.hpp"

#include "catch.hpp"

using sudui::review::words_agree;

TEST_CASE("words that count the limit in go with <= and >=", "[review][boundary_words]") {
  for (const char* label : {"收入2亿元以上", "不超过300人", "不低于10%", "至少一项", "3年以内"}) {
    INFO(label);
    CHECK(words_agree(label, ">="));
    CHECK(words_agree(label, "<="));
    CHECK(!words_agree(label, ">"));
    CHECK(!words_agree(label, "<"));
  }
}

TEST_CASE("words that leave the limit out go with < and >", "[review][boundary_words]") {
  for (const char* label :
       {"超过2倍", "低于100万元", "不足3年", "未满1年", "70分以上（不含70分）"}) {
    INFO(label);
    CHECK(words_agree(label, ">"));
    CHECK(words_agree(label, "<"));
    CHECK(!words_agree(label, ">="));
  }
}

TEST_CASE("no word, or words of both kinds, say nothing", "[review][boundary_words]") {
  CHECK(words_agree("居民企业", ">"));
  CHECK(words_agree("居民企业", ">="));
  CHECK(words_agree("1亿元以上且低于2亿元", ">"));
}
