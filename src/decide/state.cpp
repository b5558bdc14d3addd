// From a profile, names and values, to inputs, numbered and typed. A yearly value is a context of
// year to value; a single value stands for the assessment year. What does not fit its type is
// unknown, as is what is not there.
//
// Tested by tests/unit/decide/state_test.cpp.

#include "decide/state.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "types/cells.hpp"

namespace sudui::decide {

using values::cell;
using values::missing_graph;

// Registers are copied only when another plan comes: a run writes every register that is no
// constant before it reads it, so what the last company left does no harm.
void state::prepare(const plan::plan& of) {
  memory.clear();
  missing.clear();
  inputs.assign(of.inputs.size(), {});
  year_values.clear();
  if (prepared == &of) return;
  registers = of.registers;
  prepared = &of;
}

namespace {
std::optional<std::int32_t> to_year(std::string_view text) {
  std::int32_t year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return year;
}

// Also inside lists and records, what is missing or does not fit waits for the whole field: a
// company is asked for its list of hires, not for the third degree in it.
cell typed(const plan::input& in, const value& held, std::int32_t year, state& run) {
  const auto leaf = run.missing.leaf({missing_graph::input::source::field, in.field, year});
  return types::to_cell(held, *in.of, run.memory, leaf);
}

// How many yearly values there will be, so that one reservation suffices.
std::size_t count_years(const plan::plan& of, const profile& company) {
  std::size_t count = 0;
  for (const auto& entry : company.entries()) {
    const auto found = of.input_names.find(std::string_view(entry.name));
    if (found == of.input_names.end() || !of.inputs[found->second].is_yearly) continue;
    const auto* years = entry.held.get_if<value::context>();
    count += years == nullptr ? 1 : years->size();
  }
  return count;
}

// A mapping gives its years, anything else the assessment year. A key that is no year
// is left out; check_profile tells of it.
void bind_years(const plan::plan& of, std::uint32_t index, const value& held, state& run) {
  const auto& in = of.inputs[index];
  const auto begin = run.year_values.size();
  if (const auto* years = held.get_if<value::context>()) {
    for (const auto& [name, each] : *years) {
      const auto year = to_year(name);
      if (year) run.year_values.push_back({*year, typed(in, each, *year, run)});
    }
  } else {
    run.year_values.push_back({of.year, typed(in, held, of.year, run)});
  }
  run.inputs[index].years = std::span(run.year_values).subspan(begin);
}
}  // namespace

void bind_profile(const plan::plan& of, const profile& company, state& run) {
  run.year_values.reserve(count_years(of, company));  // spans into it must stay
  for (const auto& entry : company.entries()) {
    const auto found = of.input_names.find(std::string_view(entry.name));
    if (found == of.input_names.end()) continue;
    const auto index = found->second;
    auto& bound = run.inputs[index];
    bound.is_given = true;
    if (of.inputs[index].is_yearly) {
      bind_years(of, index, entry.held, run);
    } else {
      bound.held = typed(of.inputs[index], entry.held, missing_graph::input::no_year, run);
    }
  }
}

}  // namespace sudui::decide
