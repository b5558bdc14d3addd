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
    builtin{"round half even", "n,scale", "nu", 'N', op::number_round_half_even},
    builtin{"number", "from", "s", 'u', op::number_from_string},
    builtin{"number", "from,grouping separator,decimal separator", "sss", 'u',
            op::number_from_text},

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
    builtin{"matches", "input,pattern", "ss", 'b', op::string_matches},
    builtin{"matches", "input,pattern,flags", "sss", 'b', op::string_matches},
    builtin{"replace", "input,pattern,replacement", "sss", 's', op::string_replace},
    builtin{"replace", "input,pattern,replacement,flags", "ssss", 's', op::string_replace},
    builtin{"split", "string,delimiter", "ss", 'T', op::string_split},
    builtin{"string join", "list", "S", 's', op::string_join},
    builtin{"string join", "list,delimiter", "Ss", 's', op::string_join},

    builtin{"date", "year,month,day", "uuu", 'd', op::date_from_parts},
    builtin{"time", "hour,minute,second", "uuu", 't', op::time_from_parts},
    builtin{"time", "hour,minute,second,offset", "uuuD", 't', op::time_from_parts},
    builtin{"date and time", "date,time", "ct", 'm', op::moment_from_parts},
    builtin{"day of week", "date", "c", 's', op::date_day_of_week_name},
    builtin{"month of year", "date", "c", 's', op::date_month_name},
    builtin{"day of year", "date", "c", 'u', op::date_day_of_year},
    builtin{"week of year", "date", "c", 'u', op::date_week_of_year},
    builtin{"last day of month", "date", "c", 'u', op::date_last_day_of_month},
    builtin{"years and months duration", "from,to", "cc", 'M', op::months_between},

    builtin{"count", "list", "l", 'u', op::list_count},
    builtin{"list contains", "list,element", "la", 'b', op::list_contains},
    builtin{"distinct values", "list", "l", 'L', op::list_distinct},
    builtin{"reverse", "list", "l", 'L', op::list_reverse},
    builtin{"sublist", "list,start position", "lu", 'L', op::list_sublist_rest},
    builtin{"sublist", "list,start position,length", "luu", 'L', op::list_sublist},
    builtin{"insert before", "list,position,newItem", "luI", 'L', op::list_insert},
    builtin{"list replace", "list,position,newItem", "luI", 'L', op::list_replace},
    builtin{"remove", "list,position", "lu", 'L', op::list_remove},
    builtin{"index of", "list,match", "la", 'U', op::list_index_of},

    builtin{"in_region", "code,region", "ss", 'b', op::code_prefix},
};

constexpr std::array<relation_function, 14> relations{
    {{"before", "xx", op::range_before},
     {"after", "xx", op::range_after},
     {"meets", "rr", op::range_meets},
     {"met by", "rr", op::range_met_by},
     {"overlaps", "rr", op::range_overlaps},
     {"overlaps before", "rr", op::range_overlaps_before},
     {"overlaps after", "rr", op::range_overlaps_after},
     {"finishes", "xr", op::range_finishes},
     {"finished by", "rx", op::range_finished_by},
     {"includes", "rx", op::range_includes},
     {"during", "xr", op::range_during},
     {"starts", "xr", op::range_starts},
     {"started by", "rx", op::range_started_by},
     {"coincides", "xx", op::range_coincides}}};

constexpr std::string_view special[] = {"after",
                                        "after_policies",
                                        "all",
                                        "any",
                                        "append",
                                        "before",
                                        "coincides",
                                        "concatenate",
                                        "context",
                                        "context merge",
                                        "context put",
                                        "date",
                                        "date and time",
                                        "duration",
                                        "during",
                                        "finished by",
                                        "finishes",
                                        "flatten",
                                        "get entries",
                                        "get value",
                                        "includes",
                                        "is",
                                        "is_null",
                                        "marginal",
                                        "max",
                                        "mean",
                                        "median",
                                        "meets",
                                        "met by",
                                        "min",
                                        "mode",
                                        "not",
                                        "now",
                                        "or_else",
                                        "overlaps",
                                        "overlaps after",
                                        "overlaps before",
                                        "product",
                                        "started by",
                                        "starts",
                                        "stddev",
                                        "sum",
                                        "time",
                                        "today",
                                        "union"};

constexpr special_form forms[] = {
    {"all", "list"},
    {"any", "list"},
    {"sum", "list"},
    {"mean", "list"},
    {"min", "list"},
    {"max", "list"},
    {"median", "list"},
    {"mode", "list"},
    {"stddev", "list"},
    {"product", "list"},
    {"flatten", "list"},
    {"append", "list,item"},
    {"not", "negand"},
    {"date", "from"},
    {"time", "from"},
    {"date and time", "from"},
    {"duration", "from"},
    {"is", "value1,value2"},
    {"get value", "m,key"},
    {"get entries", "m"},
    {"context", "entries"},
    {"context put", "context,key,value"},
    {"context merge", "contexts"},
    {"before", "point1,point2"},
    {"before", "point,range"},
    {"before", "range,point"},
    {"before", "range1,range2"},
    {"after", "point1,point2"},
    {"after", "point,range"},
    {"after", "range,point"},
    {"after", "range1,range2"},
    {"meets", "range1,range2"},
    {"met by", "range1,range2"},
    {"overlaps", "range1,range2"},
    {"overlaps before", "range1,range2"},
    {"overlaps after", "range1,range2"},
    {"finishes", "point,range"},
    {"finishes", "range1,range2"},
    {"finished by", "range,point"},
    {"finished by", "range1,range2"},
    {"includes", "range,point"},
    {"includes", "range1,range2"},
    {"during", "point,range"},
    {"during", "range1,range2"},
    {"starts", "point,range"},
    {"starts", "range1,range2"},
    {"started by", "range,point"},
    {"started by", "range1,range2"},
    {"coincides", "point1,point2"},
    {"coincides", "range1,range2"},
};
}  // namespace

std::span<const builtin> builtins() noexcept { return table; }

std::span<const std::string_view> special_functions() noexcept { return special; }

std::span<const special_form> special_forms() noexcept { return forms; }

const relation_function* find_relation(std::string_view name) noexcept {
  const auto* found = std::find_if(relations.begin(), relations.end(),
                                   [&](const auto& each) { return each.name == name; });
  return found == relations.end() ? nullptr : found;
}

bool is_function_name(std::string_view name) noexcept {
  return std::any_of(table.begin(), table.end(),
                     [&](const auto& each) { return each.name == name; }) ||
         std::find(std::begin(special), std::end(special), name) != std::end(special);
}

}  // namespace sudui::types
