#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sudui::values {

/// What an unknown cell waits for. A cell's `why` names a node: an input (a field, maybe of one
/// year, or a parameter) or the union of two nodes. Emptied before each run, keeps its memory.
class missing_graph {
 public:
  struct input {
    enum class source : std::uint8_t { field, parameter };
    source from = source::field;
    std::uint32_t index = 0;      // field or parameter number
    std::int32_t year = no_year;  // of a yearly field
    static constexpr std::int32_t no_year = INT32_MIN;
    friend auto operator<=>(const input&, const input&) = default;
  };
  void clear() noexcept;
  [[nodiscard]] std::uint32_t leaf(input what);  // the same input gives the same node
  [[nodiscard]] std::uint32_t both(std::uint32_t a, std::uint32_t b);
  /// Appends the inputs under `start` to `out`, sorted, each once. Keeps what `out` held, sorted
  /// in.
  void collect(std::uint32_t start, std::vector<input>& out);

 private:
  struct node {
    input leaf;
    std::uint32_t left, right;  // equal to the node itself for a leaf
  };
  [[nodiscard]] std::size_t slot_of(const input& what) const noexcept;
  void grow_slots();

  std::vector<node> nodes_;
  std::vector<std::uint32_t> slots_;  // hash table over the leaves: node number + 1, 0 is free
  std::size_t leaves_ = 0;
  std::vector<std::uint32_t> stack_;
  std::vector<std::uint8_t> seen_;
};

}  // namespace sudui::values
