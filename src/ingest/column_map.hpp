#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/field_names.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::ingest {

/// What one column of a table holds.
struct mapped_column {
  std::string header;
  std::string field;
  std::optional<std::string> year;
  std::string unit;  // or empty: that of the dictionary
};

/// What the headers of a table mean where they are not field names: as a user wrote it down.
class column_map {
 public:
  column_map() = default;
  /// Reads `header: field` and `header: {field: f, unit: u, year: y}`; whatever does not fit the
  /// dictionary is reported as an error.
  column_map(const text::tree& what, field_names& names, text::sink& out);

  [[nodiscard]] const mapped_column* find(std::string_view header) const noexcept;
  [[nodiscard]] const std::vector<mapped_column>& all() const noexcept { return all_; }

 private:
  void add(const text::tree::entry& said, field_names& names, text::sink& out);

  std::vector<mapped_column> all_;
};

}  // namespace sudui::ingest
