#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include <sudui/batch.hpp>

namespace sudui {
inline namespace v1 {
namespace api {

/// What a policy costs, in whatever the parts were measured in: its share of the nodes that it
/// reads, joining its clauses, and what rows settle of it.
struct policy_cost {
  const policy* of = nullptr;
  double nodes = 0, joining = 0, rows = 0;
  [[nodiscard]] double sum() const noexcept { return nodes + joining + rows; }
};

/// What a predicate costs, with its share of the numbers that it reads, and the first clause that
/// asks it.
struct predicate_cost {
  const policy* of = nullptr;
  const clause* in = nullptr;
  std::size_t policies = 0;  ///< that ask it
  double cost = 0;
};

/// The parts of deciding a batch, run again one by one, for somebody with a clock: nodes, planes of
/// codes that nodes share, joins, and what rows settle.
class column_parts {
 public:
  /// Decides the companies, which must come from a batch_matcher of `by` and outlive the parts.
  column_parts(const matcher& by, profile_batch& companies);
  ~column_parts();
  column_parts(const column_parts&) = delete;
  column_parts& operator=(const column_parts&) = delete;

  [[nodiscard]] std::size_t chunks() const;
  std::size_t enter(std::size_t chunk);  ///< its companies
  [[nodiscard]] std::size_t size() const;
  /// False of a part that must run once only, after its join.
  [[nodiscard]] bool may_repeat(std::size_t part) const;
  void run(std::size_t part);

  // From the cost of each part.
  [[nodiscard]] std::vector<policy_cost> by_policy(std::span<const double> costs) const;
  [[nodiscard]] std::vector<predicate_cost> by_predicate(std::span<const double> costs) const;

 private:
  struct inside;
  std::unique_ptr<inside> held_;
};

/// Reads every value of the columns once: the least that any work on them takes.
std::uint64_t read_columns(profile_batch& companies);

}  // namespace api
}  // namespace v1
}  // namespace sudui
