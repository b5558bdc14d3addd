// The table of built-in functions that are one operator each. Functions with an optional argument
// have one line a form. `date`, `duration`, `sum`, `round up` and others that look at their
// arguments are special.
//
// Source of names and parameter names: OMG DMN 1.5, section 10.3.4.
// Tested by tests/unit/types/check_names_test.cpp.

#include "types/builtins.hpp"

#include <algorithm>
#include <array>

namespace sudui::types {

namespace {
using values::op;

constexpr std::array table{
    builtin{"abs", "n", "n", 'N', op::number_abs},
    builtin{"abs", "n", "D", 'D', op::days_abs},
    builtin{"abs", "n", "M", 'M', op::months_abs},
    builtin{"modulo", "dividend,divisor", "nn", 'N', op::number_modulo},
    builtin{"sqrt", "number", "u", 'u', op::number_sqrt},
    builtin{"exp", "number", "u", 'u', op::number_exp},
    builtin{"log", "number", "u", 'u', op::number_log},
    builtin{"even", "number", "n", 'b', op::number_even},
    builtin{"odd", "number", "n", 'b', op::number_odd},
    builtin{"decimal", "n,scale", "nu", 'N', op::number_round_half_even},
    builtin{"floor", "n,scale", "nu", 'N', op::number_floor},
    builtin{"ceiling", "n,scale", "nu", 'N', op::number_ceiling},
    builtin{"round up", "n,scale", "nu", 'N', op::number_round_up},
    builtin{"round down", "n,scale", "nu", 'N', op::number_round_down},
    builtin{"round half up", "n,scale", "nu", 'N', op::number_round_half_up},
    builtin{"round half down", "n,scale", "nu", 'N', op::number_round_half_down},
    builtin{"number", "from", "s", 'u', op::number_from_string},

    builtin{"string length", "string", "s", 'u', op::string_length},
    builtin{"upper case", "string", "s", 's', op::string_upper},
    builtin{"lower case", "string", "s", 's', op::string_lower},
    builtin{"contains", "string,match", "ss", 'b', op::string_contains},
    builtin{"starts with", "string,match", "ss", 'b', op::string_starts_with},
    builtin{"ends with", "string,match", "ss", 'b', op::string_ends_with},
    builtin{"substring", "string,start position", "su", 's', op::string_substring_rest},
    builtin{"substring", "string,start position,length", "suu", 's', op::string_substring},
    builtin{"substring before", "string,match", "ss", 's', op::string_before},
    builtin{"substring after", "string,match", "ss", 's', op::string_after},
    builtin{"string", "from", "a", 's', op::string_from},

    builtin{"date", "year,month,day", "uuu", 'd', op::date_from_parts},
    builtin{"day of week", "date", "d", 's', op::date_day_of_week_name},
    builtin{"month of year", "date", "d", 's', op::date_month_name},
    builtin{"day of year", "date", "d", 'u', op::date_day_of_year},
    builtin{"week of year", "date", "d", 'u', op::date_week_of_year},
    builtin{"last day of month", "date", "d", 'u', op::date_last_day_of_month},
    builtin{"years and months duration", "from,to", "dd", 'M', op::months_between},

    builtin{"count", "list", "l", 'u', op::list_count},
    builtin{"list contains", "list,element", "la", 'b', op::list_contains},
    builtin{"distinct values", "list", "l", 'L', op::list_distinct},
    builtin{"reverse", "list", "l", 'L', op::list_reverse},

    builtin{"in_region", "code,region", "ss", 'b', op::code_prefix},
};

constexpr std::array<std::string_view, 15> special{
    "all",      "any", "append", "concatenate", "date", "duration", "flatten", "is_null",
    "marginal", "max", "mean",   "min",         "not",  "or_else",  "sum"};
}  // namespace

std::span<const builtin> builtins() noexcept { return table; }

std::span<const std::string_view> special_functions() noexcept { return special; }

bool is_function_name(std::string_view name) noexcept {
  return std::any_of(table.begin(), table.end(),
                     [&](const auto& each) { return each.name == name; }) ||
         std::find(special.begin(), special.end(), name) != special.end();
}

}  // namespace sudui::types
