// The decisions handle: views into the memory of one run.
//
// Tested by tests/api/match_test.cpp.

#include <algorithm>
#include <utility>

#include "api/bound.hpp"

namespace sudui {
inline namespace v1 {

decisions::decisions() : held_(std::make_unique<api::decided>()) {}
decisions::decisions(std::unique_ptr<api::decided> held) noexcept : held_(std::move(held)) {}
decisions::~decisions() = default;
decisions::decisions(decisions&&) noexcept = default;
decisions& decisions::operator=(decisions&&) noexcept = default;

std::span<const decision> decisions::all() const& noexcept { return held_->answers.all(); }

std::span<const group_result> decisions::groups() const& noexcept {
  return held_->resolved.groups();
}

std::vector<const decision*> decisions::eligible() const& {
  std::vector<const decision*> made;
  for (const auto& each : all()) {
    if (each.verdict == verdict::eligible) made.push_back(&each);
  }
  return made;
}

const decision* decisions::find(std::string_view policy) const& noexcept {
  const auto every = all();
  const auto found =
      std::lower_bound(every.begin(), every.end(), policy,
                       [](const decision& each, std::string_view id) { return each.of->id < id; });
  return found != every.end() && found->of->id == policy ? &*found : nullptr;
}

std::string missing_input::name() const {
  std::string made = what != nullptr ? what->name : constant != nullptr ? constant->name : "";
  if (year) made.append("(").append(std::to_string(*year)).append(")");
  return made;
}

}  // namespace v1
}  // namespace sudui
