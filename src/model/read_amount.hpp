#pragma once

#include <string_view>
#include <vector>

#include "model/mapping_reader.hpp"
#include "model/rule_set.hpp"

namespace sudui::model {

/// Reads what says how much: `amount`, `up_to`, `tiers` or `bands` with `of`; at most one of the
/// four.
void read_amount(mapping_reader& keys, benefit& into);

/// The limits below the keys `most` and `least`, in the order written.
[[nodiscard]] std::vector<limit> limits_of(mapping_reader& keys, std::string_view most,
                                           std::string_view least, const citation& cite);

/// Reads `round:` into the benefit: a unit and a mode, or `none`.
void read_round(mapping_reader& keys, benefit& into);

}  // namespace sudui::model
