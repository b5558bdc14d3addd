// The rule_set handle: views of what load made, and bind, which fixes day and year and compiles the
// plan.
//
// Tested by tests/api/rule_set_test.cpp and tests/api/bind_test.cpp.

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "api/bound.hpp"
#include "text/glob.hpp"
#include "types/cells.hpp"

namespace sudui {
inline namespace v1 {

std::span<const policy> rule_set::policies() const noexcept { return held_->policies; }
std::span<const group> rule_set::groups() const noexcept { return held_->groups; }
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

namespace api {

// Everything that can be refused is refused before the plan is made; a plan of a rule set without
// errors always exists.
result<matcher> bind(const rule_set& rules, date as_of, const bind_options& options,
                     std::function<bool(const std::string&)> chosen) {
  if (!as_of.ok()) return bad_option("没有这一天", "there is no such day");
  const int year = options.year.value_or(static_cast<int>(as_of.year()));
  if (year < 1 || year > 9999)
    return bad_option("年度须在 1 至 9999 之间", "a year lies in 1 to 9999");
  const auto& held = rules.held();
  auto parameters = overrides(*held.typed, options.parameters);
  if (!parameters) return parameters.error();
  plan::binding on;
  on.as_of = as_of;
  on.year = year;
  on.parameters = std::move(*parameters);
  on.chosen = std::move(chosen);
  auto planned = plan::from_types(held.typed, on);
  std::vector<const policy*> not_in_force;
  for (const auto index : planned->not_in_force) not_in_force.push_back(&held.policies[index]);
  auto groups = std::make_shared<const portfolio::program>(portfolio::compile(planned));
  return matcher(std::make_shared<const api::bound>(api::bound{
      rules, std::move(on), std::move(planned), std::move(not_in_force), std::move(groups)}));
}

}  // namespace api

result<matcher> rule_set::bind(date as_of, const bind_options& options) const {
  std::function<bool(const std::string&)> chosen;
  if (options.policies != "*") {
    chosen = [glob = options.policies](const std::string& id) {
      return text::matches_glob(glob, id);
    };
  }
  return api::bind(*this, as_of, options, std::move(chosen));
}

}  // namespace v1
}  // namespace sudui
