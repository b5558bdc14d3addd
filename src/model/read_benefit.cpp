// What a policy offers. The kind decides what else must be said: money needs an amount, an amount
// of money needs a rounding rule, and a right has no amount at all.
//
// Tested by tests/unit/model/read_benefit_test.cpp and the mistakes in tests/data/rules/bad.
#include "model/read_benefit.hpp"

#include <map>
#include <utility>

#include "model/names.hpp"
#include "model/read_amount.hpp"
#include "model/read_clauses.hpp"
#include "model/read_formula.hpp"
#include "model/read_unit.hpp"
#include "model/units.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// Kinds whose amount is money unless they say another unit.
bool is_money_kind(benefit_kind kind) {
  switch (kind) {
    case benefit_kind::cash:
    case benefit_kind::tax:
    case benefit_kind::deduction:
    case benefit_kind::deferral:
    case benefit_kind::voucher:
    case benefit_kind::loan:
      return true;
    default:
      return false;
  }
}

// Kinds that are nothing without an amount. A loan or a deferral may be granted without saying how
// much.
bool must_have_amount(benefit_kind kind) {
  return kind == benefit_kind::cash || kind == benefit_kind::tax || kind == benefit_kind::deduction;
}

// A right or a title is had or not had.
bool may_have_amount(benefit_kind kind) {
  return kind != benefit_kind::right && kind != benefit_kind::recognition;
}

bool has_amount(mapping_reader& keys) {
  return keys.has("amount") || keys.has("up_to") || keys.has("tiers") || keys.has("bands");
}

// Asked once the kind is known: a word that is no kind has been reported, and what it would have
// needed is anybody's guess.
void check_amount(mapping_reader& keys, const benefit& read) {
  const bool is_given = has_amount(keys);
  const std::string kind(to_word(read.kind));
  if (is_given && !may_have_amount(read.kind)) {
    keys.in().report(message::amount_not_for_kind, keys.get("kind")->where, {kind});
  }
  if (!is_given && must_have_amount(read.kind)) {
    keys.in().report(message::missing_amount, keys.place(), {kind});
  }
  if (is_given && !keys.has("round") && is_money(read.unit.text)) {
    keys.in().report(message::missing_round, keys.place());
  }
}

// Keys that speak of an amount or of items need one.
void check_dependents(mapping_reader& keys) {
  keys.refuse_alone("clauses", "for_each");
  keys.refuse_alone("total_at_most", "for_each");
  if (has_amount(keys)) return;
  for (const std::string_view key : {"at_most", "at_least", "round", "total_at_most"}) {
    keys.refuse_alone(key, "amount");
  }
}

void read_items(mapping_reader& keys, const cite_scope& scope, benefit& into) {
  const tree* each = keys.get("for_each");
  if (each != nullptr) {
    iteration over = read_iteration(*each, "for_each", keys.in());
    into.variable = std::move(over.variable);
    into.for_each = std::move(over.list);
  }
  if (keys.has("clauses")) into.clauses = read_clauses(keys, {scope.sources, into.cite});
  into.total_limits = limits_of(keys, "total_at_most", "total_at_least", into.cite);
}

void read_kind(mapping_reader& keys, benefit& into) {
  const bool is_said = keys.require("kind") != nullptr;
  into.kind = keys.word("kind", benefit_kind::right);
  const bool is_known = is_said && keys.get("kind")->text() == to_word(into.kind);
  into.unit = read_unit(keys);
  if (into.unit.text.empty() && is_money_kind(into.kind)) into.unit = {"元", keys.place()};
  if (is_known) check_amount(keys, into);
}

benefit read_benefit(const tree& from, bool is_one_of_many, const cite_scope& scope,
                     const reading& in) {
  mapping_reader keys(from, "benefit", in);
  benefit read;
  read.where = from.where;
  read.id = is_one_of_many ? keys.required_name("benefit") : keys.name_of("benefit");
  check_word_id(read.id, in);
  read.label = keys.label();
  read.cite = require_cite(keys, scope, {"优惠内容", "the benefit"});
  read_items(keys, scope, read);
  read_amount(keys, read);
  read.limits = limits_of(keys, "at_most", "at_least", read.cite);
  read_round(keys, read);
  read_kind(keys, read);
  check_dependents(keys);
  keys.finish();
  return read;
}

void check_unique(const std::vector<benefit>& all, const reading& in) {
  std::map<std::string_view, text::span> seen;
  for (const benefit& each : all) {
    if (each.id.text.empty()) continue;
    const auto [first, is_new] = seen.emplace(each.id.text, each.id.where);
    if (is_new) continue;
    in.report(message::duplicate_id, each.id.where,
              {text::both("优惠", "benefit"), each.id.text, in.place(first->second)});
  }
}

}  // namespace

std::vector<benefit> read_benefits(mapping_reader& keys, const cite_scope& scope) {
  std::vector<benefit> all;
  keys.refuse_both("benefit", "benefits");
  if (keys.has("benefits")) {
    const std::vector<tree>& items = keys.items("benefits");
    all.reserve(items.size());
    for (const tree& item : items) {
      all.push_back(read_benefit(item, items.size() > 1, scope, keys.in()));
    }
    check_unique(all, keys.in());
  } else if (const tree* only = keys.require("benefit")) {
    all.push_back(read_benefit(*only, false, scope, keys.in()));
  }
  return all;
}

}  // namespace sudui::model
