#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <sudui/decision.hpp>

#include "columns/range.hpp"

namespace sudui::columns {

/// What an amount's ends mean.
struct amount_kind {
  enum class place : std::uint8_t { open, here, aside };  // open: the row executor is to be asked
  amount::state is = amount::state::none;
  std::uint8_t has = has_none;
  std::int8_t places = 0;  // the ends are multiples of 10^-places
  place told = place::open;
};

/// Whose award it is, and what its ends mean.
struct award_head {
  std::uint32_t row = 0, policy = 0, benefit = 0;
  amount_kind kind;
};

/// One benefit of one company. Half a cache line, written as a whole. What whole numbers do not
/// hold stands aside: `low` tells where.
struct award : award_head {
  std::int64_t low = 0, high = 0;

  [[nodiscard]] bool is_open() const { return kind.told == amount_kind::place::open; }
};
static_assert(sizeof(award) == 32);

/// Awards of a batch: company by company, in the order of policies and benefits.
struct awards {
  std::vector<award> all;
  std::vector<amount> aside;

  [[nodiscard]] amount how_much(const award& of) const;
  /// The same into an amount of which nothing is said yet.
  void write(const award& of, amount& into) const;
  void put(award& into, const amount& from);
};

/// Kinds of amounts of one scale, by their ends and whether these meet: a look-up without branches.
class kind_table {
 public:
  explicit kind_table(std::int32_t places) : places_(static_cast<std::int8_t>(places)) {}
  [[nodiscard]] amount_kind of(std::uint8_t has, bool is_one) const {
    auto made = all[2U * has + (is_one ? 1 : 0)];
    made.places = places_;
    return made;
  }

 private:
  static const std::array<amount_kind, 10> all;
  std::int8_t places_;
};

}  // namespace sudui::columns
