#include "storage/log_writer.hpp"

#include <spdlog/spdlog.h>

namespace backend {

log_writer::log_writer(store& into) : into_(into), thread_([this] { run(); }) {}

void log_writer::finish() {
  {
    const std::lock_guard lock(guard_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void log_writer::put(log_row made, done then) {
  {
    const std::lock_guard lock(guard_);
    rows_.push_back(std::move(made));
    then_.push_back(std::move(then));
  }
  wake_.notify_one();
}

/// A connection that was lost in the middle leaves open whether the commit came through; rows carry
/// their own key, so that a second try writes nothing twice.
bool log_writer::write(const std::vector<log_row>& rows) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      into_.append(rows);
      return true;
    } catch (const std::exception& broken) {
      spdlog::error("decision log: {}", broken.what());
    }
  }
  return false;
}

void log_writer::run() {
  std::unique_lock lock(guard_);
  while (true) {
    wake_.wait(lock, [&] { return stopping_ || !rows_.empty(); });
    if (rows_.empty()) return;
    const auto rows = std::exchange(rows_, {});
    const auto then = std::exchange(then_, {});
    lock.unlock();
    const bool kept = write(rows);
    for (const auto& one : then) one(kept);
    lock.lock();
  }
}

}  // namespace backend
