#pragma once

/// sudui: from policy written as rules to what a company gets, how much, and why.
///
/// \code
/// #include <fmt/core.h>
/// #include <sudui/sudui.hpp>
/// int main() {
///   using namespace std::chrono_literals;
///   const auto rules = sudui::load("rules").value();  // throws with file:line:column
///   const auto matcher = rules.bind(2023y / 12 / 31).value();
///   const sudui::profile company{{"taxable_income", 2'600'000}, {"cit_avg_headcount", 48},
///                                {"cit_avg_assets", 12'000'000}, {"is_resident_enterprise", true},
///                                {"in_restricted_industry", false}};
///   const auto decisions = matcher.match(company);
///   for (const auto* d : decisions.eligible()) fmt::print("{}  {}\n", d->of->id, d->of->title.zh);
/// }
/// \endcode
///
/// Read in this order: rule_set.hpp (load, bind), profile.hpp, matcher.hpp, decision.hpp,
/// report.hpp; reach.hpp for what would have to change, audit.hpp for logs that can be decided
/// again; batch.hpp for many companies at once, verdicts.hpp for one as fast as can be. sudui.h is
/// the same for C. For the policy officer: readiness.hpp, clinic.hpp, boundaries.hpp, site.hpp.
/// Threads: rule_set and matcher are immutable and shared freely; profile, scratch and
/// profile_reader belong to one thread at a time. The library starts no thread, keeps no global,
/// prints nothing.

#include <sudui/audit.hpp>       // IWYU pragma: export
#include <sudui/batch.hpp>       // IWYU pragma: export
#include <sudui/boundaries.hpp>  // IWYU pragma: export
#include <sudui/clinic.hpp>      // IWYU pragma: export
#include <sudui/decimal.hpp>     // IWYU pragma: export
#include <sudui/decision.hpp>    // IWYU pragma: export
#include <sudui/diagnostic.hpp>  // IWYU pragma: export
#include <sudui/expression.hpp>  // IWYU pragma: export
#include <sudui/matcher.hpp>     // IWYU pragma: export
#include <sudui/profile.hpp>     // IWYU pragma: export
#include <sudui/reach.hpp>       // IWYU pragma: export
#include <sudui/readiness.hpp>   // IWYU pragma: export
#include <sudui/report.hpp>      // IWYU pragma: export
#include <sudui/result.hpp>      // IWYU pragma: export
#include <sudui/rule_set.hpp>    // IWYU pragma: export
#include <sudui/rule_tests.hpp>  // IWYU pragma: export
#include <sudui/site.hpp>        // IWYU pragma: export
#include <sudui/text.hpp>        // IWYU pragma: export
#include <sudui/value.hpp>       // IWYU pragma: export
#include <sudui/verdicts.hpp>    // IWYU pragma: export
#include <sudui/version.hpp>     // IWYU pragma: export
