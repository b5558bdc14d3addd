#include "model/words.hpp"

#include <set>

#include "catch.hpp"

using namespace sudui;
using namespace sudui::model;

namespace {

template <class Enum>
void check_round_trip(std::size_t count) {
  std::set<std::string_view> seen;
  for (const word<Enum>& each : words_of(Enum{})) {
    CAPTURE(each.text);
    CHECK(seen.insert(each.text).second);
    CHECK(meaning_of<Enum>(each.text) == each.meaning);
    CHECK(to_word(each.meaning) == each.text);
  }
  CHECK(seen.size() == count);
  CHECK(all_words<Enum>().size() == count);
}

}  // namespace

TEST_CASE("every word has one meaning and every meaning one word", "[model][words]") {
  check_round_trip<source_status>(4);
  check_round_trip<absence>(4);
  check_round_trip<value_check>(3);
  check_round_trip<selector>(3);
  check_round_trip<code_match>(2);
  check_round_trip<clause_kind>(4);
  check_round_trip<benefit_kind>(10);
  check_round_trip<hit_policy>(11);
  check_round_trip<level>(4);
  check_round_trip<redemption>(4);
  check_round_trip<timing>(2);
  check_round_trip<rounding>(7);
}

TEST_CASE("words keep their dashes and spaces", "[model][words]") {
  CHECK(to_word(benefit_kind::in_kind) == "in-kind");
  CHECK(to_word(hit_policy::collect_sum) == "collect-sum");
  CHECK(to_word(rounding::half_up) == "half up");
  CHECK_FALSE(meaning_of<benefit_kind>("in_kind").has_value());
}

TEST_CASE("what is said by leaving a key out has no word", "[model][words]") {
  CHECK(to_word(period::none).empty());
  CHECK(to_word(period::year) == "year");
}
