// Reading one company, and parameter values, against the dictionary of a loaded
// rule set.
//
// Tested by tests/api/read_profile_test.cpp.
#include <algorithm>
#include <string>
#include <utility>

#include <sudui/profile.hpp>

#include "api/loaded.hpp"
#include "ingest/company_of.hpp"
#include "ingest/field_names.hpp"
#include "ingest/parameters_of.hpp"
#include "ingest/read_text.hpp"

namespace sudui {
inline namespace v1 {
namespace {

failure no_profile(diagnostics details) {
  return {
      errc::bad_profile, {"无法读取企业画像", "the profile cannot be read"}, std::move(details)};
}

// `{"a": 1}` is JSON and read as such; `{a: 1}` and everything else is YAML.
profile_format format_of(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";
  const std::size_t open = std::min(text.find_first_not_of(blanks), text.size());
  const std::size_t key = std::min(text.find_first_not_of(blanks, open + 1), text.size());
  const bool is_json =
      open < text.size() && text[open] == '{' && key < text.size() && text[key] == '"';
  return is_json ? profile_format::json : profile_format::yaml;
}

}  // namespace

// Fails with bad_profile where the text is no mapping at all, and with bad_option for a table. What
// is wrong with single values is appended to `findings`, and they are left out.
result<profile> read_profile(const rule_set& rules, std::string_view text, profile_format format,
                             diagnostics& findings, std::string_view name) {
  if (format == profile_format::csv) {
    return failure{
        errc::bad_option,
        {"CSV 请用 profile_reader 逐行读取", "a table is read by profile_reader, row by row"},
        {}};
  }
  text::sources files;
  text::sink out;
  const std::uint32_t file = files.add(std::string(name), std::string(text));
  const text::tree said = ingest::read_text(files, file, format, out);
  ingest::field_names names(rules.held().typed->dictionary);
  profile made;
  const bool is_broken = said.what == text::tree::kind::missing && out.has_errors();
  if (!is_broken) made = ingest::company_of(said, names, out);
  diagnostics found = out.render(files);
  if (!said.is_mapping()) return no_profile(std::move(found));
  findings.insert(findings.end(), found.begin(), found.end());
  return made;
}

// Fails with bad_option on any error: a run with half of its parameters would answer a question
// that nobody asked.
result<parameter_values> read_parameters(const rule_set& rules, std::string_view text,
                                         std::string_view name) {
  text::sources files;
  text::sink out;
  const std::uint32_t file = files.add(std::string(name), std::string(text));
  const text::tree said = ingest::read_text(files, file, format_of(text), out);
  parameter_values made;
  if (!out.has_errors()) made = ingest::parameters_of(said, *rules.held().typed, out);
  if (!out.has_errors()) return made;
  return failure{
      errc::bad_option, {"参数值有错误", "the parameter values have errors"}, out.render(files)};
}

}  // namespace v1
}  // namespace sudui
