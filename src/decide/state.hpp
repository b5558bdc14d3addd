#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <sudui/profile.hpp>

#include "plan/plan.hpp"
#include "values/arena.hpp"
#include "values/missing.hpp"

namespace sudui::decide {

/// One value of a yearly input.
struct year_value {
  std::int32_t year;
  values::cell held;
};

/// What a profile gives for one input of the plan.
struct bound_input {
  bool is_given = false;
  values::cell held;                  // of a plain input
  std::span<const year_value> years;  // of a yearly one
};

/// Memory of one run: registers, inputs, texts and lists. Reused from run to run; one thread at a
/// time.
struct state {
  const plan::plan* prepared = nullptr;  // whose constants the registers hold
  std::vector<values::cell> registers;
  std::vector<bound_input> inputs;
  std::vector<year_value> year_values;
  values::arena memory;
  values::missing_graph missing;
  std::vector<values::missing_graph::input> wanted;  // of one collection of missing inputs
  std::vector<std::size_t> rows_met, rows_maybe;     // of one reading of tiers

  /// Empties what the last run left and makes room for the plan.
  void prepare(const plan::plan& of);
};

/// Reads the profile's values into the inputs of the plan.
void bind_profile(const plan::plan& of, const profile& company, state& run);

}  // namespace sudui::decide
