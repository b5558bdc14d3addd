// One expression by itself: for people who try a formula, and for programs that have one without a
// rule set around it.
//
// Tested by tests/api/expression_test.cpp.

#include <algorithm>

#include <sudui/expression.hpp>

#include "api/evaluate.hpp"
#include "api/loaded.hpp"
#include "feel/parser.hpp"
#include "text/source.hpp"
#include "types/builtins.hpp"
#include "types/cells.hpp"

namespace sudui {
inline namespace v1 {

namespace {

class step_reader {
 public:
  step_reader(const api::evaluation& from, std::string_view formula)
      : from_(from), formula_(formula) {}

  // Loops keep no values of their bodies, and a definition's body stands in another text.
  expression_step read(const plan::trace& at) const {
    expression_step made;
    made.text = text_of(at.of->where);
    made.held = types::to_value(from_.run->registers[at.held], at.of->of);
    const bool is_plain = at.of->kind == types::expr_kind::apply;
    const bool is_loop =
        at.of->kind == types::expr_kind::some || at.of->kind == types::expr_kind::every ||
        at.of->kind == types::expr_kind::filter || at.of->kind == types::expr_kind::collect;
    for (const auto& part : at.parts) {
      if (is_loop && &part != &at.parts.front()) break;
      if ((is_plain || is_loop) && is_worth(part, at)) made.parts.push_back(read(part));
    }
    return made;
  }

 private:
  // A literal says itself; the position of a member was never written.
  static bool is_worth(const plan::trace& part, const plan::trace& whole) {
    const bool is_part_of_text =
        part.of->where.has_place() && (part.of->where.begin != whole.of->where.begin ||
                                       part.of->where.end != whole.of->where.end);
    return is_part_of_text && part.of->kind != types::expr_kind::constant;
  }

  std::string text_of(const text::span& where) const {
    const bool is_here = where.has_place() && where.end <= formula_.size();
    return is_here ? std::string(formula_.substr(where.begin, where.end - where.begin)) : "";
  }

  const api::evaluation& from_;
  std::string_view formula_;
};

std::vector<api::variable> typed_variables(const expression_options& options) {
  std::vector<api::variable> made;
  made.reserve(options.variables.size());
  for (const auto& [name, held] : options.variables) {
    made.push_back({name, api::type_of(held), held});
  }
  return made;
}

}  // namespace

expression_result evaluate(std::string_view formula, const expression_options& options) {
  text::sources files;
  files.add("expression", std::string(formula));
  text::sink out;
  const auto variables = typed_variables(options);
  std::vector<std::string_view> names;
  names.reserve(variables.size());
  for (const auto& each : variables) names.emplace_back(each.name);
  feel::parse_options reading;
  reading.names = names;
  const auto tree = feel::parse(text::excerpt(std::string(formula), 0, 0), out, reading);
  api::evaluate_options how;
  if (options.rules != nullptr) how.rules = options.rules->held().typed;
  how.company = options.company;
  how.as_of = options.as_of;
  how.year = options.year;
  how.null_operands = options.null_operands;
  how.traced = options.steps;
  auto done = api::evaluate(tree, variables, how, out);
  expression_result made;
  made.findings = out.render(files);
  if (!done.held) return made;
  made.type = done.of.to_string();
  if (options.steps) made.steps = step_reader(done, formula).read(done.trace);
  made.held = std::move(done.held);
  return made;
}

std::vector<std::string> expression_names(const expression_options& options) {
  std::vector<std::string> made;
  made.reserve(options.variables.size() + types::builtins().size() +
               types::special_functions().size());
  for (const auto& each : options.variables) made.push_back(each.first);
  for (const auto& each : types::builtins()) made.emplace_back(each.name);
  for (const auto each : types::special_functions()) made.emplace_back(each);
  if (options.rules != nullptr) {
    const auto& typed = *options.rules->held().typed;
    for (const auto each : typed.dictionary.names()) made.emplace_back(each);
    for (const auto& each : typed.from->parameters) made.push_back(each.id.text);
    for (const auto& each : typed.from->definitions) made.push_back(each.id.text);
  }
  std::sort(made.begin(), made.end());
  made.erase(std::unique(made.begin(), made.end()), made.end());
  return made;
}

}  // namespace v1
}  // namespace sudui
