// A row is read twice, once by each dictionary: a field may have changed its type, its unit or its
// codes. Both readers see the same bytes and agree on what a row is, so they go in step. Findings
// are told as the rules after see them: a field that only these know is no mistake of the table.
//
// A line that is plainly right by both dictionaries goes straight into the columns of both. The
// rules after are asked first; what they have taken by the time the rules before come to the line
// has been taken by both:
//
//   line    1      2      3 (a finding)   4 ...
//   after   takes  takes  a row
//   before  takes  takes  a row           lines before that row are passed over without a look
//
// Tested by tests/cli/diff.sh.
#include "cli/diff_worker.hpp"

#include <sstream>

#include "api/batch_held.hpp"
#include "api/bound.hpp"
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
               side.reading.map(),
               block.bytes()}) {}

  [[nodiscard]] ingest::row_reader& rows() noexcept { return rows_; }

 private:
  std::istringstream bytes_;
  ingest::row_reader rows_;
};

}  // namespace

diff_worker::side_columns::side_columns(const diff_side& side,
                                        std::span<const std::string_view> texts)
    : companies(side.batch.batch()), reader(side.by.held().planned, texts) {}

bool diff_worker::side_columns::read(std::string_view line) {
  return reader.read(line, companies.held().held);
}

void diff_worker::side_columns::keep() { companies.held().held.keep_row(); }

diff_worker::diff_worker(const diff_task& task)
    : task_(task),
      group_name_(task.group.name),
      old_(task.before, {&group_name_, 1}),
      new_(task.after, {&group_name_, 1}),
      tally_(task.pairs) {}

void diff_worker::add(const profile& before, const profile& after) {
  old_.companies.append(before);
  new_.companies.append(after);
  added(task_.group.of(task_.group.is_after ? after : before));
}

void diff_worker::added(const std::optional<std::string>& group) {
  groups_.push_back(&tally_.group(group));
  if (groups_.size() == full) finish();
}

bool diff_worker::take(const ingest::line_view& line) {
  if (!new_.read(line.bytes) || !old_.read(line.bytes)) return false;
  new_.keep();
  old_.keep();
  added(task_.group.of((task_.group.is_after ? new_ : old_).reader.texts()[0]));
  return true;
}

void diff_worker::finish() {
  task_.before.batch.match(old_.companies, before_);
  task_.after.batch.match(new_.companies, after_);
  tally_.add(before_, after_, groups_);
  old_.companies.clear();
  new_.companies.clear();
  groups_.clear();
}

void diff_worker::read(const diff_stream& stream, const row_block& block, block_answer& into) {
  into.clear();
  into.end = block.end;
  side_reader after(task_.after, stream, block);
  std::optional<side_reader> before;
  if (!task_.is_read_once) before.emplace(task_.before, stream, block);
  std::uint64_t taken_before = 0;  // all lines that were offered before this one were taken
  new_.reader.open(after.rows());
  old_.reader.open((before ? *before : after).rows());
  after.rows().offer([&](const ingest::line_view& line) {
    const bool is_taken = take(line);
    into.counts.decided += is_taken ? 1 : 0;
    return is_taken;
  });
  if (before) before->rows().offer([&](const auto& line) { return line.number < taken_before; });
  for (auto read = after.rows().next(); read != row_status::end; read = after.rows().next()) {
    taken_before = after.rows().line();
    const auto other = before ? before->rows().next() : read;
    if (read == row_status::row && other == row_status::row) {
      ++into.counts.decided;
      add(before ? before->rows().row() : after.rows().row(), after.rows().row());
      new_.reader.told();
      old_.reader.told();
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
