// Batches: bitmaps tell which companies have two members of one group, or one where a group asks
// more; nobody else is touched. Those are resolved as single companies are: amounts that columns
// have worked out are taken from there, the others come from the lane that settles what columns
// leave open.
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

  void start(const columns::verdicts& of, std::span<const columns::awards* const> awards,
             columns::lane& one) {
    verdicts_ = &of;
    awards_ = awards;
    first_ = 0;
    one_ = &one;
  }
  /// Rows come in order.
  void enter(std::size_t row) {
    row_ = row;
    is_entered_ = false;
    while (!awards_.empty() && !is_at_row()) {
      if (first_ < awards_.front()->all.size()) {
        ++first_;
      } else {
        awards_ = awards_.subspan(1);
        first_ = 0;
      }
    }
  }

  [[nodiscard]] verdict verdict_of(std::uint32_t policy) override {
    return verdicts_->of(policy, row_);
  }
  [[nodiscard]] amount amount_of(std::uint32_t policy, std::uint32_t benefit) override {
    const auto* const made = awarded(policy, benefit);
    return made != nullptr ? awards_.front()->how_much(*made)
                           : one().amount_of(policy, benefit).how_much;
  }
  [[nodiscard]] values::cell value_of(const plan::group& group, plan::reg which) override {
    const auto at = static_cast<std::size_t>(&group - plan_.groups.data());
    return one().value_in(*group.code, which, slices_[at]);
  }
  void add_missing(std::uint32_t policy, std::vector<missing_input>& into) override {
    wanted_ = one().missing(policy);
    for (std::size_t i = 0; i < plan_.policies[policy].benefits.size(); ++i) {
      one_->add_missing(one_->amount_of(policy, i), wanted_);
    }
    add_wanted(into);
  }
  void add_missing(const values::cell& unknown, std::vector<missing_input>& into) override {
    wanted_.clear();
    one().add_missing({{}, unknown.why}, wanted_);
    add_wanted(into);
  }
  [[nodiscard]] std::span<const item_line> items_of(std::uint32_t policy,
                                                    std::uint32_t benefit) override {
    (void)one().amount_of(policy, benefit);
    return one().lines();
  }

 private:
  [[nodiscard]] columns::lane& one() {
    if (!std::exchange(is_entered_, true)) one_->enter(row_);
    return *one_;
  }
  /// Null where columns were not asked for it.
  [[nodiscard]] const columns::award* awarded(std::uint32_t policy, std::uint32_t benefit) const {
    if (awards_.empty()) return nullptr;
    const auto& all = awards_.front()->all;
    for (auto i = first_; i < all.size() && all[i].row == row_; ++i) {
      if (all[i].policy == policy && all[i].benefit == benefit) return &all[i];
    }
    return nullptr;
  }
  // Or behind it, where it has no awards.
  [[nodiscard]] bool is_at_row() const {
    const auto& all = awards_.front()->all;
    return first_ < all.size() && all[first_].row >= row_;
  }
  void add_wanted(std::vector<missing_input>& into) const {
    for (const auto& each : wanted_) into.push_back(decide::to_missing(names_, each));
  }

  const plan::plan& plan_;
  const decide::catalogue names_;
  std::vector<columns::slice> slices_;  // by group
  const columns::verdicts* verdicts_ = nullptr;
  std::span<const columns::awards* const> awards_;  // those of the company in the first
  std::size_t first_ = 0;
  columns::lane* one_ = nullptr;
  std::size_t row_ = 0;
  bool is_entered_ = false;  // by `one_`
  std::vector<values::missing_graph::input> wanted_;
};

company_resolver::company_resolver(std::shared_ptr<const program> of,
                                   std::shared_ptr<const columns::compiled> compiled,
                                   const decide::catalogue& names, std::span<const group> groups)
    : program_(std::move(of)),
      compiled_(std::move(compiled)),
      source_(std::make_unique<lane_source>(*compiled_->of, names)),
      resolver_(*program_, groups, names.policies, told::policies) {}

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
                               std::span<const columns::awards* const> awards, columns::lane& one,
                               company_standings& into) {
  into.all.clear();
  into.effects.clear();
  if (program_->components.empty()) return;
  find_rows(of, kernels::words_for(from.rows()));
  source_->start(of, awards, one);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (word left = rows_[i]; left != 0; left &= left - 1) {
      const auto row = i * kernels::word_bits + static_cast<std::size_t>(std::countr_zero(left));
      source_->enter(row);
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
