#pragma once

#include <optional>
#include <set>
#include <string>

#include "types/checks/value_set.hpp"
#include "types/schema.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// What a test says of one subject: true for exactly these values.
struct tested_values {
  const expr* subject = nullptr;
  std::string key;
  value_set values = value_set::all();
};

/// Nothing where the test is more than comparisons of one subject with constants.
[[nodiscard]] std::optional<tested_values> read_test(const expr& test);

/// The values that a subject may have by its type: truth values, codes, a field's range.
[[nodiscard]] value_set domain_of(const expr& subject, const schema& dictionary);

/// The inputs that a subject reads, by keys: subjects that share none vary freely.
void inputs_of(const expr& subject, std::set<std::string>& into);

}  // namespace sudui::types
