// A profile is a short list of names and values; it is searched from the front, which for the
// hundred fields of a company is as quick as anything, and keeps the order in which values were
// set.
//
// Tested by tests/unit/ingest/profile_test.cpp.
#include <algorithm>
#include <utility>

#include <sudui/profile.hpp>

namespace sudui {
inline namespace v1 {

value by_year(std::initializer_list<std::pair<int, value>> values) {
  value::context made;
  for (const auto& [year, held] : values) made.emplace_back(std::to_string(year), held);
  return made;
}

profile::profile(std::initializer_list<std::pair<std::string_view, value>> values) {
  for (const auto& [name, held] : values) set(name, held);
}

void profile::set(std::string_view name, value held) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const entry& each) { return each.name == name; });
  if (found != entries_.end()) {
    found->held = std::move(held);
  } else {
    entries_.push_back({std::string(name), std::move(held)});
  }
}

const value* profile::find(std::string_view name) const noexcept {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const entry& each) { return each.name == name; });
  return found == entries_.end() ? nullptr : &found->held;
}

}  // namespace v1
}  // namespace sudui
