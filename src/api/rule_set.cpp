// The rule_set handle: views of what load made, and bind, which fixes day and year and compiles the
// plan.
//
// Tested by tests/api/rule_set_test.cpp and tests/api/bind_test.cpp.

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "api/bound.hpp"
#include "types/cells.hpp"

namespace sudui {
inline namespace v1 {

std::span<const policy> rule_set::policies() const noexcept { return held_->policies; }
std::span<const field> rule_set::fields() const noexcept { return held_->fields; }
std::span<const parameter> rule_set::parameters() const noexcept { return held_->parameters; }
const localized& rule_set::title() const noexcept { return held_->typed->from->head.title; }
const std::string& rule_set::version() const noexcept { return held_->typed->from->head.version; }
const std::string& rule_set::digest() const noexcept { return held_->typed->from->digest; }
const diagnostics& rule_set::warnings() const noexcept { return held_->warnings; }

// Policies stand sorted by id: O(log n).
const policy* rule_set::find(std::string_view id) const noexcept {
  const auto& all = held_->policies;
  const auto found = std::lower_bound(
      all.begin(), all.end(), id,
      [](const policy& each, std::string_view wanted) { return each.id < wanted; });
  return found != all.end() && found->id == id ? &*found : nullptr;
}

namespace api {

// The text before the first star must begin it, that behind the last must end it; what stands
// between stars is looked for from left to right, each as early as possible, which never rules out
// a match.
bool matches_glob(std::string_view pattern, std::string_view text) noexcept {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  text.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (auto next = pattern.find('*'); next != std::string_view::npos; next = pattern.find('*')) {
    const auto part = pattern.substr(0, next);
    const auto found = text.find(part);
    if (found == std::string_view::npos) return false;
    text.remove_prefix(found + part.size());
    pattern.remove_prefix(next + 1);
  }
  return text.ends_with(pattern);
}

}  // namespace api

namespace {

// Options come from code or a command line, so their mistakes have no place in a file.
failure bad_option(std::string zh, std::string en) {
  return {errc::bad_option, {std::move(zh), std::move(en)}, {}};
}

bool is_year(std::string_view text) {
  int year = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && year > 0 &&
         year < 10000;
}

// By date: a value of the parameter's type. By year or code: a context of such values.
bool fits(const types::typed_parameter& of, const value& given) {
  if (of.from->by == model::selector::date) return types::fits(given, of.of);
  const auto* entries = given.get_if<value::context>();
  if (entries == nullptr) return false;
  return std::all_of(entries->begin(), entries->end(), [&](const auto& entry) {
    const bool named = of.from->by == model::selector::code || is_year(entry.first);
    return named && types::fits(entry.second, of.of);
  });
}

// Values from outside, checked against the types that the rule set's own entries have: while
// matching nothing can fail to fit any more.
result<std::map<std::uint32_t, value>> overrides(const types::typed_rules& rules,
                                                 const parameter_values& given) {
  std::map<std::uint32_t, value> made;
  for (const auto& entry : given) {
    const auto& name = entry.first;
    const auto found = std::find_if(
        rules.parameters.begin(), rules.parameters.end(),
        [&](const types::typed_parameter& each) { return each.from->id.text == name; });
    if (found == rules.parameters.end()) {
      return bad_option("没有参数 `" + name + "`", "no parameter `" + name + "`");
    }
    if (!fits(*found, entry.second)) {
      return bad_option("参数 `" + name + "` 的值不合类型",
                        "the value of the parameter `" + name + "` does not fit its type");
    }
    made[static_cast<std::uint32_t>(found - rules.parameters.begin())] = entry.second;
  }
  return made;
}

}  // namespace

// Everything that can be refused is refused before the plan is made; a plan of a rule set without
// errors always exists.
result<matcher> rule_set::bind(date as_of, const bind_options& options) const {
  if (!as_of.ok()) return bad_option("没有这一天", "there is no such day");
  const int year = options.year.value_or(static_cast<int>(as_of.year()));
  if (year < 1 || year > 9999)
    return bad_option("年度须在 1 至 9999 之间", "a year lies in 1 to 9999");
  auto parameters = overrides(*held_->typed, options.parameters);
  if (!parameters) return parameters.error();
  plan::binding on;
  on.as_of = as_of;
  on.year = year;
  on.parameters = std::move(*parameters);
  if (options.policies != "*") {
    on.chosen = [glob = options.policies](const std::string& id) {
      return api::matches_glob(glob, id);
    };
  }
  auto planned = plan::from_types(held_->typed, on);
  std::vector<const policy*> not_in_force;
  for (const auto index : planned->not_in_force) not_in_force.push_back(&held_->policies[index]);
  return matcher(std::make_shared<const api::bound>(
      api::bound{*this, std::move(on), std::move(planned), std::move(not_in_force)}));
}

}  // namespace v1
}  // namespace sudui
