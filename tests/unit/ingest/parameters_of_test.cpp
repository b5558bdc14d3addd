#include "ingest/parameters_of.hpp"

#include <string>

#include "catch.hpp"
#include "ingest/read_text.hpp"

using namespace sudui;

namespace {

model::parameter parameter_of(std::string name, std::string label, model::selector by,
                              std::string unit = {}) {
  model::parameter made;
  made.id.text = std::move(name);
  made.label = {label, label};
  made.by = by;
  made.unit.text = std::move(unit);
  return made;
}

// Parameters of each kind, and a text read against them.
struct reading {
  explicit reading(std::string text) {
    model::rule_set from;
    from.parameters = {parameter_of("growth", "增幅", model::selector::year),
                       parameter_of("wage", "工资", model::selector::code, "元"),
                       parameter_of("rate", "比例", model::selector::date)};
    types::typed_rules rules;
    for (const auto& each : from.parameters) {
      rules.parameters.push_back({&each, types::number_in(types::unit::one()), {}});
    }
    text::sources files;
    text::sink out;
    const auto file = files.add("parameters", std::move(text));
    values = ingest::parameters_of(ingest::read_text(files, file, profile_format::yaml, out), rules,
                                   out);
    for (const diagnostic& each : out.render(files)) {
      findings += each.message.en + (each.help.en.empty() ? "" : " | " + each.help.en) + "\n";
    }
  }
  [[nodiscard]] std::string shown() const {
    std::string out;
    for (const auto& [name, held] : values) out += name + " " + to_string(held) + "\n";
    return out;
  }
  parameter_values values;
  std::string findings;
};

}  // namespace

TEST_CASE("parameters by date, by year and by code are read", "[ingest][parameters_of]") {
  const reading read("growth: {2020: 7%, 2021: unknown}\nwage: {\"320400\": 0.249万}\n比例: 30%\n");
  CHECK(read.findings.empty());
  REQUIRE(read.values.size() == 3);
  CHECK(read.values[0].first == "growth");
  CHECK(*read.values[0].second.find("2020") == value(decimal::scaled(7, -2)));
  CHECK(read.values[0].second.find("2021")->is_unknown());
  CHECK(*read.values[1].second.find("320400") == value(2490));
  CHECK(read.values[2] == std::pair<std::string, value>("rate", decimal::scaled(3, -1)));
}

TEST_CASE("a unit of a parameter is converted", "[ingest][parameters_of]") {
  const reading read("wage: {\"320400\": {value: 2.49, unit: 千元}}");
  CHECK(*read.values[0].second.find("320400") == value(2490));
}

TEST_CASE("an unknown parameter is an error with a suggestion", "[ingest][parameters_of]") {
  CHECK(reading("growht: {2020: 7%}").findings ==
        "`growht` is not a parameter | did you mean `growth`?\n");
}

TEST_CASE("a parameter by year needs years", "[ingest][parameters_of]") {
  CHECK(reading("growth: 7%").findings ==
        "the parameter `growth` has a value by year, found the text `7%` | write `growth: {2021: "
        "...}`\n");
  CHECK(reading("growth: {last: 7%}").findings ==
        "`last` is not a year of `growth` | write years as `2021`\n");
}

TEST_CASE("a parameter by code needs codes", "[ingest][parameters_of]") {
  CHECK(reading("wage: 2490").findings ==
        "the parameter `wage` has a value by code, found the text `2490` | "
        "write `wage: {\"320400\": ...}`\n");
}

TEST_CASE("a value that does not fit is named", "[ingest][parameters_of]") {
  CHECK(reading("growth: {2020: fast}").findings ==
        "`growth(2020)` needs a number, found the text `fast`\n");
}

TEST_CASE("parameters are a mapping, and nothing is none", "[ingest][parameters_of]") {
  CHECK(reading("[1]").findings == "parameters are a mapping of names to values, found a list\n");
  CHECK(reading("# nothing\n").values.empty());
}
