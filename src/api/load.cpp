// Loading: sources, then model, then types, each reporting into one sink; only here errors forbid a
// result. The whole pipeline in one place: read it first.
//
// Tested by tests/api/load_test.cpp.

#include <memory>
#include <utility>

#include "api/describe.hpp"
#include "api/loaded.hpp"
#include "ingest/company_of.hpp"
#include "ingest/parameters_of.hpp"
#include "model/find_files.hpp"
#include "model/from_yaml.hpp"
#include "types/from_model.hpp"

namespace sudui {
inline namespace v1 {

namespace {

model::read_limits limits_of(const load_options& options) {
  model::read_limits limits;
  limits.yaml.bytes = options.max_file_bytes;
  limits.yaml.depth = options.max_depth;
  limits.yaml.nodes = options.max_nodes;
  limits.model.max_policies = options.max_policies;
  limits.model.max_list_items = options.max_list_items;
  limits.model.max_formula_bytes = options.max_formula_bytes;
  limits.model.max_repeated_bytes = options.max_repeated_bytes;
  limits.model.has_tests = options.tests;
  return limits;
}

// The number in the headline is that of the errors shown, warnings apart.
failure bad_rules(diagnostics details) {
  const auto errors = std::to_string(count(details, severity::error));
  return {errc::bad_rules,
          {"规则集有 " + errors + " 处错误", "the rule set has " + errors + " errors"},
          std::move(details)};
}

// The profiles of the rule set's own tests are read with the rules, so that a misspelt field in one
// is found by `check` and not by a test that passes for the wrong reason.
std::vector<api::prepared_test> prepare_tests(const types::typed_rules& rules, text::sink& out) {
  std::vector<api::prepared_test> made;
  ingest::field_names names(rules.dictionary);
  for (const auto& from : rules.from->tests) {
    api::prepared_test each;
    each.from = &from;
    if (from.profile.is_mapping()) each.company = ingest::company_of(from.profile, names, out);
    if (from.parameters.is_mapping()) {
      each.parameters = ingest::parameters_of(from.parameters, rules, out);
    }
    made.push_back(std::move(each));
  }
  return made;
}

// The pipeline. Every stage runs whatever the one before it found, so that one run tells all
// mistakes of a folder; then errors forbid the result.
result<rule_set> load_sources(text::sources files, const load_options& options) {
  auto made = std::make_shared<api::loaded>();
  made->files = std::move(files);
  text::sink found;
  const auto model = std::make_shared<const model::rule_set>(
      model::from_yaml(made->files, found, limits_of(options)));
  auto typed = std::make_shared<types::typed_rules>(types::from_model(model, found));
  auto tests = prepare_tests(*typed, found);
  auto rendered = found.render(made->files, options.max_diagnostics);
  if (found.has_errors()) return bad_rules(std::move(rendered));
  made->typed = std::move(typed);
  made->policies = api::describe_policies(*made->typed, made->files);
  made->groups = api::describe_groups(*made->typed, made->files, made->policies);
  made->fields = api::describe_fields(*made->typed);
  made->parameters = api::describe_parameters(*made->typed);
  made->tests = std::move(tests);
  made->warnings = std::move(rendered);
  return rule_set(std::move(made));
}

}  // namespace

// Fails with cannot_read, limit_exceeded or bad_rules.
result<rule_set> load(const std::filesystem::path& file_or_folder, const load_options& options) {
  model::file_limits limits;
  limits.file_bytes = options.max_file_bytes;
  limits.total_bytes = options.max_total_bytes;
  auto files = model::read_files(file_or_folder, limits);
  if (!files) return files.error();
  return load_sources(std::move(*files), options);
}

// Fails with limit_exceeded or bad_rules. Texts are copied: diagnostics point into them as long as
// the handle lives.
result<rule_set> load(std::span<const source_text> texts, const load_options& options) {
  text::sources files;
  std::size_t total = 0;
  for (const auto& each : texts) {
    total += each.text.size();
    if (each.text.size() > options.max_file_bytes || total > options.max_total_bytes) {
      return failure{
          errc::limit_exceeded,
          {"`" + each.name + "` 超出大小限制", "`" + each.name + "` exceeds the size limit"},
          {}};
    }
    files.add(each.name, each.text);
  }
  return load_sources(std::move(files), options);
}

}  // namespace v1
}  // namespace sudui
