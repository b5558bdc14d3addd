// What one company is measured against: C++ written for these very rules, compiled by the machine's
// compiler and loaded; and a bytecode machine for the same predicates.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "columns/batch.hpp"
#include "columns/match.hpp"
#include "columns/tables.hpp"

namespace sudui::bench {

/// Companies row by row: a value a column, texts by their code, and a byte a column for known.
struct plain_rows {
  std::size_t columns = 0;
  std::vector<std::int64_t> values;
  std::vector<std::uint8_t> known;
};
[[nodiscard]] plain_rows to_rows(const columns::batch& from);

/// One instruction of the bytecode, as the loaded code reads it too: half a line of the cache.
struct bytecode {
  static constexpr std::int16_t inverted = 1, joins_clause = 2, ends_clause = 4;
  std::int16_t op = 0, flags = 0, a = 0, b = 0;
  std::int64_t next = 0;  // of the policy
  std::int64_t x = 0, y = 0;
};

/// Writes 2 (eligible), 1 (undetermined) or 0 a policy.
class generated_code {
 public:
  /// Texts have the codes of this batch. Throws where the rules hold what it cannot write.
  generated_code(const columns::compiled& rules, const columns::batch& texts);
  /// Only the machine, for any number of policies: those of their clauses first that fewest
  /// companies of the sample can meet.
  generated_code(const columns::compiled& rules, const columns::batch& texts,
                 const plain_rows& sample);

  using decide_function = void (*)(const std::int64_t*, const std::uint8_t*, std::uint8_t*);
  using machine_function = void (*)(const bytecode*, const std::int64_t*, const std::uint8_t*,
                                    std::uint8_t*);
  decide_function decide = nullptr;
  machine_function machine = nullptr;
  std::vector<bytecode> code;

 private:
  struct leaf {
    bytecode what;
    std::string truth, known, null;  // expressions
  };
  [[nodiscard]] leaf leaf_of(columns::node_id which) const;
  [[nodiscard]] leaf make_leaf(columns::node_id which) const;
  void take_texts(const columns::node& what, leaf& into) const;
  [[nodiscard]] bool is_day(const columns::node& what) const;
  [[nodiscard]] bytecode day_limit(const columns::node& what) const;
  void add_policy(std::span<const columns::node_id> conditions);
  [[nodiscard]] std::size_t share_of(columns::node_id condition, const plain_rows& sample);
  void add_condition(columns::node_id which, bool negated, bool is_first);
  [[nodiscard]] std::string variables(columns::node_id which) const;
  [[nodiscard]] std::string source();
  void load(const std::string& source);

  const columns::compiled& rules_;
  const columns::batch& texts_;
  mutable decide::state run_;
  mutable std::map<columns::node_id, leaf> leaves_;
  mutable std::deque<std::vector<std::uint64_t>> sets_;  // of more codes than a word has bits
  std::map<columns::node_id, std::size_t> shares_;       // companies that may meet a condition
};

}  // namespace sudui::bench
