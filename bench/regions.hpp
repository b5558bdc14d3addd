// A large catalogue as a country has it, and companies for it, from a seed: of five policies four
// ask for a county, a city or a province (of 3,069, 341 and 31), one of two for an industry on one
// of four levels (of 20 to 1,500), and each for 3 to 6 things more, of the fields and in the shares
// of `catalogue`, at limits that are round, as those of law are. A company, whose region and
// industry are on record, may get some 2 % of them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <sudui/sudui.hpp>

#include "catalogue.hpp"

namespace sudui::bench {

/// One YAML text.
[[nodiscard]] source_text regional_catalogue(int policies, std::uint32_t seed);

[[nodiscard]] std::vector<std::string> all_counties();    // codes, ascending
[[nodiscard]] std::vector<std::string> all_industries();  // codes of the last level, ascending

/// Companies for that dictionary, one after the other.
class regional_companies {
 public:
  explicit regional_companies(std::uint32_t seed) : figures_(seed), random_(seed) {}
  [[nodiscard]] const profile& next();

 private:
  company_source figures_;
  std::mt19937_64 random_;
  std::vector<std::string> counties_ = all_counties(), industries_ = all_industries();
  profile held_;
};

}  // namespace sudui::bench
