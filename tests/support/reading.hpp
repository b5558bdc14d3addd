// Companies read straight into columns beside the same lines read row by row.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "ingest/column_reader.hpp"
#include "ingest/row_reader.hpp"
#include "support/strict_rules.hpp"

namespace sudui::tests {

/// Lines taken by the quick reader where it takes them, and by the slow one all of them.
struct two_readers {
  planned by = strict_plan();
  columns::batch quick{by.made}, slow{by.made};
  ingest::column_reader reader{by.made, id_names};
  std::size_t taken = 0, rows = 0, lines = 0;

  const types::schema& dictionary() const { return by.rules.held().typed->dictionary; }

  static bool is_unknown_name(const diagnostic& each) {
    return each.message.en.find("is not a field of the dictionary") != std::string::npos;
  }

  /// Whether the quick one took it. What both hold must be the same.
  bool read(const std::string& line) {
    ++lines;
    std::istringstream input(line);
    ingest::row_reader rows_of(dictionary(), input, profile_format::ndjson);
    const auto status = rows_of.next();
    const bool is_row = status == ingest::row_reader::status::row;
    if (is_row) slow.append(rows_of.row());
    const bool is_taken = reader.append(line, quick);
    if (is_taken) {
      ++taken;
      REQUIRE(is_row);
      for (const auto& each : rows_of.findings()) REQUIRE(is_unknown_name(each));
      const auto text = [&](std::string_view name) {
        const auto* held = rows_of.row().find(name);
        const auto* said = held == nullptr ? nullptr : held->get_if<std::string>();
        return said == nullptr ? std::string() : *said;
      };
      REQUIRE(reader.texts()[0] == text("uscc"));
      REQUIRE(reader.texts()[1] == text("company_name"));
    } else if (is_row) {
      quick.append(rows_of.row());
      reader.told();
    }
    REQUIRE(quick.rows() == slow.rows());
    if (is_row) {
      ++rows;
      REQUIRE(row_text(quick, quick.rows() - 1) == row_text(slow, slow.rows() - 1));
    }
    return is_taken;
  }
};

}  // namespace sudui::tests
