// The inside of a batch run: bytes of whole rows go in, bytes of decisions, rejects and counts come
// out, and nothing is shared with other blocks but the rules. Whatever executor stands here, the
// command around it reads, orders and writes. A block is decided in columns, all its companies at
// once; row by row where the input is short or everything about a decision is to be written.
//
// Tested by tests/cli/threads.sh, tests/cli/batch_rows.sh.
#include "cli/block_worker.hpp"

#include <istream>
#include <streambuf>

#include "api/batch_held.hpp"
#include "api/bound.hpp"

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

constexpr std::string_view id_fields[] = {"uscc", "company_name"};  // as company_row::id has it

text_options writing(verdict least) {
  text_options made;
  made.least = least;
  return made;
}

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
    : task_(task),
      writer_(make_writer(task.format, run_shape::stream, task.by, out_, writing(task.least))) {}

void block_worker::decide(const row_block& block, block_answer& into) {
  into.clear();
  into.lines = block.lines_through;
  into.end = block.end;
  into.ends_part = block.ends_part;
  if (const auto* tools = task_.columns.after(block.end)) {
    if (!columns_) columns_.emplace(*tools);
    decide_by_columns(block, into);
  } else {
    decide_by_rows(block, into);
  }
}

block_worker::column_memory::column_memory(const column_tools& from)
    : by(from), rows(from.by.batch()), reader(from.by.by().held().planned, id_fields) {}

bool block_worker::column_memory::take(const ingest::line_view& line) {
  auto& companies = rows.columns().held().held;
  if (!reader.read(line.bytes, companies)) return false;
  companies.keep_row();
  const auto& texts = reader.texts();
  rows.added(line.number, texts[0].empty() ? texts[1] : texts[0]);
  return true;
}

// Hands on every company that can be used, and keeps the others as rejects. By columns, lines that
// are plainly right never come here.
template <class Take>
void block_worker::read(const row_block& block, block_answer& into, bool goes_by_columns,
                        Take&& take) {
  memory_bytes bytes(block.bytes());
  std::istream stream(&bytes);
  ingest::row_reader rows(dictionary_of(task_.by.rules()), stream, task_.from.format,
                          {{block.lines_before, block.offset},
                           task_.head,
                           task_.reading.encoding,
                           task_.reading.map(),
                           block.bytes()});
  if (goes_by_columns) {
    columns_->reader.open(rows);
    rows.offer([&](const ingest::line_view& line) {
      const bool is_taken = columns_->take(line);
      into.counts.decided += is_taken ? 1 : 0;
      return is_taken;
    });
  }
  using status = ingest::row_reader::status;
  for (auto read = rows.next(); read != status::end; read = rows.next()) {
    if (read == status::reject) {
      ++into.counts.rejected;
      into.rejects.add({task_.from.path, rows.line(), rows.offset(), rows.reason(), rows.text()},
                       task_.in, task_.keeps_rejects);
      continue;
    }
    ++into.counts.decided;
    take(rows.line(), rows.row());
  }
  into.findings = rows.findings();
}

void block_worker::decide_by_rows(const row_block& block, block_answer& into) {
  out_.swap(into.out);
  read(block, into, false, [&](std::uint64_t line, const profile& company) {
    const decisions& made = task_.by.match(company, reuse_);
    if (writer_) writer_->write({task_.from.path, line, company}, made);
    if (task_.counts_policies) into.summary.add(made);
  });
  out_.swap(into.out);
}

// The companies come straight into the columns of `rows`, or, where a line is not plainly right, as
// profiles; what follows is the same.
void block_worker::decide_by_columns(const row_block& block, block_answer& into) {
  column_memory& with = *columns_;
  with.rows.clear();
  read(block, into, true, [&](std::uint64_t line, const profile& company) {
    with.rows.add(line, company);
    with.reader.told();
  });
  const batch_writer* writer = with.by.writer.get();
  with.by.by.match(with.rows.columns(), with.made,
                   writer != nullptr ? writer->needed() : batch_matcher::wanted::amounts);
  if (writer != nullptr) {
    writer->write(task_.from.path, with.rows, with.made, with.possible, into.out);
  }
  if (task_.counts_policies) into.summary.add(with.by.by, with.made);
}

table_head read_table_head(const block_task& task) {
  if (task.from.format != profile_format::csv) return {};
  std::istream nothing(nullptr);
  const ingest::row_reader rows(dictionary_of(task.by.rules()), nothing, task.from.format,
                                {{}, task.head, task.reading.encoding, task.reading.map()});
  return {rows.cells(), rows.findings()};
}

}  // namespace sudui::cli
