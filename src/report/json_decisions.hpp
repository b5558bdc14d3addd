#pragma once

#include <string>

#include "report/answer.hpp"
#include "report/json_writer.hpp"

namespace sudui::report {

/// All decisions for one company, complete, as one line.
[[nodiscard]] std::string json_of(const answer& what);

/// The dates and the rules that a decision was made by, as members of the open object.
void write_basis(json_writer& out, date as_of, int year, std::string_view digest);

/// Verdict, amounts and what is missing of every policy, without labels and clauses: a line of a
/// batch. Decisions below `least` are left out.
void write_brief(json_writer& out, const decision& from);
void write_brief(json_writer& out, std::span<const decision> all,
                 verdict least = verdict::ineligible);

}  // namespace sudui::report
