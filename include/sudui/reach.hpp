#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/matcher.hpp>
#include <sudui/profile.hpp>
#include <sudui/report.hpp>
#include <sudui/result.hpp>

namespace sudui {
inline namespace v1 {

/// One field of a company set to another value; of a yearly field, in one year.
struct change {
  std::string field;        ///< name or label, as in a profile
  std::optional<int> year;  ///< of a yearly field; default: the assessment year
  value to;                 ///< in the base unit of the field; unknown takes the value away
};

/// The values of a part of a profile as changes, each year of a yearly field by itself.
[[nodiscard]] SUDUI_API std::vector<change> changes_of(const rule_set& rules, const profile& part);

/// What a company gets, and what it would get.
struct what_if_answer {
  decisions before, after;             ///< the same policies in the same order
  std::vector<std::uint32_t> changed;  ///< positions whose verdict, amounts or standing differ
  profile company;                     ///< with the changes made
};

/// Decides before and after the changes, made in order. Fails with bad_option where a field is not
/// in the dictionary, a value does not fit it, or a year is given to a field without years.
/// O(rules), twice.
[[nodiscard]] SUDUI_API result<what_if_answer> what_if(const matcher& by, const profile& company,
                                                       std::span<const change> changes);

/// Where the search for a change looks, and how long.
struct reach_options {
  /// Fields that may move; empty: those that the dictionary calls `changeable: true`.
  std::vector<std::string> fields;
  /// False: a yearly field moves only in the assessment year and later, since what is past is past.
  bool past_years = false;
  /// Width of the grid on which a number moves, by field name. Default: 1 for what is counted
  /// (persons, months, items), 0.01 for money and anything else with a unit, 0.0001 without one.
  std::vector<std::pair<std::string, decimal>> steps;
  /// Pieces into which one field is cut; beyond, the rest stays unproven.
  std::size_t max_pieces = 4096;
  /// A piece about which nothing is known is tried out value by value when it has no more.
  std::size_t max_points = 1024;
};

/// What moving one field alone can do.
enum class reach_state : std::uint8_t {
  reached,   ///< `to` makes it so
  settles,   ///< nothing would fail any more at `to`, but inputs are missing
  never,     ///< proven: no value of the field within `low` and `high` does
  unproven,  ///< none was found, and the clauses are too tangled in this field for a proof
};

/// A field moved alone, all others as they are. `low`, `high` and `step` say over which values the
/// statement holds; all are empty for flags and codes, of which every value was tried.
struct field_reach {
  const field* what = nullptr;
  std::optional<int> year;
  value from;
  reach_state is = reach_state::unproven;
  value to;                   ///< reached, settles: the nearest value
  std::optional<decimal> by;  ///< of a number: `to` less `from`
  bool is_smallest = false;   ///< proven: no nearer value does
  std::optional<decimal> low, high, step;
};

/// A clause that keeps the policy from being eligible.
struct clause_reach {
  const clause* of = nullptr;
  outcome held = outcome::unmet;
  outcome wanted = outcome::met;    ///< unmet under `none:`
  std::optional<decimal> distance;  ///< as step::distance of the comparison that fails
  std::string distance_unit;
  localized distance_of;
  std::vector<missing_input> reads;  ///< the inputs that the clause reads, known or not
  std::vector<field_reach> moves;    ///< what makes this clause as wanted, by field
};

/// What would make a policy eligible. Keeps the rules alive.
struct reach_answer {
  matcher by;
  const policy* of = nullptr;
  const policy_version* version = nullptr;  ///< null: not in force
  sudui::verdict verdict = sudui::verdict::undetermined;
  std::vector<clause_reach> failing;  ///< leaves that are not as wanted, depth first
  std::vector<field_reach> fields;  ///< what makes the policy eligible, by field of the dictionary
};

/// For each clause that fails the distance, and for each field that may move the smallest change of
/// it alone that makes the policy eligible, exactly in decimals; or the proof that there is none.
///
/// Method: over a stretch of values of the one field, every number that the clauses work with
/// rises, falls or stands still; so the sign of each comparison changes at most twice, and where is
/// found by halving. The stretch is cut there, until every clause stands still on every piece. The
/// nearest piece that is eligible holds the answer, which is decided once more as a company of its
/// own. What neither rises nor falls (a number read on both sides of a comparison, a remainder) is
/// tried value by value, or reported as unproven. Statements hold on the grid `step` between `low`
/// and `high`: the field's bounds in the dictionary, at most 10^15 either way.
///
/// The verdict is that of the policy by itself: what groups make of it then, what_if tells.
///
/// Fails with unknown_policy; bad_option where `fields` or `steps` name no field, or a step is not
/// above 0. Some 100 decisions of the one policy a field.
[[nodiscard]] SUDUI_API result<reach_answer> reach(const matcher& by, std::string_view policy,
                                                   const profile& company,
                                                   const reach_options& options = {});

[[nodiscard]] SUDUI_API std::string to_json(const what_if_answer& what, const matcher& by);
[[nodiscard]] SUDUI_API std::string to_text(const reach_answer& what,
                                            const text_options& options = {});
[[nodiscard]] SUDUI_API std::string to_json(const reach_answer& what);

}  // namespace v1
}  // namespace sudui
