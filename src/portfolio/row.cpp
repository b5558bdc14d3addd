// Tested by tests/api/portfolio_test.cpp.
#include "portfolio/row.hpp"

#include "decide/row.hpp"

namespace sudui::portfolio {

verdict row_source::verdict_of(std::uint32_t policy) { return made_[policy].verdict; }

amount row_source::amount_of(std::uint32_t policy, std::uint32_t benefit) {
  return made_[policy].grants[benefit].how_much;
}

values::cell row_source::value_of(const plan::group& group, plan::reg which) {
  decide::run_block(plan_, *group.code, run_);
  return run_.registers[which];
}

void row_source::add_missing(std::uint32_t policy, std::vector<missing_input>& into) {
  const auto& made = made_[policy];
  into.insert(into.end(), made.missing.begin(), made.missing.end());
  into.insert(into.end(), made.amount_missing.begin(), made.amount_missing.end());
}

void row_source::add_missing(const values::cell& unknown, std::vector<missing_input>& into) {
  decide::collect_missing(names_, unknown.why, run_, into);
}

std::span<const item_line> row_source::items_of(std::uint32_t policy, std::uint32_t benefit) {
  return made_[policy].grants[benefit].lines;
}

}  // namespace sudui::portfolio
