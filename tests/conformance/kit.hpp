// Cases of the DMN conformance kit as JSON lines hold them.
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sudui/value.hpp>

#include "api/evaluate.hpp"
#include "types/type.hpp"

namespace sudui::conformance {

struct let {
  std::string name, formula;
};

struct kit_case {
  std::string id, formula, of_class;
  int ring = 0;
  bool is_apart = false;  // named zones, years beyond four digits
  bool has_missing = false;
  std::vector<api::variable> variables;
  std::vector<let> lets;
  boost::json::object expected;
};

/// A typed value of the kit; nothing where this version has no such value.
[[nodiscard]] std::optional<value> value_of(const boost::json::object& typed);
/// A type as the kit writes it, `list<context<a: number>>`; error where there is none.
[[nodiscard]] types::type type_named(std::string_view written);
[[nodiscard]] kit_case case_of(const boost::json::object& line);
[[nodiscard]] std::string text_at(const boost::json::object& from, const char* key);
/// Names to values as variables, by their declared types.
[[nodiscard]] std::vector<api::variable> variables_of(const boost::json::object& inputs,
                                                      const boost::json::object& declared);

/// Whether a value is the one the kit expects.
[[nodiscard]] bool agrees(const value& got, const boost::json::object& expected);
[[nodiscard]] std::string shown(const boost::json::object& expected);

}  // namespace sudui::conformance
