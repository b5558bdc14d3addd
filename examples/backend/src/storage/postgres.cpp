// PostgreSQL through libpq. Parameters travel apart from the statement. A connection that is lost
// is opened anew at the next statement; the statement that lost it fails, and its caller decides.

#include <libpq-fe.h>

#include "storage/connection.hpp"

namespace backend {
namespace {

struct cleared {
  void operator()(PGresult* held) const { PQclear(held); }
};
using answer = std::unique_ptr<PGresult, cleared>;

class postgres_connection final : public connection {
 public:
  explicit postgres_connection(const std::string& url) : base_(PQconnectdb(url.c_str())) {
    if (PQstatus(base_) != CONNECTION_OK) {
      const std::string why = PQerrorMessage(base_);
      PQfinish(base_);
      throw database_error(why);
    }
    quiet();
  }
  ~postgres_connection() override { PQfinish(base_); }

  std::vector<row> run(std::string_view sql, std::span<const cell> values) override {
    if (PQstatus(base_) != CONNECTION_OK) {
      PQreset(base_);
      if (PQstatus(base_) != CONNECTION_OK) throw database_error(PQerrorMessage(base_));
      quiet();
    }
    std::vector<const char*> texts;
    texts.reserve(values.size());
    for (const auto& held : values) texts.push_back(held ? held->c_str() : nullptr);
    const answer made(PQexecParams(base_, std::string(sql).c_str(), static_cast<int>(texts.size()),
                                   nullptr, texts.data(), nullptr, nullptr, 0));
    const auto state = PQresultStatus(made.get());
    if (state != PGRES_TUPLES_OK && state != PGRES_COMMAND_OK) {
      throw database_error(PQerrorMessage(base_));
    }
    return read(made.get());
  }

 private:
  void quiet() {  // notices go nowhere: standard error belongs to the service's own log
    PQsetNoticeProcessor(
        base_, [](void*, const char*) {}, nullptr);
  }

  static std::vector<row> read(const PGresult* made) {
    std::vector<row> rows(static_cast<std::size_t>(PQntuples(made)));
    const int width = PQnfields(made);
    for (std::size_t line = 0; line < rows.size(); ++line) {
      const int at = static_cast<int>(line);
      rows[line].resize(static_cast<std::size_t>(width));
      for (int column = 0; column < width; ++column) {
        if (PQgetisnull(made, at, column) == 0) {
          rows[line][static_cast<std::size_t>(column)].emplace(
              PQgetvalue(made, at, column),
              static_cast<std::size_t>(PQgetlength(made, at, column)));
        }
      }
    }
    return rows;
  }

  PGconn* base_;
};

}  // namespace

std::unique_ptr<connection> connect_postgres(const std::string& url) {
  return std::make_unique<postgres_connection>(url);
}

}  // namespace backend
