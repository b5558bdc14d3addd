#pragma once

#include <cstdint>
#include <vector>

#include "tables/builder.hpp"

namespace sudui::tables {

/// Puts policies that ask for the same texts side by side, and cuts them into clusters. Policies
/// that no table takes are in none.
struct grouped_policies {
  std::vector<std::vector<std::uint32_t>> clusters;
  std::vector<std::uint32_t> keys;  // slots of these texts
};
[[nodiscard]] grouped_policies group_policies(const program& of, const readings& what,
                                              const cluster_sizes& sizes);

/// Which clusters a class of a text leaves without a possible policy.
[[nodiscard]] cluster_choice choose_between(const program& of);

}  // namespace sudui::tables
