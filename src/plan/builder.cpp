// One pass of value numbering. An instruction is known by its kind, its operator and its operands;
// a loop by its body, with the registers inside counted from its item, so that the same quantifier
// in fifty policies runs once. Operators on constants are computed here, by the same functions that
// run later.
//
// Where an instruction goes: into the block of its deepest operand, so that what does not depend on
// a loop's item leaves the loop; but never out of a lazy block, whose work is wasted unless its
// policy is won.
//
// Cost: O(n) in instructions. Tested by tests/unit/plan/builder_test.cpp.

#include "plan/builder.hpp"

#include <algorithm>
#include <utility>

#include "values/quotient.hpp"

namespace sudui::plan {

using values::cell;
using values::op;

namespace {
constexpr std::uint32_t inner_mark = 0x8000'0000;
}  // namespace

builder::key::key(std::span<const std::uint32_t> from) noexcept : hash(from.size()), words(from) {
  for (const auto each : words) {
    hash = (hash ^ each) * 0x9E37'79B9'7F4A'7C15;
    hash ^= hash >> 32U;
  }
}

builder::builder(plan& out) : out_(out) { open(false); }

std::uint32_t builder::open(bool is_lazy) {
  out_.blocks.emplace_back();
  const auto number = static_cast<std::uint32_t>(out_.blocks.size() - 1);
  open_.push_back({number, is_lazy, 0, decltype(open_block::known)(&key_memory_)});
  return open_.back().number;
}

reg builder::new_register(std::uint32_t depth) {
  out_.registers.emplace_back();
  depths_.push_back(depth);
  is_constant_.push_back(false);
  made_by_.emplace_back();
  return static_cast<reg>(out_.registers.size() - 1);
}

// Constants live in registers that no instruction writes; `name` tells equal ones.
reg builder::constant(const cell& held, std::string name) {
  const auto [found, is_new] = constants_.try_emplace(std::move(name), 0);
  if (!is_new) return found->second;
  found->second = new_constant(held);
  return found->second;
}

reg builder::new_constant(const cell& held) {
  const auto made = new_register(0);
  is_constant_[made] = true;
  out_.registers[made] = held;
  return made;
}

reg builder::number(std::int64_t whole) {
  const auto [found, is_new] = whole_numbers_.try_emplace(whole, 0);
  if (is_new) found->second = new_constant(cell::of(decimal(whole)));
  return found->second;
}

// `100%` and `1` are one register, which may stand for a place in a record: a whole number is held
// as one.
reg builder::number(const decimal& held) {
  if (const auto whole = held.to_int64()) return number(*whole);
  return constant(cell::of(held), "number " + held.to_string());
}

reg builder::text(std::string_view held) {
  if (const auto found = texts_.find(held); found != texts_.end()) return found->second;
  const auto kept = out_.memory.keep(held);
  return texts_.emplace(kept, new_constant(cell::of(kept))).first->second;
}

const cell* builder::constant_in(reg which) const {
  return is_constant_[which] ? &out_.registers[which] : nullptr;
}

// Also of a constant, if it was rounded; an exact one is a number like others.
std::optional<std::pair<reg, reg>> builder::quotient_in(reg which) const {
  if (const auto found = constant_quotients_.find(which); found != constant_quotients_.end()) {
    return found->second;
  }
  const auto& made = made_by_[which];
  const bool divides = !is_constant_[which] && made.kind == instruction_kind::apply &&
                       made.code == op::number_divide && made.count == 2;
  if (!divides) return std::nullopt;
  return std::pair{out_.operands[made.first], out_.operands[made.first + 1]};
}

std::uint32_t builder::block_of(reg which) const { return made_by_[which].index; }

std::optional<cell> builder::folded(op code, std::span<const reg> operands) {
  const auto is_variable = [&](reg each) { return !is_constant_[each]; };
  if (std::any_of(operands.begin(), operands.end(), is_variable)) return std::nullopt;
  std::vector<cell> held;
  held.reserve(operands.size());
  for (const auto operand : operands) held.push_back(out_.registers[operand]);
  auto here = around();
  return values::apply(code, held, here);
}

// `2 / 3` is a constant that 34 digits cannot hold: it is kept apart from the number it is rounded
// to, so that a comparison with it stays exact.
bool builder::is_exact_quotient(const cell& held, std::span<const reg> operands) const {
  if (held.what != values::kind::number) return true;
  const auto& above = constant_in(operands[0])->number;
  const auto& below = constant_in(operands[1])->number;
  return values::compare_quotients(held.number, decimal(1), above, below) == 0;
}

reg builder::apply(op code, std::span<const reg> operands) {
  if (const auto held = folded(code, operands)) {
    const bool is_rounded = code == op::number_divide && !is_exact_quotient(*held, operands);
    if (held->what == values::kind::number && !is_rounded) return number(held->number);
    std::string name = "folded " + std::to_string(static_cast<int>(code));
    for (const auto operand : operands) name += " " + std::to_string(operand);
    const auto made = constant(*held, std::move(name));
    if (is_rounded) constant_quotients_[made] = {operands[0], operands[1]};
    return made;
  }
  instruction what;
  what.code = code;
  return emit(what, operands);
}

// The depth at which an instruction with these operands belongs: that of the deepest, but inside
// the outermost lazy block that is open beyond it.
std::uint32_t builder::place(std::span<const reg> operands, std::uint32_t at_least) const {
  std::uint32_t depth = at_least;
  for (const auto operand : operands) depth = std::max(depth, depths_[operand]);
  for (std::uint32_t i = this->depth(); i > depth; --i) {
    if (open_[i].is_lazy) return i;
  }
  return depth;
}

// Looks outwards: what an outer block has computed an inner one may read, not the other way.
const reg* builder::known(const key& what) const {
  for (auto block = open_.rbegin(); block != open_.rend(); ++block) {
    if (const auto found = block->known.find(what); found != block->known.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

void builder::keep(const key& what, std::uint32_t depth, reg made) {
  std::pmr::polymorphic_allocator<std::uint32_t> memory(&key_memory_);
  auto* words = memory.allocate(what.words.size());
  std::ranges::copy(what.words, words);
  key kept = what;
  kept.words = {words, what.words.size()};
  open_[depth].known.emplace(kept, made);
}

// Every open block between an operand's block and the reading one reads outwards, as far as that
// operand.
void builder::note_reads(std::uint32_t from, std::span<const reg> operands) {
  for (const auto operand : operands) {
    const auto depth = depths_[operand];
    for (std::uint32_t i = depth + 1; i <= from; ++i) {
      open_[i].reaches = std::max(open_[i].reaches, depth);
    }
  }
}

builder::key builder::key_of(const instruction& what, std::span<const reg> operands) {
  const std::uint32_t head[] = {static_cast<std::uint32_t>(what.kind),
                                static_cast<std::uint32_t>(what.code), what.index,
                                static_cast<std::uint32_t>(what.year)};
  words_.resize(std::size(head) + operands.size());
  std::ranges::copy(operands, std::ranges::copy(head, words_.begin()).out);
  return key(words_);
}

// An equal instruction that is visible from here is used again; else this one goes where its
// operands allow.
reg builder::emit(instruction what, std::span<const reg> operands) {
  const auto name = key_of(what, operands);
  if (const auto* found = known(name)) return *found;
  const auto depth = place(operands, 0);
  note_reads(depth, operands);
  what.result = new_register(depth);
  what.first = static_cast<std::uint32_t>(out_.operands.size());
  what.count = static_cast<std::uint32_t>(operands.size());
  out_.operands.insert(out_.operands.end(), operands.begin(), operands.end());
  out_.blocks[open_[depth].number].code.push_back(what);
  made_by_[what.result] = what;
  keep(name, depth, what.result);
  return what.result;
}

reg builder::open_loop() {
  const auto number = open(false);
  const auto item = new_register(depth());
  out_.blocks[number].item = item;
  return item;
}

// The loop as a key: registers of the body are counted from the item on; outer ones stand for
// themselves.
builder::key builder::key_of(instruction_kind kind, reg list, const block& body) {
  inner_ = {body.item};
  const auto named = [&](reg which) {
    const auto found = std::lower_bound(inner_.begin(), inner_.end(), which);
    const bool is_inner = found != inner_.end() && *found == which;
    return is_inner ? static_cast<std::uint32_t>(found - inner_.begin()) | inner_mark : which;
  };
  words_ = {static_cast<std::uint32_t>(kind) | inner_mark, list};
  for (const auto& each : body.code) {
    words_.insert(words_.end(),
                  {static_cast<std::uint32_t>(each.kind), static_cast<std::uint32_t>(each.code),
                   each.index, static_cast<std::uint32_t>(each.year), each.count});
    for (std::uint32_t i = 0; i < each.count; ++i) {
      words_.push_back(named(out_.operands[each.first + i]));
    }
    inner_.push_back(each.result);
  }
  words_.push_back(named(body.result));
  return key(words_);
}

// A loop is an instruction like others: equal bodies over equal lists are one, and the loop moves
// out as far as what its body reads allows.
reg builder::close_loop(instruction_kind kind, reg list, reg result) {
  const auto number = open_.back().number;
  const auto inside = depth();
  note_reads(inside, std::span(&result, 1));
  out_.blocks[number].result = result;
  const auto reaches = std::min(open_.back().reaches, inside - 1);
  open_.pop_back();
  const auto name = key_of(kind, list, out_.blocks[number]);
  if (const auto* found = known(name)) {
    if (number + 1 == out_.blocks.size()) out_.blocks.pop_back();
    return *found;
  }
  const auto depth = place(std::span(&list, 1), reaches);
  note_reads(depth, std::span(&list, 1));
  instruction what;
  what.kind = kind;
  what.index = number;
  what.first = static_cast<std::uint32_t>(out_.operands.size());
  what.count = 1;
  out_.operands.push_back(list);
  what.result = new_register(depth);
  out_.blocks[open_[depth].number].code.push_back(what);
  made_by_[what.result] = what;
  keep(name, depth, what.result);
  return what.result;
}

void builder::open_lazy() { open(true); }

std::uint32_t builder::close() {
  const auto number = open_.back().number;
  open_.pop_back();
  return number;
}

}  // namespace sudui::plan
