#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <sudui/boundaries.hpp>

#include "decide/answers.hpp"
#include "plan/plan.hpp"
#include "review/limits.hpp"
#include "review/variable.hpp"

namespace sudui::review {

/// A plan of one policy, with traces, that decides one company after another.
class probe {
 public:
  probe(const plan::plan& of, const decide::catalogue& names) : plan_(of), names_(names) {}

  /// What came of one company at one limit.
  struct reading {
    std::optional<decimal> gap;  // left minus right
    std::optional<bool> holds;
    outcome clause = outcome::unknown;
    sudui::verdict verdict = sudui::verdict::undetermined;
    amount how_much;               // of the benefit, of limits of one
    bool is_as_worked_out = true;  // bands pay what they say
  };
  [[nodiscard]] reading read(const profile& company, const limit_found& limit);
  /// What the comparison waits for, as of the last reading.
  [[nodiscard]] std::vector<missing_input> waits_for(const limit_found& limit);
  /// The numbers and days of the profile that the comparison reads, as of the last reading.
  [[nodiscard]] std::vector<variable> variables_of(const limit_found& limit);

  [[nodiscard]] const plan::plan& planned() const noexcept { return plan_; }

 private:
  [[nodiscard]] bool read_grant(const limit_found& limit, reading& into);

  const plan::plan& plan_;
  decide::catalogue names_;
  decide::state run_;
  decide::answers answers_;
  std::vector<item_line> lines_;  // of the benefit at hand
};

/// Two positions a step apart on either side of a limit, and which of them meets it exactly.
struct turning {
  std::int64_t first = 0;  // the other is the next one
  std::optional<std::int64_t> exact;
};

/// Moves one input of the company until the comparison turns over. None where it does not, or does
/// so nowhere near.
[[nodiscard]] std::optional<turning> find_turning(probe& of, const limit_found& limit,
                                                  const profile& company, const variable& moved);

}  // namespace sudui::review
