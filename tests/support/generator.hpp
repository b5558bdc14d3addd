#pragma once

// Random rule sets and profiles, the same for the same seed. Few distinct figures, so that ties at
// limits are common; missing and null values everywhere.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include <sudui/profile.hpp>

namespace generator {

class rules {
 public:
  explicit rules(std::uint32_t seed) : random_(seed) {}

  /// One YAML text: dictionary, parameters, definitions and some policies.
  [[nodiscard]] std::string text(int policies);
  [[nodiscard]] sudui::profile company();

 private:
  [[nodiscard]] int below(int limit);
  [[nodiscard]] std::string truth(int depth);
  [[nodiscard]] std::string money(int depth);
  [[nodiscard]] std::string plain_money();
  [[nodiscard]] std::string ratio();
  [[nodiscard]] std::string day(int depth);
  [[nodiscard]] std::string item_money(const std::string& item);
  [[nodiscard]] std::string item_truth(const std::string& item);
  [[nodiscard]] std::string literal();
  [[nodiscard]] std::string relation();
  [[nodiscard]] std::string clause(int number, int depth, int indent);
  [[nodiscard]] std::string benefit();
  [[nodiscard]] std::string item_benefit();
  [[nodiscard]] std::string tiers();
  [[nodiscard]] std::string ranked_tiers();
  [[nodiscard]] std::string table(std::string_view head, bool is_number);
  [[nodiscard]] std::string list_table();
  [[nodiscard]] sudui::value maybe(sudui::value held);
  [[nodiscard]] sudui::value figure();

  std::mt19937 random_;
};

}  // namespace generator
