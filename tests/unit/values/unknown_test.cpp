// What unknown means, checked on random operands: an answer given beside an unknown operand holds
// whatever that turns out to be, and where none is given at least two answers are still possible.

#include <random>

#include "catch.hpp"
#include "unit/values/workbench.hpp"

namespace sudui::tests {
namespace {

using values::cell;
using values::kind;
using values::op;

/// How operands are drawn: `b` boolean, `n` number, `[` list of numbers, `{` list of booleans.
struct shape {
  op code;
  const char* operands;
};

constexpr shape shapes[] = {
    {op::logic_and, "bb"},       {op::logic_or, "bb"},
    {op::logic_not, "b"},        {op::choose, "bnn"},
    {op::equal, "nn"},           {op::equal, "[["},
    {op::not_equal, "[["},       {op::is_null, "n"},
    {op::or_else, "nn"},         {op::list_contains, "[n"},
    {op::list_all, "{"},         {op::list_any, "{"},
    {op::list_distinct, "["},    {op::less, "nn"},
    {op::number_add, "nn"},      {op::list_sum, "["},
    {op::list_min, "["},         {op::list_index, "[n"},
    {op::quotient_less, "nnnn"}, {op::quotient_equal, "nnnn"},
    {op::number_divide, "nn"},   {op::table_first, "nbnbn"},
    {op::table_rows, "nbnbn"},
};

/// Operators that are as sharp as can be: unknown only where two answers are possible.
bool is_sharp(op code) {
  return code != op::quotient_less && code != op::quotient_equal && code != op::number_divide &&
         code != op::less && code != op::number_add && code != op::list_sum &&
         code != op::list_min && code != op::list_index;
}

class drawing {
 public:
  drawing(workbench& bench, std::uint64_t seed) : bench_(bench), random_(seed) {}

  std::vector<cell> operands(const char* kinds) {
    fields_.clear();
    std::vector<cell> drawn;
    for (; *kinds != '\0'; ++kinds) drawn.push_back(one(*kinds));
    return drawn;
  }

  /// The operands with every unknown replaced by a random value or null; the same for one field.
  std::vector<cell> filled(const std::vector<cell>& drawn) {
    for (auto& each : fields_) each.fill = scalar(each.type);
    std::vector<cell> result;
    for (const auto& each : drawn) result.push_back(fill(each));
    return result;
  }

 private:
  struct field {
    std::uint32_t node;
    char type;
    cell fill;
  };

  std::size_t below(std::size_t limit) { return random_() % limit; }

  cell scalar(char type) {
    if (below(5) == 0) return workbench::none();
    if (type == 'b') return workbench::b(below(2) == 0);
    return cell::of(decimal(below(3)));
  }

  cell unknown(char type) {
    const auto made = bench_.unknown(static_cast<std::uint32_t>(fields_.size()));
    fields_.push_back({made.why, type, {}});
    return made;
  }

  cell one(char type) {
    if (type == '[' || type == '{') {
      std::vector<cell> items(below(4));
      for (auto& item : items) item = one(type == '[' ? 'n' : 'b');
      return bench_.list(std::move(items));
    }
    return below(3) == 0 ? unknown(type) : scalar(type);
  }

  cell fill(const cell& from) {
    if (from.is_unknown()) {
      for (const auto& each : fields_) {
        if (each.node == from.why) return each.fill;
      }
    }
    if (from.what != kind::list) return from;
    std::vector<cell> items;
    for (const auto& item : from.list()) items.push_back(fill(item));
    return bench_.list(std::move(items));
  }

  workbench& bench_;
  std::mt19937_64 random_;
  std::vector<field> fields_;
};

}  // namespace

TEST_CASE("an answer beside an unknown operand holds for every value of it", "[values][unknown]") {
  for (const auto& each : shapes) {
    workbench bench;
    drawing draw(bench, 811);
    for (int round = 0; round < 300; ++round) {
      const auto operands = draw.operands(each.operands);
      const auto early = bench.apply(each.code, operands);
      if (early.is_unknown()) continue;
      CAPTURE(values::entry_of(each.code).name, round);
      for (int fill = 0; fill < 10; ++fill) {
        const auto full = draw.filled(operands);
        if (early.what == kind::list) break;  // may hold unknown items itself
        REQUIRE(bench.text(each.code, full) == bench.text(early));
      }
    }
  }
}

TEST_CASE("where the answer is unknown, more than one is possible", "[values][unknown]") {
  for (const auto& each : shapes) {
    if (!is_sharp(each.code)) continue;
    workbench bench;
    drawing draw(bench, 812);
    for (int round = 0; round < 150; ++round) {
      const auto operands = draw.operands(each.operands);
      if (!bench.apply(each.code, operands).is_unknown()) continue;
      CAPTURE(values::entry_of(each.code).name, round);
      const auto first = bench.text(each.code, draw.filled(operands));
      bool differs = false;
      for (int fill = 0; fill < 400 && !differs; ++fill) {
        differs = bench.text(each.code, draw.filled(operands)) != first;
      }
      REQUIRE(differs);
    }
  }
}

TEST_CASE("with nothing unknown nothing is", "[values][unknown]") {
  for (const auto& each : shapes) {
    workbench bench;
    drawing draw(bench, 813);
    for (int round = 0; round < 100; ++round) {
      const auto full = draw.filled(draw.operands(each.operands));
      CAPTURE(values::entry_of(each.code).name, round);
      REQUIRE_FALSE(bench.apply(each.code, full).is_unknown());
    }
  }
}

}  // namespace sudui::tests
