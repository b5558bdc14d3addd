#include "http/reply.hpp"

#include <boost/json.hpp>

namespace backend {

std::string json_text(std::string_view text) {
  return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

reply to_reply(const refused& why) {
  reply answer{.status = why.status, .type = "application/problem+json"};
  answer.body = R"({"type":"urn:sudui:problem:)" + why.kind + R"(","title":)" + json_text(why.en) +
                R"(,"title_zh":)" + json_text(why.zh) + R"(,"status":)" +
                std::to_string(why.status);
  if (!why.findings.empty()) answer.body += R"(,"findings":)" + why.findings;
  answer.body += '}';
  if (why.status == 401) answer.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"sudui\"");
  if (why.status == 503) answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

}  // namespace backend
