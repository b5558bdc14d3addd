// Who causes which part of the work. A node that several policies stand on is divided among them
// evenly, and so are numbers among the predicates that read them: alone, each of them would have
// to pay for all of it. The shares of all policies add up to the whole.
//
// Cost of the attribution: a walk over the nodes of each policy. Tested by
// tests/unit/api/column_parts_test.cpp.

#include "api/column_parts.hpp"

#include <array>
#include <span>
#include <utility>

#include "api/batch_held.hpp"
#include "api/bound.hpp"
#include "api/column_use.hpp"
#include "columns/probe.hpp"
#include "columns/walk.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

using columns::node_id;

struct column_parts::inside {
  matcher by;
  std::shared_ptr<const columns::compiled> compiled;
  columns::probe probe;

  inside(const matcher& from, const columns::batch& companies)
      : by(from), compiled(columns::compile(from.held().planned)), probe(compiled, companies) {}

  [[nodiscard]] const columns::program& program() const { return compiled->program; }
  [[nodiscard]] std::size_t nodes() const { return program().for_conditions; }
  [[nodiscard]] std::size_t planes() const { return probe.planes().size(); }
  [[nodiscard]] std::size_t policies() const { return program().policies.size(); }
  [[nodiscard]] std::size_t first_join() const { return nodes() + planes(); }
  [[nodiscard]] std::size_t first_settle() const { return first_join() + policies(); }
};

namespace {

// The cost of each node, with its part of the planes that coded truths share.
std::vector<double> node_costs(std::size_t nodes, std::span<const columns::code_plane> planes,
                               std::span<const double> costs) {
  std::vector<double> made(costs.begin(), costs.begin() + static_cast<std::ptrdiff_t>(nodes));
  for (std::size_t i = 0; i < planes.size(); ++i) {
    const auto& bits = planes[i].bits;
    for (const auto& each : bits) {
      if (each.of < nodes) made[each.of] += costs[nodes + i] / static_cast<double>(bits.size());
    }
  }
  return made;
}

/// Nodes that an owner stands on, each once. Where `stops` says so, what a node reads is not its
/// owner's.
class reach {
 public:
  explicit reach(const columns::program& of) : program_(of), seen_(of.nodes.size()) {}

  template <class Stops>
  const std::vector<node_id>& from(std::span<const node_id> roots, Stops&& stops) {
    for (const auto each : all_) seen_[each] = false;
    all_.clear();
    for (const auto each : roots) enter(each, true, stops);
    return all_;
  }

 private:
  template <class Stops>
  void enter(node_id which, bool is_root, Stops&& stops) {
    const auto& held = program_.nodes[which];
    if (seen_[which] || (!is_root && stops(held))) return;
    seen_[which] = true;
    all_.push_back(which);
    columns::for_each_operand(program_, held, [&](node_id part) { enter(part, false, stops); });
  }

  const columns::program& program_;
  std::vector<bool> seen_;
  std::vector<node_id> all_;
};

constexpr auto never = [](const columns::node&) { return false; };

std::vector<node_id> roots_of(std::span<const columns::clause_step> steps) {
  std::vector<node_id> made;
  for (const auto& each : steps) {
    if (each.condition != columns::no_node) made.push_back(each.condition);
  }
  return made;
}

/// Divides what nodes cost among owners.
class division {
 public:
  division(const columns::program& of, std::vector<double> costs)
      : reach_(of), costs_(std::move(costs)), owners_(of.nodes.size()) {}

  template <class Stops>
  void count(std::span<const node_id> roots, Stops&& stops) {
    for (const auto each : reach_.from(roots, stops)) ++owners_[each];
  }
  template <class Stops>
  [[nodiscard]] double share(std::span<const node_id> roots, Stops&& stops) {
    double sum = 0;
    for (const auto each : reach_.from(roots, stops)) sum += costs_[each] / owners_[each];
    return sum;
  }

 private:
  reach reach_;
  std::vector<double> costs_;
  std::vector<double> owners_;  // by node
};

}  // namespace

column_parts::column_parts(const matcher& by, profile_batch& companies)
    : held_(std::make_unique<inside>(by, companies.held().held)) {}
column_parts::~column_parts() = default;

std::size_t column_parts::chunks() const { return held_->probe.chunks(); }
std::size_t column_parts::enter(std::size_t chunk) { return held_->probe.enter(chunk); }
std::size_t column_parts::size() const { return held_->first_settle() + held_->policies(); }
bool column_parts::may_repeat(std::size_t part) const { return part < held_->first_settle(); }

void column_parts::run(std::size_t part) {
  auto& probe = held_->probe;
  if (part < held_->nodes()) {
    const auto which = static_cast<node_id>(part);
    if (probe.is_usable(which)) probe.evaluate(which);
  } else if (part < held_->first_join()) {
    probe.look_up(part - held_->nodes());
  } else if (part < held_->first_settle()) {
    probe.join(part - held_->first_join());
  } else {
    probe.settle(part - held_->first_settle());
  }
}

std::vector<policy_cost> column_parts::by_policy(std::span<const double> costs) const {
  const auto& program = held_->program();
  division shares(program, node_costs(held_->nodes(), held_->probe.planes(), costs));
  for (const auto& steps : program.policies) shares.count(roots_of(steps), never);
  std::vector<policy_cost> made;
  for (std::size_t i = 0; i < held_->policies(); ++i) {
    const auto& planned = held_->compiled->of->policies[i];
    made.push_back({&held_->by.rules().policies()[planned.index],
                    shares.share(roots_of(program.policies[i]), never),
                    costs[held_->first_join() + i], costs[held_->first_settle() + i]});
  }
  return made;
}

std::vector<predicate_cost> column_parts::by_predicate(std::span<const double> costs) const {
  const auto& program = held_->program();
  std::vector<predicate_cost> asked(program.nodes.size());  // by node
  std::vector<std::size_t> last(program.nodes.size(), held_->policies());
  reach walk(program);
  for (std::size_t i = 0; i < held_->policies(); ++i) {
    const auto& planned = held_->compiled->of->policies[i];
    const auto& policy = held_->by.rules().policies()[planned.index];
    const auto written = written_clauses(policy.versions[planned.version].clauses);
    for (std::size_t k = 0; k < written.size(); ++k) {
      const auto condition = program.policies[i][k].condition;
      if (condition == columns::no_node) continue;
      for (const auto each : walk.from(std::array{condition}, never)) {
        auto& one = asked[each];
        if (one.in == nullptr) one = {&policy, written[k], 0, 0};
        one.policies += last[each] == i ? 0U : 1U;
        last[each] = i;
      }
    }
  }
  const auto stops = [](const columns::node& of) { return columns::is_predicate(of.kind); };
  division shares(program, node_costs(held_->nodes(), held_->probe.planes(), costs));
  const auto each_predicate = [&](auto&& visit) {
    for (node_id i = 0; i < held_->nodes(); ++i) {
      if (asked[i].in != nullptr && columns::is_predicate(program.nodes[i].kind)) visit(i);
    }
  };
  each_predicate([&](node_id i) { shares.count(std::array{i}, stops); });
  std::vector<predicate_cost> made;
  each_predicate([&](node_id i) {
    asked[i].cost = shares.share(std::array{i}, stops);
    made.push_back(asked[i]);
  });
  return made;
}

std::uint64_t read_columns(profile_batch& companies) {
  return columns::read_all(companies.held().held);
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
