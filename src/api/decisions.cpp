// The decisions handle: views into the memory of one run.
//
// Tested by tests/api/match_test.cpp.

#include <algorithm>
#include <utility>

#include "api/bound.hpp"

namespace sudui {
inline namespace v1 {

namespace {

// What two readings of one text pay.
amount hull_of(const amount& a, const amount& b) {
  amount made;
  if (a.low && b.low) made.low = std::min(*a.low, *b.low);
  if (a.high && b.high) made.high = std::max(*a.high, *b.high);
  const bool is_exact = made.low && made.high && *made.low == *made.high;
  made.is = is_exact ? amount::state::exact : amount::state::interval;
  return made;
}

}  // namespace

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

benefit_standing standing_of(const benefit& which, const amount& granted,
                             std::span<const group_effect> effects) {
  benefit_standing made;
  made.left = granted;
  bool is_paid = false;
  for (std::size_t i = 0; i < effects.size();) {
    const auto& first = effects[i];
    auto joined = first.standing;
    const bool is_meant = !first.alone || first.compared == &which;
    for (; i < effects.size() && effects[i].of == first.of; ++i) {
      const auto& each = effects[i];
      if (!is_meant) continue;
      if (each.standing != joined) joined = standing::open;
      if (made.by == nullptr && each.standing != standing::kept) made.by = each.by;
      if (each.compared != &which) continue;
      made.left = is_paid ? hull_of(made.left, each.paid) : each.paid;
      is_paid = true;
    }
    if (!is_meant) continue;
    made.is_said = true;
    made.standing = std::min(made.standing, joined);
  }
  if (is_paid || granted.is == amount::state::none) return made;
  if (made.standing == standing::displaced) made.left = {amount::state::exact, 0, 0};
  if (made.standing == standing::open) {
    made.left = {amount::state::interval, decimal(0), granted.high};
  }
  return made;
}

std::string missing_input::name() const {
  std::string made = what != nullptr ? what->name : constant != nullptr ? constant->name : "";
  if (year) made.append("(").append(std::to_string(*year)).append(")");
  return made;
}

}  // namespace v1
}  // namespace sudui
