// Who asks for one policy of one company does not need the whole main block. A slice is what its
// registers depend on, through operands and through the bodies of loops.
//
// Cost: once a lane and policy that rows are asked about, O(n log n) in the instructions of a
// slice, whatever the plan holds besides.
// Tested by tests/unit/columns/slices_test.cpp.

#include "columns/slices.hpp"

#include <algorithm>
#include <utility>

namespace sudui::columns {

using plan::instruction;
using plan::instruction_kind;

namespace {

bool is_load(instruction_kind kind) {
  return kind == instruction_kind::load || kind == instruction_kind::load_year ||
         kind == instruction_kind::load_range;
}

bool is_loop(instruction_kind kind) {
  return kind == instruction_kind::some || kind == instruction_kind::every ||
         kind == instruction_kind::filter || kind == instruction_kind::collect;
}

}  // namespace

slicer::slicer(const plan::plan& of)
    : plan_(of),
      position_(of.registers.size()),
      wanted_(of.blocks.front().code.size()),
      asked_(of.inputs.size()) {
  const auto& main = of.blocks.front().code;
  for (std::uint32_t i = 0; i < main.size(); ++i) position_[main[i].result] = i + 1;
}

void slicer::start() {
  ++search_;
  found_ = {};
}

void slicer::reg(plan::reg which) {
  const auto place = position_[which];
  if (place == 0 || wanted_[place - 1] == search_) return;
  wanted_[place - 1] = search_;
  found_.code.push_back(place - 1);
  take(plan_.blocks.front().code[place - 1]);
}

void slicer::block(std::uint32_t number) {
  for (const auto& each : plan_.blocks[number].code) take(each);
}

void slicer::take(const instruction& what) {
  if (is_load(what.kind) && asked_[what.index] != search_) {
    asked_[what.index] = search_;
    found_.inputs.push_back(what.index);
  }
  for (std::uint32_t i = 0; i < what.count; ++i) reg(plan_.operands[what.first + i]);
  if (!is_loop(what.kind)) return;
  block(what.index);
  reg(plan_.blocks[what.index].result);  // which may stand outside the loop
}

slice slicer::made() {
  std::sort(found_.code.begin(), found_.code.end());
  std::sort(found_.inputs.begin(), found_.inputs.end());
  return std::move(found_);
}

namespace {

void add_clauses(const std::vector<plan::clause>& clauses, slicer& into) {
  for (const auto& each : clauses) {
    if (each.kind == model::clause_kind::require) into.reg(each.condition);
  }
}

void add_amount(const plan::amount& what, slicer& into) {
  if (what.form == types::amount_form::tiers) {
    for (const auto& row : what.rows) {
      for (const auto test : row.tests) into.reg(test);
      into.reg(row.amount);
    }
    if (what.otherwise) into.reg(*what.otherwise);
  } else if (what.form != types::amount_form::none) {
    into.reg(what.formula);
  }
  for (const auto& each : what.limits) into.reg(each.amount);
}

void add_benefit(const plan::benefit& what, slicer& into) {
  into.block(what.code);
  add_amount(what.how_much, into);
  for (const auto& each : what.total_limits) into.reg(each.amount);
  if (!what.items) return;
  into.reg(*what.items);
  into.block(what.item_code);
  add_clauses(what.item_clauses, into);
}

}  // namespace

template <class Add>
const slice& policy_slices::find(std::uint64_t part, Add&& add) {
  const auto [found, is_new] = found_.try_emplace(part);
  if (is_new) {
    slicer_.start();
    add();
    found->second = slicer_.made();
  }
  return found->second;
}

// Part 0 of a policy are its clauses, those from 1 on its benefits.
const slice& policy_slices::clauses(std::uint32_t policy) {
  return find(std::uint64_t{policy} << 32,
              [&] { add_clauses(plan_.policies[policy].clauses, slicer_); });
}

const slice& policy_slices::amount(std::uint32_t policy, std::uint32_t benefit) {
  return find((std::uint64_t{policy} << 32) + benefit + 1,
              [&] { add_benefit(plan_.policies[policy].benefits[benefit], slicer_); });
}

}  // namespace sudui::columns
