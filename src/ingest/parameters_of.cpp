// Parameters from outside: the figure of a city that no rule set knows yet, or another one to try
// out.
//
//   city_tax_growth: {2021: 8%, 2022: unknown}     by year
//   minimum_wage: {"320400": 2490}                 by code
//   reward_rate: 30%                               by date: the value on every day
//
// Tested by tests/unit/ingest/parameters_of_test.cpp.
#include "ingest/parameters_of.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ingest/scalar_of.hpp"
#include "ingest/value_reader.hpp"
#include "ingest/year_word.hpp"
#include "text/suggest.hpp"

namespace sudui::ingest {
namespace {

using text::message;
using text::tree;

const types::typed_parameter* find_parameter(const types::typed_rules& rules,
                                             std::string_view name) {
  const auto found = std::find_if(
      rules.parameters.begin(), rules.parameters.end(), [&](const types::typed_parameter& each) {
        return each.from->id.text == name || each.from->label.zh == name;
      });
  return found == rules.parameters.end() ? nullptr : &*found;
}

std::string nearest_parameter(const types::typed_rules& rules, std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& each : rules.parameters) names.emplace_back(each.from->id.text);
  return std::string(text::nearest(name, names));
}

// The parts of a dictionary entry that a parameter has too, so that units are checked alike.
model::field field_of(const model::parameter& from) {
  model::field made;
  made.id = from.id;
  made.unit = from.unit;
  return made;
}

class parameter_reader {
 public:
  parameter_reader(const types::typed_parameter& from, text::sink& out)
      : from_(*from.from), as_field_(field_of(*from.from)), of_(from.of), out_(out) {}

  [[nodiscard]] value read(const tree& what) {
    const place where{nullptr, from_.id.text, {}, {}};
    if (from_.by == model::selector::date) return one(what, where);
    if (what.is_mapping()) return many(what, where);
    const bool by_year = from_.by == model::selector::year;
    out_.report(by_year ? message::parameter_needs_years : message::parameter_needs_codes,
                what.where, {from_.id.text, description_of(what)});
    return {};
  }

 private:
  [[nodiscard]] value one(const tree& what, const place& where) {
    const bool is_unknown = what.is_scalar() && what.text() == "unknown";
    return is_unknown ? value()
                      : value_reader(out_).read(what, {of_, &as_field_}, where).value_or(value());
  }

  [[nodiscard]] value many(const tree& what, const place& where) {
    value::context made;
    std::set<std::string_view> seen;
    for (const auto& [key, key_where, held] : what.entries) {
      const place inner{&where, {}, {}, key};
      if (from_.by == model::selector::year && !is_year_word(key)) {
        out_.report(message::profile_not_a_year, key_where, {where.to_string(), key});
      } else if (!seen.insert(key).second) {
        continue;  // reported by the reader of the text
      } else {
        made.emplace_back(key, one(held, inner));
      }
    }
    return made;
  }

  const model::parameter& from_;
  model::field as_field_;
  const types::type& of_;
  text::sink& out_;
};

}  // namespace

parameter_values parameters_of(const tree& what, const types::typed_rules& rules, text::sink& out) {
  parameter_values made;
  if (!what.is_mapping()) {
    if (!what.is_null()) {
      out.report(message::parameters_not_mapping, what.where, {description_of(what)});
    }
    return made;
  }
  for (const auto& [key, key_where, held] : what.entries) {
    const types::typed_parameter* known = find_parameter(rules, key);
    if (known == nullptr) {
      out.report(message::unknown_parameter_name, key_where, {key, nearest_parameter(rules, key)});
      continue;
    }
    made.emplace_back(known->from->id.text, parameter_reader(*known, out).read(held));
  }
  return made;
}

}  // namespace sudui::ingest
