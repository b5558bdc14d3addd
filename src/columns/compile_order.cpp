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
#include <tuple>

#include "columns/compiler.hpp"
#include "columns/walk.hpp"

namespace sudui::columns {

namespace {

constexpr std::size_t stretch_nodes = 1024;

/// Which columns a node asks, itself or by its operands; of several, that they are several.
struct asked {
  enum class count : std::uint8_t { none, one, several };
  count columns = count::none;
  std::uint32_t frame = 0, column = 0;

  friend bool operator==(const asked&, const asked&) = default;

  void add(const asked& other) {
    if (other.columns == count::none || *this == other) return;
    *this = columns == count::none ? other : asked{count::several, 0, 0};
  }
};

asked asked_itself(const program& of, const node& what) {
  switch (what.kind) {
    case node_kind::number:
    case node_kind::day_number:
    case node_kind::day_below:
    case node_kind::day_equals:
    case node_kind::flag:
    case node_kind::text_number:
      return {asked::count::one, what.frame, what.column};
    case node_kind::coded:
    case node_kind::coded_number:
      return {asked::count::one, of.tables[what.table].frame, of.tables[what.table].column};
    default:
      return joins_items(what.kind) ? asked{asked::count::several, 0, 0} : asked{};
  }
}

std::vector<asked> columns_of_nodes(const program& of) {
  std::vector<asked> made;
  made.reserve(of.nodes.size());
  for (const auto& each : of.nodes) {
    auto all = asked_itself(of, each);
    for_each_operand(of, each, [&](node_id part) { all.add(made[part]); });
    made.push_back(all);
  }
  return made;
}

}  // namespace

void order_nodes(program& of) {
  const auto columns = columns_of_nodes(of);
  of.order.resize(of.nodes.size());
  std::iota(of.order.begin(), of.order.end(), node_id{0});
  const auto is_before = [&](node_id a, node_id b) {
    const auto key = [&](node_id each) {
      return std::tuple(columns[each].columns, columns[each].frame, columns[each].column);
    };
    return key(a) < key(b);
  };
  std::size_t begin = 0;
  for (std::size_t first = 0, last = 0; first < of.needs.size(); first = last) {
    while (last < of.needs.size() && (last == first || of.needs[last] - begin <= stretch_nodes)) {
      ++last;
    }
    const node_id end = of.needs[last - 1];
    std::stable_sort(of.order.begin() + static_cast<std::ptrdiff_t>(begin),
                     of.order.begin() + static_cast<std::ptrdiff_t>(end), is_before);
    std::fill(of.needs.begin() + static_cast<std::ptrdiff_t>(first),
              of.needs.begin() + static_cast<std::ptrdiff_t>(last), end);
    begin = end;
  }
  of.places.resize(of.order.size());
  for (node_id i = 0; i < of.order.size(); ++i) of.places[of.order[i]] = i;
}

}  // namespace sudui::columns
