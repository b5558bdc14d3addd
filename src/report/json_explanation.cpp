// An explanation as JSON: the same tree as the text, with exact digits and places in the rule
// files.
//
// Tested by tests/unit/report/json_explanation_test.cpp.
#include <sudui/report.hpp>

#include "report/json_decisions.hpp"
#include "report/json_parts.hpp"
#include "report/json_standing.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

// The distance is a figure with its unit, and what is counted in it where that is not the left
// side.
void write_comparison(json_writer& out, const step& from) {
  write_given(out, "relation", from.relation);
  if (!from.distance) return;
  out.key("distance").text(from.distance->to_string());
  write_given(out, "distance_unit", from.distance_unit);
  write_given(out, "distance_of", from.distance_of);
}

// A step with what it was made of. Keys that say nothing about this kind of step are left out.
void write(json_writer& out, const step& from) {
  out.open_object().key("step").text(key_of(from.what));
  write_given(out, "label", from.label);
  write_given(out, "formula", from.formula);
  if (from.year) out.key("year").whole(*from.year);
  out.key("result");
  write(out, from.result);
  write_given(out, "unit", from.unit);
  write_given(out, "why_null", from.why_null);
  write_given(out, "holder", from.holder);
  write_comparison(out, from);
  if (from.what == step::kind::quantifier) {
    out.key("items").whole(from.item_count).key("items_met").whole(from.items_met);
    out.key("items_unknown").whole(from.items_unknown);
  }
  const bool may_change = from.what == step::kind::limit || from.what == step::kind::rounding;
  if (may_change) out.key("takes_effect").flag(from.bit);
  write_grounds(out, from.cite, from.where);
  if (!from.parts.empty()) {
    out.key("parts").open_array();
    for (const step& part : from.parts) write(out, part);
    out.close_array();
  }
  out.close_object();
}

// A clause in its tree: outcome, why, what is missing, then its children.
void write(json_writer& out, const clause_explanation& from) {
  out.open_object().key("clause").text(from.of->id);
  if (from.of->what != clause::kind::require) out.key("group").text(key_of(from.of->what));
  write_given(out, "label", from.of->label);
  if (from.of->veto) out.key("veto").flag(true);
  out.key("outcome").text(key_of(from.held));
  write_given(out, "formula", from.of->formula);
  write_grounds(out, from.of->cite, from.of->where);
  if (from.because) {
    out.key("because");
    write(out, *from.because);
  }
  if (!from.missing.empty()) {
    out.key("missing");
    write(out, std::span<const missing_input>(from.missing));
  }
  if (!from.children.empty()) {
    out.key("clauses").open_array();
    for (const clause_explanation& each : from.children) write(out, each);
    out.close_array();
  }
  out.close_object();
}

// A grant with its steps in the order applied; lines only of what pays by item.
void write(json_writer& out, const grant_explanation& from) {
  out.open_object();
  write_given(out, "benefit", from.of->id);
  out.key("kind").text(from.of->kind);
  write_given(out, "label", from.of->label);
  write_given(out, "unit", from.of->unit);
  out.key("amount");
  write(out, from.how_much, from.of->places);
  write_given(out, "formula", from.of->formula);
  write_given(out, "cite", from.of->cite);
  out.key("steps").open_array();
  for (const step& each : from.steps) write(out, each);
  out.close_array();
  if (from.of->is_per_item) {
    out.key("items").open_array();
    for (const item_line& each : from.lines) write(out, each, from.of->places);
    out.close_array();
  }
  out.key("missing");
  write(out, std::span<const missing_input>(from.missing));
  out.close_object();
}

void write_verdict(json_writer& out, const explanation& from) {
  out.key("in_force").flag(from.version != nullptr);
  if (from.version == nullptr) return;
  write_version(out, *from.version);
  out.key("verdict").text(key_of(from.verdict));
}

std::string document_of(const explanation& why) {
  json_writer out;
  out.open_object();
  write_basis(out, why.as_of, why.year, why.digest);
  out.key("policy").text(why.of->id).key("title");
  write(out, why.of->title);
  write_verdict(out, why);
  out.key("clauses").open_array();
  for (const clause_explanation& each : why.clauses) write(out, each);
  out.close_array().key("grants").open_array();
  for (const grant_explanation& each : why.grants) write(out, each);
  out.close_array().key("missing");
  write(out, std::span<const missing_input>(why.missing));
  write_standing(out, why.standing, why.effects);
  out.close_object();
  return out.take();
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string to_json(const explanation& why) { return report::document_of(why); }

}  // namespace v1
}  // namespace sudui
