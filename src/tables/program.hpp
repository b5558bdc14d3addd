#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "columns/column.hpp"
#include "columns/layout.hpp"
#include "columns/program.hpp"
#include "columns/slices.hpp"
#include "kernels/single.hpp"
#include "plan/plan.hpp"

namespace sudui::tables {

using kernels::word;

/// Whether a slot has a value. Of two operands the greater one wins: unknown over null.
enum class presence : std::uint8_t { known, null, unknown };

/// A value of a company: an input, of one year where it is yearly.
struct slot {
  std::uint32_t place = 0;  // of the layout
  columns::form form = columns::form::number;
  std::int32_t scale = 0;
};

/// A slot that is a sum of others: `a + b - c + constant`, each times a whole number.
struct linear {
  struct term {
    std::uint32_t slot = 0;
    std::int64_t factor = 1;
    friend bool operator==(const term&, const term&) = default;
  };
  std::vector<term> terms;
  std::int64_t constant = 0;
  friend bool operator==(const linear&, const linear&) = default;
};

/// What policies make of one value: a row of bits over policies for what is certain, and one for
/// what is open. Row 0 is empty.
using entry = kernels::row_pair;

// Sources: each company picks one entry of each. Entries of a source: null, unknown, then the
// values.
inline constexpr std::uint32_t entry_null = 0;
inline constexpr std::uint32_t entry_unknown = 1;
inline constexpr std::uint32_t entry_known = 2;

/// A sum as matching works it out: terms `first` to `last` of all.
struct sum_step {
  std::uint32_t first = 0, last = 0;
  std::int64_t constant = 0;
};

/// A slot of texts, each with its class.
struct coded {
  std::uint32_t slot = 0, entries = 0;
};

/// a / b < below / above, the sign of b taken out; entries are null, unknown, no, yes.
struct ratio {
  std::uint32_t a = 0, b = 0, entries = 0;
  std::int64_t above = 1, below = 0;
};

/// A truth that is worked out while the company is filled in: of a text that no policy names, or
/// by the row executor. Entries are null, unknown, no, yes, in every cluster that asks for it.
struct worked_out {
  struct use {
    std::uint32_t cluster = 0, entries = 0;
  };
  plan::reg source = 0, result = 0;     // source: of texts
  std::vector<plan::instruction> code;  // of texts
  std::vector<use> used;
};

/// The texts that policies name for one slot. Any other text is of the class that its longest
/// beginning among them has for such, or of class 0.
struct text_classes {
  struct named {
    std::uint32_t itself = 0, beginning = 0;
  };
  std::uint32_t slot = 0;
  boost::unordered_flat_map<std::string, named, plan::name_hash, std::equal_to<>> of;
  std::size_t longest = 0;  // of these texts, in bytes
  std::uint32_t count = 1;
  std::vector<worked_out> truths;  // that classes do not tell of texts that no policy names
};

inline constexpr std::uint32_t no_truth = ~0U;

/// What a company makes of a truth: a bit of four, and again in the upper four.
enum truth_state : std::uint8_t { is_null = 0x11, is_unknown = 0x22, is_no = 0x44, is_yes = 0x88 };

/// Truths that policies are asked about one by one, of a whole catalogue. Where they are few for
/// its policies, a company works out all of them at once; else these are comparisons alone, each
/// worked out when it is asked.
struct truth_table {
  /// A slot against limits: `below` truths, then `equal` ones, both ascending, then whether it is
  /// null.
  struct ranked {
    std::uint32_t slot = 0, first = 0, below = 0, equal = 0, limits = 0;
  };
  /// A row of states for null, for unknown, and for each class.
  struct copied {
    std::uint32_t slot = 0, first = 0, count = 0;
    std::size_t states = 0;
  };
  bool is_read_at_once = false;
  /// Of ratios, and unless all are read at once of sums with 1: the first truths.
  std::vector<kernels::ratio_steps> comparisons;
  std::vector<ranked> of_slots;
  std::vector<std::int64_t> limits;
  std::vector<copied> of_texts;
  std::vector<truth_state> states;
  std::vector<truth_state> fixed;  // of the last truths, for every company
  std::size_t count = 0;
};

/// Bits of what an alternative is, with some states of its truths: met in the lower four, and maybe
/// met in the upper four, wherever a bit is set.
inline constexpr std::uint32_t met_bits = 0x0F, maybe_bits = 0xF0;

/// A truth as an alternative of one policy asks it: with which states the alternative is met, and
/// may be. Half a word, since a company reads those of some hundred policies.
class asked_truth {
 public:
  asked_truth() = default;
  /// `with`: of the states that meet it, `met_bits`; of those that may, `maybe_bits`.
  asked_truth(std::uint32_t truth, std::uint32_t with, bool is_last)
      : bits_(truth << 9 | (is_last ? 1U : 0U) << 8 | with) {}
  static constexpr std::uint32_t most = 1U << 23;  // truths
  [[nodiscard]] std::uint32_t truth() const { return bits_ >> 9; }
  [[nodiscard]] std::uint32_t with(truth_state held) const { return bits_ & held; }
  /// Of its alternative.
  [[nodiscard]] std::uint32_t is_last() const { return bits_ >> 8 & 1U; }
  friend bool operator==(asked_truth, asked_truth) = default;

 private:
  std::uint32_t bits_ = 0;
};

/// A policy of a cluster, with what most ask of truths that hardly another policy shares: one or
/// two that decide alone, which are read with the number of the policy.
struct clustered_policy {
  std::uint32_t number = 0;  // of the plan
  asked_truth one, other;    // which may be the same, or nothing
};

/// Two truths of one policy, of which either is enough.
struct either_truth {
  asked_truth one, other;
};

/// Truths by policy, alternative by alternative.
struct asked_policies {
  std::vector<std::uint32_t> first;  // by bit, and the end
  std::vector<asked_truth> truths;

  void begin() { first.push_back(static_cast<std::uint32_t>(truths.size())); }
  [[nodiscard]] bool has_last() const { return truths.size() > first.back(); }
};

/// Rows decide the policy where a truth is null.
struct guard {
  std::uint32_t truth = 0, bit = 0;
};

/// Words of a row that say who satisfies one alternative: of the first policies, which have it.
struct level {
  std::size_t first = 0, words = 0;
};

/// Tables over some of the policies: what each value makes of them. Bits stand for `policies`.
struct cluster {
  std::vector<clustered_policy> policies;  // none where bits are the plan's
  std::size_t count = 0;                   // of them
  std::vector<kernels::rank_step> steps;   // one a slot whose limits cut its values into ranks
  std::vector<std::int64_t> limits;
  std::vector<coded> texts;
  std::vector<kernels::ratio_steps> ratios;
  std::size_t ratio_count = 0;

  /// What hardly two policies share, so that a row would hold one bit, is asked once nothing else
  /// fails the policy: two truths that decide alone, of `policies`; a choice of two; and what these
  /// have no room for.
  std::vector<either_truth> choices;  // by bit
  asked_policies more;
  std::vector<word> has_checks, has_choices, has_more;  // bits
  std::vector<guard> guards;
  /// All alternatives but for the plain ones of `keys`: for companies that these leave few
  /// policies. Empty where a row is needed to tell.
  asked_policies all;
  std::vector<coded> keys;  // of `texts`

  std::vector<entry> entries;
  std::vector<std::uint32_t> asks;  // one an entry: policies that rows decide then; 0 is none
  columns::aligned_values<word> rows, ask_rows;
  std::uint32_t base = 0;      // the entry of every company
  std::size_t words = 0;       // of a bit a policy
  std::vector<level> levels;   // as many as the policy has that has most
  std::size_t row_words = 0;   // of a row: failed, then satisfied a level
  std::size_t first_word = 0;  // of its two rows, among those of all clusters

  /// The base, limits, texts and ratios.
  [[nodiscard]] std::size_t sources() const {
    return 1 + steps.size() + texts.size() + ratio_count;
  }
};

/// A table over clusters: a row of bits for each class of a text says in which of them no policy
/// can be possible.
struct cluster_choice {
  std::vector<coded> texts;  // entries: of null, of unknown, then a class each
  std::vector<word> rows;    // `words` an entry
  std::size_t words = 1;
};

/// Conditions of one binding as tables. Immutable.
struct program {
  std::shared_ptr<const plan::plan> of;
  columns::layout places;
  std::vector<slot> slots;
  std::vector<sum_step> sums;  // slots behind the others
  std::vector<linear::term> terms;
  std::vector<text_classes> classes;  // one a slot of texts
  std::vector<worked_out> by_rows;
  columns::slice row_code;                // what these need
  std::vector<columns::slice> of_policy;  // what decides each policy by rows
  std::vector<word> never;                // policies that tables never take
  std::size_t policy_words = 0;

  std::vector<cluster> clusters;  // no policy is in two of them
  truth_table truths;             // that clusters ask
  cluster_choice choice;

  [[nodiscard]] std::size_t policies() const { return of->policies.size(); }
  [[nodiscard]] std::size_t all_slots() const { return slots.size() + sums.size(); }
  /// The place behind all slots, whose value is 1.
  [[nodiscard]] std::size_t slot_of_one() const { return all_slots(); }
  /// One cluster, with all policies in their order.
  [[nodiscard]] bool is_whole() const {
    return clusters.size() == 1 && clusters.front().policies.empty();
  }
  /// Words of two rows of every cluster.
  [[nodiscard]] std::size_t more_words() const {
    return clusters.empty() ? 0 : clusters.back().first_word + 2 * clusters.back().row_words;
  }
  /// Words of a company without what is put behind: a header, the values, their presence.
  [[nodiscard]] std::size_t company_words() const {
    return 1 + slots.size() + (slots.size() + sizeof(word) - 1) / sizeof(word);
  }
};

/// What follows the values of a company: rows that tables have not, each pair behind the number of
/// its cluster, up to `no_cluster`; and decisions by rows.
inline constexpr word has_more = 1, has_settled = 2;
inline constexpr word no_cluster = ~word{0};

/// How policies are put into clusters.
struct cluster_sizes {
  std::size_t whole = 512;  // up to so many policies are one cluster
  std::size_t most = 256;   // policies of one of several
  std::size_t open = 2048;  // of one that every company looks at, since its policies name no texts
  std::size_t share = 2;    // policies a truth, from which on all truths are read at once
};

[[nodiscard]] std::shared_ptr<const program> compile(std::shared_ptr<const plan::plan> of,
                                                     const cluster_sizes& sizes = {});

}  // namespace sudui::tables
