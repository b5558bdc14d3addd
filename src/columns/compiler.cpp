// From a plan to a program of columns. Work goes by demand, from the conditions of policies to what
// they read: a register that only amounts need is never touched. Two registers with the same
// instruction are one already (the plan's value numbering), so that a predicate shared by fifty
// policies is one node.
//
// What has no node (a root, a text built at run time, a rounded figure of an item) leaves its
// clause open: its planes say "may be true", and the rows for which that matters are settled by the
// row executor. So the answer never depends on what columns can do; only the time does.
//
// Tested by tests/unit/columns/compiler_test.cpp and, against the row executor, by tests/property.

#include "columns/compiler.hpp"

#include <algorithm>
#include <utility>

#include "columns/walk.hpp"

namespace sudui::columns {

using plan::instruction_kind;

compiler::compiler(const plan::plan& of, const layout& places, const constants& known, program& out)
    : plan_(of),
      places_(places),
      out_(out),
      known_(known),
      different_(0, node_hash{&out.nodes}, node_equal{&out.nodes}),
      around_(of.blocks.size()),
      truths_(of.registers.size()),
      numbers_(of.registers.size()),
      texts_(of.registers.size()),
      reals_(of.registers.size()),
      lists_(of.registers.size()),
      sources_(of.registers.size(), unasked) {
  const auto instructions = of.blocks.front().code.size();  // about as many
  out_.nodes.reserve(instructions);
  different_.reserve(instructions);
  find_loops();
  out_.frames.emplace_back();
}

// Equal nodes have equal hashes; what is left out of it only makes some unequal ones meet.
std::size_t compiler::node_hash::operator()(node_id which) const {
  const auto& of = (*all)[which];
  const auto pair = [](std::uint64_t high, std::uint32_t low) { return (high << 32) | low; };
  const auto kind = static_cast<std::uint64_t>(of.kind) * 2 + (of.inverted ? 1 : 0);
  const std::uint64_t words[] = {pair(kind, of.index),
                                 pair(of.frame, of.column),
                                 pair(of.a, of.b),
                                 pair(of.c, of.d),
                                 static_cast<std::uint64_t>(of.limit),
                                 static_cast<std::uint64_t>(of.above),
                                 static_cast<std::uint64_t>(of.below)};
  // Each word is multiplied apart, so that none waits for those before it; the table mixes the sum.
  std::uint64_t sum = 0;
  std::uint64_t factor = 0x9e3779b97f4a7c15;
  for (const auto each : words) {
    sum += each * factor;
    factor *= 0xd1342543de82ef95;
  }
  return sum;
}

node_id compiler::add(const node& what) {
  out_.nodes.push_back(what);
  const auto [found, is_new] = different_.insert(static_cast<node_id>(out_.nodes.size() - 1));
  if (!is_new) out_.nodes.pop_back();
  return *found;
}

// A node that no other equals, such as one with a table of its own.
node_id compiler::add_new(const node& what) {
  out_.nodes.push_back(what);
  return static_cast<node_id>(out_.nodes.size() - 1);
}

std::optional<compiler::column_of> compiler::find_column(plan::reg which,
                                                         const instruction* made) const {
  if (made == nullptr) {
    const auto item = item_lists_.find(which);  // an item that is a scalar
    if (item == item_lists_.end()) return std::nullopt;
    const auto& from = out_.lists[item->second];
    const auto& kind = places_.places[from.column].kind;
    if (kind.has_records) return std::nullopt;
    return column_of{from.frame, 0, &kind.members.front()};
  }
  if (made->kind == instruction_kind::load || made->kind == instruction_kind::load_year) {
    auto year = values::missing_graph::input::no_year;
    if (made->kind == instruction_kind::load_year) {
      const auto asked = known_.year_in(operand(*made, 0));
      if (!asked) return std::nullopt;
      year = *asked;
    }
    const auto place = places_.find(made->index, year);
    if (!place) return std::nullopt;
    return column_of{0, *place, &places_.places[*place].kind};
  }
  if (made->kind != instruction_kind::apply) return std::nullopt;
  const auto item = item_lists_.find(operand(*made, 0));
  const auto* position = known_.in(operand(*made, 1));
  if (item == item_lists_.end() || position == nullptr) return std::nullopt;
  const auto& from = out_.lists[item->second];
  const auto& kind = places_.places[from.column].kind;
  const auto member = position->number.to_int64();
  if (!kind.has_records || !member) return std::nullopt;
  const auto column = static_cast<std::uint32_t>(*member);
  return column_of{from.frame, column, &kind.members[column]};
}

std::optional<node_id> compiler::truth(plan::reg which) {
  return truths_.get(which, [&](plan::reg each) { return make_truth(each); });
}

std::optional<node_id> compiler::number(plan::reg which) {
  return numbers_.get(which, [&](plan::reg each) { return make_number(each); });
}

namespace {
// With all that they read.
std::vector<node_id> closed_over(const program& of, std::vector<node_id> open) {
  std::vector<bool> is_met(of.nodes.size());
  std::vector<node_id> made;
  while (!open.empty()) {
    const auto next = open.back();
    open.pop_back();
    if (is_met[next]) continue;
    is_met[next] = true;
    made.push_back(next);
    for_each_operand(of, of.nodes[next], [&](node_id part) { open.push_back(part); });
  }
  std::sort(made.begin(), made.end());
  return made;
}
}  // namespace

namespace {
void add_policies(compiler& by, const plan::plan& of, program& into) {
  std::size_t clauses = 0;
  for (const auto& policy : of.policies) clauses += policy.clauses.size();
  into.policies.reserve(of.policies.size(), clauses);
  into.needs.reserve(of.policies.size());
  for (const auto& policy : of.policies) {
    for (const auto& each : policy.clauses) {
      clause_step step{each.kind, each.size, no_node};
      if (each.kind == model::clause_kind::require) {
        step.condition = by.truth(each.condition).value_or(no_node);
        if (step.condition == no_node) ++into.open_clauses;
      }
      into.policies.add(step);
    }
    into.policies.end_row();
    into.needs.push_back(static_cast<node_id>(into.nodes.size()));
  }
  into.for_conditions = into.nodes.size();
}

void add_amounts(compiler& by, const plan::plan& of, program& into) {
  std::size_t benefits = 0;
  for (const auto& policy : of.policies) benefits += policy.benefits.size();
  into.amounts.reserve(of.policies.size(), benefits);
  for (const auto& policy : of.policies) {
    for (const auto& each : policy.benefits) by.add_amount(each, into.amounts.add());
    into.amounts.end_row();
  }
  std::vector<node_id> needs;
  for (const auto& each : into.amounts.values()) {
    needs.insert(needs.end(), each.needs().begin(), each.needs().end());
  }
  into.for_amounts = closed_over(into, std::move(needs));
}
}  // namespace

program compile(const plan::plan& of, const layout& places) {
  return compile(of, places, constants(of));
}

program compile(const plan::plan& of, const layout& places, const constants& known) {
  program made;
  compiler by(of, places, known, made);
  add_policies(by, of, made);
  add_amounts(by, of, made);
  order_nodes(made, places);
  return made;
}

}  // namespace sudui::columns
