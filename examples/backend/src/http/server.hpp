#pragma once

// HTTP/1.1 by Boost.Beast. One thread reads and writes, workers answer, one writer keeps the log.
// A request that finds the queue full is turned away at once; nothing waits without a limit.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace backend {

struct service;

struct limits {
  std::size_t body_bytes = 1U << 20;
  std::uint32_t header_bytes = 8192;
  std::int64_t connections = 1024;
  std::int64_t queue = 256;  ///< requests between read and answered
  std::chrono::seconds idle{30}, read{15}, write{30}, drain{20};
  unsigned workers = 2;
};

/// Serves until SIGTERM or SIGINT, then finishes what runs. SIGHUP reloads the rules. Throws
/// boost::system::system_error when the address cannot be used.
void serve(service& all, const std::string& address, unsigned short port, const limits& within);

}  // namespace backend
