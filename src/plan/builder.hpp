#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "plan/plan.hpp"
#include "values/missing.hpp"

namespace sudui::plan {

/// Writes instructions: shares equal ones, folds constants, and puts each into the outermost block
/// where its operands are known. Blocks nest while they are open; a register of an outer block is
/// visible in an inner one.
class builder {
 public:
  explicit builder(plan& out);

  [[nodiscard]] reg constant(const values::cell& held, std::string key);
  [[nodiscard]] reg number(std::int64_t whole);
  [[nodiscard]] reg number(const decimal& held);  // equal numbers share a register
  [[nodiscard]] reg text(std::string_view held);  // equal texts too; the plan keeps a copy
  [[nodiscard]] reg apply(values::op code, std::span<const reg> operands);
  [[nodiscard]] reg apply(values::op code, std::initializer_list<reg> operands) {
    return apply(code, std::span(operands.begin(), operands.size()));
  }
  [[nodiscard]] reg emit(instruction what, std::span<const reg> operands);
  [[nodiscard]] reg emit(instruction what, std::initializer_list<reg> operands) {
    return emit(what, std::span(operands.begin(), operands.size()));
  }

  /// The constant in a register, or nullptr.
  [[nodiscard]] const values::cell* constant_in(reg which) const;
  /// Numerator and denominator of a register that holds a quotient.
  [[nodiscard]] std::optional<std::pair<reg, reg>> quotient_in(reg which) const;

  /// Opens the body of a loop; gives the register of its item.
  reg open_loop();
  /// Closes it: the loop becomes an instruction of the block around it.
  [[nodiscard]] reg close_loop(instruction_kind kind, reg list, reg result);
  /// Opens a block that runs only when asked for, such as an amount's. Nothing moves out of it.
  void open_lazy();
  /// Closes the innermost block, a lazy one or a loop that its owner runs himself; gives its
  /// number.
  std::uint32_t close();

  /// How deep the register's block is: 0 is the main block.
  [[nodiscard]] std::uint32_t depth_of(reg which) const { return depths_[which]; }
  [[nodiscard]] std::uint32_t depth() const { return static_cast<std::uint32_t>(open_.size() - 1); }
  /// Number of the block of the loop that gives the register, for traces.
  [[nodiscard]] std::uint32_t block_of(reg which) const;
  [[nodiscard]] plan& target() noexcept { return out_; }
  [[nodiscard]] values::surroundings around() noexcept { return {out_.memory, missing_}; }

 private:
  /// What tells an instruction or a loop from others, with its hash: it is looked up in every open
  /// block. It views `words_` and is asked for before the next one is made; what is new is kept
  /// with a copy of its words in `key_memory_`.
  struct key {
    explicit key(std::span<const std::uint32_t> from) noexcept;
    std::size_t hash;
    std::span<const std::uint32_t> words;
  };
  struct key_hash {
    [[nodiscard]] std::size_t operator()(const key& what) const noexcept { return what.hash; }
  };
  struct key_equal {
    [[nodiscard]] bool operator()(const key& a, const key& b) const noexcept {
      return a.hash == b.hash && std::ranges::equal(a.words, b.words);
    }
  };
  struct open_block {
    std::uint32_t number = 0;
    bool is_lazy = false;
    std::uint32_t reaches = 0;  // depth of the deepest outer register it reads
    std::pmr::unordered_map<key, reg, key_hash, key_equal> known;
  };
  [[nodiscard]] reg new_constant(const values::cell& held);
  [[nodiscard]] reg new_register(std::uint32_t depth);
  [[nodiscard]] std::uint32_t place(std::span<const reg> operands, std::uint32_t at_least) const;
  [[nodiscard]] const reg* known(const key& what) const;
  void keep(const key& what, std::uint32_t depth, reg made);
  void note_reads(std::uint32_t from, std::span<const reg> operands);
  [[nodiscard]] key key_of(const instruction& what, std::span<const reg> operands);
  [[nodiscard]] key key_of(instruction_kind kind, reg list, const block& body);
  [[nodiscard]] std::optional<values::cell> folded(values::op code, std::span<const reg> operands);
  [[nodiscard]] bool is_exact_quotient(const values::cell& held,
                                       std::span<const reg> operands) const;
  std::uint32_t open(bool is_lazy);

  plan& out_;
  values::missing_graph missing_;
  std::pmr::monotonic_buffer_resource key_memory_;
  std::vector<open_block> open_;
  std::vector<std::uint32_t> depths_;  // by register
  std::vector<bool> is_constant_;      // by register
  std::vector<instruction> made_by_;   // by register
  std::unordered_map<std::string, reg> constants_;
  std::unordered_map<std::int64_t, reg> whole_numbers_;
  std::unordered_map<std::string_view, reg> texts_;        // of the plan's memory
  std::map<reg, std::pair<reg, reg>> constant_quotients_;  // of constants that are rounded
  std::vector<std::uint32_t> words_;                       // of the last key
  std::vector<reg> inner_;                                 // of the last loop, rising
};

}  // namespace sudui::plan
