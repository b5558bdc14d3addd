// One name space for fields, parameters and definitions: a formula that says `staff` must mean one
// thing.
//
// Tested by tests/unit/types/scope_test.cpp.

#include "types/catalog.hpp"

#include <algorithm>

#include "text/suggest.hpp"
#include "types/builtins.hpp"

namespace sudui::types {

// Fields come first: a parameter or definition that bears a field's name or label is reported where
// it stands, and so is the second of two.
catalog::catalog(const model::rule_set& rules, const schema& dictionary,
                 std::vector<typed_parameter>& parameters, text::sink& out)
    : rules_(rules), dictionary_(dictionary), parameters_(parameters) {
  names_.reserve(rules.parameters.size() + rules.definitions.size());
  const auto add = [&](const model::name& id, kind what, std::size_t index) {
    const auto clash = dictionary_.find(id.text);
    const bool is_new =
        names_.emplace(id.text, entry{what, static_cast<std::uint32_t>(index)}).second;
    if (clash || !is_new) out.report(text::message::name_defined_twice, id.where, {id.text});
  };
  for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
    add(rules.parameters[i].id, kind::parameter, i);
  }
  for (std::size_t i = 0; i < rules.definitions.size(); ++i) {
    add(rules.definitions[i].id, kind::definition, i);
  }
  parameter_used.resize(rules.parameters.size());
  definition_used.resize(rules.definitions.size());
}

std::optional<catalog::entry> catalog::find(std::string_view name) const {
  if (const auto found = names_.find(name); found != names_.end()) return found->second;
  if (const auto field = dictionary_.find(name)) return entry{kind::field, *field};
  return std::nullopt;
}

// Everything a formula could have meant, functions and local names included.
std::string_view catalog::nearest(std::string_view name,
                                  const std::vector<std::string_view>& locals) const {
  auto candidates = dictionary_.names();
  const auto fields = static_cast<std::ptrdiff_t>(candidates.size());
  for (const auto& [known, where] : names_) candidates.push_back(known);
  std::sort(candidates.begin() + fields, candidates.end());
  for (const auto& each : builtins()) candidates.push_back(each.name);
  for (const auto each : special_functions()) candidates.push_back(each);
  candidates.insert(candidates.end(), {"year", "as_of"});
  candidates.insert(candidates.end(), locals.begin(), locals.end());
  return text::nearest(name, candidates);
}

}  // namespace sudui::types
