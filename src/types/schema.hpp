#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/rule_set.hpp"
#include "text/sink.hpp"
#include "types/type.hpp"

namespace sudui::types {

/// A field of the dictionary with its type. The type is that of one year for a yearly field.
struct field_entry {
  const model::field* from = nullptr;
  type of;
  std::string unit;  // base unit, for people
};

/// The field dictionary, typed: names and aliases to fields.
class schema {
 public:
  schema() = default;
  schema(const std::vector<model::field>& fields, text::sink& out);

  [[nodiscard]] const std::vector<field_entry>& fields() const noexcept { return fields_; }
  [[nodiscard]] const field_entry& operator[](std::uint32_t index) const { return fields_[index]; }
  /// By name or by alias.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> names() const;  // sorted; for suggestions

 private:
  std::vector<field_entry> fields_;
  std::unordered_map<std::string_view, std::uint32_t> by_name_;  // views of the model
};

/// The unit of a written unit, `万元` or `元/人/月`, in base units; one where nothing is written.
[[nodiscard]] unit unit_named(std::string_view written);

[[nodiscard]] type type_of_field(const model::field& from);

}  // namespace sudui::types
