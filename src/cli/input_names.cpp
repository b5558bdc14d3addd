// Tested by tests/unit/cli/batch_writer_test.cpp.
#include "cli/input_names.hpp"

#include <fmt/format.h>
#include <iterator>

#include "report/json_writer.hpp"

namespace sudui::cli {

input_names::input_names(const rule_set& of, bool in_json)
    : first_field_(of.fields().data()),
      first_parameter_(of.parameters().data()),
      in_json_(in_json) {
  const auto piece = [&](const std::string& name) {
    if (!in_json_) return name;
    std::string quoted;
    report::append_json_text(quoted, name);
    quoted.pop_back();  // a year may follow
    return quoted;
  };
  for (const field& each : of.fields()) fields_.push_back(piece(each.name));
  for (const parameter& each : of.parameters()) parameters_.push_back(piece(each.name));
}

void input_names::append(std::string& out, const missing_input& what) const {
  if (what.what != nullptr) {
    out += fields_[static_cast<std::size_t>(what.what - first_field_)];
  } else if (what.constant != nullptr) {
    out += parameters_[static_cast<std::size_t>(what.constant - first_parameter_)];
  }
  if (what.year) fmt::format_to(std::back_inserter(out), "({})", *what.year);
  if (in_json_) out += '"';
}

}  // namespace sudui::cli
