// Steps of an explanation as indented lines. A person wants to see the figures that decided, where
// they came from and how far they are from the limit; constants and bare arithmetic in between are
// left to the formula.
//
//   R&D ratio 4.2 %, needs >= 5 %, short by 640,000.00 of R&D expense
//     R&D ratio = 4.2 %
//       R&D expense (2021) = 3,360,000.00
//       revenue (2021) = 80,000,000.00
//
// A number without a unit is a ratio where the other side is written in percent, or where it is a
// quotient whose distance is counted in something; it is then shown in percent.
//
// Tested by tests/unit/report/step_text_test.cpp.
#include "report/step_text.hpp"

#include "report/figures.hpp"
#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

bool is_number(const value& what) { return what.get_if<decimal>() != nullptr; }

bool is_ratio(const step& comparison) {
  if (comparison.parts.size() != 2) return false;
  const step& left = comparison.parts[0];
  const step& right = comparison.parts[1];
  if (!left.unit.empty() || !is_number(left.result)) return false;
  return right.formula.find('%') != std::string::npos ||
         left.formula.find('%') != std::string::npos ||
         (comparison.distance && !comparison.distance_unit.empty());
}

bool is_met(const step& what) {
  const bool* held = what.result.get_if<bool>();
  return held != nullptr && *held;
}

bool is_unmet(const step& what) {
  const bool* held = what.result.get_if<bool>();
  return held != nullptr && !*held;
}

std::string name_of(const step& what, language in) {
  std::string name = what.label.in(in).empty() ? what.formula : what.label.in(in);
  if (what.year) name += "(" + std::to_string(*what.year) + ")";
  return name;
}

std::string side(const step& comparison, std::size_t which, language in) {
  const step& held = comparison.parts[which];
  const step& other = comparison.parts[1 - which];
  const auto* number = held.result.get_if<decimal>();
  const auto* beside = other.result.get_if<decimal>();
  if (number != nullptr && is_ratio(comparison)) {
    return percent(*number, beside == nullptr ? decimal() : *beside);
  }
  return shown(held.result, held.unit, in);
}

// How far the company is from the limit; where it is met, by how much it could still lose.
std::string distance_text(const step& what, language in) {
  if (!what.distance || (!is_met(what) && !is_unmet(what))) return {};
  const bool asks_for_more = what.relation.starts_with('>');
  std::string_view lead;
  if (is_unmet(what)) {
    lead = asks_for_more ? say(in, "，差 ", ", short by ") : say(in, "，超出 ", ", over by ");
  } else {
    lead = say(in, "，余量 ", ", with a margin of ");
  }
  std::string out = std::string(lead) + figure(*what.distance, what.distance_unit);
  const std::string& counted = what.distance_of.in(in);
  const bool is_named =
      !counted.empty() && !what.parts.empty() && counted != what.parts[0].label.in(in);
  if (!is_named) return out;
  return out + (in == language::zh ? "（" + counted + "）" : " of " + counted);
}

std::string why_null(const step& what, language in) {
  if (!what.result.is_null() || what.why_null.empty()) return {};
  const std::string reason(spoken(what.why_null, in));
  return in == language::zh ? "（" + reason + "）" : " (" + reason + ")";
}

std::string items_text(const step& what, language in) {
  const std::string met = std::to_string(what.items_met);
  const std::string all = std::to_string(what.item_count);
  std::string out = in == language::zh ? "共 " + all + " 项，符合 " + met + " 项"
                                       : met + " of " + all + " items hold";
  if (what.items_unknown == 0) return out;
  const std::string unknown = std::to_string(what.items_unknown);
  return out + (in == language::zh ? "，待定 " + unknown + " 项" : ", " + unknown + " unknown");
}

std::string valued(const step& what, language in) {
  return name_of(what, in) + " = " + shown(what.result, what.unit, in) + why_null(what, in);
}

std::string input_text(const step& what, language in) {
  std::string out = valued(what, in);
  if (!what.result.is_unknown() || what.holder.empty()) return out;
  return out + (in == language::zh ? "（由 " + what.holder + " 掌握）"
                                   : " (held by " + what.holder + ")");
}

std::string with_citation(std::string text, const step& what, language in) {
  const std::string cited = citation_text(what.cite, in);
  return cited.empty() ? text : text + " - " + cited;
}

std::string limit_text(const step& what, language in) {
  const bool is_most = what.relation == "<=";
  const std::string lead(is_most ? say(in, "上限 ", "at most ") : say(in, "下限 ", "at least "));
  const std::string_view effect =
      what.bit ? say(in, "：已生效", ": takes effect") : say(in, "：未触及", ": not reached");
  return with_citation(lead + shown(what.result, what.unit, in) + std::string(effect), what, in);
}

std::string line_of(const step& what, language in) {
  switch (what.what) {
    case step::kind::comparison:
      return comparison_text(what, in);
    case step::kind::quantifier:
      return (what.label.in(in).empty() ? what.formula : what.label.in(in)) +
             std::string(say(in, "：", ": ")) + items_text(what, in);
    case step::kind::input:
      return input_text(what, in);
    case step::kind::parameter:
      return with_citation(valued(what, in), what, in);
    case step::kind::limit:
      return limit_text(what, in);
    case step::kind::rounding:
      return std::string(say(in, "舍入 ", "rounded ")) + what.formula + " = " +
             shown(what.result, what.unit, in);
    case step::kind::logic:
    case step::kind::definition:
    case step::kind::calculation:
    case step::kind::constant:
    case step::kind::tier:
    case step::kind::band:
      break;
  }
  return valued(what, in);
}

// A list behind `some` or `every` is an input whose length has been said already.
bool is_worth_a_line(const step& what, const step* above) {
  if (what.what == step::kind::constant) return false;
  if (above == nullptr || what.what != step::kind::input) return true;
  const bool is_said =
      above->what == step::kind::quantifier || above->what == step::kind::comparison;
  return !is_said || what.result.is_unknown();
}

void write_below(std::string& out, const step& what, const step* above, std::size_t indent,
                 const text_options& options) {
  const bool is_shown = is_worth_a_line(what, above);
  if (is_shown) out.append(indent, ' ').append(line_of(what, options.in)).append("\n");
  for (const step& part : what.parts) {
    write_below(out, part, &what, is_shown ? indent + 2 : indent, options);
  }
}

}  // namespace

std::string comparison_text(const step& what, language in) {
  if (what.parts.size() != 2) return valued(what, in);
  const std::string left = name_of(what.parts[0], in) + " " + side(what, 0, in);
  const std::string right = side(what, 1, in);
  const bool names_right = what.parts[1].what != step::kind::constant;
  const std::string limit = names_right ? name_of(what.parts[1], in) + " " + right : right;
  const std::string needs(say(in, "，需 ", ", needs "));
  return left + needs + what.relation + " " + limit + distance_text(what, in) + why_null(what, in);
}

void write_step(std::string& out, const step& what, std::size_t indent,
                const text_options& options) {
  write_below(out, what, nullptr, indent, options);
}

}  // namespace sudui::report
