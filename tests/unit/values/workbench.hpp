#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "values/arena.hpp"
#include "values/date.hpp"
#include "values/missing.hpp"
#include "values/op.hpp"
#include "values/text_form.hpp"

// Runs one operator on cells written as short as they can be. Results are compared as FEEL text, an
// unknown as the inputs it waits for: `unknown 1 2`.
namespace sudui::tests {

class workbench {
 public:
  using cell = values::cell;
  using op = values::op;

  static cell n(std::string_view number) { return cell::of(decimal::parse(number).value()); }
  static cell s(std::string_view text) { return cell::of(text); }
  static cell d(std::string_view day) { return cell::of_day(values::parse_day(day).value()); }
  static cell days(std::int64_t seconds) { return cell::of_days(seconds); }
  static cell months(std::int64_t months) { return cell::of_months(months); }
  static cell b(bool flag) { return cell::of(flag); }
  static cell none(values::null_reason why = values::null_reason::given) { return cell::null(why); }

  /// An unknown that waits for field number `field`.
  cell unknown(std::uint32_t field) {
    return cell::unknown(graph_.leaf({values::missing_graph::input::source::field, field}));
  }
  cell list(std::vector<cell> items) { return cell::of_list(kept_.emplace_back(std::move(items))); }
  cell record(std::vector<cell> items) {
    return cell::of_record(kept_.emplace_back(std::move(items)));
  }

  cell apply(op code, const std::vector<cell>& operands) {
    values::surroundings around{memory_, graph_};
    return values::apply(code, operands, around);
  }
  std::string text(op code, const std::vector<cell>& operands) {
    return text(apply(code, operands));
  }
  std::string text(const cell& what) {
    if (!what.is_unknown()) return values::text_of(what);
    std::vector<values::missing_graph::input> inputs;
    graph_.collect(what.why, inputs);
    std::string out = "unknown";
    for (const auto& input : inputs) out += ' ' + std::to_string(input.index);
    return out;
  }
  values::null_reason reason(op code, const std::vector<cell>& operands) {
    const auto result = apply(code, operands);
    return result.is_null() ? static_cast<values::null_reason>(result.why)
                            : static_cast<values::null_reason>(UINT32_MAX);
  }
  values::missing_graph& graph() { return graph_; }

 private:
  values::arena memory_;
  values::missing_graph graph_;
  std::deque<std::vector<cell>> kept_;
};

}  // namespace sudui::tests
