#pragma once

#include "model/reading.hpp"
#include "model/rule_set.hpp"
#include "syntax/limits.hpp"

namespace sudui::model {

/// Limits of one load; exceeding one is a diagnostic, never a crash.
struct read_limits {
  syntax::limits yaml;
  model_limits model;
};

/// Reads all sources into one model. Never fails: what cannot be read is left out of the model and
/// has a diagnostic in `out`. Formulas of the model and the profiles of its tests view the sources,
/// which outlive it.
[[nodiscard]] rule_set from_yaml(const text::sources& files, text::sink& out,
                                 const read_limits& limits = {});

}  // namespace sudui::model
