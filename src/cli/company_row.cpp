// Tested by tests/cli/formats.sh.
#include "cli/company_row.hpp"

namespace sudui::cli {
namespace {

std::string_view text_in(const profile& from, std::string_view name) {
  const value* held = from.find(name);
  const auto* text = held == nullptr ? nullptr : held->get_if<std::string>();
  return text == nullptr ? std::string_view() : *text;
}

std::string_view first_given(std::initializer_list<std::string_view> texts) {
  for (const std::string_view each : texts) {
    if (!each.empty()) return each;
  }
  return {};
}

}  // namespace

std::string_view id_of(const profile& from) {
  return first_given({text_in(from, "uscc"), text_in(from, "company_name")});
}

std::string company_row::title() const {
  return std::string(first_given({text_in(held, "company_name"), text_in(held, "uscc"), file}));
}

}  // namespace sudui::cli
