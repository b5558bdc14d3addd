#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "syntax/limits.hpp"
#include "text/tree.hpp"

namespace sudui::syntax {

/// What a tree costs to repeat.
struct tree_cost {
  std::size_t nodes = 0;
  std::size_t bytes = 0;   // of scalars and keys
  std::size_t height = 0;  // 1 for a scalar
};

[[nodiscard]] tree_cost cost_of(const text::tree& what);

/// The named trees of one YAML document.
class anchors {
 public:
  struct named {
    text::tree what;
    tree_cost cost;
  };
  /// `number` as given by the parser; a later anchor of the same name has another number.
  const named& keep(std::size_t number, const text::tree& what);
  /// nullptr while the named tree is still being read.
  [[nodiscard]] const named* find(std::size_t number) const;
  void clear() noexcept { all_.clear(); }

 private:
  std::unordered_map<std::size_t, named> all_;
};

}  // namespace sudui::syntax
