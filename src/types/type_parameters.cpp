// Parameters: every entry is a constant, all entries of one type; bands become a list of records
// {to, rate} and must ascend.
//
// A parameter is a number one can write down: `2 / 3` is refused. It could be held as a pair and
// divided where it is used, but a parameter is also looked up by a code or a year of the profile,
// stands in lists and bands, and is replaced from outside, and each of these would need the pair;
// the two numbers as two parameters say the same and stay exact everywhere.
//
// Tested by tests/unit/types/from_model_test.cpp.

#include "types/type_parameters.hpp"

#include <utility>

#include "types/checker.hpp"
#include "types/fold.hpp"
#include "values/quotient.hpp"

namespace sudui::types {

using text::message;

type bands_type(unit to) {
  std::vector<member> members(2);
  members[0].name = "to";
  members[0].of = number_in(std::move(to));
  members[1].name = "rate";
  members[1].of = number_in(unit::one());
  return list_of(record_of(std::move(members)));
}

namespace {
class parameter_typer {
 public:
  parameter_typer(const schema& dictionary, text::sink& out)
      : out_(out), names_(empty_, dictionary, none_, out) {}

  typed_parameter type_one(const model::parameter& from) {
    typed_parameter made;
    made.from = &from;
    const unit declared = from.unit.text.empty() ? unit::one() : unit_named(from.unit.text);
    made.of = simple(type_kind::null);
    bool is_open = false;
    for (const auto& entry : from.entries) {
      parameter_value held{entry.days, entry.year, entry.code.text, {}, &entry};
      if (!entry.bands.empty()) {
        held.held = bands(entry.bands);
        agree(made, bands_type(declared), entry);
      } else if (entry.value.is_given()) {
        const expr typed = one(entry.value);
        held.held = constant(typed);
        agree(made, with_unit(typed.of, declared), entry);
        is_open = is_open || typed.of.is_error();
      } else if (!entry.is_unknown) {
        is_open = true;  // what stands there is no formula, which has been reported
      }
      made.values.push_back(std::move(held));
    }
    // Nobody has published a value: a number. A value that could not be read: nobody knows.
    if (made.of.is(type_kind::null)) made.of = is_open ? type{} : number_in(declared);
    return made;
  }

 private:
  expr one(const model::formula& what) {
    scope locals;
    expr made = checker(names_, out_, locals, what.parsed()).check();
    if (!made.of.is(type_kind::range)) return made;
    out_.report(message::range_as_value, made.where);  // nothing outside could give one
    return {};
  }

  value constant(const expr& typed) {
    if (typed.of.is_error()) return {};
    auto held = fold(typed);
    if (!held) out_.report(message::not_constant, typed.where);
    if (held) refuse_rounding(typed);
    return held.value_or(value());
  }

  // `2 / 3` has no end: 34 digits of it would make `revenue * share >= 200万` fail where the law's
  // two thirds are met. In a formula the quotient stays beside its operands; a value has none.
  void refuse_rounding(const expr& typed) {
    for (const auto& part : typed.parts) refuse_rounding(part);
    if (typed.kind != expr_kind::apply || typed.code != values::op::number_divide) return;
    const auto above = fold(typed.parts[0]);
    const auto below = fold(typed.parts[1]);
    const auto made = fold(typed);
    const auto* quotient = made ? made->get_if<decimal>() : nullptr;
    if (quotient == nullptr) return;  // null: divided by zero
    const auto& over = *above->get_if<decimal>();
    const auto& under = *below->get_if<decimal>();
    if (values::compare_quotients(*quotient, decimal(1), over, under) == 0) return;
    out_.report(message::endless_decimal, typed.where, {over.to_string(), under.to_string()});
  }

  static type with_unit(const type& of, const unit& declared) {
    if (of.is(type_kind::number)) return number_in(declared);
    if (of.is(type_kind::list) && of.item->is(type_kind::number)) {
      return list_of(number_in(declared));
    }
    return of;
  }

  // Entries of one parameter share a type, which is found entry by entry; the first that does not
  // fit is reported against those before it.
  void agree(typed_parameter& made, const type& given, const model::parameter_entry& entry) {
    if (given.is_error() || made.of.is_error()) return;
    const type both = common(made.of, given);
    if (both.is_error()) {
      out_.report(message::parameter_types, entry.where, {made.of.to_string(), given.to_string()});
      return;
    }
    made.of = both;
  }

  value number(const model::formula& what) {
    const expr typed = one(what);
    if (!typed.of.is_error() && !typed.of.is(type_kind::number)) {
      out_.report(message::wrong_type, typed.where, {"bands", typed.of.to_string(), "number"});
      return {};
    }
    return constant(typed);
  }

  value bands(const std::vector<model::band>& from) {
    value::list made;
    for (const auto& each : from) {
      value to = each.to.is_given() ? number(each.to) : value::null();
      made.push_back(value::context{{"to", std::move(to)}, {"rate", number(each.rate)}});
    }
    return made;
  }

  text::sink& out_;
  model::rule_set empty_;  // a parameter sees fields, to be told that it may not use them
  std::vector<typed_parameter> none_;
  catalog names_;
};
}  // namespace

std::vector<typed_parameter> type_parameters(const model::rule_set& rules, const schema& dictionary,
                                             text::sink& out) {
  parameter_typer typer(dictionary, out);
  std::vector<typed_parameter> all;
  for (const auto& from : rules.parameters) all.push_back(typer.type_one(from));
  return all;
}

}  // namespace sudui::types
