// A profile made in a program has no text to point into: its findings have no place, and name the
// field.
//
// Tested by tests/api/match_test.cpp.

#include "api/check_profile.hpp"

#include <algorithm>
#include <charconv>

#include "text/sink.hpp"
#include "text/suggest.hpp"
#include "types/cells.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

namespace {

bool is_year(std::string_view name) {
  int year = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), year);
  return read.ec == std::errc() && read.ptr == name.data() + name.size();
}

// A yearly field may be given as one value, which is that of the assessment year, or as a context
// of years.
bool fits_field(const value& held, const types::field_entry& entry) {
  if (entry.from->per == model::period::none || types::fits(held, entry.of)) {
    return types::fits(held, entry.of);
  }
  const auto* years = held.get_if<value::context>();
  return years != nullptr && std::all_of(years->begin(), years->end(), [&](const auto& each) {
           return is_year(each.first) && types::fits(each.second, entry.of);
         });
}

}  // namespace

// Findings do not stop a match: what does not fit is unknown there. This says beforehand what would
// be.
diagnostics check_profile(const profile& company, const types::schema& dictionary) {
  text::sink found;
  for (const auto& [name, held] : company.entries()) {
    const auto index = dictionary.find(name);
    if (!index) {
      const auto known = dictionary.names();
      found.report(text::message::profile_unknown_field, {},
                   {name, std::string(text::nearest(name, known))});
    } else if (!fits_field(held, dictionary[*index])) {
      found.report(text::message::profile_wrong_type, {},
                   {name, dictionary[*index].of.to_string(), to_string(held)});
    }
  }
  return found.render(text::sources());
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
