// Batches: bitmaps tell which companies have two members of one group, or one where a group asks
// more; nobody else is touched. Those are resolved as single companies are, from the lane that
// settles what columns leave open.
//
// Cost: a pass over the bitmaps of members, some words a policy; then that of rows for the
// companies found. Tested by tests/property/portfolio_test.cpp.

#include "portfolio/companies.hpp"

#include <bit>
#include <utility>

namespace sudui::portfolio {

using columns::word;

class company_resolver::lane_source : public source {
 public:
  lane_source(const plan::plan& of, const decide::catalogue& names) : plan_(of), names_(names) {
    columns::slicer slicer(of);
    for (const auto& each : of.groups) {
      slicer.start();
      if (each.code) slicer.block(*each.code);
      slices_.push_back(slicer.made());
    }
  }

  void enter(const columns::verdicts& of, columns::lane& one, std::size_t row) {
    verdicts_ = &of;
    one_ = &one;
    row_ = row;
    one.enter(row);
  }

  [[nodiscard]] verdict verdict_of(std::uint32_t policy) override {
    return verdicts_->of(policy, row_);
  }
  [[nodiscard]] amount amount_of(std::uint32_t policy, std::uint32_t benefit) override {
    return one_->amount_of(policy, benefit).how_much;
  }
  [[nodiscard]] values::cell value_of(const plan::group& group, plan::reg which) override {
    const auto at = static_cast<std::size_t>(&group - plan_.groups.data());
    return one_->value_in(*group.code, which, slices_[at]);
  }
  void add_missing(std::uint32_t policy, std::vector<missing_input>& into) override {
    wanted_ = one_->missing(policy);
    for (std::size_t i = 0; i < plan_.policies[policy].benefits.size(); ++i) {
      one_->add_missing(one_->amount_of(policy, i), wanted_);
    }
    add_wanted(into);
  }
  void add_missing(const values::cell& unknown, std::vector<missing_input>& into) override {
    wanted_.clear();
    one_->add_missing({{}, unknown.why}, wanted_);
    add_wanted(into);
  }
  [[nodiscard]] std::span<const item_line> items_of(std::uint32_t policy,
                                                    std::uint32_t benefit) override {
    (void)one_->amount_of(policy, benefit);
    return one_->lines();
  }

 private:
  void add_wanted(std::vector<missing_input>& into) const {
    for (const auto& each : wanted_) into.push_back(decide::to_missing(names_, each));
  }

  const plan::plan& plan_;
  const decide::catalogue names_;
  std::vector<columns::slice> slices_;  // by group
  const columns::verdicts* verdicts_ = nullptr;
  columns::lane* one_ = nullptr;
  std::size_t row_ = 0;
  std::vector<values::missing_graph::input> wanted_;
};

company_resolver::company_resolver(std::shared_ptr<const program> of,
                                   std::shared_ptr<const columns::compiled> compiled,
                                   const decide::catalogue& names, std::span<const group> groups)
    : program_(std::move(of)),
      compiled_(std::move(compiled)),
      source_(std::make_unique<lane_source>(*compiled_->of, names)),
      resolver_(*program_, groups, names.policies) {}

company_resolver::~company_resolver() = default;

// A company is looked at where some component has a task for it.
void company_resolver::find_rows(const columns::verdicts& of, std::size_t words) {
  rows_.assign(words, 0);
  for (const auto& component : program_->components) {
    for (const auto& bench : component.groups) {
      seen_.assign(words, 0);
      for (const auto& seat : bench.seats) {
        const auto* possible = of.possible(component.parts[seat.part].policy);
        for (std::size_t i = 0; i < words; ++i) {
          rows_[i] |= component.asks_of_one ? possible[i] : seen_[i] & possible[i];
          seen_[i] |= possible[i];
        }
      }
    }
  }
}

void company_resolver::resolve(const columns::batch& from, const columns::verdicts& of,
                               columns::lane& one, company_standings& into) {
  into.all.clear();
  into.effects.clear();
  if (program_->components.empty()) return;
  find_rows(of, kernels::words_for(from.rows()));
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (word left = rows_[i]; left != 0; left &= left - 1) {
      const auto row = i * kernels::word_bits + static_cast<std::size_t>(std::countr_zero(left));
      source_->enter(of, one, row);
      resolver_.resolve(*source_, resolved_);
      for (const auto& each : resolved_.policies()) {
        into.all.push_back({static_cast<std::uint32_t>(row), each.policy, each.to,
                            into.effects.size(), each.effects.size()});
        into.effects.insert(into.effects.end(), each.effects.begin(), each.effects.end());
      }
    }
  }
}

}  // namespace sudui::portfolio
