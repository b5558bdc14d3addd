// Every thread counts for itself, and the counts are added at the end: sums are exact, so nothing
// depends on which thread had which block. Rejects come in the order of the rows.
//
// Tested by tests/cli/diff.sh.
#include "cli/diff_run.hpp"

#include <iostream>
#include <mutex>
#include <spdlog/spdlog.h>

#include "cli/block_input.hpp"
#include "cli/in_order.hpp"
#include "cli/rules_option.hpp"
#include "ingest/told_once.hpp"
#include "report/words.hpp"

namespace sudui::cli {

diff_run::diff_run(const diff_task& task, unsigned threads, destination& rejects)
    : task_(task),
      threads_(threads),
      rejects_(rejects),
      progress_(task.in),
      teller_(task.in),
      single_(task),
      sum_(task.pairs) {}

std::string diff_run::say(std::string_view zh, std::string_view en) const {
  return std::string(report::say(task_.in, zh, en));
}

double diff_run::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}

const diff_tally& diff_run::finish() {
  single_.finish();
  sum_.add(single_.tally());
  return sum_;
}

bool diff_run::read(const input& from) {
  if (is_stopped_) return true;
  return from.is_stream() ? read_stream(from) : read_one(from);
}

bool diff_run::read_one(const input& from) {
  const auto text = read_whole(from.path);
  if (!text) {
    spdlog::error("{} `{}`", say("无法读取", "cannot read"), from.path);
    return false;
  }
  diagnostics found;
  diagnostics ignored;  // what only the rules before miss
  const auto& rules = task_.after.by.rules();
  const auto after = read_profile(rules, *text, from.format, found, from.path);
  const auto before = read_profile(task_.before.by.rules(), *text, from.format, ignored, from.path);
  if (!after || !before) {
    const failure& why = after ? before.error() : after.error();
    const bool has_place = !why.details.empty();
    reject_texts made;
    made.add({from.path, has_place ? why.details.front().where.line : 1, 0,
              has_place ? why.details.front().message : why.message, *text},
             task_.in, rejects_.keeps_rejects());
    ++counts_.rejected;
    put_rejects(made, 1);
    return true;
  }
  if (count(found, severity::error) > 0) ++counts_.flawed;
  tell(found, from);
  ++counts_.decided;
  single_.add(*before, *after);
  is_stopped_ = watch_.signal() != 0;
  return true;
}

bool diff_run::read_stream(const input& from) {
  block_input blocks(from);
  if (!blocks.is_open()) {
    spdlog::error("{} `{}`", say("无法读取", "cannot read"), from.path);
    return false;
  }
  blocks.stop_at(watch_.descriptor());
  const bool is_read = blocks.read_head() && run_blocks(blocks, {from, blocks.head()});
  progress_.clear();
  if (!is_read) spdlog::error("{} `{}`", say("读取中断", "reading broke off in"), from.path);
  return is_read;
}

bool diff_run::run_blocks(block_input& blocks, const diff_stream& stream) {
  ingest::told_once findings;
  const table_head head = read_diff_head(task_, stream);
  blocks.set_cells(head.cells);
  for (const diagnostic& each : head.findings) findings.add(each);
  auto last = block_input::status::block;
  std::vector<std::unique_ptr<diff_worker>> workers;
  std::mutex workers_lock;
  block_flow flow;
  flow.take = [&](row_block& block) {
    last = blocks.next(block);
    return last == block_input::status::block;
  };
  flow.make_worker = [&] {
    auto made = std::make_unique<diff_worker>(task_);
    diff_worker* const worker = made.get();
    const std::lock_guard lock(workers_lock);
    workers.push_back(std::move(made));
    return [worker, &stream](const row_block& block, block_answer& into) {
      worker->read(stream, block, into);
    };
  };
  flow.put = [&](block_answer& answer) {
    for (diagnostic& each : answer.findings) findings.add(std::move(each));
    counts_.add(answer.counts);
    put_rejects(answer.rejects, answer.counts.rejected);
    progress_.show({counts_.read(), 0, seconds(), answer.end, blocks.size(), 0});
    return rejects_.is_good();
  };
  run_in_order(threads_, flow);
  for (const auto& each : workers) {
    each->finish();
    sum_.add(each->tally());
  }
  progress_.clear();
  tell(findings.all(), stream.from);
  is_stopped_ = last == block_input::status::stopped;
  return last != block_input::status::failed;
}

void diff_run::put_rejects(const reject_texts& from, std::uint64_t count) {
  if (rejects_.keeps_rejects()) {
    rejects_.write_rejects(from.lines);
  } else {
    teller_.tell(from, count, progress_);
  }
}

void diff_run::tell(const diagnostics& found, const input& from) const {
  for (diagnostic each : found) {
    if (from.is_stream()) each.where.file = from.path;
    std::cerr << to_text(each, task_.in) << '\n';
  }
}

}  // namespace sudui::cli
