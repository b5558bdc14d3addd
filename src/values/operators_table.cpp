// Decision tables: which rows apply, and what follows by the hit policy.
//
// Operands: what holds where no row applies, then the rows, each its test and its output; the two
// that order by outputs have the rank of the output between these (less comes first). A test that
// is null is not met, as with clauses.
//
// While a test is unknown, every row that may decide is a candidate. Where all candidates give the
// same, that is the answer, whatever is missing: two degrees that pay alike need no degree. Under
// `unique` and `any` a row that is met settles it: what may apply beside it would violate the one
// and agree under the other. So a violation is told when it is certain, and never guessed.
//
// Cost: one pass over the rows; those that order by outputs one more for each row that applies.
//
// Tested by tests/unit/values/operators_table_test.cpp and, against the oracle, by tests/property.

#include <algorithm>

#include "values/operators.hpp"

namespace sudui::values::operators {
namespace {

class rows_of {
 public:
  rows_of(operands given, bool is_ranked) : given_(given), width_(is_ranked ? 3 : 2) {}
  [[nodiscard]] std::size_t size() const noexcept { return (given_.size() - 1) / width_; }
  [[nodiscard]] const cell& otherwise() const noexcept { return given_[0]; }
  [[nodiscard]] const cell& test(std::size_t row) const noexcept {
    return given_[1 + row * width_];
  }
  [[nodiscard]] const cell& rank(std::size_t row) const noexcept {
    return given_[2 + row * width_];
  }
  [[nodiscard]] const cell& output(std::size_t row) const noexcept {
    return given_[width_ + row * width_];
  }
  [[nodiscard]] bool may_apply(std::size_t row) const noexcept {
    return test(row).is_true() || test(row).is_unknown();
  }

 private:
  operands given_;
  std::size_t width_;
};

// What may come out, added one by one, and what would tell which.
class candidates {
 public:
  explicit candidates(missing_graph& missing) : missing_(missing) {}

  void add(const cell& given) {
    wait_for(given);
    if (!first_) {
      first_ = given;
    } else if (!equality(*first_, given, missing_).is_true()) {
      differ_ = true;
    }
  }
  void wait_for(const cell& gap) {
    if (gap.is_unknown()) why_ = why_ ? missing_.both(*why_, gap.why) : gap.why;
  }
  [[nodiscard]] bool waits() const noexcept { return why_.has_value(); }
  [[nodiscard]] cell waiting() const noexcept { return cell::unknown(*why_); }
  [[nodiscard]] cell result() const noexcept { return differ_ ? waiting() : *first_; }

 private:
  missing_graph& missing_;
  std::optional<cell> first_;
  std::optional<std::uint32_t> why_;
  bool differ_ = false;
};

cell conflict() noexcept { return cell::null(null_reason::several_rows); }

// No row is certain to apply: those that may, or none.
cell perhaps_one(const rows_of& rows, missing_graph& missing) {
  candidates may_be(missing);
  may_be.add(rows.otherwise());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.test(i).is_unknown()) continue;
    may_be.wait_for(rows.test(i));
    may_be.add(rows.output(i));
  }
  return may_be.result();
}

// The row after `last` by rank and place, of those that may apply; size() where there is none.
std::size_t next_by_rank(const rows_of& rows, std::optional<std::size_t> last) {
  const auto before = [&](std::size_t a, std::size_t b) {
    const auto& left = rows.rank(a).number;
    const auto& right = rows.rank(b).number;
    return left < right || (left == right && a < b);
  };
  std::size_t found = rows.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.may_apply(i) || (last && !before(*last, i))) continue;
    if (found == rows.size() || before(i, found)) found = i;
  }
  return found;
}

bool ranks_are_known(const rows_of& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows.may_apply(i) && !rows.rank(i).is_known()) return false;
  }
  return true;
}

// Every row that may apply, in whatever order: ranks are missing.
cell any_order(const rows_of& rows, missing_graph& missing) {
  candidates may_be(missing);
  bool is_met = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.may_apply(i)) continue;
    is_met = is_met || rows.test(i).is_true();
    may_be.wait_for(rows.test(i));
    may_be.wait_for(rows.rank(i));
    may_be.add(rows.output(i));
  }
  if (!is_met) may_be.add(rows.otherwise());
  return may_be.result();
}

// Which rows there are must be known for a list of them; what they give need not.
std::optional<cell> list_gap(const rows_of& rows, bool is_ranked, missing_graph& missing) {
  candidates gaps(missing);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    gaps.wait_for(rows.test(i));
    if (is_ranked && rows.may_apply(i)) gaps.wait_for(rows.rank(i));
  }
  if (!gaps.waits()) return std::nullopt;
  return gaps.waiting();
}

std::size_t count_met(const rows_of& rows) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) count += rows.test(i).is_true() ? 1 : 0;
  return count;
}

}  // namespace

cell table_unique(operands given, surroundings& around) {
  const rows_of rows(given, false);
  std::optional<std::size_t> met;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.test(i).is_true()) continue;
    if (met) return conflict();
    met = i;
  }
  return met ? rows.output(*met) : perhaps_one(rows, around.missing);
}

cell table_any(operands given, surroundings& around) {
  const rows_of rows(given, false);
  candidates gaps(around.missing);
  std::optional<std::size_t> met;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.test(i).is_true()) continue;
    if (!met) met = i;
    const cell agrees = equality(rows.output(*met), rows.output(i), around.missing);
    if (agrees.is_false()) return conflict();
    if (i != *met) gaps.wait_for(agrees);
  }
  if (!met) return perhaps_one(rows, around.missing);
  return gaps.waits() ? gaps.waiting() : rows.output(*met);
}

cell table_first(operands given, surroundings& around) {
  const rows_of rows(given, false);
  candidates may_be(around.missing);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows.may_apply(i)) continue;
    may_be.wait_for(rows.test(i));
    may_be.add(rows.output(i));
    if (rows.test(i).is_true()) return may_be.result();
  }
  may_be.add(rows.otherwise());
  return may_be.result();
}

cell table_priority(operands given, surroundings& around) {
  const rows_of rows(given, true);
  if (!ranks_are_known(rows)) return any_order(rows, around.missing);
  candidates may_be(around.missing);
  for (auto i = next_by_rank(rows, std::nullopt); i < rows.size(); i = next_by_rank(rows, i)) {
    may_be.wait_for(rows.test(i));
    may_be.add(rows.output(i));
    if (rows.test(i).is_true()) return may_be.result();
  }
  may_be.add(rows.otherwise());
  return may_be.result();
}

cell table_rows(operands given, surroundings& around) {
  const rows_of rows(given, false);
  if (const auto gap = list_gap(rows, false, around.missing)) return *gap;
  const auto count = count_met(rows);
  if (count == 0) return rows.otherwise();
  const auto made = around.memory.cells(count);
  auto at = made.begin();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows.test(i).is_true()) *at++ = rows.output(i);
  }
  return cell::of_list(made);
}

cell table_output_order(operands given, surroundings& around) {
  const rows_of rows(given, true);
  if (const auto gap = list_gap(rows, true, around.missing)) return *gap;
  const auto count = count_met(rows);
  if (count == 0) return rows.otherwise();
  const auto made = around.memory.cells(count);
  auto at = made.begin();
  for (auto i = next_by_rank(rows, std::nullopt); i < rows.size(); i = next_by_rank(rows, i)) {
    *at++ = rows.output(i);
  }
  return cell::of_list(made);
}

}  // namespace sudui::values::operators
