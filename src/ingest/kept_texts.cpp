// Tested by tests/unit/ingest/column_reader_test.cpp and table_reader_test.cpp.
#include "ingest/kept_texts.hpp"

namespace sudui::ingest {
namespace {

constexpr std::uint32_t no_field = UINT32_MAX;

std::uint32_t text_field(const types::schema& dictionary, std::string_view name) {
  for (std::uint32_t i = 0; i < dictionary.fields().size(); ++i) {
    const auto& each = dictionary[i];
    const bool is_text = each.of.is(types::type_kind::string);
    if (each.from->id.text == name && is_text && each.from->per != model::period::year) return i;
  }
  return no_field;
}

}  // namespace

kept_texts::kept_texts(const types::schema& dictionary, std::span<const std::string_view> names) {
  for (const auto each : names) all_.push_back({text_field(dictionary, each), {}});
}

}  // namespace sudui::ingest
