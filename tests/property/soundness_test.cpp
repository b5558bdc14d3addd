// Random formulas, right and wrong: none breaks a stage, and what is typed without a finding has a
// value of its type, for companies that give everything and companies that give little. A failing
// seed is printed with its formula.
#include <array>
#include <filesystem>
#include <random>
#include <string>

#include "catch.hpp"
#include "support/evaluate.hpp"
#include "types/cells.hpp"

namespace {

using namespace sudui;

class formulas {
 public:
  explicit formulas(unsigned seed) : random_(seed) {}

  std::string any(int depth) {
    if (depth <= 0) return pick(leaves);
    switch (below(12)) {
      case 0:
        return pick(leaves);
      case 1:
      case 2:
      case 3:
        return "(" + any(depth - 1) + pick(operators) + any(depth - 1) + ")";
      case 4:
        return "(if " + any(depth - 1) + " then " + any(depth - 1) + " else " + any(depth - 1) +
               ")";
      case 5:
        return "(" + pick(quantifiers) + " x in " + any(depth - 1) + " satisfies " +
               any(depth - 1) + ")";
      case 6:
        return "(for x in " + any(depth - 1) + " return " + any(depth - 1) + ")";
      case 7:
        return any(depth - 1) + "[" + any(depth - 1) + "]";
      case 8:
        return "(" + any(depth - 1) + " in " + tests(depth - 1) + ")";
      case 9:
        return any(depth - 1) + "." + pick(members);
      case 10:
        return "[" + any(depth - 1) + ", " + any(depth - 1) + "]";
      default:
        return call(depth);
    }
  }

 private:
  static constexpr std::array<const char*, 27> leaves{
      "n",    "m",    "money", "people", "y(2021)", "y([2019..2021])",
      "z",    "s",    "t",     "a",      "b",       "d",
      "e",    "l",    "k",     "nn",     "ss",      "bb",
      "dd",   "rr",   "x",     "null",   "2",       "\"x\"",
      "true", "year", "as_of"};
  static constexpr std::array<const char*, 14> operators{" + ",  " - ",   " * ",  " / ",  " ** ",
                                                         " < ",  " <= ",  " > ",  " >= ", " = ",
                                                         " != ", " and ", " or ", " + "};
  static constexpr std::array<const char*, 2> quantifiers{"some", "every"};
  static constexpr std::array<const char*, 8> members{"pay",  "name",  "since",  "year",
                                                      "days", "years", "months", "month"};
  static constexpr std::array<const char*, 44> functions{"abs",
                                                         "modulo",
                                                         "sqrt",
                                                         "exp",
                                                         "log",
                                                         "even",
                                                         "odd",
                                                         "decimal",
                                                         "floor",
                                                         "ceiling",
                                                         "round up",
                                                         "round half up",
                                                         "number",
                                                         "string length",
                                                         "upper case",
                                                         "lower case",
                                                         "contains",
                                                         "starts with",
                                                         "substring",
                                                         "substring before",
                                                         "string",
                                                         "date",
                                                         "day of week",
                                                         "month of year",
                                                         "day of year",
                                                         "week of year",
                                                         "last day of month",
                                                         "years and months duration",
                                                         "count",
                                                         "list contains",
                                                         "distinct values",
                                                         "reverse",
                                                         "in_region",
                                                         "all",
                                                         "any",
                                                         "append",
                                                         "concatenate",
                                                         "is_null",
                                                         "marginal",
                                                         "max",
                                                         "mean",
                                                         "min",
                                                         "or_else",
                                                         "sum"};

  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  template <std::size_t Size>
  std::string pick(const std::array<const char*, Size>& from) {
    return from[below(Size)];
  }

  std::string tests(int depth) {
    switch (below(4)) {
      case 0:
        return "[" + any(depth - 1) + ".." + any(depth - 1) + "]";
      case 1:
        return "(" + any(depth - 1) + ", > " + any(depth - 1) + ")";
      case 2:
        return "not(" + any(depth - 1) + ")";
      default:
        return any(depth - 1);
    }
  }

  std::string call(int depth) {
    std::string made = pick(functions) + "(" + any(depth - 1);
    for (auto more = below(3); more > 0; --more) made += ", " + any(depth - 1);
    return made + ")";
  }

  std::mt19937 random_;
};

value record(const char* name, value pay) {
  return value::context{{"name", name}, {"pay", std::move(pay)}};
}

profile everything() {
  const date day = std::chrono::year(2020) / 2 / 29;
  return {{"n", 5},
          {"m", -2},
          {"money", 1000},
          {"people", 3},
          {"y", by_year({{2019, 1}, {2020, 2}, {2021, 3}})},
          {"s", "text"},
          {"t", "320412"},
          {"a", true},
          {"b", false},
          {"d", day},
          {"e", date(std::chrono::year(2022) / 1 / 31)},
          {"l", days_duration{90'000}},
          {"k", months_duration{14}},
          {"nn", value::list{1, 2, 2}},
          {"ss", value::list{"x", "y"}},
          {"bb", value::list{true, false}},
          {"dd", value::list{day}},
          {"rr", value::list{record("x", 5), record("y", value::null())}}};
}

profile little() {
  return {{"n", 0}, {"a", true}, {"nn", value::list{}}, {"rr", value::list{record("x", value())}}};
}

}  // namespace

TEST_CASE("a formula that is typed has a value of its type", "[property][soundness]") {
  const auto rules =
      load(std::filesystem::path(SUDUI_TEST_DATA) / "feel" / "dictionary.yaml").value();
  const tests::evaluator evaluate(rules);
  const auto full = everything();
  const auto sparse = little();
  std::size_t typed = 0;
  for (unsigned seed = 0; seed < 6000; ++seed) {
    const auto formula = formulas(seed).any(static_cast<int>(seed % 4));
    INFO("seed " << seed << ": " << formula);
    for (const auto* company : {&full, &sparse}) {
      const auto made = evaluate.run(formula, *company);
      if (!made.held) {
        CHECK(count(made.findings, severity::error) > 0);
        continue;
      }
      ++typed;
      CHECK(types::fits(*made.held, made.of));
    }
  }
  CHECK(typed > 300);
}
