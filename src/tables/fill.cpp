// From a profile to a company's block of words: a header, a value a slot, a byte of presence a
// slot, then the rows and decisions that only this company has, if any.
//
// What can be known before anybody asks for verdicts is done here: a truth by rows (a loop over
// hires, a growth that must be rounded) becomes bits of one row, so that matching never leaves its
// tables. A value that no slot holds (half a fen, 10^14 yuan) makes the row executor decide the
// whole company.
//
// Cost: some microseconds, of which finding fields by name is the most. Tested by
// tests/unit/tables/fill_test.cpp.

#include "tables/fill.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "columns/column.hpp"
#include "decide/outcomes.hpp"
#include "decide/row.hpp"
#include "tables/builder.hpp"

namespace sudui::tables {

using columns::form;
using columns::state;
using values::cell;
using values::missing_graph;

filler::filler(std::shared_ptr<const program> of)
    : program_(std::move(of)),
      decider_(program_),
      years_(program_->of->inputs.size()),
      more_(2 * program_->row_words),
      asks_(program_->policy_words),
      computed_(program_->of->blocks.front().code.size()) {}

void filler::start() {
  run_.prepare(*program_->of);
  for (auto& each : years_) each.clear();
}

void filler::take(const profile& company) {
  start();
  decide::bind_profile(*program_->of, company, run_);
}

std::uint32_t filler::missing(std::uint32_t place) {
  const auto& of = program_->places.places[place];
  const auto field = program_->of->inputs[of.input].field;
  return run_.missing.leaf({missing_graph::input::source::field, field, of.year});
}

void filler::set(std::uint32_t place, const cell& held) {
  const auto& of = program_->places.places[place];
  auto& bound = run_.inputs[of.input];
  bound.is_given = true;
  if (!program_->of->inputs[of.input].is_yearly) {
    bound.held = held;
    return;
  }
  auto& years = years_[of.input];
  years.push_back({of.year, held});
  bound.years = years;
}

namespace {
cell absent_as(model::absence missing) {
  switch (missing) {
    case model::absence::zero:
      return cell::of(decimal(0));
    case model::absence::no:
      return cell::of(false);
    case model::absence::empty_list:
      return cell::of_list({});
    case model::absence::unknown:
      break;
  }
  return {};
}

presence presence_of(const cell& held) {
  if (held.is_known()) return presence::known;
  return held.is_null() ? presence::null : presence::unknown;
}

std::optional<std::int64_t> whole_of(const cell& held, const slot& as) {
  switch (as.form) {
    case form::number:
      return columns::to_scaled(held.number, as.scale);
    case form::day:
      return held.day;
    case form::flag:
      return held.is_true() ? 1 : 0;
    default:
      return 0;
  }
}
}  // namespace

cell filler::given(std::uint32_t place) const {
  const auto& of = program_->places.places[place];
  const auto& in = program_->of->inputs[of.input];
  const auto& bound = run_.inputs[of.input];
  if (!in.is_yearly) return bound.is_given ? bound.held : absent_as(in.missing);
  for (const auto& each : bound.years) {
    if (each.year == of.year) return each.held;
  }
  return absent_as(in.missing);
}

// False where the slot cannot hold the value.
bool filler::put(std::size_t slot, const cell& held, std::vector<word>& out) const {
  const auto is = presence_of(held);
  const auto whole = is == presence::known ? whole_of(held, program_->slots[slot])
                                           : std::optional<std::int64_t>(0);
  out[1 + slot] = static_cast<word>(whole.value_or(0));
  // The byte of this slot, in the order in which memory is copied.
  auto* bytes = reinterpret_cast<std::uint8_t*>(out.data() + 1 + program_->slots.size());
  bytes[slot] = static_cast<std::uint8_t>(is);
  return whole.has_value();
}

// Joins the rows of a truth that is known now.
void filler::add(const worked_out& what, const cell& held) {
  constexpr std::uint32_t places[] = {2, 3, entry_unknown, entry_null};  // no, yes, unknown, null
  const auto at = what.entries + places[static_cast<std::size_t>(state_in(held))];
  const auto& rows = program_->entries[at];
  const auto words = program_->row_words;
  for (std::size_t i = 0; i < words; ++i) {
    more_[i] |= program_->rows[rows.certain + i];
    more_[words + i] |= program_->rows[rows.open + i];
  }
  has_more_ = has_more_ || rows.certain != 0 || rows.open != 0;
  const auto* asks = program_->ask_rows.data() + program_->asks[at] * program_->policy_words;
  for (std::size_t i = 0; i < program_->policy_words; ++i) asks_[i] |= asks[i];
}

void filler::class_text(const text_classes& what, const coded& from, std::vector<word>& out) {
  const auto held = given(program_->slots[from.slot].place);
  if (!held.is_known()) return;
  if (const auto found = what.of.find(held.string()); found != what.of.end()) {
    out[1 + from.slot] = found->second;
    return;
  }
  for (const auto& each : what.truths) {
    run_.registers[each.source] = held;
    decide::run_code(*program_->of, each.code, run_);
    add(each, run_.registers[each.result]);
  }
}

void filler::class_texts(std::vector<word>& out) {
  for (std::size_t i = 0; i < program_->texts.size(); ++i) {
    class_text(program_->classes[i], program_->texts[i], out);
  }
}

void filler::compute(const columns::slice& what) {
  const auto& main = program_->of->blocks.front().code;
  for (const auto position : what.code) {
    if (computed_[position] == company_) continue;
    computed_[position] = company_;
    decide::run_code(*program_->of, {&main[position], 1}, run_);
  }
}

void filler::run_rows() {
  compute(program_->row_code);
  for (const auto& each : program_->by_rows) add(each, run_.registers[each.result]);
}

void filler::collect_asks(std::span<const word> company) {
  const auto words = program_->policy_words;
  for (const auto each : decider_.pick(company)) {
    const auto asks = program_->asks[each];
    if (asks == 0) continue;
    for (std::size_t i = 0; i < words; ++i) asks_[i] |= program_->ask_rows[asks * words + i];
  }
}

void filler::settle(std::vector<word>& out) {
  const auto words = program_->policy_words;
  const auto first = out.size();
  out.insert(out.end(), asks_.begin(), asks_.end());
  out.resize(out.size() + 2 * words);
  kernels::each_bit(asks_.data(), program_->policies(), [&](std::size_t policy) {
    compute(program_->of_policy[policy]);
    const auto held = decide::all_met(program_->of->policies[policy].clauses, run_);
    if (held == outcome::met) kernels::set_bit(out.data() + first + words, policy);
    if (held != outcome::unmet) kernels::set_bit(out.data() + first + 2 * words, policy);
    ++settled_;
  });
}

std::size_t filler::finish(std::vector<word>& out) {
  ++company_;
  settled_ = 0;
  has_more_ = false;
  std::fill(more_.begin(), more_.end(), word{0});
  asks_ = program_->never;
  out.assign(program_->company_words(), 0);
  bool fits = true;
  for (std::size_t i = 0; i < program_->slots.size(); ++i) {
    fits = put(i, given(program_->slots[i].place), out) && fits;
  }
  class_texts(out);
  run_rows();
  collect_asks(out);
  if (!fits) std::fill(asks_.begin(), asks_.end(), ~word{0});
  if (has_more_) {
    out.insert(out.end(), more_.begin(), more_.end());
    out.front() |= has_more;
  }
  if (std::any_of(asks_.begin(), asks_.end(), [](word each) { return each != 0; })) {
    settle(out);
    out.front() |= has_settled;
  }
  return settled_;
}

}  // namespace sudui::tables
