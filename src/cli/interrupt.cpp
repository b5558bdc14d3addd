// A handler may do next to nothing, so it writes a byte into a pipe that the reading of input waits
// for beside the input itself. SA_RESETHAND gives the second signal its usual force.
//
// Tested by tests/cli/interrupt.sh.
#include "cli/interrupt.hpp"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace sudui::cli {
namespace {

constexpr std::array<int, 2> watched = {SIGINT, SIGTERM};

// One for the process, as signals are.
std::atomic<int> wakes_read{-1}, wakes_write{-1}, came{0};

void notice(int signal) {
  came = signal;
  const char byte = 0;
  static_cast<void>(!write(wakes_write, &byte, 1));
}

void handle(void (*by)(int)) {
  struct sigaction how {};
  how.sa_handler = by;
  how.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
  for (const int signal : watched) static_cast<void>(sigaction(signal, &how, nullptr));
}

}  // namespace

interrupt_watch::interrupt_watch() {
  std::array<int, 2> ends = {-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  wakes_read = ends[0];
  wakes_write = ends[1];
  handle(notice);
}

interrupt_watch::~interrupt_watch() {
  handle(SIG_DFL);
  for (auto* end : {&wakes_read, &wakes_write}) {
    if (const int held = end->exchange(-1); held >= 0) static_cast<void>(close(held));
  }
}

int interrupt_watch::descriptor() const noexcept { return wakes_read; }
int interrupt_watch::signal() const noexcept { return came; }

}  // namespace sudui::cli
