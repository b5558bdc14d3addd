#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace sudui::columns {

/// Many short rows that are made once and then only read: they lie in a few pieces of memory, and
/// stay where they are while more are kept and when the whole is moved.
template <class T>
class pieces {
 public:
  [[nodiscard]] std::span<const T> keep(std::span<const T> row) {
    if (row.empty()) return {};
    if (all_.empty() || all_.back().capacity() - all_.back().size() < row.size()) {
      all_.emplace_back().reserve(std::max(row.size(), piece));
    }
    auto& last = all_.back();
    last.insert(last.end(), row.begin(), row.end());
    return std::span(last).last(row.size());
  }

 private:
  static constexpr std::size_t piece = 1024;

  std::vector<std::vector<T>> all_;
};

}  // namespace sudui::columns
