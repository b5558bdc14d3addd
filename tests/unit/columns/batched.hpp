// Companies in columns beside the same companies one by one.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "support/batches.hpp"

namespace sudui::tests {

inline std::string asks(const std::string& formula, std::string_view id = "demo/one") {
  return policy_text(id, "'" + formula + "'");
}

struct batched {
  planned by;
  std::shared_ptr<const columns::compiled> compiled;
  columns::batch rows;
  std::vector<profile> companies;

  explicit batched(const std::vector<std::string>& documents)
      : by(plan_of(documents)), compiled(columns::compile(by.made)), rows(by.made) {}

  void add(profile company) {
    rows.append(company);
    companies.push_back(std::move(company));
  }
  void clear() {
    rows.clear();
    companies.clear();
  }
  [[nodiscard]] const columns::program& program() const { return compiled->program; }
  [[nodiscard]] std::size_t count(columns::node_kind kind) const {
    std::size_t found = 0;
    for (const auto& each : program().nodes) found += each.kind == kind ? 1 : 0;
    return found;
  }
  /// The only node of its kind.
  [[nodiscard]] const columns::node& only(columns::node_kind kind) const {
    REQUIRE(count(kind) == 1);
    for (const auto& each : program().nodes) {
      if (each.kind == kind) return each;
    }
    return program().nodes.front();
  }

  [[nodiscard]] std::vector<std::string> by_rows() const {
    const decide::catalogue names{by.rules.policies(), by.rules.fields(), by.rules.parameters()};
    decide::state run;
    decide::answers answers;
    std::vector<std::string> all;
    for (const auto& each : companies) {
      all.push_back(line_by_rows(*by.made, names, each, run, answers));
    }
    return all;
  }
  /// Decides and compares; gives how many decisions the row executor was asked for.
  std::uint64_t same_as_rows(columns::executor& run) const {
    const auto expected = by_rows();
    const auto lines = lines_by_columns(run, *by.made, rows);
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      INFO("company " << i);
      REQUIRE(lines[i] == expected[i]);
    }
    return run.counts().settled;
  }
  std::uint64_t same_as_rows(std::size_t chunk = 1024) const {
    std::uint64_t settled = 0;
    for (const auto* table : kernels::usable()) {
      INFO(table->name << ", chunks of " << chunk);
      columns::executor run(compiled, *table, chunk);
      settled = same_as_rows(run);
    }
    return settled;
  }
  /// The verdict of each company: e, i, or u.
  [[nodiscard]] std::string verdicts(std::uint32_t policy = 0) const {
    columns::executor run(compiled);
    columns::verdicts made;
    run.decide(rows, made);
    std::string all;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
      const auto held = made.of(policy, i);
      all += held == verdict::eligible ? 'e' : held == verdict::ineligible ? 'i' : 'u';
    }
    return all;
  }
};

inline value hire(value degree, value wage) {
  return value::context{{"degree", std::move(degree)}, {"wage", std::move(wage)}};
}

/// Company i of a mixed lot: every field present, absent or null in turn.
inline profile mixed(unsigned i) {
  profile made;
  if (i % 7 != 0) made.set("staff", i % 50);
  if (i % 5 != 0) made.set("score", decimal::scaled(i, -2));
  if (i % 11 != 0) made.set("is_listed", i % 2 == 0);
  if (i % 13 == 1) made.set("is_listed", value::null());
  if (i % 17 == 2) made.set("score", value::null());
  if (i % 3 != 0) made.set("region", i % 2 == 0 ? "320400" : "320500");
  if (i % 4 != 0) made.set("founded", day(2019 + static_cast<int>(i % 4), 1 + i % 12, 1));
  if (i % 6 != 0) {
    made.set("revenue", by_year({{2020, 1000}, {2021, 1000 + i}}));
    made.set("rnd", by_year({{2021, i % 100}, {2020, value::null()}}));
  }
  if (i % 8 != 0) {
    value::list hires;
    for (unsigned k = 0; k < i % 4; ++k) {
      hires.push_back(hire(k == 0 ? "doctor" : "master", k == 2 ? value() : value(i * 10 + k)));
    }
    made.set("hires", std::move(hires));
  }
  return made;
}

}  // namespace sudui::tests
