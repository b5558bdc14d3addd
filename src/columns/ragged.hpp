#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace sudui::columns {

/// Rows of different lengths, one behind the other in one piece of memory.
template <class T>
class ragged {
 public:
  class iterator {
   public:
    iterator(const ragged& of, std::size_t row) : of_(&of), row_(row) {}
    [[nodiscard]] std::span<const T> operator*() const { return (*of_)[row_]; }
    iterator& operator++() {
      ++row_;
      return *this;
    }
    friend bool operator==(const iterator&, const iterator&) = default;

   private:
    const ragged* of_;
    std::size_t row_;
  };

  [[nodiscard]] std::size_t size() const noexcept { return ends_.size() - 1; }
  [[nodiscard]] std::span<const T> operator[](std::size_t row) const {
    return std::span(values_).subspan(ends_[row], ends_[row + 1] - ends_[row]);
  }
  [[nodiscard]] std::span<const T> front() const { return (*this)[0]; }
  [[nodiscard]] iterator begin() const { return {*this, 0}; }
  [[nodiscard]] iterator end() const { return {*this, size()}; }
  /// Of all rows.
  [[nodiscard]] std::span<const T> values() const noexcept { return values_; }

  void reserve(std::size_t rows, std::size_t values) {
    ends_.reserve(rows + 1);
    values_.reserve(values);
  }
  /// Into the row that is ended next.
  void add(T value) { values_.push_back(std::move(value)); }
  T& add() { return values_.emplace_back(); }
  void end_row() { ends_.push_back(values_.size()); }

 private:
  std::vector<T> values_;
  std::vector<std::size_t> ends_{0};  // by row, from 1
};

}  // namespace sudui::columns
