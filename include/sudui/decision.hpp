#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <sudui/export.hpp>
#include <sudui/rule_set.hpp>
#include <sudui/value.hpp>

namespace sudui {
inline namespace v1 {

enum class outcome : std::uint8_t { unmet, unknown, met };                 ///< of a clause
enum class verdict : std::uint8_t { ineligible, undetermined, eligible };  ///< of a policy

/// An input without a value that the answer waits for.
struct missing_input {
  const field* what = nullptr;          ///< a field of the profile, or
  const parameter* constant = nullptr;  ///< a parameter whose value is not known on the day
  std::optional<int> year;              ///< of a yearly field or parameter
  /// `rd_expense(2021)` or `is_zombie`.
  [[nodiscard]] SUDUI_API std::string name() const;
};

/// How much: exact (both ends equal), an interval (one end may be open), unknown, or none.
struct amount {
  enum class state : std::uint8_t {
    none,      ///< a right: there is no amount
    exact,     ///< `low` and `high` are the amount
    interval,  ///< between `low` and `high`; a missing one is open
    unknown,   ///< inputs are missing, see the decision's `amount_missing`
    null  ///< the formula gives no value (no tier applies, division by zero): see the explanation
  };
  state is = state::none;
  std::optional<decimal> low, high;
};

/// One item of a `for_each` benefit.
struct item_line {
  std::uint32_t item = 0;  ///< position in the list, from 0
  outcome held = outcome::unmet;
  amount how_much;
};

/// What a decision awards of one benefit.
struct grant {
  const benefit* what = nullptr;
  amount how_much;
  std::span<const item_line> lines;  ///< of a `for_each` benefit, every item
};

/// What the groups of a rule set make of a policy that is eligible or undetermined.
enum class standing : std::uint8_t {
  displaced,  ///< its benefits are not had beside those of others, or were had before
  open,       ///< inputs are missing, or the text allows more than one reading
  kept        ///< also of a policy that is in no group, or alone in its groups
};

/// What one group makes of one policy. Said where there was something to settle: a rival, an
/// election, a payment before, a cap.
struct group_effect {
  enum class reason : std::uint8_t {
    best,         ///< the best total of all choices, the first by id of equal ones
    elected,      ///< the company's election names it, or another one
    paid_before,  ///< something was paid for the same matter before
    topped_up,    ///< higher levels or former payments come first, the difference is paid
    capped,       ///< the cap of the group took something off
    items         ///< items that count for it; others count for another member
  };
  const group* of = nullptr;
  std::uint32_t reading = 0;          ///< of `of->readings`
  const benefit* compared = nullptr;  ///< of the policy's version
  /// Only that benefit stands in the group (`policy#benefit`): the standing is its own, and the
  /// policy's other benefits are untouched.
  bool alone = false;
  sudui::standing standing = sudui::standing::kept;
  reason why = reason::best;
  const policy* by = nullptr;  ///< what displaces it, or may
  amount paid;                 ///< of the benefit that the group compares, after the group
  std::uint32_t items_elsewhere = 0, items_open = 0;  ///< of a group over items
};

/// What groups make of one benefit of a policy.
struct benefit_standing {
  sudui::standing standing = sudui::standing::kept;
  bool is_said = false;        ///< some group had something to settle for it
  const policy* by = nullptr;  ///< what displaces it, or may
  /// What is left of it: 0 where it is displaced, an interval where that is open.
  amount left;
};
/// Of a benefit of a policy with these effects, which by itself comes to `granted`.
[[nodiscard]] SUDUI_API benefit_standing standing_of(const benefit& which, const amount& granted,
                                                     std::span<const group_effect> effects);

/// What one group comes to for a company, in one reading.
struct group_result {
  const group* of = nullptr;
  std::uint32_t reading = 0;
  amount total;            ///< of all members, after the group
  bool may_elect = false;  ///< the company may choose; the best is shown
  bool is_exhausted =
      true;  ///< false: too many choices while inputs are missing, all are left open
  std::span<const missing_input> missing;  ///< what leaves members or the total open
};

/// Verdict, outcomes and grants of one policy for one profile. A view: lives as long as its
/// `decisions`.
struct decision {
  const policy* of = nullptr;
  const policy_version* version = nullptr;
  sudui::verdict verdict = sudui::verdict::undetermined;
  /// One outcome a clause of `version->clauses`, depth first: a group before its children.
  std::span<const outcome> clauses;
  /// One grant a benefit when the policy is eligible; when it is undetermined, what it would be;
  /// else empty.
  std::span<const grant> grants;
  std::span<const missing_input> missing;  ///< settles the verdict; empty unless undetermined
  std::span<const missing_input> amount_missing;  ///< settles the amounts, verdict apart
  /// What groups make of it; verdict and grants are those of the policy by itself. Where benefits
  /// stand in groups alone, it is displaced or open only if all of them are; see `standing_of`.
  sudui::standing standing = sudui::standing::kept;
  std::span<const group_effect> effects;  ///< by group and reading; mostly empty
};

namespace api {
struct decided;
}

/// All decisions for one profile, ordered by policy id. Keeps its rules alive; movable.
class SUDUI_API decisions {
 public:
  decisions();
  ~decisions();
  decisions(decisions&&) noexcept;
  decisions& operator=(decisions&&) noexcept;

  [[nodiscard]] std::span<const decision> all() const& noexcept;
  std::span<const decision> all() const&& = delete;  // the views would dangle
  [[nodiscard]] std::vector<const decision*> eligible() const&;
  std::vector<const decision*> eligible() const&& = delete;
  /// Groups that had something to settle, by id and reading.
  [[nodiscard]] std::span<const group_result> groups() const& noexcept;
  std::span<const group_result> groups() const&& = delete;
  [[nodiscard]] const decision* find(std::string_view policy) const& noexcept;
  const decision* find(std::string_view policy) const&& = delete;

  explicit decisions(std::unique_ptr<api::decided> held) noexcept;
  [[nodiscard]] api::decided& held() noexcept { return *held_; }
  [[nodiscard]] const api::decided& held() const noexcept { return *held_; }

 private:
  std::unique_ptr<api::decided> held_;
};

/// One step of an explanation: a value, where it came from, and what it was made of.
struct step {
  enum class kind : std::uint8_t {
    logic,       ///< and, or, not, if
    comparison,  ///< parts: left and right; `distance` when it fails or holds by a margin
    quantifier,  ///< some, every: `item_count`, `items_met`
    definition,  ///< parts: its formula
    parameter,
    input,        ///< a field; `year` of a yearly one
    calculation,  ///< any other formula; parts: what it reads
    constant,
    tier,   ///< the row that applies
    band,   ///< one slice: parts none, `result` is its share
    limit,  ///< at_most, at_least: `bit` tells whether it changed the amount
    rounding
  };
  kind what = kind::calculation;
  localized label;      ///< of the field, definition, parameter, clause; may be empty
  std::string formula;  ///< FEEL as written
  std::string unit;     ///< of `result`; `元`
  bool is_ratio =
      false;  ///< a number without unit that two equal units gave: people read a percentage
  value result;
  std::string why_null;  ///< reason code when the result is null: division-by-zero, ...
  std::optional<int> year;
  std::string holder;    ///< of an input
  std::string relation;  ///< of a comparison: < <= > >= = !=
  std::string join;      ///< of logic: and, or, not; empty of an `if`
  /// Of an ordering comparison of numbers: how far the left side is from the limit, in
  /// `distance_unit`, never negative; for a quotient a/b it is counted in a. `distance_of` names
  /// what is counted.
  std::optional<decimal> distance;
  std::string distance_unit;
  localized distance_of;
  std::uint32_t item_count = 0, items_met = 0, items_unknown = 0;
  bool bit = false;
  std::optional<amount> after;  ///< of a limit or rounding: the amount after it
  citation cite;                ///< of a parameter or limit
  location where;
  std::vector<step> parts;
};

struct clause_explanation {
  const clause* of = nullptr;
  outcome held = outcome::unknown;
  std::optional<step> because;               ///< of a leaf
  std::vector<missing_input> missing;        ///< when unknown
  std::vector<clause_explanation> children;  ///< of a group
};

struct grant_explanation {
  const benefit* of = nullptr;
  amount how_much;
  std::vector<step> steps;  ///< in the order applied: the amount, limits, rounding
  std::vector<item_line> lines;
  std::vector<missing_input> missing;
};

/// Why a decision is so. Owns its contents; keeps the rules alive.
struct explanation {
  std::shared_ptr<const void> keeps;
  const policy* of = nullptr;
  const policy_version* version = nullptr;  ///< null: not in force
  date as_of{};
  int year = 0;
  std::string digest;
  sudui::verdict verdict = sudui::verdict::undetermined;
  std::vector<clause_explanation> clauses;
  std::vector<grant_explanation> grants;
  std::vector<missing_input> missing;
  sudui::standing standing = sudui::standing::kept;
  std::vector<group_effect> effects;
};

}  // namespace v1
}  // namespace sudui
