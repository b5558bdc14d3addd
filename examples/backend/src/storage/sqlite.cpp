// SQLite: one file, write-ahead log, every commit on the disk before it is told. Statements are
// prepared once a connection and texts are bound, never pasted.

#include <map>
#include <sqlite3.h>

#include "storage/connection.hpp"

namespace backend {
namespace {

class sqlite_connection final : public connection {
 public:
  explicit sqlite_connection(const std::string& file) {
    if (sqlite3_open(file.c_str(), &base_) != SQLITE_OK) {
      const std::string why = sqlite3_errmsg(base_);
      sqlite3_close(base_);
      throw database_error(why);
    }
    sqlite3_busy_timeout(base_, 10'000);
    for (const auto* setting : {"pragma journal_mode = wal", "pragma synchronous = full",
                                "pragma foreign_keys = on", "pragma trusted_schema = off"}) {
      connection::run(setting);
    }
  }
  ~sqlite_connection() override {
    for (const auto& [sql, statement] : prepared_) sqlite3_finalize(statement);
    sqlite3_close(base_);
  }

  std::vector<row> run(std::string_view sql, std::span<const cell> values) override {
    sqlite3_stmt* statement = prepare(sql);
    int place = 0;
    for (const auto& held : values) {
      ++place;
      const int bound = held ? sqlite3_bind_text(statement, place, held->data(),
                                                 static_cast<int>(held->size()), SQLITE_TRANSIENT)
                             : sqlite3_bind_null(statement, place);
      if (bound != SQLITE_OK) fail();
    }
    std::vector<row> rows;
    int state = SQLITE_ROW;
    while ((state = sqlite3_step(statement)) == SQLITE_ROW) rows.push_back(read(statement));
    const std::string why = state == SQLITE_DONE ? "" : sqlite3_errmsg(base_);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (state != SQLITE_DONE) throw database_error(why);
    return rows;
  }

 private:
  [[noreturn]] void fail() { throw database_error(sqlite3_errmsg(base_)); }

  sqlite3_stmt* prepare(std::string_view sql) {
    auto& held = prepared_[std::string(sql)];
    if (held == nullptr && sqlite3_prepare_v2(base_, sql.data(), static_cast<int>(sql.size()),
                                              &held, nullptr) != SQLITE_OK) {
      fail();
    }
    return held;
  }

  static row read(sqlite3_stmt* statement) {
    row one(static_cast<std::size_t>(sqlite3_column_count(statement)));
    for (std::size_t at = 0; at < one.size(); ++at) {
      const int column = static_cast<int>(at);
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
      if (text != nullptr) {
        one[at].emplace(text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
      }
    }
    return one;
  }

  sqlite3* base_ = nullptr;
  std::map<std::string, sqlite3_stmt*> prepared_;
};

}  // namespace

std::unique_ptr<connection> connect_sqlite(const std::string& file) {
  return std::make_unique<sqlite_connection>(file);
}

bool is_postgres(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

std::unique_ptr<connection> connect(const std::string& url) {
  if (is_postgres(url)) return connect_postgres(url);
  return connect_sqlite(url.starts_with("sqlite:") ? url.substr(7) : url);
}

}  // namespace backend
