// What the benches measure on: the rules and the companies that come with sudui.
#pragma once

#include <string>
#include <vector>

#include <sudui/sudui.hpp>

namespace sudui::bench {

/// The day on which the example companies are meant to be matched.
inline constexpr date as_of{std::chrono::year{2023}, std::chrono::month{12}, std::chrono::day{31}};

/// rules/ as texts in memory, so that the disk is not measured.
std::vector<source_text> rule_texts();

/// examples/companies/*.json, by name of file. Throws where one does not fit the field dictionary.
std::vector<profile> companies(const rule_set& rules);

}  // namespace sudui::bench
