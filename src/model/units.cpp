// The units a rule set may speak of. Multiples are converted exactly and only in one direction:
// whatever is written is held in its base unit. Compound units have one word above and any number
// below, which is all that statutes use (yuan a person, yuan a square metre a month).
//
// Tested by tests/unit/model/units_test.cpp.
#include "model/units.hpp"

#include <algorithm>

namespace sudui::model {
namespace {

constexpr unit_word known[] = {{"元", "元", 1},
                               {"千元", "元", 1'000},
                               {"万元", "元", 10'000},
                               {"亿元", "元", 100'000'000},
                               {"人", "人", 1},
                               {"月", "月", 1},
                               {"年", "年", 1},
                               {"天", "天", 1},
                               {"小时", "小时", 1},
                               {"平方米", "平方米", 1},
                               {"项", "项", 1},
                               {"件", "件", 1},
                               {"台", "台", 1},
                               {"分", "分", 1},
                               {"美元", "美元", 1},
                               {"万美元", "美元", 10'000},
                               {"亿美元", "美元", 100'000'000},
                               {"纳米", "纳米", 1}};

}  // namespace

std::span<const unit_word> unit_words() noexcept { return known; }

const unit_word* find_unit(std::string_view name) noexcept {
  const auto* found = std::find_if(std::begin(known), std::end(known),
                                   [&](const unit_word& each) { return each.name == name; });
  return found == std::end(known) ? nullptr : found;
}

std::optional<unit_form> parse_unit(std::string_view text) {
  unit_form made;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('/', begin), text.size());
    const unit_word* part = find_unit(text.substr(begin, end - begin));
    if (part == nullptr) return std::nullopt;
    if (begin == 0) {
      made.above = part;
    } else {
      made.below.push_back(part);
    }
    begin = end + 1;
  }
  return made;
}

bool is_money(std::string_view text) {
  const unit_word* word = find_unit(text);
  return word != nullptr && (word->base == "元" || word->base == "美元");
}

}  // namespace sudui::model
