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

[[nodiscard]] layout layout_of(const plan::plan& of);
[[nodiscard]] column_kind kind_of(const types::type& of);

/// The values that registers hold before a run, where no instruction and no loop writes them.
class constants {
 public:
  explicit constants(const plan::plan& of);
  /// Null where the register is written by the plan.
  [[nodiscard]] const values::cell* in(plan::reg which) const;
  [[nodiscard]] std::optional<std::int32_t> year_in(plan::reg which) const;

 private:
  const plan::plan& plan_;
  std::vector<bool> is_written_;
};

}  // namespace sudui::columns
