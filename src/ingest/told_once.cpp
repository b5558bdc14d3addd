// What makes two findings of a stream the same: the message with the names in it; but a check digit
// differs in every row, and one failing code stands for all.
//
// Tested by tests/unit/ingest/told_once_test.cpp.
#include "ingest/told_once.hpp"

#include <utility>

namespace sudui::ingest {

void told_once::add(diagnostic finding) {
  const bool names_a_value =
      finding.code.starts_with("credit-code") || finding.code.starts_with("industry-code");
  const std::string& key = names_a_value ? finding.code : finding.message.en;
  if (all_.size() < most && told_.insert(key).second) all_.push_back(std::move(finding));
}

}  // namespace sudui::ingest
