// The inside of a batch run: bytes of whole rows go in, bytes of decisions, rejects and counts come
// out, and nothing is shared with other blocks but the rules. Whatever executor stands here, the
// command around it reads, orders and writes.
//
// Tested by tests/cli/threads.sh.
#include "cli/block_worker.hpp"

#include <istream>
#include <streambuf>

#include "api/loaded.hpp"
#include "ingest/row_reader.hpp"

namespace sudui::cli {
namespace {

// Bytes as a stream, without a copy.
class memory_bytes : public std::streambuf {
 public:
  explicit memory_bytes(std::string_view held) {
    char* const begin = const_cast<char*>(held.data());  // NOLINT: a get area is never written
    setg(begin, begin, begin + held.size());
  }
};

const types::schema& dictionary_of(const rule_set& rules) { return rules.held().typed->dictionary; }

}  // namespace

void block_answer::clear() {
  out.clear();
  rejects.clear();
  counts = {};
  findings.clear();
  summary.clear();
}

block_worker::block_worker(const block_task& task)
    : task_(task), writer_(make_writer(task.format, run_shape::stream, task.by, out_, {})) {}

void block_worker::decide(const row_block& block, block_answer& into) {
  into.clear();
  into.lines = block.lines_through;
  into.end = block.end;
  into.ends_part = block.ends_part;
  out_.swap(into.out);
  memory_bytes bytes(block.bytes());
  std::istream stream(&bytes);
  ingest::row_reader rows(dictionary_of(task_.by.rules()), stream, task_.from.format,
                          {{block.lines_before, block.offset},
                           task_.head,
                           task_.reading.encoding,
                           task_.reading.map()});
  using status = ingest::row_reader::status;
  for (auto read = rows.next(); read != status::end; read = rows.next()) {
    if (read == status::reject) {
      ++into.counts.rejected;
      into.rejects.add({task_.from.path, rows.line(), rows.offset(), rows.reason(), rows.text()},
                       task_.in, task_.keeps_rejects);
      continue;
    }
    ++into.counts.decided;
    const decisions& made = task_.by.match(rows.row(), reuse_);
    if (writer_) writer_->write({task_.from.path, rows.line(), rows.row()}, made);
    if (task_.counts_policies) into.summary.add(made);
  }
  into.findings = rows.findings();
  out_.swap(into.out);
}

table_head read_table_head(const block_task& task) {
  if (task.from.format != profile_format::csv) return {};
  std::istream nothing(nullptr);
  const ingest::row_reader rows(dictionary_of(task.by.rules()), nothing, task.from.format,
                                {{}, task.head, task.reading.encoding, task.reading.map()});
  return {rows.cells(), rows.findings()};
}

}  // namespace sudui::cli
