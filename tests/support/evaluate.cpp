#include "support/evaluate.hpp"

#include <memory>
#include <vector>

#include "api/loaded.hpp"
#include "decide/row.hpp"
#include "decide/state.hpp"
#include "feel/parser.hpp"
#include "plan/builder.hpp"
#include "plan/lower.hpp"
#include "types/catalog.hpp"
#include "types/cells.hpp"
#include "types/checker.hpp"

namespace sudui::tests {

namespace {

value run_plan(std::shared_ptr<const types::typed_rules> rules, const types::expr& what,
               const profile& company, date as_of) {
  plan::binding on;
  on.as_of = as_of;
  on.year = static_cast<int>(as_of.year());
  plan::plan made;
  made.rules = rules;
  made.as_of = on.as_of;
  made.year = on.year;
  plan::builder into(made);
  plan::lowering lower(into, *rules, on);
  lower.set_day(as_of);
  const auto result = lower.lower(what);
  for (std::uint32_t i = 0; i < made.inputs.size(); ++i) {
    made.input_names.emplace(rules->dictionary[made.inputs[i].field].from->id.text, i);
  }
  decide::state run;
  run.prepare(made);
  decide::bind_profile(made, company, run);
  decide::run_block(made, 0, run);
  return types::to_value(run.registers[result], what.of);
}

}  // namespace

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
  auto typed = std::make_shared<types::typed_rules>(*rules_.held().typed);
  types::catalog names(*typed->from, typed->dictionary, typed->parameters, out);
  types::scope locals;
  const auto what = types::checker(names, out, locals, tree).check();
  evaluated made;
  made.findings = out.render(files);
  if (out.has_errors()) return made;
  made.of = what.of;
  typed->slot_count = names.slot_count();
  made.held = run_plan(std::move(typed), what, company, as_of);
  return made;
}

}  // namespace sudui::tests
