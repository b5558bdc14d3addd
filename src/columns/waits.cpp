// What an undetermined decision waits for follows from the truths and figures that stand there
// already: only clauses that are unknown wait, a group only where it is unknown itself, and under a
// condition the unknown operands down to the columns that are unknown for this company. So does an
// amount, under its formula and its limits.
//
//   staff <= 300 and rnd / revenue >= 5%     staff known, met; rnd unknown; revenue known
//                                            -> the ratio is unknown, and waits for rnd
//
// So it is the graph of the row executor, walked without being built: `if` hands on what its branch
// waits for, a loop over a list that is unknown the list, and all that a real may be is taken from
// its bits. For items of a list that is there, for tiers, where a table may wait for a parameter
// and where a real is in doubt the walk gives up, and the row executor tells.
//
// Cost: some 50 to 100 ns a decision. Tested by tests/unit/columns/waits_test.cpp and, against the
// row executor, by tests/property.

#include "columns/waits.hpp"

#include <algorithm>
#include <memory>

namespace sudui::columns {

using plan::instruction_kind;
using values::missing_graph;

namespace {

// Whether a table waits for its column and nothing else: no parameter that is not published, no
// constant that is unknown.
bool is_plain(const plan::plan& of, const code_table& table) {
  std::vector<bool> is_made(of.registers.size(), false);
  is_made[table.source] = true;
  for (const auto& each : table.code) {
    if (each.kind != instruction_kind::apply && each.kind != instruction_kind::lookup) return false;
    for (std::uint32_t i = 0; i < each.count; ++i) {
      const auto operand = of.operands[each.first + i];
      if (!is_made[operand] && of.registers[operand].is_unknown()) return false;
    }
    is_made[each.result] = true;
  }
  return true;
}

bool is_table(node_kind of) { return of == node_kind::coded || of == node_kind::coded_number; }

// Unknown where one of its operands is.
bool is_strict(node_kind of) {
  switch (of) {
    case node_kind::flag_is:
    case node_kind::below:
    case node_kind::equals:
    case node_kind::less:
    case node_kind::same:
    case node_kind::ratio:
    case node_kind::quotient:
    case node_kind::quotient_same:
    case node_kind::sum:
    case node_kind::difference:
    case node_kind::product:
    case node_kind::shifted:
    case node_kind::least:
    case node_kind::most:
    case node_kind::real_floor:
    case node_kind::real_ceiling:
    case node_kind::real_of:
    case node_kind::real_sum:
    case node_kind::real_difference:
    case node_kind::real_product:
    case node_kind::real_quotient:
    case node_kind::real_least:
    case node_kind::real_most:
    case node_kind::absent:
    case node_kind::real_less:
    case node_kind::real_same:
      return true;
    default:
      return false;
  }
}

}  // namespace

wait_reader::wait_reader(const plan::plan& of, const program& what) : plan_(of), program_(what) {
  const auto table_is_plain = std::make_unique<bool[]>(what.tables.size());
  for (std::size_t i = 0; i < what.tables.size(); ++i) {
    table_is_plain[i] = is_plain(of, what.tables[i]);
  }
  for (const auto& each : what.nodes) {
    reaches_.push_back(reach_of(each, {table_is_plain.get(), what.tables.size()}));
  }
}

wait_reader::reach wait_reader::reach_of(const node& what,
                                         std::span<const bool> table_is_plain) const {
  if (what.frame != 0) return reach::beyond;
  if (joins_items(what.kind)) return reach::list;
  if (is_strict(what.kind)) return reach::strict;
  switch (what.kind) {
    case node_kind::truth:
      return what.is == state::unknown ? reach::beyond : reach::none;
    case node_kind::constant:
    case node_kind::nothing:
    case node_kind::real_constant:
      return reach::none;
    case node_kind::flag:
    case node_kind::day_below:
    case node_kind::day_equals:
    case node_kind::number:
    case node_kind::day_number:
      return reach::column;
    case node_kind::gap:
      return what.index != 0 ? reach::parameter : reach::beyond;
    case node_kind::coded:
    case node_kind::coded_number:
      return table_is_plain[what.index] ? reach::column : reach::beyond;
    case node_kind::chosen:
    case node_kind::chosen_number:
    case node_kind::real_chosen:
      return reach::chosen;
    case node_kind::fallback:
    case node_kind::real_fallback:
      return reach::fallback;
    case node_kind::both:
    case node_kind::either:
    case node_kind::opposite:
    case node_kind::absent_truth:
      return reach::logic;
    default:
      return reach::beyond;
  }
}

void wait_reader::take(const batch& from, const runner& by, std::size_t first) {
  batch_ = &from;
  runner_ = &by;
  first_ = first;
}

bool wait_reader::is_unknown(node_id truth) const {
  const auto& planes = runner_->truth(truth);
  return planes.maybe != planes.yes && kernels::bit_at(planes.maybe, row_) &&
         !kernels::bit_at(planes.yes, row_);
}

void wait_reader::add(std::uint32_t column) {
  const auto& place = batch_->places().places[column];
  out_->push_back(
      {missing_graph::input::source::field, plan_.inputs[place.input].field, place.year});
}

bool wait_reader::add_if_unknown(std::uint32_t column) {
  const auto& from = batch_->companies().columns[column];
  const auto row = first_ + row_;
  if (!from.has_unknown || from.known.at(row) || (from.has_null && from.null.at(row))) return false;
  add(column);
  return true;
}

wait_reader::held wait_reader::number_is(node_id which) const {
  const auto read = [&](const kernels::word* known, const kernels::word* null) {
    if (null != nullptr && kernels::bit_at(null, row_)) return held::null;
    return known == nullptr || kernels::bit_at(known, row_) ? held::known : held::unknown;
  };
  if (!is_real(program_.nodes[which].kind)) {
    const auto& made = runner_->number(which);
    return read(made.known, made.null);
  }
  const auto& made = runner_->real(which);
  if (made.doubt != nullptr && kernels::bit_at(made.doubt, row_)) return held::doubtful;
  return read(made.known, made.null);
}

wait_reader::held wait_reader::operand_is(node_id which) const {
  if (!is_truth(program_.nodes[which].kind)) return number_is(which);
  return is_unknown(which) ? held::unknown : held::known;
}

// As the row executor's `choose`: while the test is unknown, a branch that is not tells that it
// waits for the test; else for all three.
bool wait_reader::chosen_waits(const node& what) {
  if (!is_unknown(what.a)) {
    return node_waits(kernels::bit_at(runner_->truth(what.a).yes, row_) ? what.b : what.c);
  }
  if (!node_waits(what.a)) return false;
  const auto b = operand_is(what.b);
  const auto c = operand_is(what.c);
  if (b == held::doubtful || c == held::doubtful) return false;
  if (b != held::unknown || c != held::unknown) return true;
  return node_waits(what.b) && node_waits(what.c);
}

// As its `or else`.
bool wait_reader::fallback_waits(const node& what) {
  return number_is(what.a) == held::null ? node_waits(what.b)
                                         : node_waits(what.a) && node_waits(what.b);
}

// Under a truth that is unknown, or a number that may be.
bool wait_reader::node_waits(node_id which) {
  const auto& what = program_.nodes[which];
  const auto reaches = reaches_[which];
  if (reaches == reach::none) return true;
  if (reaches == reach::beyond) return false;
  if (!is_truth(what.kind)) {
    const auto is = number_is(which);
    if (is != held::unknown) return is != held::doubtful;
  }
  switch (reaches) {
    case reach::parameter:
      out_->push_back({missing_graph::input::source::parameter, what.index - 1,
                       static_cast<std::int32_t>(what.above)});
      return true;
    case reach::list:
      return add_if_unknown(program_.lists[what.index].column);
    case reach::column:
      return add_if_unknown(what.column) || !is_table(what.kind) ||
             (what.kind == node_kind::coded && !is_unknown(which));
    case reach::chosen:
      return chosen_waits(what);
    case reach::fallback:
      return fallback_waits(what);
    default:
      break;
  }
  for (const auto operand : {what.a, what.b, what.c, what.d}) {
    if (operand == no_node) break;
    if (reaches == reach::logic && !is_unknown(operand)) continue;
    if (!node_waits(operand)) return false;
  }
  return true;
}

outcome wait_reader::outcome_of(std::span<const clause_step> steps) const {
  const auto& head = steps.front();
  if (head.kind == model::clause_kind::require) {
    if (kernels::bit_at(runner_->truth(head.condition).yes, row_)) return outcome::met;
    return is_unknown(head.condition) ? outcome::unknown : outcome::unmet;
  }
  const bool is_all = head.kind == model::clause_kind::all;
  outcome joined = is_all ? outcome::met : outcome::unmet;
  for (std::size_t i = 1; i < head.size; i += steps[i].size) {
    const auto child = outcome_of(steps.subspan(i));
    joined = is_all ? std::min(joined, child) : std::max(joined, child);
  }
  if (head.kind != model::clause_kind::none || joined == outcome::unknown) return joined;
  return joined == outcome::met ? outcome::unmet : outcome::met;
}

// As decide::what_is_missing walks them: into a group that waits, past one that does not.
bool wait_reader::clauses(std::span<const clause_step> steps) {
  for (std::size_t i = 0; i < steps.size();) {
    const auto& each = steps[i];
    if (each.kind == model::clause_kind::require) {
      if (is_unknown(each.condition) && !node_waits(each.condition)) return false;
      ++i;
    } else {
      i += outcome_of(steps.subspan(i)) == outcome::unknown ? 1 : each.size;
    }
  }
  return true;
}

bool wait_reader::read(std::uint32_t policy, std::size_t row, inputs& out) {
  const auto begin = out.size();
  out_ = &out;
  row_ = row - first_;
  if (!clauses(program_.policies[policy]) || out.size() == begin) {
    out.resize(begin);
    return false;
  }
  const auto from = out.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(from, out.end());
  out.erase(std::unique(from, out.end()), out.end());
  return true;
}

// A list that is unknown has no items yet, and limits of a total are not asked for.
bool wait_reader::amount_waits(const evaluated_amount& of) {
  if (of.of_items) return add_if_unknown(of.column);
  return of.tiers.empty() && node_waits(of.formula) &&
         std::all_of(of.limits.begin(), of.limits.end(),
                     [&](const amount_part& each) { return node_waits(each.of); });
}

bool wait_reader::read_amount(const amount_plan& of, std::size_t row, inputs& out) {
  const auto begin = out.size();
  out_ = &out;
  row_ = row - first_;
  if (!amount_waits(*of.evaluated) || out.size() == begin) {
    out.resize(begin);
    return false;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return true;
}

}  // namespace sudui::columns
