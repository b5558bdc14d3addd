// Tested by tests/cli/batch_rows.sh, tests/cli/csv_input.sh and tests/cli/diff.sh.
#include "ingest/quick_reader.hpp"

namespace sudui::ingest {

void quick_reader::open(const row_reader& stream) {
  if (lines_ || table_) return;
  if (const auto* header = stream.header()) {
    table_.emplace(plan_, *header, wanted_);
  } else {
    lines_.emplace(plan_, wanted_);
  }
}

bool quick_reader::read(std::string_view line) {
  return table_ ? table_->read(line) : lines_->read(line);
}

void quick_reader::append_to(columns::batch& to) const {
  table_ ? table_->append_to(to) : lines_->append_to(to);
}

void quick_reader::told() {
  if (lines_) lines_->told();
}

}  // namespace sudui::ingest
