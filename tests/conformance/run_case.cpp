#include "run_case.hpp"

#include <utility>

#include "feel/parser.hpp"
#include "lift.hpp"
#include "text/source.hpp"

namespace sudui::conformance {

namespace {

ran run_tree(feel::expression tree, std::string_view formula, std::vector<api::variable> variables,
             const run_options& options, text::sink& out) {
  ran made;
  made.is_read = !tree.is_broken;
  if (options.how == pass::lifted && made.is_read) lift(tree, variables);
  api::evaluate_options how;
  how.as_of = std::chrono::year(2021) / 12 / 31;
  how.null_operands = options.null_operands;
  if (!out.has_errors()) {
    auto done = api::evaluate(tree, variables, how, out);
    made.held = std::move(done.held);
    made.of = std::move(done.of);
  }
  text::sources files;
  files.add("expression", std::string(formula));
  for (const auto& each : out.render(files)) made.codes += " " + each.code;
  return made;
}

}  // namespace

ran run(std::string_view formula, const std::vector<api::variable>& variables,
        const run_options& options) {
  text::sink out;
  std::vector<std::string_view> names;
  names.reserve(variables.size());
  for (const auto& each : variables) names.emplace_back(each.name);
  feel::parse_options how;
  how.names = names;
  auto tree = feel::parse(text::excerpt(std::string(formula), 0, 0), out, how);
  return run_tree(std::move(tree), formula, variables, options, out);
}

namespace {

std::string what_came(const ran& made) {
  return made.held ? to_string(*made.held) : "refused:" + made.codes;
}

// Definitions come first, each with the names before it; nothing where one is refused.
std::optional<std::string> bind_lets(const kit_case& what, std::vector<api::variable>& variables,
                                     const run_options& options) {
  for (const auto& each : what.lets) {
    auto made = run(each.formula, variables, options);
    if (!made.held) return each.name + ": " + what_came(made);
    variables.push_back({each.name, made.of, *made.held});
  }
  return std::nullopt;
}

}  // namespace

judged judge(const kit_case& what, const run_options& options) {
  auto variables = what.variables;
  if (const auto refused = bind_lets(what, variables, options)) {
    return {what.of_class == "reject" ? fate::passed : fate::refused, *refused};
  }
  const auto made = run(what.formula, variables, options);
  const auto got = what_came(made);
  if (what.of_class == "reject") {
    return {!made.held && made.is_read ? fate::passed : fate::failed, got};
  }
  if (!made.held) return {fate::refused, got};
  const bool waits = what.has_missing && made.held->is_unknown();  // the kit has null for both
  const bool is_right = agrees(waits ? value::null() : *made.held, what.expected);
  return {is_right ? fate::passed : fate::failed, got};
}

}  // namespace sudui::conformance
