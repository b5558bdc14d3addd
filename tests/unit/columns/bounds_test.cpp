// What is proven of the figures of a batch holds for that batch.

#include "unit/columns/batched.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

void fill_with(batched& of, std::int64_t revenue) {
  of.clear();
  for (int i = 0; i < 70; ++i) {
    profile company;
    company.set("revenue", by_year({{2021, revenue + i}}));
    company.set("rnd", by_year({{2021, revenue / 2 - i}}));
    of.add(company);
  }
}

}  // namespace

TEST_CASE("an executor proves anew where a batch has other figures", "[columns][bounds]") {
  batched made({asks("revenue * rnd > 100"), asks("rnd / revenue >= 0.5", "demo/two")});
  columns::executor run(made.compiled, *kernels::usable().front(), 64);
  fill_with(made, 1000);
  CHECK(made.same_as_rows(run) == 0);
  fill_with(made, 80'000'000'000'000);  // products leave what columns hold
  CHECK(made.same_as_rows(run) > 0);
  fill_with(made, 1000);
  CHECK(made.same_as_rows(run) == 0);
}

TEST_CASE("divisors that are zero or negative are told in each chunk", "[columns][bounds]") {
  batched made({asks("rnd / revenue >= 0.5"), asks("rnd / revenue < 2", "demo/two")});
  for (int i = 0; i < 300; ++i) {
    profile company;
    const std::int64_t revenue = i < 64 ? i + 1 : i < 128 ? i % 3 : i < 192 ? i % 5 - 2 : -i;
    if (i % 11 != 0) company.set("revenue", by_year({{2021, revenue}}));
    company.set("rnd", by_year({{2021, i % 7 - 3}}));
    made.add(company);
  }
  made.same_as_rows(64);
  made.same_as_rows(128);
}
