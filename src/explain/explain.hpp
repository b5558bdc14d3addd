#pragma once

#include <functional>
#include <memory>
#include <string>

#include <sudui/decision.hpp>
#include <sudui/profile.hpp>
#include <sudui/result.hpp>

#include "decide/answers.hpp"
#include "plan/from_types.hpp"
#include "text/span.hpp"
#include "types/typed.hpp"

namespace sudui::explain {

/// What to explain, and how places and texts of the rule files are named.
struct request {
  std::shared_ptr<const void> keeps;
  decide::catalogue names;
  const policy* of = nullptr;
  std::shared_ptr<const types::typed_rules> rules;
  plan::binding on;
  std::string digest;
  std::function<location(text::span)> place;
  std::function<std::string(text::span)> text;
  std::function<citation(const model::citation&)> cite;
};

/// Binds the one policy anew with traces, decides, and reads the traces with the registers beside
/// them.
[[nodiscard]] explanation explain(const request& what, const profile& company);

}  // namespace sudui::explain
