// Value numbering on its own: what shares a register and in which block it stands.
#include "plan/builder.hpp"

#include "catch.hpp"

using namespace sudui;
using plan::builder;
using plan::instruction;
using plan::instruction_kind;
using values::op;

namespace {

plan::reg load(builder& into, std::uint32_t input) {
  instruction what;
  what.kind = instruction_kind::load;
  what.index = input;
  return into.emit(what, {});
}

}  // namespace

TEST_CASE("equal instructions share a register, in the order of their operands",
          "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto a = load(into, 0);
  const auto b = load(into, 1);
  CHECK(load(into, 0) == a);
  CHECK(a != b);
  const auto less = into.apply(op::less, {a, b});
  CHECK(into.apply(op::less, {a, b}) == less);
  CHECK(into.apply(op::less, {b, a}) != less);
  CHECK(into.apply(op::less_equal, {a, b}) != less);
  CHECK(made.blocks[0].code.size() == 5);
}

TEST_CASE("equal numbers share a register, however they came about", "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto six = into.number(6);
  CHECK(into.apply(op::number_add, {into.number(4), into.number(2)}) == six);
  CHECK(into.apply(op::number_divide, {into.number(12), into.number(2)}) == six);
  CHECK(into.number(decimal::parse("6.00").value()) == six);
  CHECK(made.blocks[0].code.empty());
  CHECK(into.constant_in(six)->number == 6);
}

TEST_CASE("a constant quotient that is rounded keeps its parts", "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto third = into.apply(op::number_divide, {into.number(1), into.number(3)});
  REQUIRE(into.constant_in(third) != nullptr);
  CHECK(into.number(into.constant_in(third)->number) != third);
  CHECK(into.quotient_in(third) == std::pair{into.number(1), into.number(3)});
  CHECK(!into.quotient_in(into.number(3)));
}

TEST_CASE("a quotient of registers is seen", "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto a = load(into, 0);
  const auto b = load(into, 1);
  CHECK(into.quotient_in(into.apply(op::number_divide, {a, b})) == std::pair{a, b});
  CHECK(!into.quotient_in(into.apply(op::number_multiply, {a, b})));
}

TEST_CASE("what reads the item stays in the loop, the rest leaves it", "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto list = load(into, 0);
  const auto item = into.open_loop();
  const auto outside = load(into, 1);
  const auto inside = into.apply(op::less, {item, outside});
  CHECK(into.depth_of(outside) == 0);
  CHECK(into.depth_of(inside) == 1);
  const auto held = into.close_loop(instruction_kind::some, list, inside);
  CHECK(into.depth_of(held) == 0);
  CHECK(into.block_of(held) == 1);
  CHECK(made.blocks[1].code.size() == 1);
}

TEST_CASE("a loop with an equal body is the same loop", "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto list = load(into, 0);
  const auto limit = load(into, 1);
  const auto loop = [&](op code, instruction_kind kind) {
    const auto item = into.open_loop();
    const auto body = into.apply(code, {item, limit});
    return into.close_loop(kind, list, body);
  };
  const auto first = loop(op::less, instruction_kind::some);
  CHECK(loop(op::less, instruction_kind::some) == first);
  CHECK(loop(op::less, instruction_kind::every) != first);
  CHECK(loop(op::greater, instruction_kind::some) != first);
  CHECK(made.blocks.size() == 4);
}

TEST_CASE("an inner loop that reads nothing of the outer item leaves it", "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto list = load(into, 0);
  const auto outer = into.open_loop();
  const auto inner = into.open_loop();
  const auto own = into.apply(op::is_null, {inner});
  const auto free = into.close_loop(instruction_kind::some, list, own);
  CHECK(into.depth_of(free) == 0);
  const auto again = into.open_loop();
  const auto both = into.apply(op::equal, {outer, again});
  const auto bound = into.close_loop(instruction_kind::some, list, both);
  CHECK(into.depth_of(bound) == 1);
}

TEST_CASE("nothing leaves a lazy block, and what it shares with the main block is there already",
          "[plan][builder]") {
  plan::plan made;
  builder into(made);
  const auto shared = load(into, 0);
  into.open_lazy();
  CHECK(load(into, 0) == shared);
  const auto own = load(into, 1);
  CHECK(into.depth_of(own) == 1);
  const auto number = into.close();
  CHECK(made.blocks[number].code.size() == 1);
  CHECK(load(into, 1) != own);
}
