// Tested by tests/unit/types/scope_test.cpp.

#include "types/scope.hpp"

namespace sudui::types {

// By name or by label; a walk, since records have a dozen members and this happens at load only.
std::uint32_t member_position(const type& record, std::string_view name) noexcept {
  if (!record.is(type_kind::record)) return scope::found::no_member;
  const auto& members = *record.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (members[i].name == name || (!members[i].alias.empty() && members[i].alias == name)) {
      return static_cast<std::uint32_t>(i);
    }
  }
  return scope::found::no_member;
}

// From the inside out, so that an inner variable hides an outer one of the same name. A variable
// that opens its members, the `item` of a filter, also stands for each of them.
scope::found scope::find(std::string_view name) const noexcept {
  for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) {
    const auto position =
        local->opens_members ? member_position(local->of, name) : found::no_member;
    if (position != found::no_member) return {&*local, position};  // a member `item` hides the item
    if (local->name == name) return {&*local, found::no_member};
  }
  return {};
}

}  // namespace sudui::types
