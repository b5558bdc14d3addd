// Batches decided in columns, and the same companies decided one by one, as comparable lines.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "columns/match.hpp"
#include "decide/answers.hpp"
#include "support/plans.hpp"

namespace sudui::tests {

inline void write_missing(std::ostream& out, const std::vector<values::missing_graph::input>& all) {
  for (const auto& each : all) {
    out << ' ' << (each.from == values::missing_graph::input::source::field ? "f" : "p")
        << each.index << '/' << each.year;
  }
}

/// `index:verdict amounts | missing`, one line a policy, of every company.
inline std::vector<std::string> lines_by_columns(columns::executor& by, const plan::plan& of,
                                                 const columns::batch& from) {
  columns::verdicts verdicts;
  by.decide(from, verdicts);
  std::vector<columns::award> awards;
  by.award(from, verdicts, columns::executor::whose::possible, awards);
  std::vector<std::string> all;
  std::size_t next = 0;
  for (std::size_t row = 0; row < from.rows(); ++row) {
    std::ostringstream out;
    for (std::uint32_t i = 0; i < of.policies.size(); ++i) {
      const auto held = verdicts.of(i, row);
      out << of.policies[i].index << ':' << static_cast<int>(held);
      for (; next < awards.size() && awards[next].row == row && awards[next].policy == i; ++next) {
        out << ' ' << text_of(awards[next].given.how_much);
      }
      out << " |";
      if (held == verdict::undetermined) {
        by.one().enter(row);
        write_missing(out, by.one().missing(i));
      }
      out << '\n';
    }
    all.push_back(out.str());
  }
  return all;
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
    std::vector<values::missing_graph::input> missing;
    for (const auto& one : each.missing) {
      values::missing_graph::input made;
      if (one.what != nullptr) {
        made.index = static_cast<std::uint32_t>(one.what - names.fields.data());
      } else {
        made.from = values::missing_graph::input::source::parameter;
        made.index = static_cast<std::uint32_t>(one.constant - names.parameters.data());
      }
      if (one.year) made.year = *one.year;
      missing.push_back(made);
    }
    write_missing(out, missing);
    out << '\n';
  }
  return out.str();
}

}  // namespace sudui::tests
