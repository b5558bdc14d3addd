// Lines of decision logs, and the one written form of a company that digests are made of.
//
// A line lists the policies that are eligible or undetermined; every other policy in force was
// ineligible, and `decided` tells how many there were. The profile stands last, so that a reader
// may cut it out of the line byte for byte.
//
// Tested by tests/api/audit_test.cpp.
#include "report/json_log.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "report/json_decisions.hpp"
#include "report/json_parts.hpp"

namespace sudui::report {
namespace {

void write_canonical(json_writer& out, const value& what);

void write_entries(json_writer& out, const value::context& entries) {
  std::vector<const value::context::value_type*> sorted;
  sorted.reserve(entries.size());
  for (const auto& each : entries) {
    if (!each.second.is_unknown()) sorted.push_back(&each);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  out.open_object();
  for (const auto* each : sorted) {
    out.key(each->first);
    write_canonical(out, each->second);
  }
  out.close_object();
}

// As profiles are read: unknown items keep their place in a list, null says that there is no such
// thing.
void write_canonical(json_writer& out, const value& what) {
  if (what.is_unknown()) {
    out.null();
  } else if (what.is_null()) {
    out.open_object().key("status").text("not_applicable").close_object();
  } else if (const auto* number = what.get_if<decimal>()) {
    out.number(*number);
  } else if (const auto* entries = what.get_if<value::context>()) {
    write_entries(out, *entries);
  } else if (const auto* items = what.get_if<value::list>()) {
    out.open_array();
    for (const auto& each : *items) write_canonical(out, each);
    out.close_array();
  } else {
    write(out, what);
  }
}

void write_years(json_writer& out, const value& what, int year) {
  if (what.get_if<value::context>() != nullptr) return write_canonical(out, what);
  out.open_object().key(std::to_string(year));
  write_canonical(out, what);
  out.close_object();
}

// What is not said is taken for personal.
int level_of(const std::string& sensitivity) {
  return sensitivity.size() == 2 ? sensitivity[1] - '0' : 2;
}

}  // namespace

std::string canonical_of(const types::schema& dictionary, const profile& company, int year,
                         int mask_from, bool& masked) {
  std::map<std::string_view, std::pair<const model::field*, const value*>> fields;
  for (const auto& entry : company.entries()) {
    const auto index = dictionary.find(entry.name);
    if (!index) continue;
    const auto* from = dictionary[*index].from;
    fields[from->id.text] = {from, &entry.held};  // the last one counts, as it does in matching
  }
  json_writer out;
  out.open_object();
  for (const auto& [name, what] : fields) {
    const auto& [from, held] = what;
    if (held->is_unknown()) continue;
    out.key(name);
    if (level_of(from->sensitivity) >= mask_from) {
      masked = true;
      const std::string level = from->sensitivity.empty() ? "S2" : from->sensitivity;
      out.open_object().key("masked").text(level).close_object();
    } else if (from->per == model::period::none) {
      write_canonical(out, *held);
    } else {
      write_years(out, *held, year);
    }
  }
  out.close_object();
  return out.take();
}

std::string brief_of(const decision& from) {
  json_writer out;
  write_brief(out, from);
  return out.take();
}

std::string log_line_of(const matcher& by, const decisions& made, const logged& what) {
  json_writer out;
  out.open_object().key("log").whole(1).key("id").text(what.id);
  write_basis(out, by.as_of(), by.year(), by.rules().digest());
  out.key("profile_digest").text(what.profile_digest).key("masked").flag(what.masked);
  out.key("decided").whole(made.all().size()).key("decisions").open_array();
  for (const auto& each : made.all()) {
    if (each.verdict != verdict::ineligible) write_brief(out, each);
  }
  out.close_array().close_object();
  auto line = out.take();
  line.pop_back();
  return line.append(",\"profile\":").append(what.profile).append("}");
}

}  // namespace sudui::report
