#pragma once

#include <cstddef>
#include <string>

#include <sudui/decision.hpp>
#include <sudui/report.hpp>

namespace sudui::report {

/// Writes a step and what it was made of, one a line, each level two blanks further in.
void write_step(std::string& out, const step& what, std::size_t indent,
                const text_options& options);

/// A comparison in words, both sides and the distance: `R&D ratio 4.2 %, needs >= 5 %, short by
/// ...`.
[[nodiscard]] std::string comparison_text(const step& what, language in);

}  // namespace sudui::report
