#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "decide/state.hpp"
#include "plan/plan.hpp"
#include "repair/axis.hpp"

namespace sudui::repair {

/// How a register goes while one input rises over a stretch of its values. Whatever rises or falls
/// is a number (or a list of numbers) at every place of the stretch, and may also stand still in
/// parts of it.
enum class movement : std::uint8_t { still, rising, falling, unclear };

/// A sign that must not change within a stretch: of one register, of the difference of two, or of
/// a/b - c/d.
struct watch {
  std::array<plan::reg, 4> of{};
  std::uint8_t count = 0;  // 1, 2 or 4

  [[nodiscard]] int sign(const decide::state& run) const;
};

/// Follows one input through the main block of a plan over a stretch, of which the registers at
/// both ends are known.
class motion {
 public:
  motion(const plan::plan& of, const axis& along, const decide::state& low,
         const decide::state& high);

  /// The first sign that changes within the stretch and must be cut at; none when the movements of
  /// all registers are told. O(instructions).
  [[nodiscard]] std::optional<watch> run();
  [[nodiscard]] movement of(plan::reg which) const { return moved_[which]; }

 private:
  [[nodiscard]] movement follow(const plan::instruction& what);
  [[nodiscard]] movement follow_load(const plan::instruction& what) const;
  [[nodiscard]] movement follow_apply(const plan::instruction& what);
  [[nodiscard]] movement follow_logic(const plan::instruction& what) const;
  [[nodiscard]] movement follow_choice(const plan::instruction& what) const;
  [[nodiscard]] movement follow_comparison(const plan::instruction& what);
  [[nodiscard]] movement follow_quotients(const plan::instruction& what);
  [[nodiscard]] movement follow_number(const plan::instruction& what);
  [[nodiscard]] movement follow_list(const plan::instruction& what) const;
  [[nodiscard]] movement difference(movement left, movement right) const;
  [[nodiscard]] movement product(plan::reg a, plan::reg b);
  [[nodiscard]] movement quotient(plan::reg a, plan::reg b);
  [[nodiscard]] int weak_sign(plan::reg which);
  [[nodiscard]] movement cut_unless_constant(const watch& what);
  [[nodiscard]] bool touches(std::uint32_t block) const;
  [[nodiscard]] bool all_still(const plan::instruction& what) const;
  [[nodiscard]] bool any_unclear(const plan::instruction& what) const;
  [[nodiscard]] bool is_number(plan::reg which) const;
  [[nodiscard]] bool is_without_value(const plan::instruction& what) const;
  [[nodiscard]] plan::reg operand(const plan::instruction& what, std::uint32_t i) const {
    return plan_.operands[what.first + i];
  }
  [[nodiscard]] movement moved(const plan::instruction& what, std::uint32_t i) const {
    return moved_[operand(what, i)];
  }

  const plan::plan& plan_;
  const axis& along_;
  const decide::state& low_;
  const decide::state& high_;
  std::vector<movement> moved_;
  std::optional<watch> wish_;
};

}  // namespace sudui::repair
