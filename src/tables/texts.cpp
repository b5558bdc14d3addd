// Texts in classes. What conditions ask of a text is worked out beforehand for every text that the
// rules themselves name; texts with the same answers share a class. A county that no policy names
// but that lies in a city which one does has no class: its truths are worked out one by one while
// the company is filled in, and their rows kept with the company.

#include <algorithm>
#include <map>
#include <utility>

#include "decide/row.hpp"
#include "tables/builder.hpp"

namespace sudui::tables {

using columns::state;
using values::cell;

namespace {
constexpr std::size_t most_texts = 4096;  // of one slot

void add_texts(const cell& held, std::vector<std::string>& into) {
  if (held.what == values::kind::string) into.emplace_back(held.string());
  if (held.what != values::kind::list) return;
  for (const auto& each : held.list()) add_texts(each, into);
}
}  // namespace

std::vector<std::string> table_builder::texts_of(const text_classes& what) const {
  const auto& plan = *out_.of;
  const columns::constants known(plan);
  std::vector<std::string> made;
  for (const auto& truth : what.truths) {
    for (const auto& each : truth.code) {
      for (std::uint32_t i = 0; i < each.count; ++i) {
        const auto* held = known.in(plan.operands[each.first + i]);
        if (held != nullptr) add_texts(*held, made);
      }
      if (each.kind != plan::instruction_kind::lookup) continue;
      for (const auto& [code, held] : plan.tables[each.index].codes) made.push_back(code);
    }
  }
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  if (made.size() > most_texts) made.resize(most_texts);
  return made;
}

std::vector<state> table_builder::states_of(const text_classes& what, const cell& text) {
  std::vector<state> made;
  for (const auto& each : what.truths) {
    run_.prepare(*out_.of);
    run_.registers[each.source] = text.is_unknown() ? cell::unknown(run_.missing.leaf({})) : text;
    decide::run_code(*out_.of, each.code, run_);
    made.push_back(state_in(run_.registers[each.result]));
  }
  return made;
}

std::uint32_t table_builder::store_class(const std::vector<std::uint32_t>& atoms,
                                         const std::vector<state>& states) {
  auto made = none();
  for (std::size_t i = 0; i < atoms.size(); ++i) take(made, atoms[i], states[i]);
  return store(made);
}

void table_builder::class_texts(std::uint32_t slot, const std::vector<std::uint32_t>& atoms) {
  text_classes made;
  for (const auto each : atoms) {
    const auto& code = from_.nodes.tables[from_.atoms[each].table];
    made.truths.push_back(
        {code.source, code.result, store_states(each), {code.code.begin(), code.code.end()}});
  }
  const auto first = static_cast<std::uint32_t>(out_.entries.size());
  store_class(atoms, states_of(made, cell::null(values::null_reason::given)));
  store_class(atoms, states_of(made, cell::unknown(0)));
  store(none());  // class 0: texts that are worked out one by one
  std::map<std::vector<state>, std::uint32_t> classes;
  for (const auto& text : texts_of(made)) {
    const auto states = states_of(made, cell::of(std::string_view(text)));
    const auto next = static_cast<std::uint32_t>(classes.size()) + 1;
    const auto [found, is_new] = classes.emplace(states, next);
    if (is_new) store_class(atoms, states);
    made.of.emplace(text, found->second);
  }
  out_.texts.push_back({slot, first});
  out_.classes.push_back(std::move(made));
}

}  // namespace sudui::tables
