// Digests of companies, and lines of decision logs and of stores of profiles.
//
// Tested by tests/api/audit_test.cpp.

#include <algorithm>

#include <sudui/audit.hpp>

#include "api/loaded.hpp"
#include "report/json_log.hpp"
#include "text/sha256.hpp"

namespace sudui {
inline namespace v1 {

namespace {

constexpr int mask_nothing = 5;

std::string written(const matcher& by, const profile& company, int mask_from, bool& masked) {
  const auto& dictionary = by.rules().held().typed->dictionary;
  const int level = std::clamp(mask_from, 0, mask_nothing);
  return report::canonical_of(dictionary, company, by.year(), level, masked);
}

std::string sha256_of(std::string_view bytes) {
  text::sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace

std::string canonical_form(const matcher& by, const profile& company, int mask_from) {
  bool masked = false;
  return written(by, company, mask_from, masked);
}

std::string profile_digest(const matcher& by, const profile& company) {
  return sha256_of(canonical_form(by, company));
}

std::string log_line(const matcher& by, const profile& company, const decisions& made,
                     const log_options& options) {
  report::logged what;
  what.id = options.id;
  what.profile_digest = profile_digest(by, company);
  what.profile = written(by, company, options.mask_from, what.masked);
  return report::log_line_of(by, made, what);
}

std::string stored_profile(const matcher& by, const profile& company) {
  const auto form = canonical_form(by, company);
  return R"({"profile_digest":")" + sha256_of(form) + R"(","profile":)" + form + "}";
}

}  // namespace v1
}  // namespace sudui
