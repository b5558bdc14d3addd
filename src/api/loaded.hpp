#pragma once

#include <memory>
#include <string>
#include <vector>

#include <sudui/rule_set.hpp>

#include "text/source.hpp"
#include "types/typed.hpp"

namespace sudui::inline v1::api {

/// What a rule_set handle holds: the typed rules, and the public structs that describe them, in the
/// same order.
struct loaded {
  text::sources files;  // keeps the texts that spans point into
  std::shared_ptr<const types::typed_rules> typed;
  std::vector<policy> policies;
  std::vector<field> fields;
  std::vector<parameter> parameters;
  diagnostics warnings;
};

}  // namespace sudui::inline v1::api
