// JSON Schema of the rule files, for editors: an editor that knows it completes keys and underlines
// a wrong word while it is typed. `sudui check` says everything else, since most of what can be
// wrong with a rule (a name, a type, a unit, a gap in time) no schema can tell.
//
// One schema serves every YAML document of a file; its first key picks the branch. The text below
// is the schema, folded into one line when it is handed out.
//
// Tested by tests/unit/report/schema_rules_test.cpp.
#include <string_view>

#include <sudui/report.hpp>

namespace sudui::report {
namespace {

constexpr std::string_view head = R"({"$schema": "https://json-schema.org/draft/2020-12/schema",
"title": "sudui rule document",
"type": "object",
"oneOf": [
  {"$ref": "#/$defs/rule_set", "required": ["rule_set"]},
  {"$ref": "#/$defs/fields", "required": ["fields"]},
  {"$ref": "#/$defs/parameter", "required": ["parameter"]},
  {"$ref": "#/$defs/define", "required": ["define"]},
  {"$ref": "#/$defs/policy", "required": ["policy"]},
  {"$ref": "#/$defs/group", "required": ["group"]},
  {"$ref": "#/$defs/test", "required": ["test"]}
],
"$defs": {
)";

constexpr std::string_view shared = R"(
"text": {"anyOf": [
  {"type": "string"},
  {"type": "object", "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
   "additionalProperties": false}]},
"formula": {"type": ["string", "number", "boolean"]},
"day": {"type": "string", "format": "date"},
"status": {"enum": ["verified-text", "verified-secondary", "general-knowledge", "seed-only"]},
"citation": {"type": "object", "required": ["document", "status"], "additionalProperties": false,
  "properties": {"document": {"type": "string"}, "clause": {"type": "string"}, "url": {"type": "string"},
    "note": {"type": "string"}, "status": {"$ref": "#/$defs/status"}}},
"cite": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/citation"}]},
"band": {"type": "object", "required": ["rate"], "additionalProperties": false,
  "properties": {"to": {"$ref": "#/$defs/formula"}, "rate": {"$ref": "#/$defs/formula"}}},
"bands": {"type": "array", "items": {"$ref": "#/$defs/band"}, "minItems": 1},
"limit": {"anyOf": [{"$ref": "#/$defs/formula"},
  {"type": "array", "items": {"$ref": "#/$defs/formula"}}]},
)";

constexpr std::string_view dictionary = R"(
"rule_set": {"properties": {"rule_set": {"type": "string"}, "title": {"$ref": "#/$defs/text"},
  "version": {"type": ["string", "number"]}, "language": {"const": 1},
  "holders": {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"},
    {"type": "object", "properties": {"zh": {"type": "string"}, "en": {"type": "string"},
      "is": {"enum": ["department", "company", "other"]}}, "additionalProperties": false}]}}}},
"field": {"type": "object", "required": ["field", "type"],
  "properties": {"field": {"type": "string"}, "zh": {"type": "string"}, "en": {"type": "string"},
    "type": {"enum": ["number", "string", "boolean", "date", "days", "months", "list", "context"]},
    "unit": {"type": "string"}, "per": {"const": "year"}, "holder": {"type": "string"},
    "sensitivity": {"enum": ["S0", "S1", "S2", "S3", "S4"]}, "changeable": {"type": "boolean"},
    "min": {"type": ["number", "string"]},
    "max": {"type": ["number", "string"]}, "step": {"type": ["number", "string"]},
    "nature": {"enum": ["record", "election", "judgement"]}, "missing": {"enum": ["unknown", 0, false, []]},
    "codes": {"type": "array", "items": {"type": ["string", "number"]}},
    "check": {"enum": ["credit_code", "division_code", "industry_code"]},
    "items": {"enum": ["number", "string", "boolean", "date", "days", "months"]},
    "members": {"type": "array", "items": {"$ref": "#/$defs/field"}}},
  "additionalProperties": false},
"fields": {"required": ["entries"], "properties": {"fields": {"$ref": "#/$defs/text"},
  "entries": {"type": "array", "items": {"$ref": "#/$defs/field"}}}},
"entry": {"type": "object", "properties": {"from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"},
  "year": {"type": "integer"}, "code": {"type": ["string", "number"]},
  "value": {"$ref": "#/$defs/formula"}, "bands": {"$ref": "#/$defs/bands"}, "cite": {"$ref": "#/$defs/cite"}},
  "additionalProperties": false},
"parameter": {"required": ["values"], "properties": {"parameter": {"type": "string"},
  "zh": {"type": "string"}, "en": {"type": "string"}, "unit": {"type": "string"},
  "by": {"enum": ["date", "year", "code"]}, "match": {"enum": ["exact", "prefix"]},
  "gaps": {"const": "allowed"}, "values": {"type": "array", "items": {"$ref": "#/$defs/entry"}}}},
"define": {"properties": {"define": {"type": "string"}, "zh": {"type": "string"}, "en": {"type": "string"},
  "unit": {"type": "string"}, "formula": {"$ref": "#/$defs/formula"}, "table": {"$ref": "#/$defs/table"},
  "cite": {"$ref": "#/$defs/cite"},
  "versions": {"type": "array", "items": {"type": "object",
    "anyOf": [{"required": ["formula"]}, {"required": ["table"]}],
    "properties": {"from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"},
      "formula": {"$ref": "#/$defs/formula"}, "table": {"$ref": "#/$defs/table"}}}}}},
"on": {"anyOf": [{"$ref": "#/$defs/formula"}, {"type": "array", "items": {"$ref": "#/$defs/formula"}}]},
"table": {"type": "object", "required": ["on", "rows"], "properties": {
  "hit": {"enum": ["unique", "any", "first", "priority", "rule-order", "output-order", "collect",
    "collect-sum", "collect-min", "collect-max", "collect-count"]},
  "on": {"$ref": "#/$defs/on"},
  "order": {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/formula"}},
    {"type": "object", "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/formula"}}}]},
  "default": {"$ref": "#/$defs/formula"}, "complete": {"type": "boolean"},
  "rows": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["when", "then"],
    "properties": {"when": {"$ref": "#/$defs/on"}, "then": {"$ref": "#/$defs/formula"},
      "zh": {"type": "string"}, "en": {"type": "string"}}, "additionalProperties": false}}},
  "additionalProperties": false},
)";

constexpr std::string_view benefits = R"(
"clause": {"type": "object", "properties": {"clause": {"type": "string"}, "zh": {"type": "string"},
  "en": {"type": "string"}, "require": {"$ref": "#/$defs/formula"}, "veto": {"type": "boolean"},
  "all": {"$ref": "#/$defs/clause_list"}, "any": {"$ref": "#/$defs/clause_list"},
  "none": {"$ref": "#/$defs/clause_list"}, "cite": {"$ref": "#/$defs/cite"}},
  "additionalProperties": false},
"clause_list": {"type": "array", "items": {"$ref": "#/$defs/clause"}, "minItems": 1},
"clauses": {"anyOf": [{"$ref": "#/$defs/clause_list"},
  {"type": "object", "additionalProperties": {"type": "object"}}]},
"tiers": {"type": "object", "required": ["rows"], "properties": {
  "hit": {"enum": ["unique", "any", "first", "priority", "collect-sum", "collect-min", "collect-max",
    "collect-count"]},
  "on": {"$ref": "#/$defs/on"}, "order": {"type": "array", "items": {"$ref": "#/$defs/formula"}},
  "default": {"$ref": "#/$defs/formula"}, "complete": {"type": "boolean"},
  "rows": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["when", "amount"],
    "properties": {"when": {"$ref": "#/$defs/on"},
      "amount": {"$ref": "#/$defs/formula"}, "zh": {"type": "string"}, "en": {"type": "string"}}}}}},
"benefit": {"type": "object", "properties": {"benefit": {"type": "string"},
  "kind": {"enum": ["cash", "tax", "deduction", "rate", "deferral", "right", "voucher", "in-kind", "loan",
    "recognition"]},
  "zh": {"type": "string"}, "en": {"type": "string"}, "unit": {"type": "string"},
  "for_each": {"type": "string"}, "clauses": {"$ref": "#/$defs/clauses"},
  "amount": {"$ref": "#/$defs/formula"}, "up_to": {"$ref": "#/$defs/formula"},
  "tiers": {"$ref": "#/$defs/tiers"}, "of": {"$ref": "#/$defs/formula"},
  "bands": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/bands"}]},
  "at_most": {"$ref": "#/$defs/limit"}, "at_least": {"$ref": "#/$defs/limit"},
  "total_at_most": {"$ref": "#/$defs/limit"}, "round": {"type": ["string", "number"]},
  "cite": {"$ref": "#/$defs/cite"}},
  "additionalProperties": false},
"version": {"type": "object", "properties": {"from": {"$ref": "#/$defs/day"},
  "to": {"$ref": "#/$defs/day"}}},
)";

constexpr std::string_view policies = R"(
"policy": {"required": ["title", "level", "clauses"], "properties": {
  "policy": {"type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)*$"}, "entry": {"type": "integer"},
  "title": {"$ref": "#/$defs/text"}, "authority": {"$ref": "#/$defs/text"},
  "level": {"enum": ["national", "province", "city", "district"]},
  "redemption": {"enum": ["direct", "confirm", "apply", "self"]}, "timing": {"enum": ["day", "year"]},
  "tags": {"type": "array", "items": {"type": "string"}}, "illustrative": {"type": "boolean"},
  "discretionary": {"type": "boolean"}, "note": {"$ref": "#/$defs/text"},
  "sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/citation"}},
  "affects": {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"},
    {"type": "array", "items": {"type": "string"}}]}},
  "cite": {"$ref": "#/$defs/cite"}, "from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"},
  "versions": {"type": "array", "items": {"$ref": "#/$defs/version"}},
  "clauses": {"$ref": "#/$defs/clauses"}, "benefit": {"$ref": "#/$defs/benefit"},
  "benefits": {"type": "array", "items": {"$ref": "#/$defs/benefit"}}},
  "additionalProperties": false},
"group_rule": {"enum": ["highest", "exclusive", "difference", "sum_to_cap", "sum"]},
"group": {"required": ["title", "members", "cite"], "properties": {
  "group": {"type": "string"}, "title": {"$ref": "#/$defs/text"},
  "scope": {"type": "object", "properties": {"matter": {"$ref": "#/$defs/text"},
    "per": {"enum": ["year", "item"]}}, "additionalProperties": false},
  "rule": {"$ref": "#/$defs/group_rule"}, "ambiguous": {"type": "boolean"},
  "readings": {"type": "array", "minItems": 2, "items": {"type": "object",
    "required": ["reading", "rule"], "properties": {"reading": {"type": "string"},
      "rule": {"$ref": "#/$defs/group_rule"}, "zh": {"type": "string"}, "en": {"type": "string"}},
    "additionalProperties": false}},
  "measure": {"enum": ["cash", "tax", "deduction", "rate", "deferral", "voucher", "in-kind", "loan"]},
  "members": {"type": "array", "minItems": 1, "items": {"anyOf": [{"type": "string"},
    {"type": "object", "properties": {"policy": {"type": "string"}, "tag": {"type": "string"},
      "level": {"enum": ["national", "province", "city", "district"]},
      "benefit": {"type": "string"}, "option": {"type": "string"}},
     "additionalProperties": false}]}},
  "cap": {"$ref": "#/$defs/formula"}, "paid": {"$ref": "#/$defs/formula"},
  "election": {"$ref": "#/$defs/formula"}, "cite": {"$ref": "#/$defs/citation"},
  "note": {"$ref": "#/$defs/text"}},
  "additionalProperties": false},
"expectation": {"anyOf": [
  {"enum": ["eligible", "ineligible", "undetermined", "not-in-force"]},
  {"type": "object", "properties": {
    "verdict": {"enum": ["eligible", "ineligible", "undetermined", "not-in-force"]},
    "amount": {}, "amounts": {"type": "object"},
    "missing": {"type": "array", "items": {"type": "string"}},
    "met": {"type": "array", "items": {"type": "string"}},
    "unmet": {"type": "array", "items": {"type": "string"}},
    "unknown": {"type": "array", "items": {"type": "string"}},
    "standing": {"enum": ["kept", "displaced", "open"]}, "displaced_by": {"type": "string"},
    "standings": {"type": "object",
      "additionalProperties": {"enum": ["kept", "displaced", "open"]}},
    "paid": {"type": ["number", "string"]}},
   "additionalProperties": false}]},
"test": {"required": ["expect"], "properties": {"test": {"type": "string"},
  "as_of": {"$ref": "#/$defs/day"}, "year": {"type": "integer"}, "profile": {"type": "object"},
  "parameters": {"type": "object"}, "groups": {"type": "object"},
  "expect": {"type": "object", "additionalProperties": {"$ref": "#/$defs/expectation"}}},
  "additionalProperties": false}
}})";

// Takes out line ends and the blanks that begin a line, which stand between tokens only.
void append_folded(std::string& out, std::string_view text) {
  bool at_line_begin = true;
  for (const char each : text) {
    if (each == '\n') {
      at_line_begin = true;
    } else if (!at_line_begin || each != ' ') {
      at_line_begin = false;
      out += each;
    }
  }
}

}  // namespace
}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string rule_file_schema() {
  std::string out;
  for (const std::string_view part :
       {report::head, report::shared, report::dictionary, report::benefits, report::policies}) {
    report::append_folded(out, part);
  }
  return out;
}

}  // namespace v1
}  // namespace sudui
