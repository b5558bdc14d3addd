#pragma once

#include "site/frame.hpp"

namespace sudui::site {

// Sections of a policy's page, each with its heading.
void write_benefits(html_writer& out, const page_place& at, const policy_version& from);
void write_clauses(html_writer& out, const page_place& at, const policy_version& from);
void write_versions(html_writer& out, const page_place& at, const entry& from);
/// Who holds what the policy reads, and whether it could be paid without an application.
void write_data(html_writer& out, const page_place& at, const policy_readiness& from);
/// The figures of the law that it reads, with their values.
void write_parameters(html_writer& out, const page_place& at, const policy_readiness& from);

}  // namespace sudui::site
