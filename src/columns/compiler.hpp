#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "columns/column.hpp"
#include "columns/program.hpp"
#include "columns/tried.hpp"

namespace sudui::columns {

/// Turns registers of a plan into nodes, on demand and each once. What columns cannot hold has no
/// node.
class compiler {
 public:
  compiler(const plan::plan& of, const layout& places, const constants& known, program& out);

  [[nodiscard]] std::optional<node_id> truth(plan::reg which);
  void add_amount(const plan::benefit& of, amount_plan& into);

 private:
  using instruction = plan::instruction;
  using maybe = std::optional<node_id>;

  // Where a register's value stands: the companies, or the items of a list.
  struct item_of {
    std::uint32_t list = 0;
  };
  struct column_of {
    std::uint32_t frame = 0, column = 0;
    const column_kind* kind = nullptr;
  };

  // compiler.cpp
  [[nodiscard]] const instruction* made_by(plan::reg which) const { return known_.made_by(which); }
  [[nodiscard]] plan::reg operand(const instruction& of, std::uint32_t i) const {
    return plan_.operands[of.first + i];
  }
  node_id add(const node& what);
  node_id add_new(const node& what);
  [[nodiscard]] const node& at(node_id which) const { return out_.nodes[which]; }
  // The column that a register reads: an input of the companies, or a member of a loop's item.
  [[nodiscard]] std::optional<column_of> column_in(plan::reg which) const {
    const auto* made = made_by(which);
    const bool is_computed = made != nullptr && made->kind == plan::instruction_kind::apply &&
                             made->code != values::op::record_member;
    return is_computed ? std::nullopt : find_column(which, made);
  }
  [[nodiscard]] std::optional<column_of> find_column(plan::reg which,
                                                     const instruction* made) const;

  // compile_frame.cpp
  void find_loops();
  [[nodiscard]] std::uint32_t frame_of(std::uint32_t column, std::uint32_t level);
  [[nodiscard]] std::uint32_t frame_of(frame_rows rows);
  [[nodiscard]] std::uint32_t frame_over(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] std::uint32_t frame_without(std::uint32_t from, std::uint32_t list);
  [[nodiscard]] std::uint32_t level_of(const instruction& loop, std::uint32_t column);
  [[nodiscard]] node_id in_frame(node_id which, std::uint32_t frame);
  void join(std::initializer_list<node_id*> all, std::uint32_t& frame);

  // compile_truth.cpp
  [[nodiscard]] maybe make_truth(plan::reg which);
  [[nodiscard]] maybe constant_truth(const values::cell& held);
  [[nodiscard]] maybe apply_truth(plan::reg which, const instruction& what);
  [[nodiscard]] maybe logic(node_kind kind, const instruction& what);
  [[nodiscard]] maybe choice(const instruction& what);
  [[nodiscard]] maybe is_nothing(plan::reg which, bool inverted);
  [[nodiscard]] maybe flag_equality(const instruction& what, bool inverted);

  // compile_compare.cpp
  [[nodiscard]] maybe comparison(const instruction& what);
  [[nodiscard]] maybe with_constant(const instruction& what, values::op code, plan::reg compared,
                                    const values::cell& limit);
  [[nodiscard]] maybe against_limit(node_id number, values::op code, const decimal& limit);
  [[nodiscard]] maybe day_against_limit(const column_of& from, values::op code, std::int32_t day);
  [[nodiscard]] maybe each_against_each(node_id a, values::op code, node_id b);
  [[nodiscard]] maybe quotients(const instruction& what);
  [[nodiscard]] maybe fixed_ratio(const instruction& what, values::op code, std::uint32_t from);
  [[nodiscard]] maybe cross_products(const instruction& what, values::op code, bool is_same);
  [[nodiscard]] maybe ratio(node_id a, node_id b, values::op code, const decimal& above,
                            const decimal& below);

  // compile_table.cpp
  // In place of the one column of texts or days that a register comes from.
  static constexpr plan::reg no_source = ~plan::reg{0};
  static constexpr plan::reg many_sources = no_source - 1;  // or one of another kind
  static constexpr plan::reg unasked = no_source - 2;
  [[nodiscard]] static bool is_one_source(plan::reg source) { return source < unasked; }
  [[nodiscard]] plan::reg source_of(plan::reg which);
  [[nodiscard]] plan::reg find_source(plan::reg which);
  [[nodiscard]] bool is_tabled(plan::reg which);
  [[nodiscard]] std::optional<std::int32_t> places_of(const instruction& what) const;
  [[nodiscard]] std::optional<std::int32_t> rounded_places(const instruction& what) const;
  [[nodiscard]] maybe table(plan::reg which);
  [[nodiscard]] maybe coded_number(plan::reg which);
  void add_table(plan::reg which, node& into);
  void collect(plan::reg which, plan::reg from);

  // compile_number.cpp
  [[nodiscard]] maybe number(plan::reg which);
  [[nodiscard]] maybe make_number(plan::reg which);
  [[nodiscard]] maybe constant_number(const values::cell& held, std::uint32_t frame);
  [[nodiscard]] maybe apply_number(const instruction& what);
  [[nodiscard]] maybe arithmetic(node_kind kind, node_id a, node_id b);
  using part_of = maybe (compiler::*)(plan::reg);
  [[nodiscard]] maybe choose_number(const instruction& what, part_of part);
  [[nodiscard]] maybe dated(const instruction& what);
  [[nodiscard]] maybe item_at(const instruction& what);
  [[nodiscard]] bool align(node_id& a, node_id& b);
  [[nodiscard]] maybe extreme(node_kind kind, const instruction& what);
  [[nodiscard]] maybe over_few(node_kind kind, const std::vector<node_id>& parts);
  [[nodiscard]] std::optional<std::vector<node_id>> few(plan::reg list);

  // compile_text.cpp
  [[nodiscard]] maybe text(plan::reg which);
  [[nodiscard]] maybe make_text(plan::reg which);
  [[nodiscard]] maybe among(const instruction& what);
  [[nodiscard]] std::int64_t number_of(std::string_view text);

  // compile_real.cpp
  [[nodiscard]] maybe real(plan::reg which);
  [[nodiscard]] maybe make_real(plan::reg which);
  [[nodiscard]] maybe real_of(maybe number);
  [[nodiscard]] maybe real_constant(const values::cell& held);
  [[nodiscard]] bool multiplies_figures(const plan::instruction& what) const;
  [[nodiscard]] maybe apply_real(const instruction& what);
  [[nodiscard]] maybe real_pair(node_kind kind, maybe a, maybe b);
  [[nodiscard]] maybe real_arithmetic(node_kind kind, node_id a, node_id b);
  [[nodiscard]] maybe real_of_list(node_kind few, node_kind many, const instruction& what);
  [[nodiscard]] maybe few_reals(node_kind kind, plan::reg list);
  [[nodiscard]] maybe mean(const instruction& what);
  [[nodiscard]] maybe choose_real(const instruction& what);
  [[nodiscard]] std::optional<std::uint32_t> block_of(plan::reg which);
  [[nodiscard]] maybe compare_reals(const instruction& what, values::op code, maybe a, maybe b);
  [[nodiscard]] maybe compare_real_quotients(const instruction& what, values::op code);

  // compile_amount.cpp
  [[nodiscard]] maybe limited(node_id value, const std::vector<plan::limit>& limits);
  [[nodiscard]] bool is_plain(node_id which) const;
  [[nodiscard]] bool plain(const plan::amount& what, amount_plan& into);

  // compile_tiers.cpp
  using joining = maybe (compiler::*)(node_kind, node_id, node_id);
  [[nodiscard]] maybe marginal(const instruction& what, part_of part, joining by);
  [[nodiscard]] maybe slice_of(node_id base, node_id from, maybe to, node_id rate, joining by);
  [[nodiscard]] maybe moved(node_id which, std::uint32_t frame, std::int32_t scale);
  [[nodiscard]] bool take_limits(const std::vector<plan::limit>& from,
                                 std::vector<amount_part>& into);
  [[nodiscard]] bool take_tiers(const plan::amount& from, evaluated_amount& into);
  [[nodiscard]] bool take_clauses(const std::vector<plan::clause>& from, evaluated_amount& into);
  [[nodiscard]] bool settle_frame(std::uint32_t frame, evaluated_amount& of, amount_plan& into);
  [[nodiscard]] bool settle_total(std::uint32_t list, evaluated_amount& of, amount_plan& into);
  [[nodiscard]] amount_plan evaluated(const plan::benefit& of);

  // compile_linear.cpp
  struct linear_part {  // multiples of 10^-scale, whose terms are the last ones, from `first` on
    std::size_t first = 0;
    std::int32_t scale = 0;
    std::int64_t constant = 0;
  };
  struct fixed_limit {
    whole_number amount;
    bool is_maximum = true;
  };
  [[nodiscard]] std::optional<linear_part> linear_of(plan::reg which);
  [[nodiscard]] std::optional<linear_part> linear_sum(const instruction& what, std::int64_t sign);
  [[nodiscard]] std::optional<linear_part> linear_product(const instruction& what);
  [[nodiscard]] bool multiply(linear_part& of, std::size_t end, std::int64_t by);
  [[nodiscard]] bool refine(linear_part& of, std::size_t end, std::int32_t scale);
  [[nodiscard]] bool add_terms(std::size_t to, std::size_t from);
  [[nodiscard]] bool take_fixed_limits(const std::vector<plan::limit>& from, std::int32_t& scale);
  [[nodiscard]] bool lay_limits(std::int32_t scale, linear_amount& into) const;
  [[nodiscard]] bool linear(const plan::amount& of, linear_amount& into);
  [[nodiscard]] bool formula(const plan::amount& of, amount_plan& into);

  // compile_bracket.cpp
  [[nodiscard]] maybe figure(plan::reg which);
  [[nodiscard]] amount_plan bracketed(const plan::benefit& of);

  // compile_year.cpp
  [[nodiscard]] maybe in_year(node_kind kind, const instruction& what);

  // compile_list.cpp
  [[nodiscard]] std::optional<std::uint32_t> list(plan::reg which);
  [[nodiscard]] std::optional<std::uint32_t> make_list(plan::reg which);
  [[nodiscard]] std::optional<std::uint32_t> looped(const instruction& loop);
  [[nodiscard]] std::uint32_t list_over(std::uint32_t list, std::uint32_t frame);
  [[nodiscard]] maybe joined(node_kind kind, std::uint32_t list, node_id value);
  [[nodiscard]] maybe quantifier(const instruction& what);
  [[nodiscard]] maybe aggregate(node_kind kind, const instruction& what);
  [[nodiscard]] maybe made_of_items(const instruction& what, std::uint32_t& list);
  [[nodiscard]] maybe part_of_items(plan::reg which, const instruction& what, std::uint32_t& list);
  [[nodiscard]] maybe item_value(plan::reg which, std::uint32_t& list);

  const plan::plan& plan_;
  const layout& places_;
  program& out_;
  const constants& known_;
  // The nodes there are, known by what they hold.
  struct node_hash {
    const std::vector<node>* all;
    std::size_t operator()(node_id of) const;
  };
  struct node_equal {
    const std::vector<node>* all;
    bool operator()(node_id a, node_id b) const { return (*all)[a] == (*all)[b]; }
  };
  boost::unordered_flat_set<node_id, node_hash, node_equal> different_;
  // Of the block of a loop: its list, and the block that the loop stands in.
  struct loop_of {
    std::optional<plan::reg> over;  // the list
    std::uint32_t stands_in = 0;
  };
  std::vector<loop_of> around_;                    // by block; no list: no loop is around it
  std::map<plan::reg, std::uint32_t> item_lists_;  // loop items: the list they come from
  tried truths_, numbers_, texts_, reals_;         // nodes
  tried lists_;                                    // of `program::lists`
  std::vector<plan::reg> sources_;                 // by register
  std::map<std::string, std::int64_t, std::less<>> text_numbers_;
  // While they grow, before the program keeps them: of a table, an amount and its formula.
  std::vector<instruction> code_;
  std::vector<amount_part> limits_;
  std::vector<linear_form::term> terms_;
  std::vector<fixed_limit> fixed_limits_;
  std::vector<std::uint32_t> blocks_;  // by register, once a comparison of reals has been met
  std::optional<slicer> slicer_;       // for these
  struct bracket {                     // which end of a real stands for it, and the ends made
    node_kind end;
    std::int32_t scale;
    std::vector<node_id> made;
  };
  std::optional<bracket> bracket_;  // while an amount may have reals
};

/// Fills `order` and `places`, and turns `needs` into places of the order. `columns` are those of
/// the companies. O(nodes), and the columns once a thousand nodes.
void order_nodes(program& of, const layout& columns);

}  // namespace sudui::columns
