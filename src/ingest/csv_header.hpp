#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/column_map.hpp"
#include "ingest/csv.hpp"
#include "ingest/field_names.hpp"
#include "text/sink.hpp"
#include "text/tree.hpp"

namespace sudui::ingest {

/// What the columns of a table mean, as its first row says.
class csv_header {
 public:
  csv_header() = default;
  /// Reads names, labels and `name@2021`. What is not known, or what a table cannot hold, is
  /// reported once, here, and its column is passed over.
  /// `columns`: what some headers mean, or nothing; a column of it that is not there is reported.
  csv_header(const std::vector<csv_cell>& cells, std::uint32_t file, field_names& names,
             text::sink& out, const column_map* columns = nullptr);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// A column of the table that the dictionary knows.
  struct meaning {
    std::size_t cell;
    std::string_view field, year, unit;  // year and unit may be empty
  };
  [[nodiscard]] std::vector<meaning> meanings() const;
  /// The row as the mapping it would be in YAML; empty cells are left out.
  [[nodiscard]] text::tree tree_of(const std::vector<csv_cell>& cells, std::uint32_t file) const;

 private:
  struct column {
    std::size_t cell = 0;
    std::string year;
    std::string unit;  // other than that of the dictionary, or empty
  };
  struct field_columns {
    std::string name;
    std::vector<column> columns;  // one without a year, or any number with different years
  };

  void add(const mapped_column& said, const std::string& written, std::size_t index, text::span at,
           field_names& names, text::sink& out);

  std::size_t size_ = 0;
  std::vector<field_columns> fields_;
};

}  // namespace sudui::ingest
