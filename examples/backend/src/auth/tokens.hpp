#pragma once

// Bearer tokens: 256 random bits, kept only as their SHA-256, with a role, an end, and for a
// company its number. Whoever reads the database cannot use what is there.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "storage/store.hpp"

namespace backend {

enum class role : unsigned { officer = 1, company = 2, auditor = 4 };

struct caller {
  role is = role::auditor;
  std::string name;
  std::string uscc;  ///< of a company
  [[nodiscard]] bool may_see(std::string_view other) const {
    return is != role::company || uscc == other;
  }
};

[[nodiscard]] std::string sha256_hex(std::string_view text);
/// From the system's source; throws std::runtime_error when there is none.
[[nodiscard]] std::string random_hex(std::size_t bytes);

/// Stores a new token and returns it; it is shown this once.
[[nodiscard]] std::string create_token(store& into, const std::string& name,
                                       const std::string& role_name, const std::string& uscc,
                                       std::chrono::seconds lasts);

/// Who speaks, from an Authorization header. Throws refused with 401.
[[nodiscard]] caller authenticate(store& from, std::string_view header);

}  // namespace backend
