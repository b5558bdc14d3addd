#include "auth/tokens.hpp"

#include <algorithm>
#include <array>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdexcept>
#include <vector>

#include "http/reply.hpp"

namespace backend {
namespace {

constexpr std::string_view prefix = "sudui_";
constexpr std::size_t token_length = prefix.size() + 64;

std::string to_hex(const unsigned char* bytes, std::size_t count) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string made;
  made.reserve(2 * count);
  for (std::size_t at = 0; at < count; ++at) {
    made += digits[bytes[at] >> 4U];
    made += digits[bytes[at] & 15U];
  }
  return made;
}

std::int64_t seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

role to_role(std::string_view name) {
  if (name == "officer") return role::officer;
  return name == "company" ? role::company : role::auditor;
}

refused unauthorized() {
  return {401, "unauthorized", "a valid bearer token is needed", "需要有效的访问令牌"};
}

bool is_same_word(std::string_view one, std::string_view lower_case) {
  return std::equal(one.begin(), one.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

}  // namespace

std::string sha256_hex(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("no SHA-256");
  }
  return to_hex(digest.data(), length);
}

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> made(bytes);
  if (RAND_bytes(made.data(), static_cast<int>(bytes)) != 1) {
    throw std::runtime_error("no random numbers");
  }
  return to_hex(made.data(), bytes);
}

std::string create_token(store& into, const std::string& name, const std::string& role_name,
                         const std::string& uscc, std::chrono::seconds lasts) {
  std::string token = std::string(prefix) + random_hex(32);
  into.add_token({.hash = sha256_hex(token),
                  .name = name,
                  .role = role_name,
                  .uscc = uscc,
                  .expires = seconds_now() + lasts.count()});
  return token;
}

caller authenticate(store& from, std::string_view header) {
  static constexpr std::string_view scheme = "bearer ";
  if (header.size() != scheme.size() + token_length ||
      !is_same_word(header.substr(0, scheme.size()), scheme)) {
    throw unauthorized();
  }
  const auto token = header.substr(scheme.size());
  if (!token.starts_with(prefix)) throw unauthorized();
  const auto found = from.find_token(sha256_hex(token));
  if (!found || found->expires <= seconds_now()) throw unauthorized();
  return {.is = to_role(found->role), .name = found->name, .uscc = found->uscc};
}

}  // namespace backend
