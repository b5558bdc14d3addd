#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <sudui/decision.hpp>

#include "decide/answers.hpp"
#include "portfolio/choose.hpp"
#include "portfolio/program.hpp"
#include "values/cell.hpp"

namespace sudui::portfolio {

/// What is known of one company: verdicts and amounts of policies, values of group formulas.
/// Policies are places in the plan.
class source {
 public:
  virtual ~source() = default;
  [[nodiscard]] virtual verdict verdict_of(std::uint32_t policy) = 0;
  [[nodiscard]] virtual amount amount_of(std::uint32_t policy, std::uint32_t benefit) = 0;
  /// The value of a formula of a group; holds until the next call.
  [[nodiscard]] virtual values::cell value_of(const plan::group& group, plan::reg which) = 0;
  /// Appends what verdict and amounts of the policy wait for.
  virtual void add_missing(std::uint32_t policy, std::vector<missing_input>& into) = 0;
  /// Appends what an unknown value waits for.
  virtual void add_missing(const values::cell& unknown, std::vector<missing_input>& into) = 0;
  /// The items of a benefit that pays by item, each with what it would bring; the last call holds.
  [[nodiscard]] virtual std::span<const item_line> items_of(std::uint32_t policy,
                                                            std::uint32_t benefit) = 0;

 protected:
  source() = default;
  source(const source&) = default;
  source& operator=(const source&) = default;
};

/// Effects and results of one company, with the memory that they view. Reused.
class resolution {
 public:
  struct place {
    std::uint32_t policy = 0;
    standing to = standing::kept;
    std::span<const group_effect> effects;
  };
  /// Policies that a group had something to settle for, by place in the plan.
  [[nodiscard]] std::span<const place> policies() const noexcept { return places_; }
  [[nodiscard]] std::span<const group_result> groups() const noexcept { return results_; }
  void clear();

 private:
  friend class resolver;
  struct noted {
    std::uint32_t policy;
    std::uint32_t group;  // of the plan, for the order
    group_effect effect;
    std::size_t benefits = 1;  // of the policy
  };
  struct extent {
    std::size_t noted, results, missing;
  };
  [[nodiscard]] extent now() const;
  void go_back(const extent& to);
  void set_views();
  [[nodiscard]] standing standing_of(std::span<const noted> all);

  std::vector<noted> noted_;
  std::vector<place> places_;
  std::vector<group_effect> effects_;
  std::vector<group_result> results_;
  std::vector<std::pair<std::size_t, std::size_t>> missing_places_;  // one a result
  std::vector<missing_input> missing_;
  std::vector<std::pair<const benefit*, standing>> alone_;  // of the policy at hand
};

/// What is asked of a resolver: batches tell what becomes of policies, and of no group its total
/// and what it waits for.
enum class told : std::uint8_t { policies, groups };

/// Resolves components, one company after the other. One thread at a time.
class resolver {
 public:
  /// `groups` are the public structs, by number as in the rule set.
  resolver(const program& of, std::span<const group> groups, std::span<const policy> policies,
           told what = told::groups)
      : program_(of), groups_(groups), policies_(policies), told_(what) {}

  /// All components that have something to settle for the company. Replaces what `into` holds.
  void resolve(source& from, resolution& into);

 private:
  [[nodiscard]] bool has_task(const component& of, source& from);
  void take_parts(const component& of, source& from);
  void settle(const component& of, std::uint32_t reading, source& from, resolution& into);
  void start(const component& of, std::uint32_t reading);
  void read_groups(const component& of, source& from);
  [[nodiscard]] range former_of(std::size_t at) const;
  void leave_out_paid(const bench& of, std::size_t at);
  void elect(const bench& of, std::size_t at);
  void ask(const component& of);
  [[nodiscard]] bool is_free(std::size_t part, std::size_t group) const;
  void exclude(const component& of);
  void add_pools(const component& of);

  struct holding;
  // items.cpp
  void settle_items(const component& of, source& from, resolution& into);
  void take_items(const component& of, source& from);
  struct item_tally;
  static void add_up(std::span<const item_line> lines, item_tally& into);
  void ask_item(std::uint32_t item);
  void share_item();
  void settle_each(range& total);
  void note_items(const component& of, const range& total, source& from, resolution& into);
  // item_totals.cpp
  [[nodiscard]] bool may_totals_bind() const;
  void settle_totals(std::uint32_t end, range& total);
  void take_singles(std::uint32_t end);
  [[nodiscard]] bool is_all_known() const;
  void share_in_best_way(range& total);
  void share_out();
  void leave_shared_open(range& total);
  void search_items(std::size_t next, std::size_t& steps);
  // pay.cpp
  void pay(const bench& of, std::size_t at);
  void pay_difference(const bench& of, std::size_t at);
  void pay_to_cap(const bench& of, std::size_t at);
  void order_by_level(const bench& of);
  static void set_choice(holding& of);
  // note.cpp
  void note_group(const component& of, std::size_t at, std::uint32_t reading, source& from,
                  resolution& into);
  void note_members(const bench& of, std::size_t at, std::uint32_t reading, resolution& into);
  [[nodiscard]] group_effect effect_of(const bench& of, std::size_t at, const seat& who) const;
  [[nodiscard]] range total_of(const component& of, std::size_t at) const;
  [[nodiscard]] range pooled_total(const bench& of, std::size_t at) const;
  void note_missing(const component& of, std::size_t at, source& from, resolution& into);
  [[nodiscard]] const policy* rival_of(const bench& of, std::size_t part) const;
  [[nodiscard]] const policy* policy_of(std::size_t part) const;
  void note(std::size_t part, std::uint32_t group, group_effect effect, resolution& into) const;

  // A part of the component at hand.
  struct holding {
    verdict held = verdict::ineligible;
    range worth;              // where it is had
    std::size_t at = nobody;  // of the question
    bool may_keep = false, may_displace = false;
    bool is_out = false;  // displaced before the question: not elected, or paid before
    range paid;           // after the groups, where it is had
    std::optional<std::size_t> before;  // the part that it is topped up to, or that was cut for
    bool is_limited = false;            // a group took, or may take, something off
    [[nodiscard]] bool is_there() const noexcept { return held != verdict::ineligible; }
  };
  // A group of the component at hand.
  struct fact {
    std::optional<values::cell> cap, paid, election;
    std::optional<std::size_t> elected;  // the part
    bool is_election_open = false;
    bool may_be_paid = false, is_paid = false;
  };

  const program& program_;
  std::span<const group> groups_;
  std::span<const policy> policies_;
  told told_;
  std::vector<holding> parts_;
  std::vector<fact> facts_;
  question question_;
  verdicts verdicts_;
  chooser chooser_;
  std::vector<model::group_rule> rules_;  // by group of the component
  const component* at_hand_ = nullptr;
  bool is_changed_ = false;  // some reading of the group at hand has something to say
  // Of a group over items.
  struct item_tally {
    std::uint32_t shared = 0, lost = 0, open = 0;  // items
    range paid;
    std::optional<std::size_t> by;  // the part that takes, or may take, an item
    bool is_limit_open = false;
    bool is_limited = false;            // in its total
    range all;                          // of all its items
    range granted{no_end(), no_end()};  // the same within the limit
  };
  std::vector<std::vector<item_line>> lines_;  // by part
  std::vector<item_tally> tallies_;            // by part
  struct taker {
    std::size_t part = 0;
    bool is_met = false;
  };
  std::vector<taker> takers_;  // of an item
  // An item that several members may take, in a group whose totals may bind.
  struct shared_item {
    struct offer {
      std::size_t part = 0;
      range worth;
      bool is_sure = false;
    };
    std::vector<offer> offers;
    std::size_t taken = 0, best = 0;  // of offers
  };
  std::vector<shared_item> shared_;
  std::vector<decimal> sums_;  // by part, while items are shared out
  std::vector<decimal> rest_;  // by item: the most that it and those behind it may bring
  decimal best_total_;
  std::vector<std::size_t> order_;  // of payment: parts of a group
};

}  // namespace sudui::portfolio
