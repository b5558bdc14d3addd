// Decisions as JSON, complete for one company and brief for the rows of a batch. Everything that is
// needed to repeat the decision stands at its head: the dates, the digest of the rules and the
// version of the engine.
//
// Tested by tests/unit/report/json_decisions_test.cpp.
#include "report/json_decisions.hpp"

#include <sudui/version.hpp>

#include "report/json_parts.hpp"
#include "report/json_standing.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

void write_grant(json_writer& out, const grant& from) {
  out.open_object();
  write_given(out, "benefit", from.what->id);
  out.key("kind").text(from.what->kind);
  write_given(out, "label", from.what->label);
  write_given(out, "unit", from.what->unit);
  out.key("amount");
  write(out, from.how_much, from.what->places);
  if (from.what->is_per_item) {
    out.key("items").open_array();
    for (const item_line& each : from.lines) write(out, each, from.what->places);
    out.close_array();
  }
  out.close_object();
}

// Clauses stand flat, in the order of the outcomes; the tree of groups is in the explanation.
void write_clauses(json_writer& out, const decision& from) {
  const auto clauses = in_order(from.version->clauses);
  out.key("clauses").open_array();
  for (std::size_t i = 0; i < clauses.size() && i < from.clauses.size(); ++i) {
    out.open_object().key("clause").text(clauses[i]->id);
    if (clauses[i]->what != clause::kind::require) out.key("group").text(key_of(clauses[i]->what));
    write_given(out, "label", clauses[i]->label);
    out.key("outcome").text(key_of(from.clauses[i])).close_object();
  }
  out.close_array();
}

// One decision in full. `missing` settles the verdict, `amount_missing` the amounts; both are
// always there, so that a reader need not ask for them.
void write_decision(json_writer& out, const decision& from) {
  out.open_object().key("policy").text(from.of->id).key("title");
  write(out, from.of->title);
  write_given(out, "authority", from.of->authority);
  out.key("level").text(from.of->level).key("verdict").text(key_of(from.verdict));
  write_standing(out, *from.version);
  out.key("in_force");
  write(out, from.version->days);
  write_clauses(out, from);
  out.key("grants").open_array();
  for (const grant& each : from.grants) write_grant(out, each);
  out.close_array();
  out.key("missing");
  write(out, from.missing);
  out.key("amount_missing");
  write(out, from.amount_missing);
  write_standing(out, from.standing, from.effects);
  out.close_object();
}

// What a batch needs of a grant: its kind, its unit and how much.
void write_brief_grant(json_writer& out, const grant& from) {
  out.open_object();
  write_given(out, "benefit", from.what->id);
  out.key("kind").text(from.what->kind);
  write_given(out, "unit", from.what->unit);
  out.key("amount");
  write(out, from.how_much, from.what->places);
  out.close_object();
}

void write_names(json_writer& out, std::string_view key, std::span<const missing_input> all) {
  if (all.empty()) return;
  out.key(key).open_array();
  for (const missing_input& each : all) out.text(each.name());
  out.close_array();
}

}  // namespace

void write_basis(json_writer& out, date as_of, int year, std::string_view digest) {
  out.key("as_of").text(to_string(as_of)).key("year").whole(year);
  out.key("digest").text(digest).key("engine").text(SUDUI_VERSION);
}

// All decisions of one company with what is needed to repeat them, and the policies that were not
// in force.
std::string json_of(const answer& what) {
  json_writer out;
  out.open_object();
  write_basis(out, what.as_of, what.year, what.digest);
  write_given(out, "profile_digest", what.profile_digest);
  out.key("rules").open_object().key("title");
  write(out, what.title);
  out.key("version").text(what.version).close_object();
  out.key("decisions").open_array();
  for (const decision& each : what.decisions) {
    if (each.verdict >= what.least) write_decision(out, each);
  }
  out.close_array();
  write_results(out, what.groups);
  out.key("not_in_force").open_array();
  for (const policy* each : what.not_in_force) out.text(each->id);
  out.close_array().close_object();
  return out.take();
}

void write_brief(json_writer& out, const decision& from) {
  out.open_object().key("policy").text(from.of->id).key("verdict").text(key_of(from.verdict));
  if (!from.grants.empty()) {
    out.key("grants").open_array();
    for (const grant& one : from.grants) write_brief_grant(out, one);
    out.close_array();
  }
  write_names(out, "missing", from.missing);
  write_names(out, "amount_missing", from.amount_missing);
  write_standing(out, from.standing, from.effects);
  out.close_object();
}

// One company of a batch: verdicts and amounts, inputs by name. What is empty is left out, since
// there may be millions of lines.
void write_brief(json_writer& out, std::span<const decision> all, verdict least) {
  out.open_array();
  for (const decision& each : all) {
    if (each.verdict >= least) write_brief(out, each);
  }
  out.close_array();
}

}  // namespace sudui::report
