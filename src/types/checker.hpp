#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feel/ast.hpp"
#include "text/sink.hpp"
#include "text/suggest.hpp"
#include "types/builtins.hpp"
#include "types/catalog.hpp"
#include "types/scope.hpp"
#include "types/typed.hpp"

namespace sudui::types {

/// Types one parsed formula: FEEL tree in, typed expression out. Its parts are split by idea over
/// check_*.cpp. Where something is wrong a diagnostic is reported once and the expression is of
/// type `error`, about which nothing more is said further up.
class checker {
 public:
  checker(catalog& names, text::sink& out, scope& locals, const feel::expression& tree)
      : names_(names), out_(out), locals_(locals), tree_(tree) {}

  /// A formula that could not be read, or was not given, is of type `error`.
  [[nodiscard]] expr check() { return is_readable() ? infer(tree_.root) : expr{}; }
  /// The tree is a list of unary tests; `tested` is what `?` stands for. Boolean.
  [[nodiscard]] expr check_tests(const expr& tested);
  /// Types a definition that nothing calls. Its parameters are of type `error`, so that only
  /// mistakes that do not hang on them are found.
  void check_uncalled(std::uint32_t definition);

 private:
  using arguments = std::span<const feel::node_id>;

  /// What was read of a broken formula would be judged by half: `a b` is no clause `a`.
  bool is_readable() const { return tree_.root != feel::no_node && !tree_.is_broken; }
  expr infer(feel::node_id id);
  const feel::node& at(feel::node_id id) const { return tree_[id]; }

  // check_names.cpp
  expr infer_literal(const feel::node& node);
  expr infer_at_literal(const feel::node& node);
  expr infer_name(const feel::node& node);
  expr global(const feel::node& bare, const catalog::entry& found);
  expr unknown_name(const feel::node& node);
  expr infer_path(const feel::node& node);
  expr property(const feel::node& node, expr of);

  // check_operators.cpp
  expr infer_arithmetic(const feel::node& node);
  static void meet_at_midnight(const feel::node& node, expr& left, expr& right);
  expr infer_negate(const feel::node& node);
  expr infer_comparison(const feel::node& node);
  expr equal_parts(const feel::node& node, feel::node_id left, feel::node_id right);
  expr infer_logic(const feel::node& node);
  expr infer_between(const feel::node& node);
  expr infer_if(const feel::node& node);
  expr compare(const feel::node& node, feel::node_kind relation, expr left, expr right);
  bool check_code(const expr& literal, const expr& other);
  static expr in_order_of(expr what, const type& as);
  static expr member_of(const expr& record, std::uint32_t position);

  // check_tests.cpp
  expr infer_in(const feel::node& node);
  expr one_test(feel::node_id id, const expr& tested);
  expr range_test(const feel::node& node, const expr& tested);
  expr value_test(feel::node_id id, const expr& tested);
  expr in_range(const feel::node& node, expr range, const expr& tested);
  expr any_of(const feel::node& node, arguments tests, const expr& tested);

  // check_lists.cpp
  expr infer_list(const feel::node& node);
  expr infer_context(const feel::node& node);
  expr infer_iterated(feel::node_id id);
  expr infer_iteration(const feel::node& node);
  expr iterate(const feel::node& node, std::size_t variable);
  expr infer_filter(const feel::node& node);

  // check_calls.cpp
  expr infer_call(const feel::node& node);
  expr call_field(const feel::node& node, std::uint32_t index);
  expr call_parameter(const feel::node& node, std::uint32_t index);
  expr call_definition(const feel::node& node, std::uint32_t index);
  const catalog::instance* instantiate(const feel::node& node, std::uint32_t index,
                                       const std::vector<expr>& given);
  std::vector<expr> infer_all(arguments nodes);
  void warn_if_shadowed(const std::string& variable, text::span where);
  bool expect_arguments(const feel::node& node, std::size_t least, std::size_t most);

  // check_builtins.cpp
  expr call_builtin(const feel::node& node, const std::string& name);
  expr call_special(const feel::node& node, const std::string& name);
  [[nodiscard]] expr call_truth(const feel::node& node, const std::string& name);
  std::optional<feel::node> without_names(const feel::node& node, const std::string& name,
                                          std::string& forms);
  expr call_entry(const feel::node& node, const builtin& entry, std::vector<expr> given);
  expr call_table(const feel::node& node, const std::string& name, std::vector<expr> given);
  expr call_aggregate(const feel::node& node, const std::string& name);
  expr call_flatten(const feel::node& node);
  expr call_clock(const feel::node& node, const std::string& name);
  expr infer_flat(feel::node_id id, type& leaf);
  expr padded(const feel::node& node, type gives, values::op code, std::vector<expr> given);
  bool check_pattern(const std::vector<expr>& given, values::op code);

  // check_temporal.cpp
  expr call_date(const feel::node& node);
  expr call_time(const feel::node& node);
  expr call_moment(const feel::node& node);
  expr call_duration(const feel::node& node);
  expr refuse_literal(const feel::node& node, text::message what, type of,
                      const std::string& written);

  // check_ranges.cpp
  expr infer_range(const feel::node& node);
  expr infer_relation(const feel::node& node);
  expr make_range(const feel::node& node, expr low, expr high, range_form form);
  expr call_relation(const feel::node& node, const std::string& name);
  expr call_is(const feel::node& node);

  // check_contexts.cpp
  expr call_context(const feel::node& node, const std::string& name);
  expr no_context(const expr& what, std::string_view role);
  expr get_value(const feel::node& node);
  expr get_entries(const feel::node& node);
  expr context_put(const feel::node& node);
  std::optional<std::vector<expr>> written_items(feel::node_id id);
  expr context_of(const feel::node& node);
  expr context_merge(const feel::node& node);

  // check_builtins.cpp
  expr call_marginal(const feel::node& node);
  expr call_or_else(const feel::node& node);
  expr call_after_policies(const feel::node& node);
  expr call_append(const feel::node& node, const std::string& name);
  std::vector<feel::node_id> ordered(const feel::node& node, std::string_view parameters);

  // shared
  expr error(text::message what, text::span where, std::vector<std::string> args = {});
  static expr error_in(const feel::node& node);
  static expr constant(const feel::node& node, type of, value held);
  static expr apply(const feel::node& node, type of, values::op code, std::vector<expr> parts);
  static bool any_error(std::span<const expr> parts);
  bool require(const expr& what, type_kind wanted, std::string_view role);

  catalog& names_;
  text::sink& out_;
  scope& locals_;
  const feel::expression& tree_;
};

/// The constant a literal holds, or nullptr.
[[nodiscard]] inline const value* constant_of(const expr& what) noexcept {
  return what.kind == expr_kind::constant && !what.of.is_error() ? &what.constant : nullptr;
}

}  // namespace sudui::types
