// Tested by tests/cli/formats.sh.
#include "cli/company_row.hpp"

namespace sudui::cli {
namespace {

std::string text_in(const profile& from, std::string_view name) {
  const value* held = from.find(name);
  const auto* text = held == nullptr ? nullptr : held->get_if<std::string>();
  return text == nullptr ? std::string() : *text;
}

std::string first_given(std::initializer_list<std::string> texts) {
  for (const std::string& each : texts) {
    if (!each.empty()) return each;
  }
  return {};
}

}  // namespace

std::string company_row::id() const {
  return first_given({text_in(held, "uscc"), text_in(held, "company_name")});
}

std::string company_row::title() const {
  return first_given({text_in(held, "company_name"), text_in(held, "uscc"), file});
}

}  // namespace sudui::cli
