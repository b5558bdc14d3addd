#include "explain/entry_read.hpp"

#include "traced.hpp"

using namespace sudui;
using namespace sudui::tests;

namespace {

std::string entry(const std::string& keys, const std::string& document) {
  return "  - {" + keys + ", cite: {document: " + document + ", status: seed-only}}\n";
}

std::string parameter_text(const std::string& by, const std::string& entries) {
  return "parameter: limit\nzh: 限额\nen: the limit\nby: " + by + "\nvalues:\n" + entries;
}

// The document that the parameter's value is cited from in `score > <read>`.
std::string cited(const std::string& parameter, const std::string& read,
                  const profile& company = {}) {
  traced made({parameter, policy_text("demo/one", "score > " + read)}, company);
  return made.clause().parts.at(1).cite.document;
}

const std::string dated =
    parameter_text("date", entry("from: 2020-01-01, to: 2020-12-31, value: 1", "old") +
                               entry("from: 2021-01-01, to: 2021-12-31, value: 2", "current") +
                               entry("from: 2022-01-01, value: 3", "new"));
const std::string yearly = parameter_text("year", entry("year: 2020, value: 1", "of 2020") +
                                                      entry("year: 2021, value: 2", "of 2021") +
                                                      entry("year: 2022, value: unknown", "none"));
const std::string coded = entry("code: \"32\", value: 1", "province") +
                          entry("code: \"320400\", value: 2", "city") +
                          entry("code: \"320412\", value: 3", "district");

}  // namespace

TEST_CASE("by date the window that holds the day is cited", "[explain][entry_read]") {
  CHECK(cited(dated, "limit") == "current");
  CHECK(cited(parameter_text("date", entry("from: 2022-01-01, value: 3", "new")), "limit").empty());
}

TEST_CASE("by year the year that was read is cited", "[explain][entry_read]") {
  CHECK(cited(yearly, "limit") == "of 2021");
  CHECK(cited(yearly, "limit(year - 1)") == "of 2020");
  CHECK(cited(yearly, "limit(score)", {{"score", 2020}}) == "of 2020");
  CHECK(cited(yearly, "limit(score)").empty());  // nobody knows the year
  CHECK(cited(yearly, "limit(2019)").empty());
  CHECK(cited(yearly, "limit(2022)") == "none");  // that nobody has published it has a source too
}

TEST_CASE("by code the entry that settles it most closely is cited", "[explain][entry_read]") {
  const auto of = [](const char* code) {
    return cited(parameter_text("code\nmatch: prefix", coded), "limit(region)", {{"region", code}});
  };
  CHECK(of("320412") == "district");
  CHECK(of("320411") == "city");
  CHECK(of("320400") == "city");
  CHECK(of("320500") == "province");
  CHECK(of("330000").empty());
  CHECK(cited(parameter_text("code", coded), "limit(region)", {{"region", "320411"}}).empty());
  CHECK(cited(parameter_text("code", coded), "limit(region)", {{"region", "320412"}}) ==
        "district");
  CHECK(cited(parameter_text("code", coded), "limit(region)").empty());
}

TEST_CASE("of one level the code without zeros goes first", "[explain][entry_read]") {
  const std::string both =
      entry("code: \"320400\", value: 2", "padded") + entry("code: \"3204\", value: 1", "stem");
  CHECK(cited(parameter_text("code\nmatch: prefix", both), "limit(region)",
              {{"region", "320412"}}) == "stem");
}

TEST_CASE("codes hold in their window", "[explain][entry_read]") {
  const std::string both =
      entry("code: \"32\", from: 2020-01-01, to: 2020-12-31, value: 1", "old") +
      entry("code: \"32\", from: 2021-01-01, value: 2", "current");
  CHECK(cited(parameter_text("code", both), "limit(region)", {{"region", "32"}}) == "current");
}

TEST_CASE("a value from outside cites nothing", "[explain][entry_read]") {
  const auto rules = rules_of({dated, policy_text("demo/one", "score > limit")});
  plan::binding on;
  const auto& typed = *rules.held().typed;
  CHECK(explain::entry_read(typed, 0, on, day(2021, 5, 1), {}) != nullptr);
  on.parameters[0] = value(7);
  CHECK(explain::entry_read(typed, 0, on, day(2021, 5, 1), {}) == nullptr);
}
