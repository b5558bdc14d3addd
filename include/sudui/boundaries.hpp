#pragma once

/// Boundaries: for each limit that the clauses and the amounts of a rule set compare with, a
/// company at the limit, one a unit below and one a unit above, decided, and held against what the
/// rule says: `>=` counts the limit in, `>` does not.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/report.hpp>
#include <sudui/rule_set.hpp>

namespace sudui {
inline namespace v1 {

/// Where a rule draws a line.
enum class limit_place : std::uint8_t {
  clause,  ///< a clause of the policy
  item,    ///< a clause that an item of a benefit must meet
  tier,    ///< a row of tiers
  band,    ///< the upper end of a band
  amount   ///< a formula of an amount or of its limits
};
inline constexpr std::size_t limit_places = 5;

/// One of the companies: what the varied input is, and what came of it.
struct boundary_point {
  value given;
  bool holds = false;                 ///< the comparison; of a band: the base is within it or below
  outcome clause = outcome::unknown;  ///< the clause of the policy, or of the item
  sudui::verdict verdict = sudui::verdict::undetermined;
  /// What the benefit comes to, where the limit is one of a benefit: also where the verdict rules
  /// it out.
  amount how_much;
};

/// One comparison with `<`, `<=`, `>` or `>=`, or the upper end of a band.
struct boundary {
  enum class state : std::uint8_t {
    exact,      ///< three companies: below, at, above
    straddled,  ///< two companies a unit apart on either side: no value meets the limit exactly
    not_made    ///< none, see `why_not`
  };
  const policy* of = nullptr;
  const policy_version* version = nullptr;
  limit_place place = limit_place::clause;
  const clause* what = nullptr;      ///< null for limits of tiers, bands and amounts
  const benefit* granted = nullptr;  ///< whose limit it is; null for clauses of the policy
  std::string formula;               ///< of the comparison
  std::string relation;
  location where;
  state is = state::not_made;
  std::string base;   ///< title of the test whose company was changed; empty: made from nothing
  std::string input;  ///< the one that was varied: `rd_expense(2021)`, `new_hires.wage`
  std::string unit;
  date as_of{};
  int year = 0;
  std::vector<boundary_point> points;  ///< in the order of `given`
  bool as_expected = false;            ///< the comparison turned over where its sign says
  bool turns_clause = false;   ///< and the clause with it; else another part of the clause hides it
  bool turns_verdict = false;  ///< and the verdict too; else another clause hides it
  /// Of a limit of a benefit: the amount differs where the comparison does. Else rounding, a cap or
  /// another row hides it. Of a band: both sides pay what the bands say, worked out apart.
  bool turns_amount = false;
  /// The words of the clause (its Chinese label: "or more", "above", "at most") and the sign agree
  /// on whether the limit itself counts; true also where no word says so.
  bool words_agree = true;
  localized why_not;
};

/// The limits of one kind of place.
struct boundary_counts {
  std::size_t limits = 0, exact = 0, straddled = 0, not_made = 0;
  std::size_t turned = 0;  ///< the clause of a policy or item, else the amount
};

struct boundary_report {
  std::vector<boundary> all;  ///< by policy, version and place
  std::array<boundary_counts, limit_places> by_place;
  std::size_t exact = 0, straddled = 0, not_made = 0;
  std::size_t unexpected = 0;    ///< a comparison that did not turn over as its sign says
  std::size_t words_differ = 0;  ///< see `boundary::words_agree`
  std::size_t turned_clause = 0, turned_verdict = 0, turned_amount = 0;
};

/// Every limit of the clauses and amounts of the policies that match. Companies are those of the
/// rule set's own tests, one input varied in its smallest step; what a test leaves out is filled in
/// where the comparison waits for it. O(limits * tests of the policy * log of the input's range).
[[nodiscard]] SUDUI_API boundary_report run_boundaries(const rule_set& rules,
                                                       std::string_view policies = "*");

/// What asks for a look, and counts; `lists_all`: every limit with its companies.
[[nodiscard]] SUDUI_API std::string to_text(const boundary_report& from,
                                            const text_options& options = {},
                                            bool lists_all = false);
[[nodiscard]] SUDUI_API std::string to_json(const boundary_report& from);

}  // namespace v1
}  // namespace sudui
