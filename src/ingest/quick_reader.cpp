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

bool quick_reader::read(std::string_view line, columns::batch& into) {
  return table_ ? table_->read(line, into) : lines_->read(line, into);
}

void quick_reader::told() {
  if (lines_) lines_->told();
}

}  // namespace sudui::ingest
