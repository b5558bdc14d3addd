// The texts of a row by which people know the company; both readers that make no profile keep them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "types/schema.hpp"

namespace sudui::ingest {

/// The credit code and the name of one company, empty where a row does not say them.
class company_names {
 public:
  explicit company_names(const types::schema& dictionary);

  void clear() noexcept {
    credit_code_.clear();
    company_name_.clear();
  }
  /// Where the text of a field is kept; null for all other fields.
  [[nodiscard]] std::string* of(std::uint32_t field) noexcept {
    if (field == credit_code_field_) return &credit_code_;
    return field == company_name_field_ ? &company_name_ : nullptr;
  }
  [[nodiscard]] const std::string& credit_code() const noexcept { return credit_code_; }
  [[nodiscard]] const std::string& company_name() const noexcept { return company_name_; }

 private:
  std::uint32_t credit_code_field_, company_name_field_;
  std::string credit_code_, company_name_;
};

}  // namespace sudui::ingest
