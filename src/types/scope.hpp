#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/typed.hpp"

namespace sudui::types {

/// A local name: a loop variable, a definition's parameter, or the unnamed item of a filter, whose
/// members are names too.
struct local_name {
  std::string name;  // `item` for a filter
  type of;
  std::uint32_t slot = 0;
  bool opens_members = false;
};

/// Local names, innermost last.
class scope {
 public:
  void push(local_name local) { locals_.push_back(std::move(local)); }
  void pop() { locals_.pop_back(); }
  [[nodiscard]] const std::vector<local_name>& locals() const noexcept { return locals_; }

  struct found {
    const local_name* local = nullptr;
    std::uint32_t member = no_member;
    static constexpr std::uint32_t no_member = ~std::uint32_t{0};
    explicit operator bool() const noexcept { return local != nullptr; }
  };
  /// The innermost local of that name, or member of an opened item.
  [[nodiscard]] found find(std::string_view name) const noexcept;

 private:
  std::vector<local_name> locals_;
};

/// Position of a member by name or alias, or found::no_member.
[[nodiscard]] std::uint32_t member_position(const type& record, std::string_view name) noexcept;

}  // namespace sudui::types
