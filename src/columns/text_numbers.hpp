#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "columns/column.hpp"

namespace sudui::columns {

/// Numbers of texts, the same for equal texts of all columns. One thread at a time.
class text_numbers {
 public:
  /// Constants have their places as numbers.
  explicit text_numbers(const std::vector<std::string>& constants) {
    for (const auto& each : constants) (void)number_of(each);
  }
  [[nodiscard]] std::int64_t number_of(std::string_view text);

 private:
  std::deque<std::string> texts_;  // which do not move
  boost::unordered_flat_map<std::string_view, std::int64_t> numbers_;
};

/// Of one column: the numbers of its texts by their codes.
class numbered_texts {
 public:
  /// Takes in the texts that are new since the last time, or all of another dictionary.
  void cover(const column& in, text_numbers& all);
  [[nodiscard]] std::int64_t at(std::uint32_t code) const { return numbers_[code]; }

 private:
  std::shared_ptr<const dictionary> of_;
  std::vector<std::int64_t> numbers_;
};

}  // namespace sudui::columns
