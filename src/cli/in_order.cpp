// Threads over blocks, answers in order. There is no thread that only reads and none that only
// writes: each takes a block, decides it, and leaves the answer in its place in a row of answers;
// whoever finds the first of them there hands it on, with those that follow.
//
//   blocks taken   5 6 7 8        answers   4 . 6 .      4 is handed on; 6 waits for 5
//
// A thread takes no block that is more than `depth` ahead of the first answer that is missing, so
// that memory holds a bounded number of blocks, however slow the reader of the output is. Reading
// has its own lock: one thread may read while another writes.
//
// Tested by tests/unit/cli/in_order_test.cpp and tests/cli/threads.sh.
#include "cli/in_order.hpp"

#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace sudui::cli {
namespace {

class ordered_run {
 public:
  ordered_run(unsigned threads, const block_flow& flow)
      : flow_(flow), depth_(2 * static_cast<std::uint64_t>(threads)) {}

  void work() noexcept {
    try {
      const auto worker = flow_.make_worker();
      row_block block;
      for (std::uint64_t number = 0; take(block, number);) {
        auto answer = empty_answer();
        worker(block, *answer);
        put(number, std::move(answer));
      }
    } catch (...) {
      const std::lock_guard lock(answers_lock_);
      if (!thrown_) thrown_ = std::current_exception();
      is_stopped_ = true;
      has_moved_.notify_all();
    }
  }

  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  bool take(row_block& block, std::uint64_t& number) {
    const std::lock_guard reading(reading_lock_);
    std::unique_lock lock(answers_lock_);
    has_moved_.wait(lock, [&] { return is_stopped_ || taken_ < first_missing_ + depth_; });
    if (is_stopped_) return false;
    lock.unlock();
    if (is_ended_ || !flow_.take(block)) {
      is_ended_ = true;
      return false;
    }
    number = taken_++;
    return true;
  }

  void put(std::uint64_t number, std::unique_ptr<block_answer> answer) {
    const std::lock_guard lock(answers_lock_);
    answers_.emplace(number, std::move(answer));
    while (!is_stopped_ && !answers_.empty() && answers_.begin()->first == first_missing_) {
      auto first = answers_.extract(answers_.begin());
      is_stopped_ = !flow_.put(*first.mapped());
      spare_.push_back(std::move(first.mapped()));
      ++first_missing_;
    }
    has_moved_.notify_all();
  }

  std::unique_ptr<block_answer> empty_answer() {
    const std::lock_guard lock(answers_lock_);
    if (spare_.empty()) return std::make_unique<block_answer>();
    auto used = std::move(spare_.back());
    spare_.pop_back();
    return used;
  }

  const block_flow& flow_;
  const std::uint64_t depth_;
  std::mutex reading_lock_;  // taken before the other one
  bool is_ended_ = false;    // of the input
  std::uint64_t taken_ = 0;  // blocks; read and written under the lock of reading
  std::mutex answers_lock_;
  std::condition_variable has_moved_;
  std::map<std::uint64_t, std::unique_ptr<block_answer>> answers_;  // that wait for earlier ones
  std::vector<std::unique_ptr<block_answer>> spare_;
  std::uint64_t first_missing_ = 0;
  bool is_stopped_ = false;
  std::exception_ptr thrown_;
};

}  // namespace

void run_in_order(unsigned threads, const block_flow& flow) {
  ordered_run run(threads, flow);
  std::vector<std::thread> others;
  try {
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([&run] { run.work(); });
  } catch (const std::system_error&) {
    // The system gives no more of them: those there are do the work.
  }
  run.work();
  for (std::thread& each : others) each.join();
  run.rethrow();
}

}  // namespace sudui::cli
