#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "columns/batch.hpp"
#include "columns/lanes.hpp"
#include "columns/planes.hpp"
#include "columns/program.hpp"
#include "columns/range.hpp"
#include "columns/tables.hpp"
#include "columns/text_numbers.hpp"
#include "kernels/kernels.hpp"

namespace sudui::columns {

/// Runs the nodes of a program over one batch, chunk by chunk. Memory is kept from chunk to chunk
/// and from batch to batch. One thread at a time.
class runner {
 public:
  /// `exact` works out what doubles leave in doubt; it must have taken the batch.
  runner(const plan::plan& of, const program& what, const kernels::table& by, lane& exact);

  /// Takes a batch: proves for each node that its numbers stay in range, and fills tables. Whether
  /// other nodes may be usable than of the batch before.
  bool take(const batch& from);
  /// Begins a chunk: the companies from `first`, a multiple of 64.
  void start(std::size_t first, std::size_t count);
  /// Evaluates the nodes before this place of the order that have not been evaluated yet.
  void run_to(node_id end);
  /// Evaluates these, ascending and with all that they read, where that has not been done yet.
  void run_only(std::span<const node_id> nodes);
  /// Evaluates all nodes of conditions.
  void run(std::size_t first, std::size_t count) {
    start(first, count);
    run_to(static_cast<node_id>(program_.for_conditions));
  }

  /// False where the batch's figures are too large for the node: its truths are not known then.
  [[nodiscard]] bool is_usable(node_id which) const { return usable_[which]; }
  /// The same of a formula of the companies' columns: no part of it reaches 2^62.
  [[nodiscard]] bool is_bounded(const linear_form& of) const;
  [[nodiscard]] const planes& truth(node_id which) const { return truths_[which]; }
  [[nodiscard]] const numbers& number(node_id which) const { return numbers_[which]; }
  [[nodiscard]] const reals& real(node_id which) const { return reals_[which]; }
  /// Of the floor or ceiling of a real: the rows in which it may be off. Null: nowhere.
  [[nodiscard]] const word* doubt(node_id which) const { return reals_[which].doubt; }
  /// Comparisons of this batch that were worked out in decimals.
  [[nodiscard]] std::uint64_t doubts() const noexcept { return doubts_; }

 private:
  friend class probe;

  // The rows of a frame that belong to the chunk.
  struct extent {
    std::size_t first = 0, rows = 0, words = 0;
    const std::uint32_t* parents = nullptr;  // of items: their company in the chunk
  };
  struct rows_between {  // for each row of a frame its row in another
    std::uint32_t from = 0, to = 0;
    const std::uint32_t* rows = nullptr;
  };
  struct divisor {  // what a chunk has of the numbers that something is divided by
    bool is_looked_at = false, has_negative = false;
    const word* zero = nullptr;  // where one is known to be zero; null: nowhere
  };
  struct nulls_and_gaps {  // the row sets that strict operators share
    const word* known = nullptr;
    const word* null = nullptr;
  };

  // runner.cpp
  [[nodiscard]] const column& column_of(std::uint32_t frame, std::uint32_t which) const;
  [[nodiscard]] const column& column_of(const node& what) const {
    return column_of(what.frame, what.column);
  }
  [[nodiscard]] const word* bits(const bitmap& from, const extent& where);
  void list_alike();
  void evaluate(node_id which);
  [[nodiscard]] planes evaluate_truth(const node& what);
  [[nodiscard]] numbers evaluate_number(const node& what);
  [[nodiscard]] nulls_and_gaps column_gaps(const column& from, const extent& where);
  [[nodiscard]] nulls_and_gaps join(const numbers& a, const numbers& b, std::size_t words);
  [[nodiscard]] planes strict(word* raw, bool inverted, nulls_and_gaps where, std::size_t words);
  [[nodiscard]] planes total(word* raw, bool inverted, const word* unknown, std::size_t words);

  // bounds.cpp
  [[nodiscard]] bool has_new_figures();
  void prove();
  [[nodiscard]] bool is_too_wide(const frame_rows& of) const;
  [[nodiscard]] std::uint64_t bound_of(const node& what) const;
  [[nodiscard]] bool proven(const node& what) const;

  // run_truth.cpp
  [[nodiscard]] planes constant_truth(const node& what);
  [[nodiscard]] planes flag(const node& what);
  [[nodiscard]] planes flag_is(const node& what);
  [[nodiscard]] planes logic(const node& what);
  [[nodiscard]] planes opposite(const node& what);
  [[nodiscard]] planes chosen(const node& what);
  [[nodiscard]] planes absent(const node& what);
  [[nodiscard]] planes absent_truth(const node& what);

  // run_compare.cpp
  struct limit_of {  // of a comparison with one: what the loops need of the node
    std::int64_t limit = 0;
    word flip = 0;
    node_id node = no_node;
  };
  struct limit_ask {  // such a comparison, and where its answers go
    std::int64_t limit = 0;
    word flip = 0;
    word* yes = nullptr;
    word* maybe = nullptr;
    word* not_no = nullptr;
  };
  void compare_with_limits(std::span<const limit_of> those);
  void ask(std::span<const limit_of> those, nulls_and_gaps where, std::size_t words);
  template <class Compare>
  void answer(const extent& where, nulls_and_gaps gaps, Compare&& compare);
  [[nodiscard]] planes equals_limit(const node& what);
  [[nodiscard]] planes day_equals_limit(const node& what);
  [[nodiscard]] planes each_against_each(const node& what);
  [[nodiscard]] planes ratio(const node& what);
  [[nodiscard]] planes quotient(const node& what);
  [[nodiscard]] planes quotient_same(const node& what);
  [[nodiscard]] const divisor& divisor_of(node_id which);
  [[nodiscard]] word* compare_ratio(const node& what, const divisor& by);

  // run_tables.cpp
  [[nodiscard]] bool cover_tables();
  void place_bits();
  void fill_planes(bool is_new);
  void look_up(const code_plane& what);
  [[nodiscard]] planes coded(const node& what);
  [[nodiscard]] numbers coded_numbers(const node& what);

  // run_number.cpp
  [[nodiscard]] numbers column_numbers(const node& what);
  [[nodiscard]] numbers day_numbers(const node& what);
  [[nodiscard]] numbers dated(const node& what);
  [[nodiscard]] numbers numbered(const node& what, const numbered_texts& by);
  [[nodiscard]] numbers constant(const node& what);
  [[nodiscard]] numbers arithmetic(const node& what);
  [[nodiscard]] numbers shifted(const node& what);
  [[nodiscard]] numbers chosen_number(const node& what);
  [[nodiscard]] numbers fallback(const node& what);

  // run_real.cpp
  [[nodiscard]] word* zeros(std::size_t words);
  [[nodiscard]] const word* either(const word* a, const word* b, std::size_t words);
  [[nodiscard]] reals evaluate_real(const node& what);
  [[nodiscard]] reals real_of(const node& what);
  [[nodiscard]] reals real_constant(const node& what);
  [[nodiscard]] reals real_arithmetic(const node& what);
  [[nodiscard]] reals real_quotient(const node& what);
  [[nodiscard]] reals real_chosen(const node& what);
  [[nodiscard]] reals real_fallback(const node& what);
  [[nodiscard]] std::int32_t places_to(const node& what, node_id operand) const;
  [[nodiscard]] planes compare_reals(const node& what);
  [[nodiscard]] planes settled(planes of, const word* doubt, const node& what);

  // run_bracket.cpp
  [[nodiscard]] reals real_spread(const node& what);
  [[nodiscard]] reals real_joined(const node& what);
  [[nodiscard]] numbers end_of(const node& what, const word*& doubt);
  [[nodiscard]] double greatest_real(const node& what) const;
  [[nodiscard]] double least_of_constant(node_id which) const;
  [[nodiscard]] std::uint64_t greatest_end(const node& what) const;

  // run_year.cpp
  struct figures_of_years {  // of an input, whatever the year
    std::uint32_t input = 0;
    std::int32_t scale = 0;
    std::uint64_t greatest = 0;
    bool fits = true;
  };
  void measure_years();
  [[nodiscard]] const figures_of_years& figures_of(const node& what) const;
  [[nodiscard]] const values::cell* given_in(std::uint32_t input, std::size_t company,
                                             std::int64_t year) const;
  struct said_in_year {
    lack lacks = lack::nothing;
    const values::cell* held = nullptr;
  };
  [[nodiscard]] said_in_year said_in(const node& what, std::int64_t figure, std::int64_t power,
                                     std::size_t company) const;
  template <class Take>
  void each_in_year(const node& what, Take&& take);
  [[nodiscard]] planes flag_in_year(const node& what);
  [[nodiscard]] numbers number_in_year(const node& what);

  // run_list.cpp
  struct kept_items {
    const word* alive = nullptr;       // in the frame of the items
    const word* list_known = nullptr;  // of the companies; null: all
    const word* list_null = nullptr;
  };
  [[nodiscard]] kept_items items_of(const list_source& from, std::uint32_t into);
  [[nodiscard]] nulls_and_gaps gaps_of_items(const kept_items& of, const word* any,
                                             const word* open, word* null, std::size_t words);
  [[nodiscard]] planes quantified(const node& what);
  [[nodiscard]] numbers counted(const node& what);
  [[nodiscard]] numbers joined(const node& what);
  [[nodiscard]] numbers item_at(const node& what);
  [[nodiscard]] planes spread_truth(const node& what);
  [[nodiscard]] numbers spread_number(const node& what);
  [[nodiscard]] word* any_item(const word* items, std::uint32_t from, std::uint32_t into);

  // run_frame.cpp
  void start_frames();
  [[nodiscard]] std::size_t count_in(std::uint32_t list, std::size_t row) const;
  [[nodiscard]] const std::uint32_t* rows_in(std::uint32_t from, std::uint32_t to);
  void fill_rows(std::uint32_t from, std::uint32_t to, std::uint32_t* out) const;
  [[nodiscard]] bool is_same_list(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] const word* repeated(const word* of, std::uint32_t from, std::uint32_t into);

  const plan::plan& plan_;
  const program& program_;
  const kernels::table& kernels_;
  lane& lane_;
  std::uint64_t doubts_ = 0;
  const batch* batch_ = nullptr;
  std::vector<std::uint64_t> bounds_;  // by node, of numbers
  std::vector<double> greatest_;       // by node, of reals, in their scale
  std::vector<bool> usable_;
  std::vector<value_table> tables_;
  std::vector<code_plane> code_planes_;
  std::vector<const word*> code_bits_;    // by bit number, of this chunk; null: not looked up yet
  std::vector<std::uint32_t> plane_of_;   // by bit number
  std::vector<std::uint32_t> first_bit_;  // by node, of coded truths
  decide::state table_run_;
  chunk_memory memory_;
  node_id next_ = 0;  // to be evaluated of this chunk
  // By place in the order: how many comparisons with limits, from here on, read the same values.
  std::vector<node_id> alike_;
  std::vector<limit_of> limits_;  // by place in the order
  std::vector<limit_ask> asks_;
  std::vector<extent> extents_;  // by frame
  std::vector<bool> is_too_wide_;
  std::vector<figures_of_years> year_figures_;
  struct texts_of_node {
    node_id node = 0;
    numbered_texts by;
  };
  text_numbers text_numbers_;
  std::vector<texts_of_node> texts_;
  [[nodiscard]] const numbered_texts& texts_of(node_id which) const;
  std::vector<rows_between> between_;  // made in this chunk
  std::vector<planes> truths_;         // by node
  std::vector<numbers> numbers_;
  std::vector<reals> reals_;
  std::vector<divisor> divisors_;
  std::vector<node_id> looked_at_;                       // of this chunk: which have such
  std::vector<std::uint64_t> figures_, figures_before_;  // of batches: what bounds follow from
};

}  // namespace sudui::columns
