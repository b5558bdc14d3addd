// Columns hold codes of texts, and only of the fields that policies read. What somebody wants to
// know of each company besides (its credit code, its name, its district) is kept on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "types/schema.hpp"

namespace sudui::ingest {

/// The texts of some fields of one company, empty where it does not say them. Fields that are no
/// texts, or yearly, are never said.
class kept_texts {
 public:
  kept_texts(const types::schema& dictionary, std::span<const std::string_view> names);

  void clear() noexcept {
    for (auto& each : all_) each.text.clear();
  }
  /// Where the text of a field is kept; null for all other fields.
  [[nodiscard]] std::string* of(std::uint32_t field) noexcept {
    for (auto& each : all_) {
      if (each.field == field) return &each.text;
    }
    return nullptr;
  }
  /// By the place of its name.
  [[nodiscard]] const std::string& operator[](std::size_t name) const { return all_[name].text; }

 private:
  struct kept {
    std::uint32_t field;
    std::string text;
  };
  std::vector<kept> all_;
};

}  // namespace sudui::ingest
