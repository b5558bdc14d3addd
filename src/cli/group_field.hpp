#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <sudui/profile.hpp>

#include "cli/diff_pairs.hpp"

namespace sudui::cli {

/// What companies are grouped by: a field of texts, perhaps only the beginning of each.
struct group_field {
  std::string name;         ///< empty: one group
  std::size_t letters = 0;  ///< characters taken; 0: all
  bool is_after = true;     ///< read by the rules after; else by those before

  /// `division_code:6`; empty without a field.
  [[nodiscard]] std::string to_string() const;
  /// The group of a company; nothing where it does not say.
  [[nodiscard]] std::optional<std::string> of(const profile& company) const;
  /// The same, from the text of its field; empty where the company does not say it.
  [[nodiscard]] std::optional<std::string> of(std::string_view text) const;
};

/// `FIELD` or `FIELD:N`, a field of texts that one of the two dictionaries has; without a word the
/// first six digits of `division_code` where there is that field. Nothing when there is no such
/// field.
[[nodiscard]] std::optional<group_field> find_group_field(std::string_view said,
                                                          const diff_side& before,
                                                          const diff_side& after);

}  // namespace sudui::cli
