#include "storage/store.hpp"

#include <array>

#include "storage/migrations.hpp"

namespace backend {

/// A connection for the time of one call. A call that throws closes it: nothing half done is left.
class store::loan {
 public:
  explicit loan(store& from) : from_(from) {
    {
      const std::lock_guard lock(from.guard_);
      if (!from.idle_.empty()) {
        held_ = std::move(from.idle_.back());
        from.idle_.pop_back();
      }
    }
    if (!held_) held_ = connect(from.url_);
  }
  loan(const loan&) = delete;
  loan& operator=(const loan&) = delete;
  ~loan() {
    if (!good_) return;
    const std::lock_guard lock(from_.guard_);
    from_.idle_.push_back(std::move(held_));
  }
  std::vector<row> run(std::string_view sql, std::span<const cell> values = {}) {
    good_ = false;
    auto rows = held_->run(sql, values);
    good_ = true;
    return rows;
  }

 private:
  store& from_;
  std::unique_ptr<connection> held_;
  bool good_ = true;
};

namespace {

/// Backslash before the signs that LIKE reads.
std::string escaped(const std::string& part) {
  std::string made;
  made.reserve(part.size());
  for (const char one : part) {
    if (one == '%' || one == '_' || one == '\\') made += '\\';
    made += one;
  }
  return made;
}

company to_company(row& from) {
  return {.uscc = std::move(*from[0]), .name = std::move(*from[1]), .profile = std::move(*from[2])};
}

}  // namespace

store::store(std::string url) : url_(std::move(url)) {}

void store::migrate() {
  loan base(*this);
  base.run(
      "create table if not exists migrations (number integer primary key, what text not null)");
  for (const auto& step : migrations) {
    base.run(is_postgres(url_) ? "begin" : "begin immediate");
    if (is_postgres(url_)) base.run("lock table migrations in exclusive mode");
    const std::array<cell, 2> mark{std::to_string(step.number), step.what};
    const std::span<const cell> number(mark.data(), 1);
    if (base.run("select number from migrations where number = $1", number).empty()) {
      for (const auto* statement : step.statements) {
        if (statement != nullptr) base.run(statement);
      }
      base.run("insert into migrations (number, what) values ($1, $2)", mark);
    }
    base.run("commit");
  }
}

std::size_t store::fill(std::span<const company> first) {
  loan base(*this);
  const auto count = [&] {
    return std::stoull(base.run("select count(*) from companies").front().front().value());
  };
  if (const auto there = count(); there != 0) return there;
  base.run("begin");
  for (const auto& one : first) {
    const std::array<cell, 3> values{one.uscc, one.name, one.profile};
    base.run(
        "insert into companies (uscc, name, profile) values ($1, $2, $3) on conflict do nothing",
        values);
  }
  base.run("commit");
  return count();
}

std::optional<company> store::find_company(const std::string& uscc) {
  loan base(*this);
  const std::array<cell, 1> key{uscc};
  auto rows = base.run("select uscc, name, profile from companies where uscc = $1", key);
  if (rows.empty()) return std::nullopt;
  return to_company(rows.front());
}

std::vector<company> store::search(const std::string& part, int limit) {
  loan base(*this);
  const std::array<cell, 2> values{"%" + escaped(part) + "%", std::to_string(limit)};
  auto rows = base.run(
      "select uscc, name, '' from companies where name || ' ' || uscc like $1 escape '\\' "
      "order by name, uscc limit cast($2 as integer)",
      values);
  std::vector<company> found;
  found.reserve(rows.size());
  for (auto& one : rows) found.push_back(to_company(one));
  return found;
}

void store::append(std::span<const log_row> rows) {
  loan base(*this);
  base.run("begin");
  for (const auto& one : rows) {
    const std::array<cell, 10> values{one.id,
                                      one.at,
                                      one.uscc,
                                      one.rules,
                                      one.engine,
                                      one.as_of,
                                      std::to_string(one.year),
                                      one.profile_digest,
                                      one.asked_by,
                                      one.line};
    base.run(
        "insert into decisions (id, at, uscc, rules, engine, as_of, year, profile_digest, "
        "asked_by, line) values ($1, $2, $3, $4, $5, $6, cast($7 as integer), $8, $9, $10) "
        "on conflict (id) do nothing",
        values);
    const std::array<cell, 2> profile{one.profile_digest, one.profile};
    base.run("insert into profiles (digest, line) values ($1, $2) on conflict (digest) do nothing",
             profile);
  }
  base.run("commit");
}

std::vector<log_row> store::decisions(const std::string& uscc, const std::string& before,
                                      int limit) {
  loan base(*this);
  const std::array<cell, 3> values{uscc, before, std::to_string(limit)};
  auto rows = base.run(
      "select id, at, uscc, rules, engine, as_of, year, profile_digest, asked_by, line "
      "from decisions where uscc = $1 and ($2 = '' or (at, id) < "
      "(select at, id from decisions where id = $2 and uscc = $1)) "
      "order by at desc, id desc limit cast($3 as integer)",
      values);
  std::vector<log_row> found;
  found.reserve(rows.size());
  for (auto& one : rows) {
    found.push_back({.id = *one[0],
                     .at = *one[1],
                     .uscc = *one[2],
                     .rules = *one[3],
                     .engine = *one[4],
                     .as_of = *one[5],
                     .year = std::stoi(*one[6]),
                     .profile_digest = *one[7],
                     .asked_by = *one[8],
                     .line = std::move(*one[9])});
  }
  return found;
}

/// A page at a time behind the last key seen: a log does not fit into memory.
void store::each_line(const std::function<void(const std::string&)>& take) {
  loan base(*this);
  std::array<cell, 2> last{"", ""};
  while (true) {
    const auto rows = base.run(
        "select at, id, line from decisions where (at, id) > ($1, $2) and line like '{%' "
        "order by at, id limit 1000",
        last);
    if (rows.empty()) return;
    for (const auto& one : rows) take(*one[2]);
    last = {rows.back()[0], rows.back()[1]};
  }
}

void store::each_profile(const std::function<void(const std::string&)>& take) {
  loan base(*this);
  std::array<cell, 1> last{""};
  while (true) {
    const auto rows = base.run(
        "select digest, line from profiles where digest > $1 order by digest limit 1000", last);
    if (rows.empty()) return;
    for (const auto& one : rows) take(*one[1]);
    last = {rows.back()[0]};
  }
}

void store::add_token(const token_row& made) {
  loan base(*this);
  const std::array<cell, 5> values{made.hash, made.name, made.role, made.uscc,
                                   std::to_string(made.expires)};
  base.run(
      "insert into tokens (hash, name, role, uscc, expires) "
      "values ($1, $2, $3, $4, cast($5 as bigint))",
      values);
}

std::optional<token_row> store::find_token(const std::string& hash) {
  loan base(*this);
  const std::array<cell, 1> key{hash};
  auto rows = base.run("select hash, name, role, uscc, expires from tokens where hash = $1", key);
  if (rows.empty()) return std::nullopt;
  auto& one = rows.front();
  return token_row{.hash = *one[0],
                   .name = *one[1],
                   .role = *one[2],
                   .uscc = *one[3],
                   .expires = std::stoll(*one[4])};
}

void store::ping() { loan(*this).run("select 1"); }

}  // namespace backend
