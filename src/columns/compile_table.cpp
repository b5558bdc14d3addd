// Tables: a truth that depends on one column of texts or days alone is worked out once for each
// different value of the column, by the operators of the row executor, and looked up for the rows.
// It does not matter what is computed: `upper case(x)`, three months after a day, a parameter by
// code.

#include "columns/compiler.hpp"

namespace sudui::columns {

using plan::instruction;
using plan::instruction_kind;

// Which single column a register comes from, constants aside.
compiler::source compiler::source_of(plan::reg which) {
  if (known_.in(which) != nullptr) return {};
  const auto [found, is_new] = sources_.emplace(which, source{source::kind::many, 0});
  if (!is_new) return found->second;
  source made{source::kind::many, 0};
  const auto* what = made_by(which);
  if (const auto column = column_in(which)) {
    const bool is_tabled = column->kind->of == form::text || column->kind->of == form::day;
    if (is_tabled) made = {source::kind::one, which};
  } else if (what != nullptr &&
             (what->kind == instruction_kind::apply || what->kind == instruction_kind::lookup)) {
    made = {};
    for (std::uint32_t i = 0; i < what->count; ++i) {
      const auto part = source_of(operand(*what, i));
      if (part.is == source::kind::none) continue;
      const bool is_other = made.is == source::kind::one && made.from != part.from;
      made = part.is == source::kind::many || is_other ? source{source::kind::many, 0} : part;
      if (made.is == source::kind::many) break;
    }
  } else if (what != nullptr && what->kind == instruction_kind::not_published) {
    made = {};
  }
  sources_[which] = made;
  return made;
}

std::optional<node_id> compiler::table(plan::reg which) {
  const auto from = source_of(which);
  if (from.is != source::kind::one || from.from == which) return std::nullopt;
  const auto column = column_in(from.from);
  node made;
  made.kind = node_kind::coded;
  made.frame = column->frame;
  made.column = column->column;
  made.table = static_cast<std::uint32_t>(out_.tables.size());
  code_table code;
  code.frame = column->frame;
  code.column = column->column;
  code.source = from.from;
  code.result = which;
  collect(which, from.from, code.code);
  out_.tables.push_back(std::move(code));
  return add(made);
}

// The instructions under a register, operands first, each once.
void compiler::collect(plan::reg which, plan::reg from, std::vector<instruction>& code) const {
  const auto* what = made_by(which);
  if (which == from || what == nullptr) return;
  for (const auto& each : code) {
    if (each.result == which) return;
  }
  for (std::uint32_t i = 0; i < what->count; ++i) collect(operand(*what, i), from, code);
  code.push_back(*what);
}

}  // namespace sudui::columns
