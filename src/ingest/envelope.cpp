// A value may be sent bare or in an envelope that says its unit, its period, who delivered it and
// whether it is known at all. `source_dept` and `observed_at` are let through for the records of
// the sender; the engine does not need them.
//
// A mapping is an envelope when it has a key `value` or `status`, unless the value wanted is a
// record that has a member of that name itself: then every key must be an envelope's and none a
// member's.
//
// Tested by tests/unit/ingest/envelope_test.cpp.
#include "ingest/envelope.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/suggest.hpp"

namespace sudui::ingest {
namespace {

using text::message;

constexpr std::string_view statuses[] = {"known", "missing", "conflict", "not_applicable"};

bool is_key(std::string_view name) {
  return std::find(std::begin(envelope_keys), std::end(envelope_keys), name) !=
         std::end(envelope_keys);
}

bool is_member(std::string_view name, const types::type& of) {
  return std::any_of(of.members->begin(), of.members->end(),
                     [&](const types::member& each) { return each.name == name; });
}

value_status status_of(const text::tree* said, const place& where, text::sink& out) {
  if (said == nullptr || said->is_null()) return value_status::known;
  const auto* found = std::find(std::begin(statuses), std::end(statuses), said->text());
  if (said->is_scalar() && found != std::end(statuses)) {
    return static_cast<value_status>(found - std::begin(statuses));
  }
  out.report(message::profile_unknown_status, said->where,
             {where.to_string(), std::string(said->text()),
              std::string(text::nearest(said->text(), statuses))});
  return value_status::missing;
}

void check_keys(const text::tree& what, const place& where, text::sink& out) {
  for (const auto& each : what.entries) {
    if (is_key(each.key)) continue;
    out.report(message::unknown_envelope_key, each.key_where,
               {where.to_string(), each.key, std::string(text::nearest(each.key, envelope_keys))});
  }
}

}  // namespace

bool is_envelope(const text::tree& what, const types::type& of) {
  if (!what.is_mapping()) return false;
  if (what.find("value") == nullptr && what.find("status") == nullptr) return false;
  if (!of.is(types::type_kind::record)) return true;
  return std::all_of(what.entries.begin(), what.entries.end(), [&](const auto& each) {
    return is_key(each.key) && !is_member(each.key, of);
  });
}

envelope open_envelope(const text::tree& what, const place& where, text::sink& out) {
  check_keys(what, where, out);
  envelope made;
  made.status = status_of(what.find("status"), where, out);
  made.unit = what.find("unit");
  made.period = what.find("period");
  if (made.status != value_status::known) return made;
  made.held = what.find("value");
  if (made.held == nullptr)
    out.report(message::envelope_without_value, what.where, {where.to_string()});
  return made;
}

}  // namespace sudui::ingest
