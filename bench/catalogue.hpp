// A rule set and companies made up from a seed, of the size and mix of a city's catalogue: 60
// fields (36 amounts, 8 days, 10 texts, 6 flags), 106 policies of some six clauses each over 327
// different predicates, 12 % of the clauses alternatives, 5 % negated; up to 30 % of a field's
// values missing.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <sudui/sudui.hpp>

namespace sudui::bench {

struct catalogue_size {
  int policies = 106;
  int predicates = 327;
  int clauses = 644;
};

/// So many policies of six clauses each, with this share of their predicates different: 0.43 is
/// that of 106 policies with 327 predicates.
[[nodiscard]] constexpr catalogue_size catalogue_of(int policies, double share = 0.43) {
  const double uses = 7.2 * policies;  // some clauses are alternatives
  const int predicates = static_cast<int>(share * uses);
  return {policies, predicates < 10 ? 10 : predicates, 6 * policies};
}

/// One YAML text.
[[nodiscard]] source_text catalogue(const catalogue_size& of, std::uint32_t seed);

/// Rules larger than what is loaded by default.
[[nodiscard]] rule_set load_large(source_text text);

/// The fields of its dictionary, in the order in which companies have them.
[[nodiscard]] std::vector<std::string> field_names();

/// Companies for that dictionary, one after the other.
class company_source {
 public:
  explicit company_source(std::uint32_t seed);
  [[nodiscard]] const profile& next();

 private:
  std::mt19937_64 random_;
  std::vector<int> missing_;  // by field: how many of a hundred
  profile held_;
};

}  // namespace sudui::bench
