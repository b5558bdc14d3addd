// The matcher handle: match, check, explain.
//
// Tested by tests/api/match_test.cpp, tests/api/explain_test.cpp, tests/api/warm_test.cpp.

#include <utility>
#include <vector>

#include "api/bound.hpp"
#include "api/check_profile.hpp"
#include "api/describe.hpp"
#include "explain/explain.hpp"
#include "portfolio/row.hpp"
#include "text/meant.hpp"

namespace sudui {
inline namespace v1 {

scratch::scratch() = default;
scratch::~scratch() = default;
scratch::scratch(scratch&&) noexcept = default;
scratch& scratch::operator=(scratch&&) noexcept = default;

const rule_set& matcher::rules() const noexcept { return held_->rules; }
date matcher::as_of() const noexcept { return held_->on.as_of; }
int matcher::year() const noexcept { return held_->on.year; }

std::span<const policy* const> matcher::not_in_force() const noexcept {
  return held_->not_in_force;
}

namespace {
void decide_into(const std::shared_ptr<const api::bound>& by, const profile& company,
                 api::decided& into) {
  const auto names = by->names();
  if (into.by != by || !into.resolver) {
    into.resolver.emplace(*by->groups, by->rules.groups(), names.policies);
    into.by = by;
  }
  into.answers.decide(*by->planned, names, company, into.run);
  portfolio::row_source from(*by->planned, names, into.run, into.answers.all());
  into.resolver->resolve(from, into.resolved);
  for (const auto& each : into.resolved.policies()) {
    into.answers.set_effects(each.policy, each.to, each.effects);
  }
}
}  // namespace

namespace {
// Who displaces whom shows only where all policies are decided.
void add_effects(const std::shared_ptr<const api::bound>& by, const profile& company,
                 explanation& into) {
  if (into.version == nullptr || by->groups->components.empty()) return;
  api::decided all;
  decide_into(by, company, all);
  for (const auto& each : all.answers.all()) {
    if (each.of != into.of) continue;
    into.standing = each.standing;
    into.effects.assign(each.effects.begin(), each.effects.end());
  }
}
}  // namespace

decisions matcher::match(const profile& company) const {
  decisions made;
  decide_into(held_, company, made.held());
  return made;
}

const decisions& matcher::match(const profile& company, scratch& reuse) const {
  decide_into(held_, company, reuse.held_.held());
  return reuse.held_;
}

diagnostics matcher::check(const profile& company) const {
  return api::check_profile(company, held_->rules.held().typed->dictionary);
}

namespace {
failure no_policy(const rule_set& rules, std::string_view name) {
  std::vector<std::string_view> ids;
  for (const auto& each : rules.policies()) ids.emplace_back(each.id);
  const auto near = text::meant(name, ids);
  localized said{"没有政策 `" + std::string(name) + "`", "no policy `" + std::string(name) + "`"};
  if (!near.empty()) {
    said.zh += "，是否指 " + text::quoted(near, "、") + "？";
    said.en += "; did you mean " + text::quoted(near, ", ") + "?";
  }
  return {errc::unknown_policy, std::move(said), {}};
}
}  // namespace

// Fails with unknown_policy only. A policy that is not in force has an explanation that says so.
result<explanation> matcher::explain(std::string_view policy, const profile& company) const {
  const auto* wanted = held_->rules.find(policy);
  if (wanted == nullptr) return no_policy(held_->rules, policy);
  explain::request what;
  what.keeps = held_;
  what.names = held_->names();
  what.of = wanted;
  what.rules = held_->rules.held().typed;
  what.on = held_->on;
  what.digest = held_->rules.digest();
  const auto& files = held_->rules.held().files;
  what.place = [&files](text::span where) { return api::describe(where, files); };
  what.text = [&files](text::span where) { return api::text_at(where, files); };
  what.cite = [](const model::citation& from) { return api::describe(from); };
  auto made = explain::explain(what, company);
  add_effects(held_, company, made);
  return made;
}

}  // namespace v1
}  // namespace sudui
