#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <sudui/decimal.hpp>

namespace sudui::portfolio {

/// Alternatives as bits: the first is bit 0.
using choice = std::uint64_t;
constexpr std::size_t most_alternatives = 64;
constexpr std::size_t nobody = ~std::size_t{0};

/// An amount that lies between two ends, both in it. No end is negative.
struct range {
  decimal low, high;
  [[nodiscard]] bool is_exact() const noexcept { return low == high; }
};
/// Stands for an open upper end: more than any sum of money.
[[nodiscard]] inline decimal no_end() noexcept { return decimal::scaled(1, 24); }

/// A policy that a company may get.
struct alternative {
  range worth;
  bool is_sure = true;        // false: it may also not be there at all
  choice excludes = 0;        // others that cannot be had beside it
  std::size_t pool = nobody;  // of `question::pools`
};

/// Several amounts of which not the sum is paid: at most a cap beyond what was paid before, or the
/// greatest less what was paid before.
struct pool {
  bool is_greatest = false;
  range limit;  // the cap; not read for the greatest
  range paid;   // before
};

/// A member of a pool that excludes nobody. The low end is 0 if it may not be there.
struct bystander {
  std::size_t pool = 0;
  range worth;
};

struct question {
  std::vector<alternative> all;  // at most `most_alternatives`; earlier ones win ties
  std::vector<pool> pools;
  std::vector<bystander> always;
  void clear();
};

struct verdicts {
  choice may_keep = 0;       // kept in some case that the ranges allow
  choice may_displace = 0;   // there and yet displaced in some case
  choice best = 0;           // kept where every worth is at its upper end
  range total;               // of the best choices, in all cases
  bool is_exhausted = true;  // false: there were too many cases, and both sets hold everybody
};

/// Finds the choice of alternatives that do not exclude each other with the greatest total; among
/// equal ones the one that holds the earliest alternative at the first difference. Exact where all
/// is known: branch and bound, 2^n at worst. Where worths are ranges, every case is covered by the
/// cases that favour one maximal choice against all others; more than `most_cases` of them are not
/// tried.
class chooser {
 public:
  static constexpr std::size_t most_cases = 4096;
  void decide(const question& what, verdicts& into);

 private:
  struct frame;
  [[nodiscard]] choice best_of(const question& what, std::span<const decimal> worth, choice there,
                               bool is_high);
  [[nodiscard]] decimal total_of(const question& what, std::span<const decimal> worth, choice kept,
                                 bool is_high) const;
  [[nodiscard]] static decimal total_in(const question& what, std::size_t which,
                                        std::span<const decimal> worth, choice kept, bool is_high);
  void search(frame& at, std::size_t next, choice kept, const decimal& sum);
  void try_cases(const question& what, verdicts& into);
  void list_maximal(const question& what, choice kept, choice left, choice done);
  void try_case(const question& what, choice favoured, verdicts& into);
  [[nodiscard]] choice everybody(const question& what) const;
  void fill(const question& what, choice favoured);

  std::vector<choice> cases_;
  std::vector<decimal> worth_;
  std::vector<decimal> rest_;  // of one search, by alternative: the worth of it and all behind it
};

}  // namespace sudui::portfolio
