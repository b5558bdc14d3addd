// In which order the nodes of conditions run. Policies ask the same columns again and again: what
// asks one column alone runs together, while its values are in the nearest cache. What joins
// columns follows, in the order in which it was compiled.
//
// This goes by stretches of policies, so that the bitmaps of one stretch stay in the second-level
// cache until its policies are joined: ten thousand policies make megabytes of them.
//
// Tested by tests/unit/columns/order_test.cpp.

#include <algorithm>
#include <numeric>
#include <span>

#include "columns/compiler.hpp"
#include "columns/walk.hpp"

namespace sudui::columns {

namespace {

constexpr std::size_t stretch_nodes = 1024;

/// Which columns a node asks, itself or by its operands: none, one by its number, several. Nodes of
/// a stretch run in this order.
class asked_columns {
 public:
  asked_columns(const program& of, const layout& columns) : of_(of) {
    number_columns(columns);
    asked_.reserve(of.for_conditions);
    for (const auto& each : std::span(of.nodes).first(of.for_conditions)) {
      auto all = asked_itself(each);
      for_each_operand(of, each, [&](node_id part) { all = joined(all, asked_[part]); });
      asked_.push_back(all);
    }
  }

  [[nodiscard]] std::uint32_t of(node_id which) const { return asked_[which]; }
  [[nodiscard]] std::size_t count() const { return several() + std::size_t{1}; }

 private:
  static constexpr std::uint32_t none = 0;
  [[nodiscard]] std::uint32_t several() const { return first_.back(); }
  [[nodiscard]] std::uint32_t joined(std::uint32_t a, std::uint32_t b) const {
    if (a == b || b == none) return a;
    return a == none ? b : several();
  }

  // Those of the companies first, then frame by frame.
  void number_columns(const layout& columns) {
    const auto& all = columns.places;
    std::size_t next = 1;
    for (const auto& each : of_.frames) {
      first_.push_back(static_cast<std::uint32_t>(next));
      next += &each == &of_.frames.front() ? all.size() : all[each.column].kind.members.size();
    }
    first_.push_back(static_cast<std::uint32_t>(next));
  }

  struct read_column {
    bool reads = false;
    std::uint32_t frame = 0, column = 0;
  };
  [[nodiscard]] read_column column_of(const node& what) const {
    switch (what.kind) {
      case node_kind::number:
      case node_kind::day_number:
      case node_kind::day_below:
      case node_kind::day_equals:
      case node_kind::flag:
      case node_kind::text_number:
        return {true, what.frame, what.column};
      case node_kind::coded:
      case node_kind::coded_number:
        return {true, of_.tables[what.index].frame, of_.tables[what.index].column};
      default:
        return {};
    }
  }

  [[nodiscard]] std::uint32_t asked_itself(const node& what) const {
    const auto [reads, frame, column] = column_of(what);
    if (reads) return first_[frame] + column;
    return joins_items(what.kind) ? several() : none;
  }

  const program& of_;
  std::vector<std::uint32_t> first_;  // by frame: the number of its first column
  std::vector<std::uint32_t> asked_;  // by node of conditions
};

/// Puts nodes in the order of what they ask; those that ask the same stay as they are.
class node_sorter {
 public:
  node_sorter(const program& of, const layout& columns)
      : asked_(of, columns), ends_(asked_.count()) {}

  // By counting. `into` has the nodes from `begin` on.
  void sort(node_id begin, std::span<node_id> into) {
    std::fill(ends_.begin(), ends_.end(), 0);
    const auto end = begin + static_cast<node_id>(into.size());
    for (auto i = begin; i < end; ++i) ++ends_[asked_.of(i)];
    std::exclusive_scan(ends_.begin(), ends_.end(), ends_.begin(), std::uint32_t{0});
    for (auto i = begin; i < end; ++i) into[ends_[asked_.of(i)]++] = i;
  }

 private:
  asked_columns asked_;
  std::vector<std::uint32_t> ends_;  // by what is asked: where the next node goes
};

}  // namespace

void order_nodes(program& of, const layout& columns) {
  node_sorter sorter(of, columns);
  of.order.resize(of.nodes.size());
  node_id begin = 0;
  for (std::size_t first = 0, last = 0; first < of.needs.size(); first = last) {
    while (last < of.needs.size() && (last == first || of.needs[last] - begin <= stretch_nodes)) {
      ++last;
    }
    const node_id end = of.needs[last - 1];
    sorter.sort(begin, std::span(of.order).subspan(begin, end - begin));
    std::fill(of.needs.begin() + static_cast<std::ptrdiff_t>(first),
              of.needs.begin() + static_cast<std::ptrdiff_t>(last), end);
    begin = end;
  }
  std::iota(of.order.begin() + begin, of.order.end(), begin);
  of.places.resize(of.order.size());
  for (node_id i = 0; i < of.order.size(); ++i) of.places[of.order[i]] = i;
}

}  // namespace sudui::columns
