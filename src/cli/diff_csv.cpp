// Tested by tests/cli/diff.sh.
#include <fmt/format.h>

#include "cli/csv_cell.hpp"
#include "cli/diff_report.hpp"

namespace sudui::cli {
namespace {

std::string count_cells(const policy_change& of) {
  std::string moves;
  for (std::size_t from = 0; from < standings; ++from) {
    for (std::size_t to = 0; to < standings; ++to) {
      if (from == to || of.moved[from][to] == 0) continue;
      moves +=
          fmt::format("{}{}>{}:{}", moves.empty() ? "" : " ", key_of(static_cast<standing>(from)),
                      key_of(static_cast<standing>(to)), of.moved[from][to]);
    }
  }
  return fmt::format("{},{},{},{},{},{}", of.eligible_before(), of.eligible_after(),
                     of.companies.gain, of.companies.lose, of.companies.both, moves);
}

std::string money_cells(const benefit_pair& of, const money_change& money) {
  const int places = of.places();
  const benefit& what = of.any();
  const auto sums = [&](const money_sum& before, const money_sum& after) {
    return fmt::format("{},{},{},{},{}", before.exact.to_fixed(places),
                       after.exact.to_fixed(places), change_of(before, after).to_fixed(places),
                       before.not_exact, after.not_exact);
  };
  return fmt::format("{},{},{},{},{}", csv_cell(what.id), what.kind, csv_cell(what.unit),
                     sums(money.before, money.after), sums(money.left_before, money.left_after));
}

// Counts stand on the first line of a policy alone, so that a column of them may be added up.
void add_lines(std::string& out, std::string_view lead, const group_change& of,
               const std::vector<policy_pair>& pairs) {
  for (std::size_t i = 0; i < of.policies.size(); ++i) {
    if (!of.policies[i]) continue;
    const policy_pair& pair = pairs[i];
    const std::string head = fmt::format("{},{},{},{},", lead, pair.shown->id,
                                         key_of(pair.before.is), key_of(pair.after.is));
    std::string counts = count_cells(*of.policies[i]);
    bool has_line = false;
    for (std::size_t k = 0; k < pair.benefits.size(); ++k) {
      if (!pair.benefits[k].any().has_amount) continue;
      out += fmt::format("{}{},{}\r\n", head, has_line ? ",,,,," : counts,
                         money_cells(pair.benefits[k], of.policies[i]->sums[k]));
      has_line = true;
    }
    if (!has_line) out += fmt::format("{}{},,,,,,,,,,,,,\r\n", head, counts);
  }
}

}  // namespace

std::string diff_csv(const diff_report& of) {
  std::string out =
      "by,group,policy,in_before,in_after,eligible_before,eligible_after,gain,lose,both,changes,"
      "benefit,kind,unit,before,after,change,not_exact_before,not_exact_after,"
      "left_before,left_after,left_change,left_not_exact_before,left_not_exact_after\r\n";
  add_lines(out, "all,", of.tally.whole(), of.tally.pairs());
  if (of.by.name.empty()) return out;
  for (const auto& [name, change] : of.tally.groups()) {
    const std::string lead = of.by.to_string() + "," + csv_cell(name.value_or(std::string()));
    add_lines(out, lead, change, of.tally.pairs());
  }
  return out;
}

}  // namespace sudui::cli
