#include "values/arena.hpp"

#include <cstdint>
#include <set>

#include "catch.hpp"

namespace sudui::tests {

using values::arena;

TEST_CASE("pieces of an arena do not overlap", "[values][arena]") {
  arena memory;
  const auto first = memory.keep("hello");
  const auto cells = memory.cells(1000);
  const auto second = memory.keep("world");
  for (auto& each : cells) each = values::cell::of(true);
  CHECK(first == "hello");
  CHECK(second == "world");
  CHECK(cells.front().is_true());
  CHECK(reinterpret_cast<std::uintptr_t>(cells.data()) % alignof(values::cell) == 0);
}

TEST_CASE("fresh cells are unknown even where memory is used again", "[values][arena]") {
  arena memory;
  for (auto& each : memory.cells(8)) each = values::cell::of(true);
  memory.clear();
  for (const auto& each : memory.cells(8)) CHECK(each.is_unknown());
}

TEST_CASE("a warm arena hands out the same memory again", "[values][arena]") {
  arena memory;
  const auto run = [&] {
    std::set<const void*> places;
    for (std::size_t size = 1; size < 3000; size += 37) places.insert(memory.cells(size).data());
    memory.clear();
    return places;
  };
  const auto first = run();
  CHECK(run() == first);
  CHECK(run() == first);
}

TEST_CASE("a request larger than a block gets its own", "[values][arena]") {
  arena memory;
  const auto big = memory.chars(1 << 20);
  big.back() = 'x';
  CHECK(big.size() == 1 << 20);
  CHECK(memory.keep("after") == "after");
  CHECK(big.back() == 'x');
}

TEST_CASE("nothing is handed out for nothing", "[values][arena]") {
  arena memory;
  CHECK(memory.cells(0).empty());
  CHECK(memory.chars(0).empty());
  CHECK(memory.keep("").empty());
}

}  // namespace sudui::tests
