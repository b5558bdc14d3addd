// One company: every name is looked up, every value read as its field asks. The profile bears the
// names of the dictionary, whatever alias was written.
//
// Tested by tests/unit/ingest/company_of_test.cpp.
#include "ingest/company_of.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/scalar_of.hpp"
#include "ingest/value_reader.hpp"

namespace sudui::ingest {

using text::message;

profile company_of(const text::tree& what, field_names& names, text::sink& out) {
  profile made;
  if (!what.is_mapping()) {
    out.report(message::profile_not_mapping, what.where, {description_of(what)});
    return made;
  }
  value_reader reader(out);
  std::set<std::uint32_t> seen;  // fields; the keys may be aliases of them
  std::set<std::string_view> keys;
  for (const auto& [key, key_where, held] : what.entries) {
    if (!keys.insert(key).second) continue;  // reported by the reader of the text
    const auto index = names.find(key);
    if (!index) {
      out.report(message::profile_unknown_field, key_where, {key, names.nearest(key)});
      continue;
    }
    const types::field_entry& field = names.dictionary()[*index];
    if (!seen.insert(*index).second) {
      out.report(message::profile_given_twice, key_where, {field.from->id.text});
    } else if (auto of_field = reader.field(held, field)) {
      made.set(field.from->id.text, *std::move(of_field));
    }
  }
  return made;
}

}  // namespace sudui::ingest
