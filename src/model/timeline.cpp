// Whether dated entries tile the time. The windows are sorted by their first day and looked at in
// pairs: two neighbours overlap when the second begins on or before the last day reached so far,
// and leave a gap when it begins later than the day after.
//
//   2019-01-01 .. 2021-12-31 | 2021-12-31 .. 2023-12-31   overlap on 2021-12-31
//   2019-01-01 .. 2021-12-30 | 2022-01-01 .. 2023-12-31   gap: 2021-12-31
//
// Before the first and after the last window nothing is said: there the value is unknown.
//
// Tested by tests/unit/model/timeline_test.cpp.
#include "model/timeline.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

namespace sudui::model {
namespace {

using std::chrono::sys_days;
using text::message;

constexpr sys_days earliest = sys_days::min();
constexpr sys_days latest = sys_days::max();

// Open ends as the first and the last day there is, so that order and neighbours need no cases.
sys_days first_day(const window& days) { return days.from ? sys_days(*days.from) : earliest; }
sys_days last_day(const window& days) { return days.to ? sys_days(*days.to) : latest; }

std::string text_of(sys_days day) { return to_string(date(day)); }

// An overlap is reported from its first day on; a gap with its first and last day, which are the
// days to add.
void check_pair(const window& before, const window& after, gap_policy gaps, const reading& in) {
  const sys_days end = last_day(before);
  const sys_days begin = first_day(after);
  if (begin <= end) {
    const std::string day = begin == earliest ? "..." : text_of(begin);
    in.report(message::windows_overlap, after.where, {day, in.place(before.where)});
  } else if (gaps == gap_policy::refused && begin - end > std::chrono::days(1)) {
    in.report(message::window_gap, after.where,
              {text_of(end + std::chrono::days(1)), text_of(begin - std::chrono::days(1))});
  }
}

// Authors write the law in the order of time; entries out of order are most often a slip in a date.
void check_order(std::span<const window> written, const reading& in) {
  const auto later = std::is_sorted_until(
      written.begin(), written.end(),
      [](const window& a, const window& b) { return first_day(a) < first_day(b); });
  if (later != written.end()) in.report(message::entries_unsorted, later->where);
}

}  // namespace

void check_timeline(std::span<const window> written, gap_policy gaps, const reading& in) {
  check_order(written, in);
  std::vector<const window*> sorted;
  for (const window& each : written) sorted.push_back(&each);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const window* a, const window* b) { return first_day(*a) < first_day(*b); });
  const window* reaching = nullptr;  // of the windows so far, the one that ends last
  for (const window* next : sorted) {
    if (reaching != nullptr) check_pair(*reaching, *next, gaps, in);
    if (reaching == nullptr || last_day(*reaching) <= last_day(*next)) reaching = next;
  }
}

}  // namespace sudui::model
