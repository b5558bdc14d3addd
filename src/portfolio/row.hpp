#pragma once

#include <vector>

#include "decide/answers.hpp"
#include "decide/state.hpp"
#include "portfolio/resolve.hpp"

namespace sudui::portfolio {

/// What one run of the row executor gives: its decisions, and the registers for group formulas.
class row_source : public source {
 public:
  row_source(const plan::plan& of, const decide::catalogue& names, decide::state& run,
             std::span<const decision> made)
      : plan_(of), names_(names), run_(run), made_(made) {}

  [[nodiscard]] verdict verdict_of(std::uint32_t policy) override;
  [[nodiscard]] amount amount_of(std::uint32_t policy, std::uint32_t benefit) override;
  [[nodiscard]] values::cell value_of(const plan::group& group, plan::reg which) override;
  void add_missing(std::uint32_t policy, std::vector<missing_input>& into) override;
  void add_missing(const values::cell& unknown, std::vector<missing_input>& into) override;
  [[nodiscard]] std::span<const item_line> items_of(std::uint32_t policy,
                                                    std::uint32_t benefit) override;

 private:
  const plan::plan& plan_;
  const decide::catalogue& names_;
  decide::state& run_;
  std::span<const decision> made_;
};

}  // namespace sudui::portfolio
