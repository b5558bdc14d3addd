#include "ingest/field_names.hpp"

#include "catch.hpp"
#include "dictionary.hpp"

using namespace sudui;

TEST_CASE("a field is found by name, alias and whole label", "[ingest][field_names]") {
  text::sink out;
  const std::vector<model::field> fields = tests::dictionary_fields();
  const types::schema dictionary(fields, out);
  ingest::field_names names(dictionary);
  CHECK(names.find("capital") == 1U);
  CHECK(names.find("注册资本(实缴)") == 1U);
  CHECK(names.find("营业收入") == 0U);
  CHECK_FALSE(names.find("注册资本"));
  CHECK_FALSE(names.find(""));
}

TEST_CASE("a label that two fields bear finds neither", "[ingest][field_names]") {
  text::sink out;
  std::vector<model::field> fields;
  fields.push_back(tests::field_of("a", "number", "金额(元)"));
  fields.push_back(tests::field_of("b", "number", "金额(元)"));
  const types::schema dictionary(fields, out);
  const ingest::field_names names(dictionary);
  CHECK_FALSE(names.find("金额(元)"));
}

TEST_CASE("the same question for the nearest name has the same answer", "[ingest][field_names]") {
  text::sink out;
  const std::vector<model::field> fields = tests::dictionary_fields();
  const types::schema dictionary(fields, out);
  ingest::field_names names(dictionary);
  CHECK(names.nearest("revenu") == "revenue");
  CHECK(names.nearest("revenu") == "revenue");
  CHECK(names.nearest("telephone").empty());
  for (int i = 0; i < 3000; ++i) CHECK(names.nearest("telephone" + std::to_string(i)).empty());
  CHECK(names.nearest("revenu") == "revenue");
}
