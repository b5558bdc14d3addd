#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
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
  [[nodiscard]] reg apply(values::op code, std::vector<reg> operands);
  [[nodiscard]] reg emit(instruction what, std::vector<reg> operands);

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
  /// block.
  struct key {
    explicit key(std::vector<std::uint32_t> from) noexcept;
    friend bool operator==(const key&, const key&) = default;
    std::size_t hash;
    std::vector<std::uint32_t> words;
  };
  struct key_hash {
    [[nodiscard]] std::size_t operator()(const key& what) const noexcept { return what.hash; }
  };
  struct open_block {
    std::uint32_t number = 0;
    bool is_lazy = false;
    std::uint32_t reaches = 0;  // depth of the deepest outer register it reads
    std::unordered_map<key, reg, key_hash> known;
  };
  [[nodiscard]] reg new_constant(const values::cell& held);
  [[nodiscard]] reg new_register(std::uint32_t depth);
  [[nodiscard]] std::uint32_t place(std::span<const reg> operands, std::uint32_t at_least) const;
  [[nodiscard]] const reg* known(const key& what) const;
  void note_reads(std::uint32_t from, std::span<const reg> operands);
  [[nodiscard]] static key key_of(const instruction& what, std::span<const reg> operands);
  [[nodiscard]] key key_of(instruction_kind kind, reg list, const block& body) const;
  [[nodiscard]] std::optional<values::cell> folded(values::op code, std::span<const reg> operands);
  [[nodiscard]] bool is_exact_quotient(const values::cell& held,
                                       std::span<const reg> operands) const;
  std::uint32_t open(bool is_lazy);

  plan& out_;
  values::missing_graph missing_;
  std::vector<open_block> open_;
  std::vector<std::uint32_t> depths_;  // by register
  std::vector<bool> is_constant_;      // by register
  std::vector<instruction> made_by_;   // by register
  std::unordered_map<std::string, reg> constants_;
  std::unordered_map<std::int64_t, reg> whole_numbers_;
  std::map<reg, std::pair<reg, reg>> constant_quotients_;  // of constants that are rounded
};

}  // namespace sudui::plan
