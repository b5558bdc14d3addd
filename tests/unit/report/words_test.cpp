#include "report/words.hpp"

#include "catch.hpp"

using namespace sudui;
using namespace sudui::report;

TEST_CASE("words of the rule files are said in both languages", "[report][words]") {
  CHECK(spoken("direct", language::zh) == "免申即享");
  CHECK(spoken("direct", language::en) == "paid without applying");
  CHECK(spoken("seed-only", language::zh) == "仅见于线索，未核实");
}

TEST_CASE("a word that is not known stands for itself", "[report][words]") {
  CHECK(spoken("lottery", language::zh) == "lottery");
  CHECK(spoken("", language::en).empty());
}

TEST_CASE("verdicts have a word and a mark", "[report][words]") {
  CHECK(word_of(verdict::eligible, language::zh) == "可享受");
  CHECK(word_of(verdict::undetermined, language::en) == "undetermined");
  CHECK(mark_of(verdict::eligible) != mark_of(verdict::ineligible));
  CHECK(mark_of(outcome::unknown) == "?");
}

TEST_CASE("keys of JSON do not depend on a language", "[report][words]") {
  CHECK(key_of(verdict::ineligible) == "ineligible");
  CHECK(key_of(outcome::met) == "met");
  CHECK(key_of(amount::state::interval) == "interval");
  CHECK(key_of(step::kind::quantifier) == "quantifier");
  CHECK(key_of(clause::kind::none) == "none");
}
