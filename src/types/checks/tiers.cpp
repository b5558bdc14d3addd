// Rows of tiers on one number: a hole between two rows is most often a slip at a limit (`> 5` where
// `>= 5` was meant). Only rows whose tests are plain intervals are looked at; rows that overlap are
// found by check_rows.
//
// Tested by tests/data/rules/bad/tier-*.

#include <algorithm>

#include "types/checks/checks.hpp"
#include "types/checks/interval.hpp"

namespace sudui::types {

using text::message;

namespace {
// The numbers for which a row applies, and the place of its test.
struct row_interval {
  interval numbers;
  text::span where;
};

// False where some row is not a plain interval of one and the same subject, or there is only one
// row: then nothing can be said.
bool read_rows(const typed_benefit& benefit, std::vector<row_interval>& out) {
  std::string subject;
  for (const auto& row : benefit.rows) {
    if (row.tests.size() != 1 || row.tests[0].of.is_error()) return false;
    const auto said = conjunction_of(row.tests[0]);
    if (!said.complete || said.parts.empty()) return false;
    interval numbers;
    for (const auto& part : said.parts) {
      if (!subject.empty() && part.subject != subject) return false;
      subject = part.subject;
      numbers = numbers.meet(part.numbers);
    }
    out.push_back({numbers, row.tests[0].where});
  }
  return out.size() > 1;
}

bool starts_before(const row_interval& a, const row_interval& b) {
  if (!a.numbers.low || !b.numbers.low) return !a.numbers.low && b.numbers.low;
  if (*a.numbers.low != *b.numbers.low) return *a.numbers.low < *b.numbers.low;
  return !a.numbers.open_low && b.numbers.open_low;
}

bool ends_before(const row_interval& a, const row_interval& b) {
  if (!a.numbers.high || !b.numbers.high) return a.numbers.high.has_value();
  if (*a.numbers.high != *b.numbers.high) return *a.numbers.high < *b.numbers.high;
  return a.numbers.open_high && !b.numbers.open_high;
}

// Whether nothing lies between the two: they overlap, or meet in a number that one of them holds.
bool touches(const interval& lower, const interval& upper) {
  if (!lower.high || !upper.low) return true;
  if (*lower.high != *upper.low) return *upper.low < *lower.high;
  return !lower.open_high || !upper.open_low;
}

// Rows open on both sides of one number (`< 5` and `> 5`) leave out that number and nothing else.
void report_gap(const decimal& from, const decimal& to, text::span where, text::sink& out) {
  if (from == to) {
    out.report(message::tier_gap_at, where, {from.to_string()});
  } else {
    out.report(message::tier_gap, where, {from.to_string(), to.to_string()});
  }
}

}  // namespace

// A default is meant for the holes between the rows.
void check_tiers(const typed_policy& policy, const schema& dictionary, text::sink& out) {
  for (const auto& version : policy.versions) {
    for (const auto& benefit : version.benefits) {
      if (benefit.form != amount_form::tiers) continue;
      const auto& from = *benefit.from->by_tiers;
      check_rows(from, benefit.on, benefit.rows, dictionary, out);
      std::vector<row_interval> rows;
      if (from.is_complete || from.otherwise.is_given() || !read_rows(benefit, rows)) continue;
      std::stable_sort(rows.begin(), rows.end(), starts_before);
      const auto* reaching = rows.data();  // the row that reaches furthest so far
      for (std::size_t i = 1; i < rows.size(); ++i) {
        if (!touches(reaching->numbers, rows[i].numbers)) {
          report_gap(*reaching->numbers.high, *rows[i].numbers.low, rows[i].where, out);
        }
        if (ends_before(*reaching, rows[i])) reaching = &rows[i];
      }
    }
  }
}

}  // namespace sudui::types
