#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tables/conditions.hpp"
#include "tables/program.hpp"
#include "tables/texts.hpp"

namespace sudui::tables {

/// What is read of a plan once, for all clusters.
struct readings {
  const condition_reader& from;
  std::vector<text_truth> texts;           // by atom; of those that are coded
  std::vector<std::uint32_t> class_count;  // by slot
  std::vector<std::uint32_t> keys;         // slots that clusters are told apart by
  std::vector<std::uint32_t> truth;        // by atom, or no_truth; for clusters

  [[nodiscard]] std::uint32_t number_of(std::uint32_t slot) const;
};

/// False: only rows decide it.
[[nodiscard]] bool is_tabled(const policy_condition& what);
/// False: no company meets it.
[[nodiscard]] bool is_possible(const policy_condition& what);

/// Whether clusters have no rows for these alternatives, but ask them of one policy at a time.
[[nodiscard]] bool is_asked_singly(const readings& all, const alternatives& what);
/// Alternatives of two literals and more that have rows in a cluster: each is a level of its
/// policy.
[[nodiscard]] std::size_t levels_of(const readings& all, const policy_condition& what);
/// Whether hardly two policies of a cluster share it: a row for it would hold one bit.
[[nodiscard]] bool is_rare(const atom& of);
/// What it compares: of a ratio, or of a sum with 1.
[[nodiscard]] ratio comparison_of(const readings& all, const atom& of);
/// Puts it behind `count` others, eight a step.
void append(const ratio& what, std::size_t count, std::vector<kernels::ratio_steps>& to);

/// Lays out rows of bits for what conditions make of each value, for the policies of one cluster.
class cluster_builder {
 public:
  /// Bits stand for `policies`. Those are all of the plan, in its order, where `is_whole`; else
  /// they have the more levels the earlier they come.
  cluster_builder(const readings& of, std::span<const std::uint32_t> policies, bool is_whole);
  /// Once.
  [[nodiscard]] cluster make();

  struct left {
    std::uint32_t atom = 0, entries = 0;
  };
  /// Atoms that are worked out for each company. Complete when the cluster is made.
  std::vector<left> worked_out;

 private:
  struct occurrence {
    std::uint32_t bit = 0;
    std::size_t level = 0;  // 0: the literal alone decides
    literal what;
  };
  struct use {
    std::uint32_t atom = 0;
    std::vector<occurrence> where;
    std::vector<std::uint32_t> asking;  // bits
  };
  struct effects {
    std::vector<word> certain, open, asks;
  };
  using uses = std::span<const use>;

  void collect(std::span<const std::uint32_t> policies);
  void place_policy(std::uint32_t bit, const policy_condition& condition);
  [[nodiscard]] use& use_of(std::uint32_t atom);
  [[nodiscard]] const atom& atom_of(const use& what) const { return of_.from.atoms[what.atom]; }
  [[nodiscard]] std::pair<int, std::uint32_t> place_of(const use& what) const;
  [[nodiscard]] effects none() const;
  void take(effects& into, const use& what, columns::state held) const;
  std::uint32_t store(const effects& what);  // gives the entry's number
  static std::uint32_t store_row(columns::aligned_values<word>& all, const std::vector<word>& bits);
  void set_base();
  void take_slots();
  void rank(std::uint32_t slot, uses all);
  void store_presence(uses all);
  std::uint32_t store_states(const use& what);
  void set_levels();
  [[nodiscard]] std::size_t first_word(std::size_t level) const;
  void take_ratio(const use& what);

  // asked.cpp
  void ask_singly(std::span<const std::uint32_t> policies);
  void ask_policy(std::size_t bit, const policy_condition& condition);
  void ask_beside(std::size_t bit, const alternatives& those);
  [[nodiscard]] asked_truth asked(const literal& what, bool is_last) const;
  void ask(const alternatives& those, asked_policies& into) const;
  [[nodiscard]] bool is_key(const alternatives& those) const;
  void guard_singly();
  void keep_keys();

  void class_texts(std::uint32_t slot, uses all);
  void store_classes(std::uint32_t slot, uses all);

  const readings& of_;
  const bool is_whole_;
  cluster out_;
  std::vector<use> used_;                                          // by slot
  boost::unordered_flat_map<std::uint32_t, std::size_t> numbers_;  // of uses, by atom
  std::vector<std::size_t> levels_;                                // by bit
  std::vector<std::uint32_t> impossible_;                          // bits
  bool has_all_truths_ = true;
};

}  // namespace sudui::tables
