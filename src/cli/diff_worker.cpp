// A row is read twice, once by each dictionary: a field may have changed its type, its unit or its
// codes. Both readers see the same bytes and agree on what a row is, so they go in step. Findings
// are told as the rules after see them: a field that only these know is no mistake of the table.
//
// Tested by tests/cli/diff.sh.
#include "cli/diff_worker.hpp"

#include <sstream>

#include "api/loaded.hpp"
#include "ingest/row_reader.hpp"

namespace sudui::cli {
namespace {

using row_status = ingest::row_reader::status;

/// The rows of a block, as one side reads them.
class side_reader {
 public:
  side_reader(const diff_side& side, const diff_stream& stream, const row_block& block)
      : bytes_(std::string(block.bytes())),
        rows_(side.by.rules().held().typed->dictionary, bytes_, stream.from.format,
              {{block.lines_before, block.offset},
               stream.head,
               side.reading.encoding,
               side.reading.map()}) {}

  [[nodiscard]] ingest::row_reader& rows() noexcept { return rows_; }

 private:
  std::istringstream bytes_;
  ingest::row_reader rows_;
};

}  // namespace

diff_worker::diff_worker(const diff_task& task)
    : task_(task),
      old_companies_(task.before.batch.batch()),
      new_companies_(task.after.batch.batch()),
      tally_(task.pairs) {}

void diff_worker::add(const profile& before, const profile& after) {
  old_companies_.append(before);
  new_companies_.append(after);
  groups_.push_back(&tally_.group(task_.group.of(task_.group.is_after ? after : before)));
  if (groups_.size() == full) finish();
}

void diff_worker::finish() {
  task_.before.batch.match(old_companies_, before_);
  task_.after.batch.match(new_companies_, after_);
  tally_.add(before_, after_, groups_);
  old_companies_.clear();
  new_companies_.clear();
  groups_.clear();
}

void diff_worker::read(const diff_stream& stream, const row_block& block, block_answer& into) {
  into.clear();
  into.end = block.end;
  side_reader after(task_.after, stream, block);
  std::optional<side_reader> before;
  if (!task_.is_read_once) before.emplace(task_.before, stream, block);
  for (auto read = after.rows().next(); read != row_status::end; read = after.rows().next()) {
    const auto other = before ? before->rows().next() : read;
    if (read == row_status::row && other == row_status::row) {
      ++into.counts.decided;
      add(before ? before->rows().row() : after.rows().row(), after.rows().row());
      continue;
    }
    const auto& by = read == row_status::row ? before->rows() : after.rows();
    ++into.counts.rejected;
    into.rejects.add({stream.from.path, by.line(), by.offset(), by.reason(), by.text()}, task_.in,
                     task_.keeps_rejects);
  }
  into.findings = after.rows().findings();
}

table_head read_diff_head(const diff_task& task, const diff_stream& stream) {
  if (stream.from.format != profile_format::csv) return {};
  const row_block nothing;
  side_reader after(task.after, stream, nothing);
  return {after.rows().cells(), after.rows().findings()};
}

}  // namespace sudui::cli
