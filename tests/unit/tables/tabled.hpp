// One company by tables beside the same company by rows.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/plans.hpp"
#include "tables/fill.hpp"
#include "tables/match.hpp"

namespace sudui::tests {

inline std::string wants(const std::string& formula, std::string_view id = "demo/one") {
  return policy_text(id, "'" + formula + "'");
}

struct tabled {
  planned by;
  std::shared_ptr<const tables::program> program;
  tables::filler filler;
  tables::decider decider;
  std::vector<tables::word> slots;
  std::size_t settled = 0;

  explicit tabled(const std::vector<std::string>& documents,
                  const tables::cluster_sizes& sizes = {})
      : by(plan_of(documents)),
        program(tables::compile(by.made, sizes)),
        filler(program),
        decider(program) {}

  /// A letter a policy: e, i, or u.
  std::string decide(const profile& company) {
    filler.take(company);
    return decide();
  }
  /// What the filler has been told.
  std::string decide() {
    settled = filler.finish(slots);
    decider.decide(slots);
    std::string made;
    for (std::size_t i = 0; i < program->policies(); ++i) {
      const bool met = kernels::bit_at(decider.eligible().data(), i);
      const bool maybe = kernels::bit_at(decider.possible().data(), i);
      made += met ? 'e' : maybe ? 'u' : 'i';
    }
    return made;
  }
  [[nodiscard]] std::string by_rows(const profile& company) const {
    const decide::catalogue names{by.rules.policies(), by.rules.fields(), by.rules.parameters()};
    decide::state run;
    decide::answers answers;
    answers.decide(*by.made, names, company, run);
    std::string made;
    for (const auto& each : answers.all()) {
      made += each.verdict == verdict::eligible       ? 'e'
              : each.verdict == verdict::undetermined ? 'u'
                                                      : 'i';
    }
    return made;
  }
  [[nodiscard]] bool never_takes(std::size_t policy) const {
    return kernels::bit_at(program->never.data(), policy);
  }
};

}  // namespace sudui::tests
