// Batches decided in columns, and the same companies decided one by one, as comparable lines.
#pragma once

#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "columns/match.hpp"
#include "decide/answers.hpp"
#include "support/plans.hpp"

namespace sudui::tests {

inline void write_missing(std::ostream& out, std::span<const values::missing_graph::input> all) {
  for (const auto& each : all) {
    out << ' ' << (each.from == values::missing_graph::input::source::field ? "f" : "p")
        << each.index << '/' << each.year;
  }
}

/// `index:verdict amounts | missing ~ missing of amounts`, one line a policy, of every company.
inline std::vector<std::string> lines_by_columns(columns::executor& by, const plan::plan& of,
                                                 const columns::batch& from) {
  columns::verdicts verdicts;
  by.decide(from, verdicts);
  columns::awards awards;
  columns::waits waits;
  by.award(from, verdicts, columns::executor::whose::possible, awards, &waits);
  std::vector<std::string> all;
  std::size_t next = 0;
  auto wait = waits.all.begin();
  std::span<const values::missing_graph::input> inputs = waits.inputs;
  for (std::size_t row = 0; row < from.rows(); ++row) {
    std::ostringstream out;
    for (std::uint32_t i = 0; i < of.policies.size(); ++i) {
      const auto held = verdicts.of(i, row);
      out << of.policies[i].index << ':' << static_cast<int>(held);
      for (;
           next < awards.all.size() && awards.all[next].row == row && awards.all[next].policy == i;
           ++next) {
        out << ' ' << text_of(awards.how_much(awards.all[next]));
      }
      const auto waits_here = wait != waits.all.end() && wait->row == row && wait->policy == i;
      const auto here = waits_here ? *wait++ : columns::wait{};
      out << " |";
      write_missing(out, inputs.first(here.of_verdict));
      out << " ~";
      write_missing(out, inputs.subspan(here.of_verdict, here.of_amounts));
      inputs = inputs.subspan(here.of_verdict + here.of_amounts);
      out << '\n';
    }
    all.push_back(out.str());
  }
  return all;
}

inline std::vector<values::missing_graph::input> inputs_of(const decide::catalogue& names,
                                                           std::span<const missing_input> all) {
  std::vector<values::missing_graph::input> made;
  for (const auto& one : all) {
    auto& input = made.emplace_back();
    if (one.what != nullptr) {
      input.index = static_cast<std::uint32_t>(one.what - names.fields.data());
    } else {
      input.from = values::missing_graph::input::source::parameter;
      input.index = static_cast<std::uint32_t>(one.constant - names.parameters.data());
    }
    if (one.year) input.year = *one.year;
  }
  return made;
}

/// The same from the row executor.
inline std::string line_by_rows(const plan::plan& of, const decide::catalogue& names,
                                const profile& company, decide::state& run,
                                decide::answers& answers) {
  answers.decide(of, names, company, run);
  std::ostringstream out;
  for (std::size_t i = 0; i < answers.all().size(); ++i) {
    const auto& each = answers.all()[i];
    out << of.policies[i].index << ':' << static_cast<int>(each.verdict);
    for (const auto& grant : each.grants) out << ' ' << text_of(grant.how_much);
    out << " |";
    write_missing(out, inputs_of(names, each.missing));
    out << " ~";
    write_missing(out, inputs_of(names, each.amount_missing));
    out << '\n';
  }
  return out.str();
}

}  // namespace sudui::tests
