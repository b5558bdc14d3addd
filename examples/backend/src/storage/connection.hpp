#pragma once

// The whole of what the service asks of a database: statements with parameters `$1`, `$2`... that
// come in this order, rows of texts. Everything else is written once, in store.cpp, in SQL that
// SQLite and PostgreSQL both read. One thread at a time.

#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace backend {

using cell = std::optional<std::string>;
using row = std::vector<cell>;

/// The database refused or is gone. Its text goes to the log, never to a client.
struct database_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class connection {
 public:
  connection() = default;
  connection(const connection&) = delete;
  connection& operator=(const connection&) = delete;
  virtual ~connection() = default;
  /// Runs one statement. Throws database_error.
  virtual std::vector<row> run(std::string_view sql, std::span<const cell> values) = 0;
  std::vector<row> run(std::string_view sql) { return run(sql, {}); }
};

/// `sqlite:FILE` or a plain file name; `postgresql://...`. Throws database_error.
[[nodiscard]] std::unique_ptr<connection> connect(const std::string& url);
[[nodiscard]] std::unique_ptr<connection> connect_sqlite(const std::string& file);
[[nodiscard]] std::unique_ptr<connection> connect_postgres(const std::string& url);
[[nodiscard]] bool is_postgres(std::string_view url);

}  // namespace backend
