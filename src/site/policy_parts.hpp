#pragma once

#include "site/frame.hpp"

namespace sudui::site {

/// Opens a section with its heading.
void heading(html_writer& out, const page_place& at, std::string_view id, std::string_view zh,
             std::string_view en);
void write_source(html_writer& out, const page_place& at, const citation& from);
void write_formula(html_writer& out, const std::string& formula);

// Sections of a policy's page, each with its heading.
void write_benefits(html_writer& out, const page_place& at, const policy_version& from);
void write_clauses(html_writer& out, const page_place& at, const policy_version& from);
void write_versions(html_writer& out, const page_place& at, const entry& from);
/// The groups that the policy stands in, with whom, and what of them is had; nothing where it is in
/// none.
void write_groups(html_writer& out, const page_place& at, const policy& of);
/// Who holds what the policy reads, and whether it could be paid without an application.
void write_data(html_writer& out, const page_place& at, const policy_readiness& from);
/// The figures of the law that it reads, with their values.
void write_parameters(html_writer& out, const page_place& at, const policy_readiness& from);

}  // namespace sudui::site
