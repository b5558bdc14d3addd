// A rule of a table applies when every cell is true of its column's input. What it gives is one
// value, or a context where the outputs have names. Which of the rules that apply count is the hit
// policy's: the order of the rules, or that of the outputs' allowed values.
#include "table.hpp"

#include <algorithm>
#include <utility>

namespace sudui::conformance {

namespace json = boost::json;

namespace {

struct hit {
  value given;
  std::vector<std::size_t> rank;  // of each output among its allowed values
};

class table_run {
 public:
  table_run(const json::object& table, const run_options& options)
      : table_(table), options_(options) {}

  // Nothing where something was refused; `refused` then says what.
  std::optional<value> decide(std::vector<api::variable> variables) {
    if (!bind_parameters(variables)) return std::nullopt;
    std::vector<hit> hits;
    for (const auto& each : table_.at("rules").as_array()) {
      const auto& rule = each.as_object();
      const auto applies = matches(rule, variables);
      if (!applies) return std::nullopt;
      if (!*applies) continue;
      auto made = output_of(rule, variables);
      if (!made) return std::nullopt;
      hits.push_back(std::move(*made));
    }
    return by_policy(std::move(hits));
  }

  std::string refused;

 private:
  std::optional<ran> evaluate(std::string_view formula,
                              const std::vector<api::variable>& variables) {
    auto made = run(formula, variables, options_);
    if (made.held) return made;
    refused = std::string(formula) + ":" + made.codes;
    return std::nullopt;
  }

  // The table of a business knowledge model sees its parameters only.
  bool bind_parameters(std::vector<api::variable>& variables) {
    const auto* given = table_.if_contains("params");
    if (given == nullptr) return true;
    std::vector<api::variable> inner;
    for (const auto& each : given->as_array()) {
      const auto& parameter = each.as_object();
      auto made = evaluate(text_at(parameter, "expr"), variables);
      if (!made) return false;
      inner.push_back({text_at(parameter, "name"), made->of, *made->held});
    }
    variables = std::move(inner);
    return true;
  }

  std::optional<bool> matches(const json::object& rule,
                              const std::vector<api::variable>& variables) {
    const auto& cells = rule.at("in").as_array();
    const auto& inputs = table_.at("inputs").as_array();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto tested = evaluate(text_at(inputs[i].as_object(), "expr"), variables);
      if (!tested) return std::nullopt;
      auto with = variables;
      with.push_back({"?", tested->of, *tested->held});
      const auto cell = json::value_to<std::string>(cells[i]);
      const auto made = run_tests(cell, with, options_);
      if (!made.held) {
        refused = cell + ":" + made.codes;
        return std::nullopt;
      }
      const auto* flag = made.held->get_if<bool>();
      if (flag == nullptr || !*flag) return false;
    }
    return true;
  }

  // Position among the allowed values, which are written as a list of literals.
  std::size_t rank_of(const value& held, const json::object& output) {
    const auto allowed = evaluate("[" + text_at(output, "values") + "]", {});
    if (!allowed) return 0;
    const auto& all = *allowed->held->get_if<value::list>();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), held) - all.begin());
  }

  std::optional<hit> output_of(const json::object& rule,
                               const std::vector<api::variable>& variables) {
    const auto& outputs = table_.at("outputs").as_array();
    hit made;
    value::context entries;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
      const auto held =
          evaluate(json::value_to<std::string>(rule.at("out").as_array()[i]), variables);
      if (!held) return std::nullopt;
      made.rank.push_back(rank_of(*held->held, outputs[i].as_object()));
      entries.emplace_back(text_at(outputs[i].as_object(), "name"), *held->held);
    }
    const bool is_plain = outputs.size() == 1 && entries.front().first.empty();
    made.given = is_plain ? entries.front().second : value(std::move(entries));
    return made;
  }

  value by_default() {
    value::context entries;
    for (const auto& each : table_.at("outputs").as_array()) {
      const auto written = text_at(each.as_object(), "default");
      if (written.empty()) return value::null();
      const auto made = evaluate(written, {});
      entries.emplace_back(text_at(each.as_object(), "name"), made ? *made->held : value());
    }
    return entries.size() == 1 ? entries.front().second : value(std::move(entries));
  }

  std::optional<value> by_policy(std::vector<hit> hits) {
    const auto policy = text_at(table_, "hit_policy");
    const auto by_rank = [](const hit& a, const hit& b) { return a.rank < b.rank; };
    if (policy == "COLLECT") return collected(hits);
    if (hits.empty()) return by_default();
    if (policy == "PRIORITY" || policy == "OUTPUT ORDER") {
      std::stable_sort(hits.begin(), hits.end(), by_rank);
    }
    if (policy == "RULE ORDER" || policy == "OUTPUT ORDER") return all_of(hits);
    const bool differs = std::any_of(hits.begin(), hits.end(), [&](const hit& each) {
      return each.given != hits.front().given;
    });
    if (policy == "UNIQUE" && hits.size() > 1) return value::null();
    if (policy == "ANY" && differs) return value::null();
    return hits.front().given;
  }

  static value all_of(const std::vector<hit>& hits) {
    value::list made;
    for (const auto& each : hits) made.push_back(each.given);
    return made;
  }

  // The aggregates are those of the language.
  std::optional<value> collected(const std::vector<hit>& hits) {
    auto name = text_at(table_, "aggregation");
    if (name.empty()) return all_of(hits);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto all = all_of(hits);
    const auto made = evaluate(name + "(hits)", {{"hits", api::type_of(all), all}});
    return made ? made->held : std::nullopt;
  }

  const json::object& table_;
  const run_options& options_;
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
