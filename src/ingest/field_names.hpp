#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "types/schema.hpp"

namespace sudui::ingest {

/// Field names as profiles may write them: the name, the Chinese alias, and the whole label even
/// where it is no plain word, as the header of a table gives it.
class field_names {
 public:
  /// `dictionary` must outlive this.
  explicit field_names(const types::schema& dictionary);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
  /// The name that was probably meant, or nothing. Remembered, since the same unknown name tends to
  /// stand in every row.
  [[nodiscard]] const std::string& nearest(std::string_view name);
  [[nodiscard]] const types::schema& dictionary() const noexcept { return *dictionary_; }

 private:
  const types::schema* dictionary_;
  std::map<std::string_view, std::uint32_t> by_label_;  // labels that one field alone bears
  std::map<std::string, std::string, std::less<>> nearest_;
};

}  // namespace sudui::ingest
