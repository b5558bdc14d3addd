// The companies of company_source as somebody would send them.
#pragma once

#include <string>
#include <vector>

namespace sudui::bench {

/// A line of JSON for each company.
[[nodiscard]] std::vector<std::string> ndjson_lines(std::size_t rows);

/// The same companies as a table: its header, and a line for each.
struct csv_lines {
  std::string header;
  std::vector<std::string> rows;
};
[[nodiscard]] csv_lines csv_table(std::size_t rows);

}  // namespace sudui::bench
