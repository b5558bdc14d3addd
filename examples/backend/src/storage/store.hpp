#pragma once

// Companies, tokens and the decision log over any `connection`. Safe for any number of threads:
// each call borrows a connection of the pool.

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storage/connection.hpp"

namespace backend {

struct company {
  std::string uscc, name;
  std::string profile;  ///< JSON, money as written
};

/// One decided company. What is personal or secret of the profile is masked in it; `profile` goes
/// into a table of its own.
struct log_row {
  std::string id;  ///< 32 hexadecimal digits, told to the client
  std::string at;  ///< UTC, 2026-11-28T17:05:20.123Z
  std::string uscc, rules, engine, as_of;
  int year = 0;
  std::string profile_digest;
  std::string asked_by;  ///< name of the token
  std::string line;      ///< sudui::log_line; JSON
  std::string profile;   ///< sudui::stored_profile, once for each digest; empty when read
};

struct token_row {
  std::string hash, name, role, uscc;
  std::int64_t expires = 0;  ///< seconds since 1970
};

class store {
 public:
  explicit store(std::string url);
  /// Brings the tables to the newest version, each step once, in one transaction a step.
  void migrate();
  /// Puts companies into an empty table; returns how many there are.
  std::size_t fill(std::span<const company> first);

  std::optional<company> find_company(const std::string& uscc);
  /// By part of the name or number; at most `limit`, by name.
  std::vector<company> search(const std::string& part, int limit);

  void append(std::span<const log_row> rows);  ///< all or none, on the disk when it returns
  /// Newest first; `before` is the id of the last row already seen, or empty.
  std::vector<log_row> decisions(const std::string& uscc, const std::string& before, int limit);
  /// Every line of the log, oldest first, and every stored profile; lines of schemas before the
  /// third step, which cannot be decided again, are left out.
  void each_line(const std::function<void(const std::string&)>& take);
  void each_profile(const std::function<void(const std::string&)>& take);

  void add_token(const token_row& made);
  std::optional<token_row> find_token(const std::string& hash);
  void ping();
  [[nodiscard]] const char* kind() const { return is_postgres(url_) ? "postgresql" : "sqlite"; }

 private:
  class loan;
  std::string url_;
  std::mutex guard_;
  std::vector<std::unique_ptr<connection>> idle_;
};

}  // namespace backend
