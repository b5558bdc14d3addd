#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/sink.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// The global names of a rule set while it is being typed, and what has been used of them.
class catalog {
 public:
  enum class kind : std::uint8_t { field, parameter, definition };
  struct entry {
    kind what;
    std::uint32_t index;
  };

  catalog(const model::rule_set& rules, const schema& dictionary,
          std::vector<typed_parameter>& parameters, text::sink& out);

  [[nodiscard]] std::optional<entry> find(std::string_view name) const;
  [[nodiscard]] std::string_view nearest(std::string_view name,
                                         const std::vector<std::string_view>& locals) const;
  [[nodiscard]] const model::rule_set& rules() const noexcept { return rules_; }
  [[nodiscard]] const schema& dictionary() const noexcept { return dictionary_; }
  [[nodiscard]] const typed_parameter& parameter(std::uint32_t index) const {
    return parameters_[index];
  }
  [[nodiscard]] std::uint32_t new_slot() noexcept { return slots_++; }
  [[nodiscard]] std::uint32_t slot_count() const noexcept { return slots_; }

  /// Bodies already typed, by definition and argument types.
  struct instance {
    type of;
    std::shared_ptr<const called_definition> called;
  };
  std::map<std::string, instance> instances;
  std::vector<std::uint32_t> active;             // definitions being typed: a cycle shows here
  std::set<const model::tiers*> tables_checked;  // those of definitions, once each
  /// What policies do to a field, by field: numbers to be added to it.
  std::map<std::uint32_t, std::vector<expr>> effects;
  std::vector<std::string> changing;  // fields and policies being typed for it: a cycle shows here
  std::vector<bool> parameter_used;
  std::vector<bool> definition_used;
  /// What can only be null or false is that instead of being refused: `1 + null`, a date that does
  /// not exist, equality of contexts with other members. Off for rule sets, where it is a mistake.
  bool null_operands = false;

 private:
  const model::rule_set& rules_;
  const schema& dictionary_;
  std::vector<typed_parameter>& parameters_;
  std::unordered_map<std::string_view, entry> names_;  // views of the rules
  std::uint32_t slots_ = 0;
};

}  // namespace sudui::types
