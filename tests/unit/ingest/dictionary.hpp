// A small field dictionary, the reading of texts against it, and findings as plain lines: what the
// tests of this folder share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/company_of.hpp"
#include "ingest/field_names.hpp"
#include "ingest/read_text.hpp"
#include "model/rule_set.hpp"
#include "text/sink.hpp"
#include "text/source.hpp"
#include "types/schema.hpp"

namespace sudui::tests {

inline model::field field_of(std::string name, std::string type, std::string label = {}) {
  model::field made;
  made.id.text = std::move(name);
  made.type.text = std::move(type);
  made.label = {label, label};
  return made;
}

inline model::field money(std::string name, std::string label, bool per_year) {
  model::field made = field_of(std::move(name), "number", std::move(label));
  made.unit.text = "元";
  if (per_year) made.per = model::period::year;
  return made;
}

inline std::vector<model::field> dictionary_fields() {
  std::vector<model::field> all;
  all.push_back(money("revenue", "营业收入", true));
  all.push_back(money("capital", "注册资本(实缴)", false));
  all.back().minimum = decimal(0);
  all.back().maximum = decimal(1'000'000'000);
  all.push_back(field_of("staff", "number", "职工人数"));
  all.back().unit.text = "人";
  all.push_back(field_of("growth", "number"));
  all.push_back(field_of("uscc", "string", "统一社会信用代码"));
  all.back().check = model::value_check::credit_code;
  all.push_back(field_of("place", "string"));
  all.back().check = model::value_check::division_code;
  all.push_back(field_of("industry", "string"));
  all.back().check = model::value_check::industry_code;
  all.push_back(field_of("rating", "string"));
  all.back().per = model::period::year;
  for (const char* code : {"good", "middling", "poor"}) all.back().codes.push_back({code, {}});
  all.push_back(field_of("listed", "boolean"));
  all.push_back(field_of("founded", "date"));
  all.push_back(field_of("term", "months"));
  all.push_back(field_of("delay", "days"));
  all.push_back(field_of("by_quarter", "list"));
  all.back().item_type.text = "number";
  all.back().unit.text = "元";
  all.push_back(field_of("quals", "list", "资质清单"));
  all.back().members = {field_of("type", "string", "类型"), field_of("issue_date", "date"),
                        money("value", "价值", false)};
  return all;
}

/// What a text gives when it is read as one company.
struct reading_of {
  explicit reading_of(std::string text, profile_format format = profile_format::yaml) {
    const std::vector<model::field> fields = dictionary_fields();
    const types::schema dictionary(fields, out);
    ingest::field_names names(dictionary);
    const std::uint32_t file = files.add("company", std::move(text));
    company = ingest::company_of(ingest::read_text(files, file, format, out), names, out);
    for (const diagnostic& each : out.render(files)) {
      lines.push_back(each.message.en + (each.help.en.empty() ? "" : " | " + each.help.en));
    }
  }

  /// FEEL text of the field's value; `unknown` where there is none.
  [[nodiscard]] std::string operator[](std::string_view name) const {
    const value* held = company.find(name);
    return held == nullptr ? "unknown" : to_string(*held);
  }
  /// The only finding, or all of them joined.
  [[nodiscard]] std::string finding() const {
    std::string joined;
    for (const std::string& each : lines) joined += (joined.empty() ? "" : "\n") + each;
    return joined;
  }

  text::sources files;
  text::sink out;
  profile company;
  std::vector<std::string> lines;
};

}  // namespace sudui::tests
