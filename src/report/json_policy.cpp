// A policy as JSON, with every version.
//
// Tested by tests/unit/report/json_policy_test.cpp.
#include <sudui/report.hpp>

#include "report/json_parts.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

// Formula, citation and place as written, then the children of a group.
void write(json_writer& out, const clause& from) {
  out.open_object().key("clause").text(from.id).key("group").text(key_of(from.what));
  write_given(out, "label", from.label);
  if (from.veto) out.key("veto").flag(true);
  write_given(out, "formula", from.formula);
  write_grounds(out, from.cite, from.where);
  if (!from.children.empty()) {
    out.key("clauses").open_array();
    for (const clause& each : from.children) write(out, each);
    out.close_array();
  }
  out.close_object();
}

// The formula is for people; a program asks a matcher for amounts.
void write(json_writer& out, const benefit& from) {
  out.open_object();
  write_given(out, "benefit", from.id);
  out.key("kind").text(from.kind);
  write_given(out, "label", from.label);
  write_given(out, "unit", from.unit);
  write_given(out, "formula", from.formula);
  out.key("has_amount").flag(from.has_amount).key("per_item").flag(from.is_per_item);
  write_grounds(out, from.cite, from.where);
  out.close_object();
}

void write(json_writer& out, const policy_version& from) {
  out.open_object();
  write_version(out, from);
  out.key("clauses").open_array();
  for (const clause& each : from.clauses) write(out, each);
  out.close_array().key("benefits").open_array();
  for (const benefit& each : from.benefits) write(out, each);
  out.close_array().close_object();
}

// All versions, also those of the past: whoever replays an old decision reads the rule as it was.
std::string document_of(const policy& what) {
  json_writer out;
  out.open_object().key("policy").text(what.id);
  if (what.entry) out.key("entry").whole(*what.entry);
  out.key("title");
  write(out, what.title);
  write_given(out, "authority", what.authority);
  out.key("level").text(what.level).key("timing").text(what.timing).key("tags").open_array();
  for (const std::string& each : what.tags) out.text(each);
  out.close_array().key("versions").open_array();
  for (const policy_version& each : what.versions) write(out, each);
  out.close_array();
  write_given(out, "where", what.where);
  out.close_object();
  return out.take();
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_json(const policy& what) { return report::document_of(what); }

}  // namespace v1
}  // namespace sudui
