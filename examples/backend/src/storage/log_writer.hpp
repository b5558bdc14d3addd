#pragma once

// The decision log's one writer. Answers wait in a queue; the writer takes all that wait, commits
// them in one transaction, and only then lets them go: many requests share one sync of the disk,
// and no answer is sent before its decision is kept.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "storage/store.hpp"

namespace backend {

class log_writer {
 public:
  /// Called once a row with whether it was committed, on the writer's thread. Must not throw.
  using done = std::function<void(bool)>;

  explicit log_writer(store& into);
  ~log_writer() { finish(); }
  log_writer(const log_writer&) = delete;
  log_writer& operator=(const log_writer&) = delete;
  void put(log_row made, done then);
  void finish();  ///< writes what waits; nothing may be put any more

 private:
  void run();
  bool write(const std::vector<log_row>& rows);

  store& into_;
  std::mutex guard_;
  std::condition_variable wake_;
  std::vector<log_row> rows_;
  std::vector<done> then_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace backend
