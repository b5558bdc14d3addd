#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "columns/compiler.hpp"
#include "tables/literals.hpp"
#include "tables/program.hpp"

namespace sudui::tables {

/// A truth that conditions are made of, and what it hangs on.
struct atom {
  enum class kind : std::uint8_t { fixed, below, equals, absent, coded, ratio, by_rows };
  kind is = kind::fixed;
  columns::state held = columns::state::no;  // of `fixed`
  std::uint32_t slot = 0;                    // of below, equals, absent, coded
  std::int64_t limit = 0;
  bool inverted = false;
  std::uint32_t table = 0;  // of `coded`
  tables::ratio quotient;   // of `ratio`
  plan::reg result = 0;     // of coded, by_rows
};

struct policy_condition {
  std::optional<conjunction> met;       // nothing: only rows decide it
  std::vector<std::uint32_t> not_null;  // atoms: rows decide it where one of them is null
};

/// Takes the conditions of a plan apart. What has no atom of its own becomes one that the row
/// executor works out.
class condition_reader {
 public:
  condition_reader(const plan::plan& of, const columns::layout& places);

  void read();

  std::vector<atom> atoms;
  std::vector<slot> slots;
  std::vector<linear> linears;
  std::vector<policy_condition> policies;
  columns::program nodes;

 private:
  using clauses = std::span<const plan::clause>;
  using maybe = std::optional<conjunction>;
  struct sense {
    bool negated = false, null_holds = false;
  };

  [[nodiscard]] maybe group(clauses all, bool is_all, bool negated);
  [[nodiscard]] maybe clause(clauses from, bool negated);
  [[nodiscard]] maybe formula(plan::reg which, sense as);
  [[nodiscard]] maybe composed(plan::reg which, sense as);
  [[nodiscard]] maybe joined(const plan::instruction& what, bool is_all, sense as);
  [[nodiscard]] maybe chosen(const plan::instruction& what, sense as);
  [[nodiscard]] conjunction one(std::uint32_t atom, sense as);
  [[nodiscard]] std::optional<atom> atom_of(const columns::node& what, plan::reg which);
  [[nodiscard]] std::optional<atom> on_number(const columns::node& what);
  [[nodiscard]] std::optional<atom> on_flag(const columns::node& what);
  [[nodiscard]] std::optional<atom> quotient(const columns::node& what);
  [[nodiscard]] std::uint32_t add(plan::reg which, const atom& what);

  // linear.cpp
  [[nodiscard]] std::uint32_t slot_of(std::uint32_t place);
  [[nodiscard]] std::optional<linear> sum_of(columns::node_id which);
  [[nodiscard]] std::optional<std::uint32_t> slot_of(const linear& what);
  [[nodiscard]] std::optional<std::uint32_t> number(columns::node_id which);

  const plan::plan& plan_;
  const columns::layout& places_;
  columns::constants constants_;
  columns::compiler into_;
  std::map<plan::reg, std::uint32_t> known_;  // atoms by register
  std::map<std::uint32_t, std::uint32_t> slot_numbers_;
  policy_condition* current_ = nullptr;
  int guarded_ = 0;  // inside of what null must not reach
};

/// Slots of sums are counted from here until all plain ones are known.
inline constexpr std::uint32_t first_linear = 1U << 20;

}  // namespace sudui::tables
