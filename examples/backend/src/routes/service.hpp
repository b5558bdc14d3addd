#pragma once

// What every handler may use, and a request as handlers see it.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "auth/tokens.hpp"
#include "http/reply.hpp"
#include "rules/holder.hpp"
#include "storage/store.hpp"

namespace backend {

/// Counters of /metrics. Any number of threads.
struct metrics {
  std::atomic<std::uint64_t> requests[6]{};  ///< by first digit of the status
  std::atomic<std::uint64_t> matched{0}, logged{0}, turned_away{0}, microseconds{0};
  std::atomic<std::int64_t> running{0}, connections{0};
};

struct service {
  store& data;
  holder& rules;
  metrics count;
  std::filesystem::path web;           ///< the page's files
  std::map<std::string, reply> pages;  ///< read at start, by path
  bool bench = false;                  ///< serve /bench/constant
};

struct request {
  std::string method, path;
  std::map<std::string, std::string> query;
  std::string body, content_type, authorization;
  std::vector<std::string> parts;  ///< what the braces of the route's pattern matched
  caller by;
};

struct route {
  std::string_view method, pattern;  ///< `/v1/policies/{id}`; a last `{id*}` takes slashes too
  unsigned roles;                    ///< bits of `role`; 0: for everyone
  reply (*handle)(service&, const request&);
};

[[nodiscard]] const std::vector<route>& routes();

/// The whole way of one request: route, token, handler; refusals become problems. Never throws.
[[nodiscard]] reply answer(service& all, request& asked) noexcept;

// The handlers.
reply match(service& all, const request& asked);
reply explain(service& all, const request& asked);
reply what_if(service& all, const request& asked);
reply reach(service& all, const request& asked);
reply list_policies(service& all, const request& asked);
reply show_policy(service& all, const request& asked);
reply list_companies(service& all, const request& asked);
reply show_company(service& all, const request& asked);
reply list_decisions(service& all, const request& asked);
reply health(service& all, const request& asked);
reply show_metrics(service& all, const request& asked);
reply page(service& all, const request& asked);
reply constant(service& all, const request& asked);
/// Reads the page and openapi.json. Throws std::runtime_error when one is missing.
void read_pages(service& all);

}  // namespace backend
