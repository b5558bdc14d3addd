#pragma once

namespace sudui::cli {

/// While it lives, Ctrl-C and a request to end (SIGINT, SIGTERM) are noticed instead of obeyed, so
/// that a run can end where it is whole; the second one ends the program at once.
class interrupt_watch {
 public:
  interrupt_watch();
  interrupt_watch(const interrupt_watch&) = delete;
  interrupt_watch& operator=(const interrupt_watch&) = delete;
  ~interrupt_watch();

  /// Has something to read once a signal has come.
  [[nodiscard]] int descriptor() const noexcept;
  /// The signal that has come, or 0.
  [[nodiscard]] int signal() const noexcept;
};

}  // namespace sudui::cli
