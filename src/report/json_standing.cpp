// What groups make of policies, as JSON.
//
// Tested by tests/unit/report/standing_text_test.cpp.
#include "report/json_standing.hpp"

#include "report/json_parts.hpp"

namespace sudui::report {

std::string_view key_of(standing what) noexcept {
  switch (what) {
    case standing::kept:
      return "kept";
    case standing::displaced:
      return "displaced";
    case standing::open:
      break;
  }
  return "open";
}

std::string_view key_of(group_effect::reason what) noexcept {
  using reason = group_effect::reason;
  switch (what) {
    case reason::elected:
      return "elected";
    case reason::paid_before:
      return "paid_before";
    case reason::topped_up:
      return "topped_up";
    case reason::capped:
      return "capped";
    case reason::items:
      return "items";
    case reason::best:
      break;
  }
  return "best";
}

namespace {

constexpr int money_places = 2;

void write_effect(json_writer& out, const group_effect& from) {
  out.open_object().key("group").text(from.of->id);
  write_given(out, "reading", from.of->readings[from.reading].id);
  out.key("rule").text(from.of->readings[from.reading].rule);
  if (from.compared != nullptr) write_given(out, "benefit", from.compared->id);
  if (from.alone) out.key("alone").flag(true);
  out.key("standing").text(key_of(from.standing)).key("why").text(key_of(from.why));
  if (from.by != nullptr) out.key("by").text(from.by->id);
  out.key("paid");
  write(out, from.paid, money_places);
  if (from.why == group_effect::reason::items) {
    out.key("items_elsewhere").whole(from.items_elsewhere);
    out.key("items_open").whole(from.items_open);
  }
  out.close_object();
}

}  // namespace

void write_standing(json_writer& out, standing to, std::span<const group_effect> effects) {
  if (effects.empty()) return;
  out.key("standing").text(key_of(to)).key("groups").open_array();
  for (const group_effect& each : effects) write_effect(out, each);
  out.close_array();
}

void write_results(json_writer& out, std::span<const group_result> all) {
  if (all.empty()) return;
  out.key("groups").open_array();
  for (const group_result& each : all) {
    const auto& reading = each.of->readings[each.reading];
    out.open_object().key("group").text(each.of->id).key("title");
    write(out, each.of->title);
    write_given(out, "reading", reading.id);
    write_given(out, "label", reading.label);
    out.key("rule").text(reading.rule).key("kind").text(each.of->kind);
    write_given(out, "unit", each.of->unit);
    out.key("total");
    write(out, each.total, money_places);
    if (each.may_elect) out.key("may_elect").flag(true);
    if (!each.is_exhausted) out.key("too_many_cases").flag(true);
    write_given(out, "cite", each.of->cite);
    out.key("missing");
    write(out, each.missing);
    out.close_object();
  }
  out.close_array();
}

}  // namespace sudui::report
