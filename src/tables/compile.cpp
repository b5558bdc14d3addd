// A plan as tables: its conditions and texts are read once, then the rows of each cluster are laid
// out by themselves. Up to some hundred policies are one cluster, in the order of the plan.
//
// Cost: linear in policies once there are several clusters. Tested by
// tests/unit/tables/compile_test.cpp.

#include <algorithm>
#include <numeric>
#include <utility>

#include "tables/clusters.hpp"
#include "tables/truths.hpp"

namespace sudui::tables {

namespace {

program started(std::shared_ptr<const plan::plan> of) {
  program made;
  made.places = columns::layout_of(*of);
  made.of = std::move(of);
  made.policy_words = std::max<std::size_t>(kernels::words_for(made.policies()), 1);
  made.never.resize(made.policy_words);
  return made;
}

class table_builder {
 public:
  explicit table_builder(std::shared_ptr<const plan::plan> of)
      : out_(started(std::move(of))),
        from_(*out_.of, out_.places),
        readings_{from_, {}, {}, {}, {}} {}

  program make(const cluster_sizes& sizes) && {
    from_.read();
    out_.slots = from_.slots;
    for (const auto& each : from_.linears) add_sum(each);
    read_policies();
    read_texts();
    leave_to_rows();
    lay_out(sizes);
    columns::policy_slices slices(*out_.of);
    for (std::uint32_t i = 0; i < out_.policies(); ++i) out_.of_policy.push_back(slices.clauses(i));
    return std::move(out_);
  }

 private:
  void add_sum(const linear& what) {
    const auto first = static_cast<std::uint32_t>(out_.terms.size());
    out_.terms.insert(out_.terms.end(), what.terms.begin(), what.terms.end());
    out_.sums.push_back({first, static_cast<std::uint32_t>(out_.terms.size()), what.constant});
  }

  void read_policies() {
    is_used_.resize(from_.atoms.size());
    number_.resize(from_.atoms.size());
    for (std::size_t i = 0; i < out_.policies(); ++i) {
      const auto& each = from_.policies[i];
      if (!is_tabled(each)) kernels::set_bit(out_.never.data(), i);
      if (!is_tabled(each) || !is_possible(each)) continue;
      for (const auto& any : *each.met) {
        for (const auto& one : any) is_used_[one.atom] = true;
      }
    }
  }

  void read_texts() {
    readings_.texts.resize(from_.atoms.size());
    readings_.class_count.resize(out_.slots.size());
    std::vector<std::vector<std::uint32_t>> of_slot(out_.slots.size());
    for (std::uint32_t i = 0; i < from_.atoms.size(); ++i) {
      const auto& each = from_.atoms[i];
      if (is_used_[i] && each.is == atom::kind::coded) of_slot[each.slot].push_back(i);
    }
    text_reader reader(*out_.of);
    for (std::uint32_t slot = 0; slot < of_slot.size(); ++slot) {
      if (of_slot[slot].empty()) continue;
      std::vector<columns::code_table> asked;
      for (const auto each : of_slot[slot]) {
        asked.push_back(from_.nodes.tables[from_.atoms[each].table]);
      }
      std::vector<text_truth> truths;
      out_.classes.push_back(reader.read(asked, truths));
      out_.classes.back().slot = slot;
      readings_.class_count[slot] = out_.classes.back().count;
      std::size_t count = 0;
      for (std::size_t i = 0; i < truths.size(); ++i) {
        if (!truths[i].otherwise) number_[of_slot[slot][i]] = count++;
        readings_.texts[of_slot[slot][i]] = std::move(truths[i]);
      }
    }
  }

  void leave_to_rows() {
    columns::slicer need(*out_.of);
    need.start();
    for (std::size_t i = 0; i < from_.atoms.size(); ++i) {
      const auto& what = from_.atoms[i];
      if (!is_used_[i] || what.is != atom::kind::by_rows) continue;
      need.reg(what.result);
      number_[i] = out_.by_rows.size();
      out_.by_rows.push_back({0, what.result, {}, {}});
    }
    out_.row_code = need.made();
  }

  void lay_out(const cluster_sizes& sizes) {
    if (out_.policies() <= sizes.whole) {
      std::vector<std::uint32_t> all(out_.policies());
      std::iota(all.begin(), all.end(), 0U);
      add_cluster(all, true);
      return;
    }
    out_.truths = number_truths(readings_, is_used_, sizes.share, readings_.truth);
    auto made = group_policies(out_, readings_, sizes);
    readings_.keys = std::move(made.keys);
    for (const auto& each : made.clusters) add_cluster(each, false);
    out_.choice = choose_between(out_);
  }

  void add_cluster(std::span<const std::uint32_t> policies, bool is_whole) {
    cluster_builder builder(readings_, policies, is_whole);
    const auto number = static_cast<std::uint32_t>(out_.clusters.size());
    auto made = builder.make();
    made.first_word = next_word_;
    next_word_ += 2 * made.row_words;
    for (const auto& each : builder.worked_out) {
      place_of(each.atom).used.push_back({number, each.entries});
    }
    // What is null for every company.
    const auto* asked = made.ask_rows.data() + made.asks[made.base] * made.words;
    kernels::each_bit(asked, made.count,
                      [&](std::size_t bit) { kernels::set_bit(out_.never.data(), policies[bit]); });
    out_.clusters.push_back(std::move(made));
  }

  [[nodiscard]] worked_out& place_of(std::uint32_t atom) {
    const auto& what = from_.atoms[atom];
    if (what.is == atom::kind::by_rows) return out_.by_rows[number_[atom]];
    return std::find_if(out_.classes.begin(), out_.classes.end(),
                        [&](const auto& each) { return each.slot == what.slot; })
        ->truths[number_[atom]];
  }

  program out_;
  condition_reader from_;
  readings readings_;
  std::vector<bool> is_used_;        // by atom
  std::vector<std::size_t> number_;  // by atom: among those that are worked out
  std::size_t next_word_ = 0;
};

}  // namespace

std::shared_ptr<const program> compile(std::shared_ptr<const plan::plan> of,
                                       const cluster_sizes& sizes) {
  return std::make_shared<program>(table_builder(std::move(of)).make(sizes));
}

}  // namespace sudui::tables
