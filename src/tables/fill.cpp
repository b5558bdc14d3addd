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
#include "tables/texts.hpp"

namespace sudui::tables {

using columns::form;
using columns::state;
using values::cell;
using values::missing_graph;

filler::filler(std::shared_ptr<const program> of)
    : program_(std::move(of)),
      decider_(program_),
      years_(program_->of->inputs.size()),
      more_(program_->more_words()),
      has_rows_(program_->choice.words),
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
  const auto place = places[static_cast<std::size_t>(state_in(held))];
  for (const auto& use : what.used) {
    const auto& in = program_->clusters[use.cluster];
    const auto& rows = in.entries[use.entries + place];
    auto* into = more_.data() + in.first_word;
    for (std::size_t i = 0; i < in.row_words; ++i) {
      into[i] |= in.rows[rows.certain + i];
      into[in.row_words + i] |= in.rows[rows.open + i];
    }
    if (rows.certain != 0 || rows.open != 0) kernels::set_bit(has_rows_.data(), use.cluster);
    ask(in, use.entries + place);
  }
}

void filler::ask(const cluster& in, std::uint32_t at) {
  if (in.asks[at] == 0) return;
  const auto* asked = in.ask_rows.data() + in.asks[at] * in.words;
  if (program_->is_whole()) {
    for (std::size_t i = 0; i < in.words; ++i) asks_[i] |= asked[i];
  } else {
    kernels::each_bit(asked, in.count, [&](std::size_t bit) {
      kernels::set_bit(asks_.data(), in.policies[bit].number);
    });
  }
}

namespace {
// Of the longest beginning that rules name. A company's text may be of any length.
std::uint32_t class_by_beginning(const text_classes& what, std::string_view text) {
  for (text = text.substr(0, what.longest); !text.empty(); text.remove_suffix(1)) {
    if (const auto found = what.of.find(text); found != what.of.end()) {
      return found->second.beginning;
    }
  }
  return 0;
}
}  // namespace

void filler::class_text(const text_classes& what, std::vector<word>& out) {
  const auto held = given(program_->slots[what.slot].place);
  if (!held.is_known()) return;
  if (const auto found = what.of.find(held.string()); found != what.of.end()) {
    out[1 + what.slot] = found->second.itself;
    return;
  }
  out[1 + what.slot] = class_by_beginning(what, held.string());
  for (const auto& each : what.truths) {
    run_.registers[each.source] = held;
    decide::run_code(*program_->of, each.code, run_);
    add(each, run_.registers[each.result]);
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

void filler::collect_asks() {
  decider_.each_cluster([&](std::size_t number) {
    const auto& in = program_->clusters[number];
    for (const auto each : decider_.pick(in)) ask(in, each);
    for (const auto& each : in.guards) {
      const bool is_asked = decider_.state_of(each.truth) == is_null;
      if (is_asked) kernels::set_bit(asks_.data(), in.policies[each.bit].number);
    }
  });
}

// Those of clusters that will be looked at; then all are empty again.
void filler::put_more(std::vector<word>& out) {
  const bool is_empty =
      std::all_of(has_rows_.begin(), has_rows_.end(), [](word each) { return each == 0; });
  if (is_empty) return;
  const auto first = [&](std::size_t number) {
    return more_.begin() + static_cast<std::ptrdiff_t>(program_->clusters[number].first_word);
  };
  decider_.each_cluster([&](std::size_t number) {
    if (!kernels::bit_at(has_rows_.data(), number)) return;
    out.push_back(number);
    const auto size = static_cast<std::ptrdiff_t>(2 * program_->clusters[number].row_words);
    out.insert(out.end(), first(number), first(number) + size);
  });
  out.push_back(no_cluster);
  out.front() |= has_more;
  kernels::each_bit(has_rows_.data(), program_->clusters.size(), [&](std::size_t number) {
    std::fill_n(first(number), 2 * program_->clusters[number].row_words, word{0});
  });
  std::fill(has_rows_.begin(), has_rows_.end(), word{0});
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
  asks_ = program_->never;
  out.assign(program_->company_words(), 0);
  bool fits = true;
  for (std::size_t i = 0; i < program_->slots.size(); ++i) {
    fits = put(i, given(program_->slots[i].place), out) && fits;
  }
  for (const auto& each : program_->classes) class_text(each, out);
  run_rows();
  decider_.read(out);
  collect_asks();
  if (!fits) std::fill(asks_.begin(), asks_.end(), ~word{0});
  put_more(out);
  if (std::any_of(asks_.begin(), asks_.end(), [](word each) { return each != 0; })) {
    settle(out);
    out.front() |= has_settled;
  }
  return settled_;
}

}  // namespace sudui::tables
