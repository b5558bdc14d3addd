// What is only read: policies, companies, the decision log.

#include <fmt/format.h>

#include "routes/profile_json.hpp"
#include "routes/service.hpp"

namespace backend {
namespace {

constexpr int page_size = 50;
constexpr int mask_from = 2,
              show_all = 5;  // sensitivity S2 to S4: personal, of the business, secret

std::string query_of(const request& asked, const std::string& name) {
  const auto found = asked.query.find(name);
  return found == asked.query.end() ? std::string() : found->second;
}

void check_sight(const request& asked, const std::string& uscc) {
  if (!asked.by.may_see(uscc)) {
    throw refused(403, "another-company", "the token is for another company",
                  "该令牌属于另一家企业");
  }
}

company find(service& all, const request& asked) {
  const auto& uscc = asked.parts[0];
  check_sight(asked, uscc);
  auto found = all.data.find_company(uscc);
  if (!found) throw refused(404, "no-such-company", "no such company", "没有这家企业");
  return *found;
}

std::string to_json(const log_row& one) {
  return fmt::format(
      R"({{"decision_id":"{}","decided_at":"{}","company":{},"rules_digest":"{}","engine":"{}",)"
      R"("as_of":"{}","year":{},"profile_digest":"{}","asked_by":{},"log":{}}})",
      one.id, one.at, json_text(one.uscc), one.rules, one.engine, one.as_of, one.year,
      one.profile_digest, json_text(one.asked_by), one.line);
}

}  // namespace

reply list_policies(service& all, const request& /*asked*/) {
  const auto held = all.rules.now();
  std::string made = R"({"digest":")" + held->rules().digest() + R"(","policies":[)";
  for (const auto& one : held->rules().policies()) {
    if (made.back() != '[') made += ',';
    made += fmt::format(
        R"({{"policy":{},"title":{{"zh":{},"en":{}}},"authority":{{"zh":{},"en":{}}},"level":{}}})",
        json_text(one.id), json_text(one.title.zh), json_text(one.title.en),
        json_text(one.authority.zh), json_text(one.authority.en), json_text(one.level));
  }
  return {.body = made + "]}"};
}

reply show_policy(service& all, const request& asked) {
  const auto held = all.rules.now();
  const auto* found = held->rules().find(asked.parts[0]);
  if (found == nullptr) throw refused(404, "no-such-policy", "no such policy", "没有这项政策");
  return {.body = sudui::to_json(*found)};
}

reply list_companies(service& all, const request& asked) {
  std::vector<company> found;
  if (asked.by.is == role::company) {
    if (auto own = all.data.find_company(asked.by.uscc)) found.push_back(std::move(*own));
  } else {
    found = all.data.search(query_of(asked, "q"), page_size);
  }
  std::string made = R"({"companies":[)";
  for (const auto& one : found) {
    if (made.back() != '[') made += ',';
    made += fmt::format(R"({{"uscc":{},"name":{}}})", json_text(one.uscc), json_text(one.name));
  }
  return {.body = made + "]}"};
}

reply show_company(service& all, const request& asked) {
  const auto found = find(all, asked);
  const auto held = all.rules.now();
  sudui::diagnostics findings;
  const auto profile =
      sudui::read_profile(held->rules(), found.profile, sudui::profile_format::json, findings);
  const auto today = today_in_china();
  const auto by = held->at(today, static_cast<int>(today.year()));
  const bool masked = asked.by.is == role::auditor;
  return {.body = fmt::format(
              R"({{"uscc":{},"name":{},"masked":{},"profile":{}}})", json_text(found.uscc),
              json_text(found.name), masked,
              profile ? sudui::canonical_form(by, *profile, masked ? mask_from : show_all) : "{}")};
}

reply list_decisions(service& all, const request& asked) {
  const auto one = find(all, asked);
  const auto before = query_of(asked, "before");
  if (before.find_first_not_of("0123456789abcdef") != std::string::npos || before.size() > 32) {
    throw refused(400, "bad-before", "`before` must be the id of a decision",
                  "`before` 应为一条决定的编号");
  }
  const auto rows = all.data.decisions(one.uscc, before, page_size);
  std::string made = R"({"decisions":[)";
  for (const auto& kept : rows) {
    if (made.back() != '[') made += ',';
    made += to_json(kept);
  }
  made += "]";
  if (rows.size() == page_size) made += R"(,"next":")" + rows.back().id + '"';
  return {.body = made + "}"};
}

}  // namespace backend
