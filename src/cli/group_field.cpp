// Tested by tests/cli/diff.sh.
#include "cli/group_field.hpp"

#include <algorithm>
#include <charconv>

namespace sudui::cli {
namespace {

bool has_text_field(const diff_side& side, std::string_view name) {
  const auto all = side.by.rules().fields();
  return std::any_of(all.begin(), all.end(), [&](const field& each) {
    return each.name == name && each.type == "string" && !each.per_year;
  });
}

// The first characters of a UTF-8 text, not bytes.
std::string_view beginning(std::string_view text, std::size_t letters) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++end) {
    const bool is_first_byte = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (is_first_byte && count++ == letters) break;
  }
  return text.substr(0, end);
}

bool read_letters(std::string_view digits, std::size_t& into) {
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, into);
  return error == std::errc() && stop == end && into > 0;
}

}  // namespace

std::string group_field::to_string() const {
  return letters == 0 ? name : name + ":" + std::to_string(letters);
}

std::optional<std::string> group_field::of(const profile& company) const {
  const value* held = name.empty() ? nullptr : company.find(name);
  const auto* text = held == nullptr ? nullptr : held->get_if<std::string>();
  return text == nullptr ? std::nullopt : of(std::string_view(*text));
}

std::optional<std::string> group_field::of(std::string_view text) const {
  if (text.empty()) return std::nullopt;
  return std::string(letters == 0 ? text : beginning(text, letters));
}

std::optional<group_field> find_group_field(std::string_view said, const diff_side& before,
                                            const diff_side& after) {
  group_field made;
  const auto colon = said.find(':');
  if (colon != std::string_view::npos && !read_letters(said.substr(colon + 1), made.letters)) {
    return std::nullopt;
  }
  made.name = said.substr(0, colon);
  if (said.empty()) {
    made.name = "division_code";
    made.letters = 6;
  }
  if (has_text_field(after, made.name)) return made;
  made.is_after = false;
  if (has_text_field(before, made.name)) return made;
  return said.empty() ? std::optional(group_field()) : std::nullopt;
}

}  // namespace sudui::cli
