#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "plan/plan.hpp"
#include "values/missing.hpp"

namespace sudui::columns {

/// How the values of a column are held.
enum class form : std::uint8_t {
  flag,    // bits
  number,  // whole multiples of 10^-scale, below 2^53
  day,     // days since 1970-01-01
  text,    // codes of a dictionary
  list,    // ends, and a column a member
  cells    // anything else, as cells; only the row executor reads it
};

struct column_kind {
  form of = form::cells;
  std::int32_t scale = 0;
  std::vector<column_kind> members;  // of a list: of records, or one of its scalar items
  bool has_records = false;
};

/// One column: an input of the plan, of one year where it is yearly.
struct place {
  std::uint32_t input = 0;
  std::int32_t year = values::missing_graph::input::no_year;
  column_kind kind;
};

/// Which columns a plan reads. Immutable.
struct layout {
  std::vector<place> places;
  std::vector<std::vector<std::uint32_t>> of_input;  // its columns, in order of years
  std::vector<bool> asks_any_year;  // inputs whose year comes from the profile: only the row
                                    // executor reads them
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint32_t input, std::int32_t year) const;
};

class constants;
[[nodiscard]] layout layout_of(const plan::plan& of);
[[nodiscard]] layout layout_of(const plan::plan& of, const constants& known);
[[nodiscard]] column_kind kind_of(const types::type& of);

/// What writes each register: an instruction, a loop that puts its items there, or nothing. In the
/// last case it is a constant, the value that the register holds before a run.
class constants {
 public:
  explicit constants(const plan::plan& of);
  /// Null where the register is written by the plan.
  [[nodiscard]] const values::cell* in(plan::reg which) const {
    return made_by_[which] == nullptr ? &plan_.registers[which] : nullptr;
  }
  [[nodiscard]] std::optional<std::int32_t> year_in(plan::reg which) const;
  /// Null where no instruction writes the register.
  [[nodiscard]] const plan::instruction* made_by(plan::reg which) const {
    return made_by_[which] == &by_loop ? nullptr : made_by_[which];
  }

  /// What loads inputs, block by block.
  [[nodiscard]] const std::vector<const plan::instruction*>& loads() const { return loads_; }

  /// Runs a block for every item of a list.
  struct loop {
    std::uint32_t block = 0;
    plan::reg over = 0;
    std::uint32_t stands_in = 0;  // the block around it
  };
  [[nodiscard]] const std::vector<loop>& loops() const { return loops_; }

 private:
  void add_loop(const loop& what);

  static constexpr plan::instruction by_loop{};

  const plan::plan& plan_;
  std::vector<const plan::instruction*> made_by_;  // by register
  std::vector<loop> loops_;
  std::vector<const plan::instruction*> loads_;
};

}  // namespace sudui::columns
