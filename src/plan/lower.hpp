#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "plan/builder.hpp"
#include "plan/from_types.hpp"
#include "types/typed.hpp"

namespace sudui::plan {

/// Lowers expressions for one policy day at a time. Local variables are registers; a definition's
/// body is lowered once for the same arguments.
class lowering {
 public:
  lowering(builder& into, const types::typed_rules& rules, const binding& on);

  /// Days differ between policies: those timed by year read parameters on 31 December.
  void set_day(date day) { day_ = day; }
  [[nodiscard]] reg lower(const types::expr& what);
  void bind_local(std::uint32_t slot, reg held) { locals_[slot] = held; }

  /// The trace of the last `lower` call, when traces are on.
  [[nodiscard]] trace take_trace();

 private:
  reg lower_inner(const types::expr& what);
  reg lower_apply(const types::expr& what);
  reg applied(const types::expr& what, std::span<const reg> operands);
  std::optional<reg> membership(const types::expr& what);
  reg lower_field(const types::expr& what);
  reg lower_parameter(const types::expr& what);
  reg lower_by_date(const types::expr& what);
  reg lower_by_year(const types::expr& what);
  reg lower_by_code(const types::expr& what);
  reg lower_loop(const types::expr& what);
  reg lower_call(const types::expr& what);
  reg constant(const value& held, const types::type& as);
  reg not_published(std::uint32_t parameter, std::int32_t year);
  reg lookup(std::uint32_t parameter, bool by_year, reg operand);
  std::uint32_t input_of(std::uint32_t field);
  std::uint32_t table_of(std::uint32_t parameter, bool by_year);
  void fill(table& made, const types::typed_parameter& from);
  std::optional<values::op> quotient_op(values::op code, reg left, reg right) const;
  reg compare_quotients(values::op code, reg left, reg right);

  builder& into_;
  const types::typed_rules& rules_;
  const binding& on_;
  date day_{};
  std::vector<reg> locals_;                        // by slot
  std::vector<reg> operands_;                      // of operators that are being lowered
  std::map<std::uint32_t, std::uint32_t> inputs_;  // field to input
  std::map<std::pair<std::uint32_t, date>, std::uint32_t> tables_;
  // Bodies in the main block, by day too: a body may read a parameter of the day.
  std::map<std::tuple<const types::expr*, date, std::vector<reg>>, reg> bodies_;
  std::size_t trace_count_ = 0;
  std::vector<trace> traces_;  // finished, waiting for their parent
};

}  // namespace sudui::plan
