#pragma once

// Numbered steps of the schema. A step that has been released is never changed; add one.

#include <array>

namespace backend {

struct migration {
  int number;
  const char* what;
  std::array<const char*, 4> statements;  ///< null where there are fewer
};

inline constexpr std::array migrations{
    migration{1,
              "companies, tokens",
              {"create table companies (uscc text primary key, name text not null, "
               "profile text not null)",
               "create table tokens (hash text primary key, name text not null, "
               "role text not null check (role in ('officer', 'company', 'auditor')), "
               "uscc text not null, expires bigint not null)",
               nullptr, nullptr}},
    migration{2,
              "decision log",
              {"create table decisions (id text primary key, at text not null, "
               "uscc text not null, rules text not null, engine text not null, "
               "as_of text not null, year integer not null, profile_digest text not null, "
               "asked_by text not null, granted text not null)",
               "create index decisions_of_company on decisions (uscc, at, id)", nullptr, nullptr}},
    migration{3,
              "lines that are decided again, and the profiles they were decided from",
              {"alter table decisions rename column granted to line",
               "create index decisions_in_order on decisions (at, id)",
               "create table profiles (digest text primary key, line text not null)", nullptr}},
};

}  // namespace backend
