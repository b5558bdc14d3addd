#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "columns/batch.hpp"
#include "ingest/arrow_column.hpp"
#include "ingest/field_names.hpp"

namespace sudui::ingest {

/// A foreign table, a row a company, ready to go into columns. Its children are named as the
/// headers of a CSV are: `industry_code`, `rd_expense@2022`. A view of the array.
class arrow_rows {
 public:
  /// Checks all of it. Errors in `out`: nothing may be appended. `into` must outlive this.
  arrow_rows(const arrow_column::source& from, columns::batch& into, text::sink& out);

  /// Appends every row.
  void append();

 private:
  struct reading {
    std::uint32_t field = 0, input = 0;
    std::int32_t year = 0;  // of a yearly one
    bool is_yearly = false, is_read = false;
    arrow_column from;
  };

  void open(const arrow_column::source& part, field_names& names, text::sink& out);
  void take(std::int64_t row);
  [[nodiscard]] profile whole(std::int64_t row);

  columns::batch& into_;
  std::int64_t offset_, rows_;
  std::vector<reading> columns_;
  std::vector<decide::bound_input> given_;  // by input
  std::vector<std::vector<decide::year_value>> years_;
  values::arena memory_;
};

}  // namespace sudui::ingest
