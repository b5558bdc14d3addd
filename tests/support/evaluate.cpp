#include "support/evaluate.hpp"

#include "api/evaluate.hpp"
#include "api/loaded.hpp"
#include "feel/parser.hpp"

namespace sudui::tests {

std::string evaluated::to_string() const {
  if (held) return sudui::to_string(*held);
  std::string text = "error:";
  for (const auto& each : findings) text += " " + each.code;
  return text;
}

evaluated evaluator::run(std::string_view formula, const profile& company, date as_of) const {
  text::sources files;
  files.add("formula", std::string(formula));
  text::sink out;
  const auto tree = feel::parse(text::excerpt(std::string(formula), 0, 0), out);
  api::evaluate_options how;
  how.rules = rules_.held().typed;
  how.company = &company;
  how.as_of = as_of;
  auto done = api::evaluate(tree, {}, how, out);
  evaluated made;
  made.findings = out.render(files);
  made.of = std::move(done.of);
  made.held = std::move(done.held);
  return made;
}

}  // namespace sudui::tests
