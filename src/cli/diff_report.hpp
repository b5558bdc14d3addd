#pragma once

#include <string>

#include <sudui/report.hpp>

#include "cli/diff_tally.hpp"
#include "cli/group_field.hpp"
#include "cli/row_counts.hpp"

namespace sudui::cli {

/// What `sudui diff` has found, for its three forms.
struct diff_report {
  const diff_side& before;
  const diff_side& after;
  const diff_tally& tally;
  const group_field& by;
  row_counts counts;
};

/// Sums of a group by kind of benefit and unit: only these may be added together.
struct kind_and_unit {
  std::string kind, unit;
  friend auto operator<=>(const kind_and_unit&, const kind_and_unit&) = default;
};
struct kind_change {
  money_change money;
  int places = 0;
};
[[nodiscard]] std::map<kind_and_unit, kind_change> sums_by_kind(
    const group_change& of, const std::vector<policy_pair>& pairs);

/// The word of JSON and CSV.
[[nodiscard]] std::string_view key_of(standing what) noexcept;
[[nodiscard]] std::string_view key_of(presence what) noexcept;
/// `after - before`.
[[nodiscard]] decimal change_of(const money_sum& before, const money_sum& after);

[[nodiscard]] std::string diff_text(const diff_report& of, const text_options& options);
[[nodiscard]] std::string diff_json(const diff_report& of);
/// One line a group, policy and benefit; the first lines, without a group, are of all companies.
[[nodiscard]] std::string diff_csv(const diff_report& of);

}  // namespace sudui::cli
