#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "plan/plan.hpp"
#include "portfolio/choose.hpp"

namespace sudui::portfolio {

/// A policy of a component, or one of its benefits.
struct part {
  std::uint32_t policy = 0;   // of the plan
  std::uint32_t benefit = 0;  // that counts, in all groups of the component
  bool is_alone = false;      // the benefit alone is kept or displaced, not the policy
};

/// A group as a component sees it.
struct seat {
  std::uint32_t part = 0;    // of the component
  std::uint32_t member = 0;  // of the typed group
};
struct bench {
  std::uint32_t group = 0;  // of the plan
  std::vector<seat> seats;  // by policy
};

/// Groups that share members, directly or through others: they are resolved together, and no other
/// group has a say in it.
struct component {
  std::vector<bench> groups;
  std::vector<part> parts;   // by policy
  bool is_of_items = false;  // one group over items
  /// A single member may have something to settle: a cap, a former payment, an election.
  bool asks_of_one = false;
};

/// The groups of a plan, ready to be resolved. Immutable.
struct program {
  std::shared_ptr<const plan::plan> of;
  std::vector<component> components;
};

[[nodiscard]] program compile(std::shared_ptr<const plan::plan> of);

/// The group as it was written, and one of its readings.
[[nodiscard]] const types::typed_group& typed(const plan::plan& of, const plan::group& which);
/// Whether its members exclude each other; else all of them are paid, and some perhaps less.
[[nodiscard]] bool is_choosing(model::group_rule rule) noexcept;

}  // namespace sudui::portfolio
