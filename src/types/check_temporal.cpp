// Days, times, moments and durations made from what a formula gives. A text that is written out is
// read here, so that `date("2024-02-30")` is refused when the rules are read; a text that comes
// from the profile is read while matching, and gives null where it is none.
//
// Tested by tests/data/feel/times.csv.

#include <utility>

#include "types/checker.hpp"
#include "values/clock.hpp"
#include "values/duration.hpp"

namespace sudui::types {

using text::message;
using values::op;

namespace {

// The text of a literal, or nullptr.
const std::string* written_in(const expr& what) {
  const auto* held = constant_of(what);
  return held == nullptr ? nullptr : held->get_if<std::string>();
}

// A year of more than four digits or before year 1: the standard has it, this engine has not.
bool has_far_year(std::string_view text) {
  const bool is_before = text.starts_with('-');
  const auto digits = text.find_first_not_of("0123456789", is_before ? 1 : 0);
  const auto count = digits == std::string_view::npos ? 0 : digits - (is_before ? 1 : 0);
  return count >= (is_before ? 4U : 5U) && text[digits] == '-';
}

}  // namespace

// What the standard takes for no value is null where null is allowed; a named zone and a far year
// are values there, and are refused in any case.
expr checker::refuse_literal(const feel::node& node, message what, type of,
                             const std::string& written) {
  if (values::names_zone(written)) return error(message::named_zone, node.where, {written});
  if (names_.null_operands && !has_far_year(written)) {
    return constant(node, std::move(of), value::null());
  }
  return error(what, node.where, {written});
}

expr checker::call_date(const feel::node& node) {
  if (!expect_arguments(node, 1, 3)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (given.size() != 1) return call_table(node, "date", std::move(given));
  const type day = simple(type_kind::date);
  if (given[0].of.is(type_kind::date)) return std::move(given[0]);
  if (given[0].of.is(type_kind::moment)) return apply(node, day, op::moment_date, std::move(given));
  if (!require(given[0], type_kind::string, "date")) return error_in(node);
  if (const auto* written = written_in(given[0])) {
    if (const auto held = parse_date(*written)) return constant(node, day, *held);
    return refuse_literal(at(node.children[1]), message::bad_date_literal, day, *written);
  }
  return apply(node, day, op::date_from_string, std::move(given));
}

expr checker::call_time(const feel::node& node) {
  if (!expect_arguments(node, 1, 4)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (given.size() != 1) return call_table(node, "time", std::move(given));
  const type time = simple(type_kind::time);
  if (given[0].of.is(type_kind::time)) return std::move(given[0]);
  if (given[0].of.is(type_kind::moment))
    return apply(node, time, op::moment_time, std::move(given));
  if (given[0].of.is(type_kind::date)) return apply(node, time, op::time_of_date, std::move(given));
  if (!require(given[0], type_kind::string, "time")) return error_in(node);
  if (const auto* written = written_in(given[0])) {
    if (const auto held = values::parse_time(*written)) {
      return constant(node, time, values::time_from(*held));
    }
    return refuse_literal(at(node.children[1]), message::bad_time_literal, time, *written);
  }
  return apply(node, time, op::time_from_string, std::move(given));
}

expr checker::call_moment(const feel::node& node) {
  if (!expect_arguments(node, 1, 2)) return error_in(node);
  auto given = infer_all(arguments(node.children).subspan(1));
  if (given.size() != 1) return call_table(node, "date and time", std::move(given));
  const type moment = simple(type_kind::moment);
  if (given[0].of.is(type_kind::moment)) return std::move(given[0]);
  if (given[0].of.is(type_kind::date)) {
    return apply(node, moment, op::moment_of_date, std::move(given));
  }
  if (!require(given[0], type_kind::string, "date and time")) return error_in(node);
  if (const auto* written = written_in(given[0])) {
    if (const auto held = values::parse_moment(*written)) {
      return constant(node, moment, values::moment_from(*held));
    }
    return refuse_literal(at(node.children[1]), message::bad_time_literal, moment, *written);
  }
  return apply(node, moment, op::moment_from_string, std::move(given));
}

// The two kinds of duration do not mix (a month has no fixed number of days), so the kind must be
// known from the text itself.
expr checker::call_duration(const feel::node& node) {
  if (!expect_arguments(node, 1, 1)) return error_in(node);
  const expr given = infer(node.children[1]);
  if (!require(given, type_kind::string, "duration")) return error_in(node);
  if (given.of.is(type_kind::null) && names_.null_operands) {
    return constant(node, simple(type_kind::null), value::null());
  }
  const auto* written = written_in(given);
  if (written == nullptr) return error(message::duration_not_literal, given.where);
  if (const auto length = values::parse_months(*written)) {
    return constant(node, simple(type_kind::months), months_duration{*length});
  }
  if (const auto length = values::parse_lapse(*written)) {
    return constant(node, simple(type_kind::days), days_duration{length->count, length->nanos});
  }
  return refuse_literal(at(node.children[1]), message::bad_duration_literal,
                        simple(type_kind::null), *written);
}

}  // namespace sudui::types
