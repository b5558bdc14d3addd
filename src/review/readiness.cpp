// Readiness from holders alone. The rule, exactly:
//
//   judgement     the dictionary says `nature: judgement`
//   confirmation  the company chooses it (`nature: election`) or holds it itself, and the answer is
//                 yes or no or one of the field's codes
//   submission    any other election, and what the company or a third party holds otherwise; a
//                 field without a holder too, since nobody can be asked in its place
//   on record     the rest: a department holds it
//
// A policy is `direct` when every input is on record, `confirm` when single confirmations are all
// that is left, else `apply`; a policy that is competitive or draws on a pool is `apply` whatever
// it reads, since somebody must choose among the companies.
//
// Inputs of every branch count, also of a branch that a given company would not need.
//
// Tested by tests/unit/review/readiness_test.cpp and, on the shipped rules, by tests/data.
#include "review/readiness.hpp"

#include <algorithm>

#include "review/inputs_read.hpp"

namespace sudui::review {
namespace {

bool is_single_answer(const field& what) {
  return what.type == "boolean" || (what.type == "string" && !what.codes.empty());
}

readiness readiness_for(const std::vector<policy_input>& inputs, bool is_discretionary) {
  readiness worst = is_discretionary ? readiness::apply : readiness::direct;
  for (const policy_input& each : inputs) {
    switch (each.role) {
      case input_role::on_record:
        break;
      case input_role::confirmation:
        worst = std::max(worst, readiness::confirm);
        break;
      case input_role::submission:
      case input_role::judgement:
        worst = readiness::apply;
        break;
    }
  }
  return worst;
}

redemption_check check_of(std::string_view stated, readiness is) {
  if (stated == "self") return redemption_check::by_oneself;
  const readiness promised = stated == "direct"    ? readiness::direct
                             : stated == "confirm" ? readiness::confirm
                                                   : readiness::apply;
  if (promised < is) return redemption_check::stated_is_easier;
  return promised > is ? redemption_check::could_be_easier : redemption_check::as_stated;
}

// By date the value of the day; by year that of the assessment year; by code all of them.
bool is_unpublished(const types::typed_parameter& of, date day, int year) {
  bool has_any = false;
  bool has_known = false;
  for (const auto& each : of.values) {
    if (of.from->by == model::selector::date && !each.days.holds(day)) continue;
    if (of.from->by == model::selector::year && each.year != year) continue;
    has_any = true;
    has_known = has_known || !each.held.is_unknown();
  }
  return has_any && !has_known;
}

}  // namespace

input_role role_of(const field& what, const field* member) {
  const field& said = member == nullptr ? what : *member;
  if (said.nature == "judgement") return input_role::judgement;
  if (said.nature == "election") {
    return is_single_answer(said) ? input_role::confirmation : input_role::submission;
  }
  if (what.holder_kind == "department") return input_role::on_record;
  if (what.holder_kind == "company" && member == nullptr && is_single_answer(said)) {
    return input_role::confirmation;
  }
  return input_role::submission;
}

// Members are inputs of their own only where they ask for more than the field they stand in.
policy_readiness ready(const readiness_request& what, std::uint32_t policy, std::uint32_t version) {
  const auto& typed = what.rules.policies[policy];
  const date day = plan::policy_day(*typed.from, what.on);
  const inputs_read found = read_inputs(what.rules, typed.versions[version], day);
  policy_readiness made;
  made.of = &what.policies[policy];
  made.version = &made.of->versions[version];
  made.is_illustrative = made.version->illustrative;
  made.inputs.reserve(found.fields.size());
  for (const auto& [where, decides] : found.fields) {
    const field& read = what.fields[where.field];
    const field* member =
        where.member < 0 ? nullptr : &read.members[static_cast<std::size_t>(where.member)];
    const input_role role = role_of(read, member);
    if (member != nullptr && role == role_of(read, nullptr)) continue;
    made.inputs.push_back({&read, member, role, decides});
  }
  for (const auto index : found.parameters) {
    made.parameters.push_back(&what.parameters[index]);
    const bool is_given = what.on.parameters.contains(index);
    if (is_given || !is_unpublished(what.rules.parameters[index], day, what.on.year)) continue;
    made.unpublished.push_back(&what.parameters[index]);
  }
  made.is = readiness_for(made.inputs, made.version->discretionary);
  made.check = check_of(made.version->redemption, made.is);
  return made;
}

}  // namespace sudui::review
