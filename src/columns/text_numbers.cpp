// Texts of two columns are compared by numbers: a column's own codes say nothing about those of
// another. The numbers last as long as the runner, as do the dictionaries of a batch that is filled
// again and again, so that a text is hashed once.
//
// Tested by tests/unit/columns/texts_test.cpp.

#include "columns/text_numbers.hpp"

namespace sudui::columns {

std::int64_t text_numbers::number_of(std::string_view text) {
  const auto found = numbers_.find(text);
  if (found != numbers_.end()) return found->second;
  const auto next = static_cast<std::int64_t>(numbers_.size());
  numbers_.emplace(texts_.emplace_back(text), next);
  return next;
}

void numbered_texts::cover(const column& in, text_numbers& all) {
  if (of_ != in.texts) {
    of_ = in.texts;
    numbers_.assign(1, 0);  // code 0 stands for none
  }
  for (auto code = numbers_.size(); code < of_->size(); ++code) {
    numbers_.push_back(all.number_of(of_->text(static_cast<std::uint32_t>(code))));
  }
}

}  // namespace sudui::columns
