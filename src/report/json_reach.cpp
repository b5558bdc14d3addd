// What would have to change, as JSON: the clauses that fail with their distances, and for each
// field that may move how far, or that no value does.
//
// Tested by tests/api/reach_test.cpp.
#include <sudui/reach.hpp>

#include "report/json_decisions.hpp"
#include "report/json_parts.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

std::string_view word_of(reach_state what) {
  switch (what) {
    case reach_state::reached:
      return "reached";
    case reach_state::settles:
      return "settles";
    case reach_state::never:
      return "never";
    case reach_state::unproven:
      break;
  }
  return "unproven";
}

void write_bounds(json_writer& out, const field_reach& from) {
  if (!from.step) return;
  out.key("searched").open_object().key("low").text(from.low->to_string());
  out.key("high").text(from.high->to_string());
  out.key("step").text(from.step->to_string()).close_object();
}

void write(json_writer& out, const field_reach& from) {
  out.open_object().key("field").text(from.what->name);
  if (from.year) out.key("year").whole(*from.year);
  write_given(out, "label", from.what->label);
  write_given(out, "unit", from.what->unit);
  out.key("from");
  write(out, from.from);
  out.key("state").text(word_of(from.is));
  if (!from.to.is_unknown()) {
    out.key("to");
    write(out, from.to);
    if (from.by) out.key("by").text(from.by->to_string());
    out.key("smallest").flag(from.is_smallest);
  }
  write_bounds(out, from);
  out.close_object();
}

void write(json_writer& out, const std::vector<field_reach>& all) {
  out.open_array();
  for (const auto& each : all) write(out, each);
  out.close_array();
}

void write(json_writer& out, const clause_reach& from) {
  out.open_object().key("clause").text(from.of->id);
  write_given(out, "label", from.of->label);
  out.key("outcome").text(key_of(from.held)).key("wanted").text(key_of(from.wanted));
  write_given(out, "formula", from.of->formula);
  if (from.distance) {
    out.key("distance").text(from.distance->to_string());
    write_given(out, "distance_unit", from.distance_unit);
    write_given(out, "distance_of", from.distance_of);
  }
  write_grounds(out, from.of->cite, from.of->where);
  out.key("reads");
  write(out, std::span<const missing_input>(from.reads));
  out.key("moves");
  write(out, from.moves);
  out.close_object();
}

std::string document_of(const reach_answer& what) {
  json_writer out;
  out.open_object();
  write_basis(out, what.by.as_of(), what.by.year(), what.by.rules().digest());
  out.key("policy").text(what.of->id).key("title");
  write(out, what.of->title);
  out.key("in_force").flag(what.version != nullptr);
  if (what.version != nullptr) out.key("verdict").text(key_of(what.verdict));
  out.key("failing").open_array();
  for (const auto& each : what.failing) write(out, each);
  out.close_array().key("fields");
  write(out, what.fields);
  out.close_object();
  return out.take();
}

std::string document_of(const what_if_answer& what, const matcher& by) {
  json_writer out;
  out.open_object();
  write_basis(out, by.as_of(), by.year(), by.rules().digest());
  out.key("changed").open_array();
  for (const auto i : what.changed) {
    const auto& before = what.before.all()[i];
    out.open_object().key("policy").text(before.of->id).key("title");
    write(out, before.of->title);
    out.key("before");
    write_brief(out, before);
    out.key("after");
    write_brief(out, what.after.all()[i]);
    out.close_object();
  }
  out.close_array().close_object();
  return out.take();
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_json(const reach_answer& what) { return report::document_of(what); }

std::string to_json(const what_if_answer& what, const matcher& by) {
  return report::document_of(what, by);
}

}  // namespace v1
}  // namespace sudui
