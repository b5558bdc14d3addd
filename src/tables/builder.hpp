#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "decide/state.hpp"
#include "tables/conditions.hpp"
#include "tables/program.hpp"

namespace sudui::tables {

/// Lays out rows of bits for what conditions make of each value.
class table_builder {
 public:
  explicit table_builder(std::shared_ptr<const plan::plan> of);
  [[nodiscard]] program make() &&;

 private:
  struct occurrence {
    std::uint32_t policy = 0;
    std::size_t level = 0;  // 0: the literal alone decides
    literal what;
  };
  struct effects {
    std::vector<word> certain, open, asks;
  };

  void add_sum(const linear& what);
  void place_policy(std::uint32_t policy);
  void measure();
  [[nodiscard]] effects none() const;
  void take(effects& into, std::uint32_t atom, columns::state held) const;
  std::uint32_t store(const effects& what);  // gives the entry's number
  std::uint32_t store_row(columns::aligned_values<word>& all, const std::vector<word>& bits) const;
  void set_base();
  void rank_slots();
  void rank(std::uint32_t slot, const std::vector<std::uint32_t>& atoms);
  void store_presence(const std::vector<std::uint32_t>& atoms);
  std::uint32_t store_states(std::uint32_t atom);
  void take_ratio(std::uint32_t atom);
  void leave_to_rows();

  // texts.cpp
  void class_texts(std::uint32_t slot, const std::vector<std::uint32_t>& atoms);
  [[nodiscard]] std::vector<std::string> texts_of(const text_classes& what) const;
  [[nodiscard]] std::vector<columns::state> states_of(const text_classes& what,
                                                      const values::cell& text);
  std::uint32_t store_class(const std::vector<std::uint32_t>& atoms,
                            const std::vector<columns::state>& states);

  [[nodiscard]] bool is_used(std::uint32_t atom) const { return !where_[atom].empty(); }
  [[nodiscard]] std::uint32_t number_of(std::uint32_t slot) const;
  template <class Test>
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> by_slot(Test&& test) const;

  program out_;
  condition_reader from_;
  std::vector<std::vector<occurrence>> where_;          // by atom
  std::vector<std::vector<std::uint32_t>> asking_;      // by atom: policies
  std::vector<std::vector<std::size_t>> alternatives_;  // by policy: those of two literals and more
  std::vector<std::uint32_t> impossible_;               // policies
  decide::state run_;
};

/// The state that running `result` gives.
[[nodiscard]] columns::state state_in(const values::cell& held) noexcept;

}  // namespace sudui::tables
