#pragma once

// The rules in use. Readers take a snapshot, a shared handle that stays whole and alive for as long
// as they hold it: a request uses one rule set from begin to end. A load that fails leaves the old
// snapshot and keeps the reason.

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <sudui/sudui.hpp>

namespace backend {

/// One rule set and the days it has been bound to.
class snapshot {
 public:
  snapshot(sudui::rule_set rules, sudui::parameter_values parameters);
  [[nodiscard]] const sudui::rule_set& rules() const { return rules_; }
  /// Binds once a day and year, and keeps the last 32. Any number of threads.
  [[nodiscard]] sudui::matcher at(sudui::date day, int year) const;

 private:
  struct bound {
    sudui::date day;
    int year;
    sudui::matcher by;
  };
  sudui::rule_set rules_;
  sudui::parameter_values parameters_;
  mutable std::mutex guard_;
  mutable std::list<bound> recent_;  // newest first
};

class holder {
 public:
  /// `parameters` may be empty. Nothing is loaded yet.
  holder(std::filesystem::path rules, std::filesystem::path parameters);
  ~holder();
  holder(const holder&) = delete;
  holder& operator=(const holder&) = delete;

  /// Reads the folder; true when the new rules are in use.
  bool reload();
  /// Starts a thread that reloads on `ask` and when the folder changes.
  void watch(std::chrono::milliseconds every);
  void ask() noexcept;

  [[nodiscard]] std::shared_ptr<const snapshot> now() const {
    const std::lock_guard lock(swap_);
    return held_;
  }

  struct state {
    std::uint64_t loads = 0, failures = 0;
    std::string last_error;  ///< empty when the last load went well
    std::string loaded_at;
  };
  [[nodiscard]] state tell() const;

 private:
  void run(std::chrono::milliseconds every);
  [[nodiscard]] std::string fingerprint() const;

  std::filesystem::path rules_, parameters_;
  // Not std::atomic<std::shared_ptr>: that of libstdc++ 12 lets go of its lock without a barrier.
  mutable std::mutex swap_;
  std::shared_ptr<const snapshot> held_;
  mutable std::mutex guard_;
  state state_;
  std::condition_variable wake_;
  bool asked_ = false, stopping_ = false;
  std::thread thread_;
};

/// The day in China, where the policies live.
[[nodiscard]] sudui::date today_in_china();
/// UTC with milliseconds, 2026-11-28T17:05:20.123Z.
[[nodiscard]] std::string utc_now();

}  // namespace backend
