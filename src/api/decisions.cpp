// The decisions handle: views into the memory of one run.
//
// Tested by tests/api/match_test.cpp.

#include <algorithm>
#include <optional>
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

namespace {

/// What one group makes of a benefit: readings that differ leave it open.
struct joined_readings {
  sudui::standing standing{};
  const policy* by = nullptr;
  std::optional<amount> paid;

  joined_readings(std::span<const group_effect> readings, const benefit& which)
      : standing(readings.front().standing) {
    for (const auto& each : readings) {
      if (each.standing != standing) standing = standing::open;
      if (by == nullptr && each.standing != standing::kept) by = each.by;
      if (each.compared == &which) add(each.paid);
    }
  }
  void add(const amount& more) { paid = paid ? hull_of(*paid, more) : more; }
};

}  // namespace

benefit_standing standing_of(const benefit& which, const amount& granted,
                             std::span<const group_effect> effects) {
  benefit_standing made;
  std::optional<amount> paid;
  while (!effects.empty()) {
    const auto& first = effects.front();
    const auto is_other = [&](const group_effect& each) { return each.of != first.of; };
    const auto end = std::find_if(effects.begin(), effects.end(), is_other);
    const auto readings = effects.first(static_cast<std::size_t>(end - effects.begin()));
    effects = effects.subspan(readings.size());
    if (first.alone && first.compared != &which) continue;
    const joined_readings one(readings, which);
    made.is_said = true;
    made.standing = std::min(made.standing, one.standing);
    if (made.by == nullptr) made.by = one.by;
    if (one.paid) paid = paid ? hull_of(*paid, *one.paid) : *one.paid;
  }
  made.left = paid.value_or(granted);
  if (paid || granted.is == amount::state::none) return made;
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
