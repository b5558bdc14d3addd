// Multiplying conditions out.
#include "tables/literals.hpp"

#include "catch.hpp"

using namespace sudui::tables;
using sudui::columns::state;

namespace {

alternatives any(std::vector<std::uint32_t> atoms) {
  alternatives made;
  for (const auto each : atoms) made.push_back({each, false, false});
  return made;
}

}  // namespace

TEST_CASE("a literal is met, may be met, or is unmet", "[tables][literals]") {
  const auto check = [](const literal& what, state held, bool met, bool maybe) {
    const auto made = outcomes_of(what, held);
    CHECK(made.met == met);
    CHECK(made.maybe == maybe);
  };
  const literal plain{0, false, false};
  check(plain, state::yes, true, true);
  check(plain, state::no, false, false);
  check(plain, state::unknown, false, true);
  check(plain, state::null, false, false);
  const literal negated{0, true, false};
  check(negated, state::yes, false, false);
  check(negated, state::no, true, true);
  check(negated, state::unknown, false, true);
  check(negated, state::null, false, false);
  check({0, true, true}, state::null, true, true);
}

TEST_CASE("all of two conditions has the alternatives of both, each once", "[tables][literals]") {
  const auto made = all_of({any({1}), any({2, 3})}, {any({2, 3}), any({4})});
  CHECK(made == conjunction{any({1}), any({2, 3}), any({4})});
  CHECK(all_of({}, {any({1})}) == conjunction{any({1})});
}

TEST_CASE("any of two conditions is multiplied out", "[tables][literals]") {
  const auto made = any_of({any({1}), any({2})}, {any({3}), any({1})});
  REQUIRE(made);
  CHECK(*made == conjunction{any({1, 3}), any({1}), any({2, 3}), any({2, 1})});
  CHECK(any_of({any({})}, {any({1})}) == conjunction{any({1})});
  CHECK(any_of({}, {any({1})}) == conjunction{});
}

TEST_CASE("what would be too many alternatives is left", "[tables][literals]") {
  conjunction many;
  for (std::uint32_t i = 0; i < 6; ++i) many.push_back(any({i}));
  CHECK_FALSE(any_of(many, many));
  CHECK(any_of(many, {any({7}), any({8})}));
}
