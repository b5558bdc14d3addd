#pragma once

#include <memory>

#include "model/rule_set.hpp"
#include "text/sink.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// Resolves names, infers and checks types and units, folds parameters, runs the lints. Never
/// fails: where something is wrong there is a diagnostic, and an expression of type `error` stands
/// in its place.
[[nodiscard]] typed_rules from_model(std::shared_ptr<const model::rule_set> rules, text::sink& out);

}  // namespace sudui::types
