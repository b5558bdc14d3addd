#pragma once

#include <memory>
#include <string>
#include <vector>

#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

#include "text/source.hpp"
#include "types/typed.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

/// A `test:` document with its profile and parameters read.
struct prepared_test {
  const model::test* from = nullptr;
  profile company;
  parameter_values parameters;
};

/// What a rule_set handle holds: the typed rules, and the public structs that describe them, in the
/// same order.
struct loaded {
  text::sources files;  // keeps the texts that spans point into
  std::shared_ptr<const types::typed_rules> typed;
  std::vector<policy> policies;
  std::vector<group> groups;
  std::vector<field> fields;
  std::vector<parameter> parameters;
  std::vector<prepared_test> tests;
  diagnostics warnings;
};

}  // namespace api
}  // namespace v1
}  // namespace sudui
