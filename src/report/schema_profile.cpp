// JSON Schema of a profile, from the field dictionary, so that an editor completes field names and
// an intake checks data before it is sent. It says what the reader of profiles takes: a value, the
// value in an envelope, null, and for a yearly field a mapping of years.
//
// Numbers may be given as JSON numbers of any length. Unknown names are allowed, as they are in
// reading.
//
// Tested by tests/unit/report/schema_profile_test.cpp.
#include "report/schema_profile.hpp"

#include <sudui/report.hpp>

#include "report/json_writer.hpp"

namespace sudui::report {
namespace {

constexpr std::string_view days_pattern = R"(^-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$)";
constexpr std::string_view months_pattern = R"(^-?P(\d+Y)?(\d+M)?$)";

// Dates and durations are strings; their form is told by a format or a pattern.
std::string_view json_type(std::string_view type) {
  if (type == "number" || type == "boolean") return type;
  if (type == "list") return "array";
  return type == "context" ? "object" : "string";
}

void write_bound(json_writer& out, std::string_view key, const std::optional<decimal>& bound) {
  if (!bound) return;
  // A bound is a plain number of the dictionary; those that are no whole numbers are not said.
  if (const auto whole = bound->to_int64()) out.key(key).whole(*whole);
}

// The form of a text: a date, a duration, a code of a register or of the dictionary. Check digits
// are beyond a schema.
void write_text_rules(json_writer& out, const field& from) {
  if (from.type == "date") out.key("format").text("date");
  if (from.type == "days") out.key("pattern").text(days_pattern);
  if (from.type == "months") out.key("pattern").text(months_pattern);
  if (from.check == "division_code") out.key("pattern").text(R"(^\d{6}$)");
  if (from.check == "industry_code") out.key("pattern").text(R"(^[A-T]?(\d{2}(\d(\d)?)?)?$)");
  if (from.codes.empty()) return;
  out.key("enum").open_array();
  for (const std::string& each : from.codes) out.text(each);
  out.close_array();
}

void write_value(json_writer& out, const field& from);
void write_choices(json_writer& out, const field& from);

void write_members(json_writer& out, const field& from) {
  out.key("properties").open_object();
  for (const field& each : from.members) {
    out.key(each.name);
    write_value(out, each);
  }
  out.close_object();
}

// An item is read as a value of its own is: bare, in an envelope or null; what the dictionary says
// of the list (codes, bounds, a check) it says of the items.
void write_items(json_writer& out, const field& from) {
  field item = from;
  item.type = from.item_type;
  item.item_type.clear();
  out.key("items").open_object().key("anyOf").open_array();
  write_choices(out, item);
  out.close_array().close_object();
}

// The value itself, without an envelope.
void write_bare(json_writer& out, const field& from) {
  out.open_object().key("type").text(json_type(from.type));
  if (from.type == "number") {
    write_bound(out, "minimum", from.minimum);
    write_bound(out, "maximum", from.maximum);
  } else if (from.type == "list") {
    write_items(out, from);
  } else if (from.type == "context") {
    write_members(out, from);
  } else {
    write_text_rules(out, from);
  }
  out.close_object();
}

// The value with its unit, its period, where it comes from and how well it is known: what a
// department's interface hands over.
void write_envelope(json_writer& out, const field& from) {
  out.open_object().key("type").text("object").key("properties").open_object();
  out.key("value");
  write_bare(out, from);
  out.key("unit").open_object().key("type").text("string").close_object();
  out.key("period").open_object().close_object();
  out.key("source_dept").open_object().key("type").text("string").close_object();
  out.key("observed_at").open_object().key("type").text("string").close_object();
  out.key("status").open_object().key("enum").open_array();
  for (const char* each : {"known", "missing", "conflict", "not_applicable"}) out.text(each);
  out.close_array()
      .close_object()
      .close_object()
      .key("additionalProperties")
      .flag(false)
      .close_object();
}

void write_choices(json_writer& out, const field& from) {
  write_bare(out, from);
  write_envelope(out, from);
  out.open_object().key("type").text("null").close_object();
}

// All forms a value may take, with its label for editors to show. The years of a yearly field may
// each be bare or in an envelope.
void write_value(json_writer& out, const field& from) {
  out.open_object().key("title").text(from.label.zh);
  std::string about = from.label.en;
  if (!from.unit.empty()) about += " (" + from.unit + ")";
  if (!about.empty()) out.key("description").text(about);
  out.key("anyOf").open_array();
  write_choices(out, from);
  if (from.per_year) {
    out.open_object().key("type").text("object").key("patternProperties").open_object();
    out.key(R"(^[12]\d{3}$)").open_object().key("anyOf").open_array();
    write_choices(out, from);
    out.close_array().close_object().close_object();
    out.key("additionalProperties").flag(false).close_object();
  }
  out.close_array().close_object();
}

}  // namespace

std::string profile_schema_of(std::span<const field> fields) {
  json_writer out;
  out.open_object().key("$schema").text("https://json-schema.org/draft/2020-12/schema");
  out.key("title").text("company profile").key("type").text("object");
  out.key("properties").open_object();
  for (const field& each : fields) {
    out.key(each.name);
    write_value(out, each);
  }
  out.close_object().close_object();
  return out.take();
}

}  // namespace sudui::report

namespace sudui {
inline namespace v1 {

std::string profile_schema(const rule_set& rules) {
  return report::profile_schema_of(rules.fields());
}

}  // namespace v1
}  // namespace sudui
