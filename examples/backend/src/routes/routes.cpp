#include <boost/json.hpp>
#include <chrono>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "routes/service.hpp"

namespace backend {
namespace {

constexpr unsigned officer = 1, company_role = 2, auditor = 4;
constexpr unsigned deciders = officer | company_role, everyone = deciders | auditor;

/// Whether `path` has the form of `pattern`; fills what the braces match.
bool fits(std::string_view pattern, std::string_view path, std::vector<std::string>& parts) {
  parts.clear();
  while (!pattern.empty() && !path.empty()) {
    if (pattern.front() != '{') {
      if (pattern.front() != path.front()) return false;
      pattern.remove_prefix(1), path.remove_prefix(1);
      continue;
    }
    const auto end = pattern.find('}');
    const bool takes_all = pattern[end - 1] == '*';
    const auto length = takes_all ? path.size() : std::min(path.find('/'), path.size());
    if (length == 0) return false;
    parts.emplace_back(path.substr(0, length));
    pattern.remove_prefix(end + 1), path.remove_prefix(length);
  }
  return pattern.empty() && path.empty();
}

const route& find(request& asked) {
  std::string allowed;
  for (const auto& one : routes()) {
    if (!fits(one.pattern, asked.path, asked.parts)) continue;
    if (one.method == asked.method) return one;
    allowed += (allowed.empty() ? "" : ", ") + std::string(one.method);
  }
  if (allowed.empty()) throw refused(404, "not-found", "there is nothing here", "没有此资源");
  throw refused(405, "bad-method", "this path allows " + allowed, "此路径只允许 " + allowed);
}

reply handle(service& all, request& asked) {
  const route& by = find(asked);
  if (by.roles != 0) {
    asked.by = authenticate(all.data, asked.authorization);
    if ((by.roles & static_cast<unsigned>(asked.by.is)) == 0) {
      throw refused(403, "forbidden", "the token's role may not do this", "该令牌的角色无权访问");
    }
  }
  if (asked.method == "POST" && !asked.content_type.starts_with("application/json")) {
    throw refused(415, "bad-type", "the body must be application/json",
                  "请求体须为 application/json");
  }
  return by.handle(all, asked);
}

}  // namespace

const std::vector<route>& routes() {
  static const std::vector<route> all{
      {"POST", "/v1/match", deciders, match},
      {"POST", "/v1/explain", deciders, explain},
      {"POST", "/v1/what-if", deciders, what_if},
      {"POST", "/v1/reach", deciders, reach},
      {"GET", "/v1/policies", everyone, list_policies},
      {"GET", "/v1/policies/{id*}", everyone, show_policy},
      {"GET", "/v1/companies", everyone, list_companies},
      {"GET", "/v1/companies/{uscc}", everyone, show_company},
      {"GET", "/v1/companies/{uscc}/decisions", everyone, list_decisions},
      {"GET", "/healthz", 0, health},
      {"GET", "/metrics", 0, show_metrics},
      {"GET", "/openapi.json", 0, page},
      {"GET", "/", 0, page},
      {"GET", "/page/{file}", 0, page},
      {"POST", "/bench/constant", deciders, constant},
  };
  return all;
}

reply answer(service& all, request& asked) noexcept {
  const auto start = std::chrono::steady_clock::now();
  reply made;
  try {
    made = handle(all, asked);
  } catch (const refused& why) {
    made = to_reply(why);
  } catch (const database_error& broken) {
    spdlog::error("database: {}", broken.what());
    made = to_reply({503, "no-database", "the database does not answer", "数据库暂不可用"});
  } catch (const std::exception& broken) {
    spdlog::error("{} failed: {}", asked.method, broken.what());
    made = to_reply({500, "internal", "the service failed", "服务内部错误"});
  }
  const auto took = std::chrono::steady_clock::now() - start;
  all.count.microseconds += static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::microseconds>(took).count());
  ++all.count.requests[made.status / 100 < 6 ? made.status / 100 : 5];
  return made;
}

}  // namespace backend
