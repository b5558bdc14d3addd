#pragma once

#include <string>
#include <vector>

#include <sudui/batch.hpp>

namespace sudui::cli {

/// Names of fields and parameters as a format writes them, so that a missing input is one or two
/// copies. Immutable.
class input_names {
 public:
  /// Of JSON: strings with their quotes. Else plain.
  input_names(const rule_set& of, bool in_json);

  /// Appends missing_input::name as the format writes it.
  void append(std::string& out, const missing_input& what) const;

 private:
  const field* first_field_;
  const parameter* first_parameter_;
  std::vector<std::string> fields_, parameters_;  // without a closing quote
  bool in_json_;
};

}  // namespace sudui::cli
