#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <sudui/decision.hpp>
#include <sudui/export.hpp>
#include <sudui/profile.hpp>
#include <sudui/result.hpp>
#include <sudui/rule_set.hpp>

namespace sudui {
inline namespace v1 {

namespace api {
struct bound;
}

/// Memory that matching reuses. One thread at a time; give each thread its own.
class SUDUI_API scratch {
 public:
  scratch();
  ~scratch();
  scratch(scratch&&) noexcept;
  scratch& operator=(scratch&&) noexcept;

 private:
  friend class matcher;
  decisions held_;
};

/// A rule set bound to an as-of day and an assessment year. An immutable handle that keeps its rule
/// set alive; any number of threads. Matching throws nothing but std::bad_alloc.
class SUDUI_API matcher {
 public:
  /// Every policy in force. A value of the wrong type counts as unknown; `check` tells.
  [[nodiscard]] decisions match(const profile& company) const;
  /// The same into memory of `reuse`, valid until its next use. Allocates nothing once warm.
  [[nodiscard]] const decisions& match(const profile& company, scratch& reuse) const;

  /// Names that are no fields ("did you mean"), values that do not fit their field.
  [[nodiscard]] diagnostics check(const profile& company) const;

  /// Why one policy is decided as it is. Fails with unknown_policy.
  [[nodiscard]] result<explanation> explain(std::string_view policy, const profile& company) const;

  [[nodiscard]] const rule_set& rules() const noexcept;
  [[nodiscard]] date as_of() const noexcept;
  [[nodiscard]] int year() const noexcept;
  /// Policies chosen by the options that have no version on their day.
  [[nodiscard]] std::span<const policy* const> not_in_force() const noexcept;

  explicit matcher(std::shared_ptr<const api::bound> held) : held_(std::move(held)) {}
  [[nodiscard]] const api::bound& held() const noexcept { return *held_; }

 private:
  std::shared_ptr<const api::bound> held_;
};

}  // namespace v1
}  // namespace sudui
