#pragma once

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/batch.hpp>
#include <sudui/matcher.hpp>
#include <sudui/report.hpp>

#include "report/json_writer.hpp"

namespace sudui::cli {

/// Over many companies: how often each policy came to which verdict, and what its exact amounts add
/// up to, by themselves and after the groups of policies. Amounts of different benefits are never
/// added together.
class policy_summary {
 public:
  void add(const decisions& made);
  /// The same of every company of a batch with its amounts.
  void add(const batch_matcher& by, const decision_batch& made);
  /// What another one counted, of the same matcher.
  void add(const policy_summary& more);
  void clear() { lines_.clear(); }
  /// What a manifest keeps of a part: everything, exactly.
  [[nodiscard]] std::string to_part() const;
  /// Adds what a manifest kept, of the same matcher. False where it is none; then nothing is added.
  [[nodiscard]] bool add_part(std::string_view text, const matcher& by);
  /// A list of objects, one a policy.
  void write_json(report::json_writer& out) const;
  [[nodiscard]] std::string to_text(const text_options& options) const;

 private:
  struct line {
    const policy* of = nullptr;
    std::uint64_t eligible = 0, undetermined = 0, ineligible = 0;
    struct sum {
      const benefit* of = nullptr;
      decimal granted, left;  // by the policy itself; after the groups of policies
    };
    std::map<std::string, sum> sums;  // by benefit id
    std::uint64_t without_sum = 0;    // eligible, but an amount is not exact
    std::uint64_t without_left = 0;   // the same of what groups leave
  };
  static void add_grant(line& into, const benefit& what, const amount& how_much,
                        std::span<const group_effect> effects);
  static void add_to(decimal& sum, std::uint64_t& without, const amount& more);

  [[nodiscard]] bool add_line(const boost::json::object& from, const policy& of,
                              const policy_version& version);

  std::vector<line> lines_;  // by policy id, as decisions are
};

}  // namespace sudui::cli
