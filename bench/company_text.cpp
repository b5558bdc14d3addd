#include "company_text.hpp"

#include <sudui/sudui.hpp>

#include "catalogue.hpp"

namespace sudui::bench {
namespace {

std::string plain(const value& held) {
  if (const auto* text = held.get_if<std::string>()) return *text;
  const auto* day = held.get_if<date>();
  return day == nullptr ? to_string(held) : to_string(*day);
}

std::string json_of(const value& held) {
  const bool is_bare = held.get_if<decimal>() != nullptr || held.get_if<bool>() != nullptr;
  return is_bare ? to_string(held) : '"' + plain(held) + '"';
}

}  // namespace

std::vector<std::string> ndjson_lines(std::size_t rows) {
  company_source source(2);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < rows; ++i) {
    std::string& line = all.emplace_back();
    for (const auto& each : source.next().entries()) {
      line += (line.empty() ? "{\"" : ", \"") + each.name + "\": " + json_of(each.held);
    }
    line += "}";
  }
  return all;
}

csv_lines csv_table(std::size_t rows) {
  csv_lines made;
  const auto names = field_names();
  for (const auto& each : names) made.header += (made.header.empty() ? "" : ",") + each;
  company_source source(2);
  for (std::size_t i = 0; i < rows; ++i) {
    const profile& company = source.next();
    std::string& line = made.rows.emplace_back();
    for (const auto& each : names) {
      if (&each != &names.front()) line += ',';
      if (const auto* held = company.find(each)) line += plain(*held);
    }
  }
  return made;
}

}  // namespace sudui::bench
