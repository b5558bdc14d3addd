#pragma once

#include <sudui/decision.hpp>

#include "decide/state.hpp"
#include "explain/explain.hpp"
#include "explain/steps.hpp"
#include "plan/plan.hpp"

namespace sudui::explain {

/// How one benefit's amount came about: its formula or row, each limit and whether it changed the
/// amount, rounding.
[[nodiscard]] std::vector<step> amount_steps(const plan::benefit& what,
                                             const plan::policy_trace::of_benefit& notes,
                                             const types::typed_benefit& typed, step_maker& steps,
                                             const request& asked, decide::state& run);

}  // namespace sudui::explain
