// From files to decisions. One bad row, or one bad file among many, never stops a run: it becomes a
// reject with its place and reason, and the counts add up. Streams go through threads in blocks,
// and come out in the order they were read; a file that holds one company is decided at once.
//
// Tested by tests/cli/rejects.sh, tests/cli/match_batch.sh and tests/cli/threads.sh.
#include "cli/match_run.hpp"

#include <iostream>
#include <spdlog/spdlog.h>
#include <utility>

#include "cli/block_input.hpp"
#include "cli/in_order.hpp"
#include "cli/rules_option.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {

match_run::match_run(const matcher& by, const session& with, const match_plan& plan,
                     destination& into)
    : by_(by),
      with_(with),
      plan_(plan),
      into_(into),
      progress_(with.in),
      teller_(with.in),
      counts_(plan.from.counts),
      summary_(plan.from.policies),
      columns_(by, plan.format, plan.least),
      writer_(make_writer(plan.format, plan.shape, by, text_, writing_options())) {}

text_options match_run::writing_options() const {
  auto made = text_options_for(with_.in);
  made.least = plan_.least;
  return made;
}

void match_run::begin() {
  if (writer_) writer_->begin();
  into_.begin(text_);
  text_.clear();
}

void match_run::end() {
  progress_.clear();
  if (!writer_) into_.write(summary_.to_text(text_options_for(with_.in)));
}

double match_run::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

bool match_run::read(const input& from) {
  if (is_stopped_) return true;
  return from.is_stream() ? read_stream(from) : read_one(from);
}

bool match_run::read_one(const input& from) {
  const auto text = read_whole(from.path);
  if (!text) {
    spdlog::error("{} `{}`", with_.say("无法读取", "cannot read"), from.path);
    return false;
  }
  diagnostics found;
  const auto read = read_profile(by_.rules(), *text, from.format, found, from.path);
  if (!read) {
    const diagnostics& details = read.error().details;
    const bool has_place = !details.empty();
    reject({from.path, has_place ? details.front().where.line : 1, 0,
            has_place ? details.front().message : read.error().message, *text});
    return true;
  }
  if (count(found, severity::error) > 0) ++counts_.flawed;
  tell(std::move(found), from);
  ++counts_.decided;
  const decisions& made = by_.match(*read, reuse_);
  if (plan_.counts_policies) summary_.add(made);
  if (writer_) writer_->write({from.path, 1, *read}, made);
  into_.write(text_);
  text_.clear();
  is_stopped_ = watch_.signal() != 0;
  return true;
}

bool match_run::read_stream(const input& from) {
  block_input blocks(from);
  if (!blocks.is_open()) {
    spdlog::error("{} `{}`", with_.say("无法读取", "cannot read"), from.path);
    return false;
  }
  blocks.stop_at(watch_.descriptor());
  blocks.set_part_rows(plan_.part_rows);
  const bool is_read =
      blocks.read_head() &&
      run_blocks(blocks, {by_, from, blocks.head(), plan_.format, with_.in, into_.keeps_rejects(),
                          plan_.counts_policies, plan_.reading, columns_, plan_.least});
  progress_.clear();
  if (!is_read) spdlog::error("{} `{}`", with_.say("读取中断", "reading broke off in"), from.path);
  return is_read;
}

bool match_run::run_blocks(block_input& blocks, const block_task& task) {
  ingest::told_once findings;
  const table_head head = read_table_head(task);
  blocks.set_cells(head.cells);
  for (const diagnostic& each : head.findings) findings.add(each);
  if (plan_.from.bytes > 0 && !blocks.skip_to(plan_.from.lines, plan_.from.bytes)) return false;
  auto last = block_input::status::block;
  block_flow flow;
  flow.take = [&](row_block& block) {
    last = blocks.next(block);
    return last == block_input::status::block;
  };
  flow.make_worker = [&] {
    return [worker = std::make_shared<block_worker>(task)](
               const row_block& block, block_answer& into) { worker->decide(block, into); };
  };
  flow.put = [&](block_answer& answer) {
    for (diagnostic& each : answer.findings) findings.add(std::move(each));
    const bool goes_on = put(answer);
    show_progress(answer.end, blocks.size());
    return goes_on;
  };
  run_in_order(plan_.threads, flow);
  progress_.clear();
  tell(findings.all(), task.from);
  is_stopped_ = last == block_input::status::stopped;
  return last != block_input::status::failed;
}

bool match_run::put(block_answer& answer) {
  counts_.add(answer.counts);
  into_.write(answer.out);
  put_rejects(answer.rejects, answer.counts.rejected);
  into_.end_block(answer);
  summary_.add(answer.summary);
  return into_.is_good();
}

void match_run::reject(const rejected_row& what) {
  reject_texts made;
  made.add(what, with_.in, into_.keeps_rejects());
  ++counts_.rejected;
  put_rejects(made, 1);
}

void match_run::put_rejects(const reject_texts& from, std::uint64_t count) {
  if (into_.keeps_rejects()) return into_.write_rejects(from.lines);
  teller_.tell(from, count, progress_);
}

void match_run::tell(diagnostics found, const input& from) const {
  for (diagnostic& each : found) {
    if (from.is_stream()) each.where.file = from.path;
    std::cerr << to_text(each, with_.in) << '\n';
  }
}

void match_run::show_progress(std::uint64_t bytes, std::uint64_t size) {
  progress_.show(
      {counts_.read(), plan_.from.counts.read(), seconds(), bytes, size, plan_.from.bytes});
}

}  // namespace sudui::cli
