// The model as the public structs show it: words instead of enumerators, lines and columns instead
// of spans.
//
// Tested by tests/api/rule_set_test.cpp.

#include "api/describe.hpp"

#include <algorithm>
#include <string>

#include "model/units.hpp"
#include "model/words.hpp"

namespace sudui {
inline namespace v1 {
namespace api {

// A finding about the rule set as a whole has no place; its location is empty.
location describe(text::span where, const text::sources& files) {
  location made;
  if (!where.has_place()) return made;
  const auto& file = files[where.file];
  const auto position = file.locate(where.begin);
  made.file = file.name();
  made.line = position.line;
  made.column = position.column;
  return made;
}

// The bytes of a place on one line, as they stand in the file: a quoted formula shows its escapes.
std::string text_at(text::span where, const text::sources& files) {
  std::string made;
  if (!where.has_place()) return made;
  const auto bytes = files[where.file].bytes().substr(where.begin, where.end - where.begin);
  for (const char each : bytes) {
    const bool is_space = each == ' ' || each == '\n' || each == '\r' || each == '\t';
    if (!is_space) {
      made += each;
    } else if (!made.empty() && made.back() != ' ') {
      made += ' ';
    }
  }
  return made;
}

citation describe(const model::citation& from) {
  const auto& source = from.source();
  return {source.document, source.clause, source.url, source.note,
          std::string(model::to_word(source.status))};
}

namespace {

// A block scalar ends in a line feed that is no part of the formula.
std::string text_of(const model::formula& from) {
  std::string made(from.source().text());
  while (!made.empty() && (made.back() == '\n' || made.back() == ' ')) made.pop_back();
  return made;
}

// A clause without a citation of its own has its group's.
clause describe_clause(const model::clause& from, const citation& inherited,
                       const text::sources& files) {
  clause made;
  made.what = static_cast<clause::kind>(from.kind);
  made.id = from.id.text;
  made.label = from.label;
  made.formula = text_of(from.require);
  made.veto = from.veto;
  made.cite = from.cite.is_given() ? describe(from.cite) : inherited;
  made.where = describe(from.id.where.has_place() ? from.id.where : from.where, files);
  made.children.reserve(from.children.size());
  for (const auto& child : from.children) {
    made.children.push_back(describe_clause(child, made.cite, files));
  }
  return made;
}

// `<= 100万: 2.5%; ...: 10%`: bands in a line, for cards and listings.
std::string describe_bands(const std::vector<model::band>& bands) {
  std::string made;
  for (const auto& band : bands) {
    if (!made.empty()) made += "; ";
    made += band.to.is_given() ? "<= " + text_of(band.to) : "...";
    made += ": " + text_of(band.rate);
  }
  return made;
}

// `"bachelor": 300 * 24; "master": 500 * 24`: rows in a line.
std::string describe_tiers(const model::tiers& tiers) {
  std::string made;
  for (const auto& row : tiers.rows) {
    if (!made.empty()) made += "; ";
    for (std::size_t i = 0; i < row.tests.size(); ++i) {
      made += (i == 0 ? "" : ", ") + text_of(row.tests[i]);
    }
    made += ": " + text_of(row.amount);
  }
  if (tiers.otherwise.is_given()) made += "; ...: " + text_of(tiers.otherwise);
  return made;
}

// How the amount comes about, for people. It is not meant to be parsed again.
std::string describe_amount(const model::benefit& from) {
  if (from.amount.is_given()) return text_of(from.amount);
  if (from.up_to.is_given()) return text_of(from.up_to);
  if (from.by_tiers) return describe_tiers(*from.by_tiers);
  if (!from.bands.empty()) return text_of(from.base) + ": " + describe_bands(from.bands);
  if (!from.bands_parameter.text.empty()) {
    return "marginal(" + text_of(from.base) + ", " + from.bands_parameter.text + ")";
  }
  return {};
}

void add_limits(const std::vector<model::limit>& from, bool of_total, benefit& into) {
  for (const auto& each : from) {
    into.limits.push_back({each.is_maximum, of_total, text_of(each.amount), describe(each.cite)});
  }
}

// Places are what a reader shall see behind the point: rounding to tens leaves none.
benefit describe_benefit(const types::typed_benefit& typed, const text::sources& files) {
  const auto& from = *typed.from;
  benefit made;
  made.id = from.id.text;
  made.kind = model::to_word(from.kind);
  made.label = from.label;
  made.unit = typed.unit;
  made.formula = describe_amount(from);
  made.has_amount = typed.form != types::amount_form::none;
  made.is_per_item = typed.items.has_value();
  if (from.round) {
    made.places = std::max(0, from.round->places);
    made.rounding = decimal::scaled(1, -from.round->places).to_string() + " " +
                    std::string(model::to_word(from.round->mode));
  } else if (from.round_none) {
    made.rounding = "none";
  }
  add_limits(from.limits, false, made);
  add_limits(from.total_limits, true, made);
  if (made.is_per_item) made.items = from.variable.text + " in " + text_of(from.for_each);
  made.cite = describe(from.cite);
  made.item_clauses.reserve(from.clauses.size());
  for (const auto& each : from.clauses) {
    made.item_clauses.push_back(describe_clause(each, made.cite, files));
  }
  made.where = describe(from.where, files);
  return made;
}

// Typed, since the unit of an amount and whether there is one at all are found out while typing.
policy_version describe_version(const types::typed_version& typed, const text::sources& files) {
  const auto& from = *typed.from;
  policy_version made;
  made.days = {from.days.from, from.days.to};
  const citation inherited = describe(from.cite);
  made.clauses.reserve(from.clauses.size());
  for (const auto& each : from.clauses) {
    made.clauses.push_back(describe_clause(each, inherited, files));
  }
  made.benefits.reserve(typed.benefits.size());
  for (const auto& each : typed.benefits) made.benefits.push_back(describe_benefit(each, files));
  made.redemption = model::to_word(from.redeemed);
  made.illustrative = from.illustrative;
  made.discretionary = from.discretionary;
  made.note = from.note;
  return made;
}

// What the dictionary says, else by the unit: money has fen, shares of one have four places, all
// else is counted.
decimal step_of(const model::field& from, const field& described) {
  if (from.step) return *from.step;
  if (model::is_money(from.unit.text)) return decimal::scaled(1, -2);
  const bool is_share = described.unit.empty() && from.maximum && *from.maximum <= decimal(1);
  return is_share ? decimal::scaled(1, -4) : decimal(1);
}

// Members of records are fields like others, without period and holder. The unit is the base unit
// that values are held in, not the one of the dictionary: `元` and not `万元`.
field describe_field(const model::field& from, const model::header& head) {
  field made;
  made.name = from.id.text;
  made.label = from.label;
  made.type = from.type.text;
  made.item_type = made.type == "list" && !from.members.empty() ? "context" : from.item_type.text;
  made.unit = types::unit_named(from.unit.text).to_string();
  made.per_year = from.per == model::period::year;
  made.holder = from.holder_code.text;
  const auto found =
      std::find_if(head.holders.begin(), head.holders.end(),
                   [&](const model::holder& each) { return each.code == made.holder; });
  if (found != head.holders.end()) {
    made.holder_label = found->label;
    made.holder_kind = model::to_word(found->is);
  }
  made.nature = model::to_word(from.by);
  if (from.type.text == "number" || from.item_type.text == "number") {
    made.step = step_of(from, made);
  }
  made.sensitivity = from.sensitivity;
  made.is_changeable = from.is_changeable;
  made.codes.reserve(from.codes.size());
  for (const auto& code : from.codes) made.codes.push_back(code.text);
  made.minimum = from.minimum;
  made.maximum = from.maximum;
  made.missing = model::to_word(from.missing);
  made.check = from.check == model::value_check::none ? "" : model::to_word(from.check);
  made.members.reserve(from.members.size());
  for (const auto& member : from.members) made.members.push_back(describe_field(member, head));
  return made;
}

}  // namespace

// In the order of the model, which is that of the ids: numbers of the plan are positions here.
std::vector<policy> describe_policies(const types::typed_rules& rules, const text::sources& files) {
  std::vector<policy> all;
  all.reserve(rules.policies.size());
  for (const auto& typed : rules.policies) {
    const auto& from = *typed.from;
    policy made;
    made.id = from.id.text;
    made.title = from.title;
    made.authority = from.authority;
    made.level = model::to_word(from.at);
    made.timing = model::to_word(from.time);
    made.entry = from.entry;
    made.tags = from.tags;
    made.where = describe(from.id.where, files);
    made.versions.reserve(typed.versions.size());
    for (const auto& version : typed.versions) {
      made.versions.push_back(describe_version(version, files));
    }
    all.push_back(std::move(made));
  }
  return all;
}

std::vector<group> describe_groups(const types::typed_rules& rules, const text::sources& files,
                                   const std::vector<policy>& policies) {
  std::vector<group> all;
  all.reserve(rules.groups.size());
  for (const auto& typed : rules.groups) {
    const auto& from = *typed.from;
    group made;
    made.id = from.id.text;
    made.title = from.title;
    made.matter = from.matter;
    made.per = model::to_word(from.per);
    made.kind = model::to_word(typed.kind);
    made.unit = typed.unit;
    made.ambiguous = from.readings.size() > 1;
    for (const auto& each : from.readings) {
      made.readings.push_back({each.id.text, std::string(model::to_word(each.rule)), each.label});
    }
    for (const auto& each : typed.members) {
      made.members.push_back(&policies[each.policy]);
      made.benefits.push_back(each.from->is_alone ? each.from->benefit.text : std::string());
    }
    made.cap = text_of(from.cap);
    made.paid = text_of(from.paid);
    made.election = text_of(from.election);
    made.cite = describe(from.cite);
    made.note = from.note;
    made.where = describe(from.id.where, files);
    all.push_back(std::move(made));
  }
  return all;
}

std::vector<field> describe_fields(const types::typed_rules& rules) {
  std::vector<field> all;
  all.reserve(rules.dictionary.fields().size());
  for (const auto& entry : rules.dictionary.fields()) {
    all.push_back(describe_field(*entry.from, rules.from->head));
  }
  return all;
}

namespace {

std::vector<parameter_value> describe_entries(const types::typed_parameter& of) {
  std::vector<parameter_value> all;
  all.reserve(of.values.size());
  for (const auto& each : of.values) {
    all.push_back({{each.days.from, each.days.to},
                   each.year,
                   each.code,
                   each.held,
                   describe(each.from->cite)});
  }
  return all;
}

}  // namespace

// A unit belongs to numbers only; a parameter that holds texts or bands shows none.
std::vector<parameter> describe_parameters(const types::typed_rules& rules) {
  std::vector<parameter> all;
  all.reserve(rules.parameters.size());
  for (const auto& typed : rules.parameters) {
    const auto& from = *typed.from;
    all.push_back({from.id.text, from.label,
                   typed.of.is(types::type_kind::number) ? typed.of.in.to_string() : "",
                   std::string(model::to_word(from.by)), describe_entries(typed)});
  }
  return all;
}

}  // namespace api
}  // namespace v1
}  // namespace sudui
