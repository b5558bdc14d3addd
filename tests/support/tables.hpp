// Tables read by rows alone, and with every line offered to the quick reader first.
#pragma once

#include <memory>
#include <sstream>
#include <string>

#include "ingest/row_reader.hpp"
#include "ingest/table_reader.hpp"
#include "support/strict_rules.hpp"

namespace sudui::tests {

/// How a table is read; with an encoding or a map, its header is its first line.
struct table_ways {
  bool is_quick = false;
  ingest::text_encoding encoding = ingest::text_encoding::utf8;
  const ingest::column_map* map = nullptr;
  const kernels::table* kernels = kernels::usable().front();
};

/// A table in columns, with all that was said about it.
struct read_table {
  columns::batch held;
  std::string rejects, findings, ids;
  std::size_t taken = 0, rows = 0;

  read_table(const planned& by, const std::string& bytes, const table_ways& ways) : held(by.made) {
    const auto& dictionary = by.rules.held().typed->dictionary;
    const bool has_origin = ways.map != nullptr || ways.encoding != ingest::text_encoding::utf8;
    const std::string head = has_origin ? bytes.substr(0, bytes.find('\n') + 1) : "";
    std::istringstream input(bytes.substr(head.size()));
    const ingest::row_origin origin{{1, head.size()}, head, ways.encoding, ways.map};
    auto reader =
        has_origin
            ? std::make_unique<ingest::row_reader>(dictionary, input, profile_format::csv, origin)
            : std::make_unique<ingest::row_reader>(dictionary, input, profile_format::csv);
    if (ways.is_quick && reader->header() != nullptr) {
      quick_ = std::make_unique<ingest::table_reader>(by.made, *reader->header(), id_names,
                                                      *ways.kernels);
      reader->offer([this](const ingest::line_view& line) { return take(line); });
    }
    finish(*reader);
  }

  /// Every row, all of them together, and what was said.
  [[nodiscard]] std::string text() const {
    std::string made = rejects + findings + ids + (facts_hold(held) ? "\n" : "wrong facts\n");
    for (std::size_t row = 0; row < held.rows(); ++row) made += row_text(held, row) + "\n";
    return made;
  }

 private:
  [[nodiscard]] bool take(const ingest::line_view& line) {
    if (!quick_->append(line.bytes, held)) return false;
    ++taken;
    ids += std::to_string(line.number) + " " + quick_->texts()[0] + " " + quick_->texts()[1] + "\n";
    return true;
  }

  void finish(ingest::row_reader& reader) {
    using status = ingest::row_reader::status;
    for (auto next = reader.next(); next != status::end; next = reader.next()) {
      const auto line = std::to_string(reader.line());
      if (next == status::reject) {
        rejects += line + " " + std::to_string(reader.offset()) + " " + reader.reason().en + " " +
                   reader.text() + "\n";
        continue;
      }
      ++rows;
      held.append(reader.row());
      ids += line + " " + text_of(reader.row(), "uscc") + " " +
             text_of(reader.row(), "company_name") + "\n";
    }
    rows += taken;
    for (const auto& each : reader.findings()) findings += each.message.en + "\n";
  }

  static std::string text_of(const profile& company, std::string_view name) {
    const auto* held = company.find(name);
    return held == nullptr ? std::string() : *held->get_if<std::string>();
  }

  std::unique_ptr<ingest::table_reader> quick_;
};

}  // namespace sudui::tests
