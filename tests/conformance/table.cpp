// A table of the kit becomes the table of a definition, and the engine decides it: the hit policies
// are the engine's own. In the second way every literal of its cells and outputs is an input; the
// order of the outputs stays as it is written.
#include "table.hpp"

#include <utility>

#include "feel/parser.hpp"
#include "lift.hpp"
#include "text/source.hpp"

namespace sudui::conformance {

namespace json = boost::json;
using model::hit_policy;

namespace {

hit_policy hit_of(const json::object& table) {
  const auto name = text_at(table, "hit_policy");
  const auto aggregation = text_at(table, "aggregation");
  if (name == "ANY") return hit_policy::any;
  if (name == "FIRST") return hit_policy::first;
  if (name == "PRIORITY") return hit_policy::priority;
  if (name == "RULE ORDER") return hit_policy::rule_order;
  if (name == "OUTPUT ORDER") return hit_policy::output_order;
  if (name == "UNIQUE") return hit_policy::unique;
  if (aggregation == "SUM") return hit_policy::collect_sum;
  if (aggregation == "MIN") return hit_policy::collect_min;
  if (aggregation == "MAX") return hit_policy::collect_max;
  if (aggregation == "COUNT") return hit_policy::collect_count;
  return hit_policy::collect;
}

class table_run {
 public:
  table_run(const json::object& table, const run_options& options)
      : from_(table), options_(options) {}

  // Nothing where something was refused; `refused` then says what.
  std::optional<value> decide(std::vector<api::variable> variables) {
    if (!bind_parameters(variables)) return std::nullopt;
    variables_ = std::move(variables);
    for (const auto& each : variables_) names_.push_back(each.name);
    auto made = read();
    api::evaluate_options how;
    how.as_of = std::chrono::year(2021) / 12 / 31;
    how.null_operands = options_.null_operands;
    std::optional<value> held;
    if (!out_.has_errors()) held = api::evaluate_table(made, variables_, how, out_).held;
    text::sources files;
    files.add("table", "");
    for (const auto& each : out_.render(files)) refused += " " + each.code;
    return held;
  }

  std::string refused;

 private:
  // The table of a business knowledge model sees its parameters only.
  bool bind_parameters(std::vector<api::variable>& variables) {
    const auto* given = from_.if_contains("params");
    if (given == nullptr) return true;
    std::vector<api::variable> inner;
    for (const auto& each : given->as_array()) {
      const auto& parameter = each.as_object();
      auto made = run(text_at(parameter, "expr"), variables, options_);
      if (!made.held) {
        refused = text_at(parameter, "expr") + ":" + made.codes;
        return false;
      }
      inner.push_back({text_at(parameter, "name"), made.of, *made.held});
    }
    variables = std::move(inner);
    return true;
  }

  template <class Parse>
  model::formula formula(const std::string& written, Parse&& parse, bool may_lift = true) {
    const std::vector<std::string_view> known(names_.begin(), names_.end());
    feel::parse_options how;
    how.names = known;
    text::excerpt source(written, 0, 0);
    feel::expression parsed = parse(source, out_, how);
    if (may_lift && options_.how == pass::lifted && !parsed.is_broken) lift(parsed, variables_);
    return {std::move(source), std::move(parsed)};
  }

  bool is_plain(const json::array& outputs) const {
    return outputs.size() == 1 && text_at(outputs[0].as_object(), "name").empty();
  }

  // One value, or a context of the named outputs.
  template <class At>
  std::string output_text(At&& at) const {
    const auto& outputs = from_.at("outputs").as_array();
    if (is_plain(outputs)) return at(0);
    std::string made = "{";
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      made += (i == 0 ? "\"" : ", \"") + text_at(outputs[i].as_object(), "name") + "\": " + at(i);
    }
    return made + "}";
  }

  model::tier_row read_rule(const json::object& rule) {
    model::tier_row made;
    for (const auto& cell : rule.at("in").as_array()) {
      made.tests.push_back(formula(json::value_to<std::string>(cell), feel::parse_tests));
    }
    const auto& given = rule.at("out").as_array();
    const auto at = [&](std::size_t i) { return json::value_to<std::string>(given[i]); };
    made.amount = formula(output_text(at), feel::parse);
    return made;
  }

  // The allowed values are a list of literals; only outputs that have some are ordered.
  void read_order(model::tiers& into) {
    const auto& outputs = from_.at("outputs").as_array();
    for (const auto& each : outputs) {
      const auto& output = each.as_object();
      const auto allowed = text_at(output, "values");
      if (allowed.empty()) continue;
      model::output_order made;
      if (!is_plain(outputs)) made.member.text = text_at(output, "name");
      const auto list = formula("[" + allowed + "]", feel::parse, false);
      if (list.parsed().is_broken) return;
      for (const auto item : list.parsed().top().children) {
        feel::expression ordered = list.parsed();
        ordered.root = item;
        made.outputs.emplace_back(list.source(), std::move(ordered));
      }
      into.order.push_back(std::move(made));
    }
  }

  void read_default(model::tiers& into) {
    const auto& outputs = from_.at("outputs").as_array();
    for (const auto& each : outputs) {
      if (text_at(each.as_object(), "default").empty()) return;
    }
    const auto at = [&](std::size_t i) { return text_at(outputs[i].as_object(), "default"); };
    into.otherwise = formula(output_text(at), feel::parse);
  }

  model::tiers read() {
    model::tiers made;
    made.hit = hit_of(from_);
    for (const auto& each : from_.at("inputs").as_array()) {
      made.on.push_back(formula(text_at(each.as_object(), "expr"), feel::parse));
    }
    for (const auto& each : from_.at("rules").as_array()) {
      made.rows.push_back(read_rule(each.as_object()));
    }
    if (made.hit == hit_policy::priority || made.hit == hit_policy::output_order) read_order(made);
    read_default(made);
    return made;
  }

  const json::object& from_;
  const run_options& options_;
  std::vector<api::variable> variables_;
  std::vector<std::string> names_;
  text::sink out_;
};

}  // namespace

judged judge_table(const json::object& table, const json::object& of, const run_options& options) {
  table_run run(table, options);
  const auto made =
      run.decide(variables_of(of.at("inputs").as_object(), table.at("variables").as_object()));
  if (!made) return {fate::refused, "refused: " + run.refused};
  return {agrees(*made, of.at("expect").as_object()) ? fate::passed : fate::failed,
          to_string(*made)};
}

}  // namespace sudui::conformance
