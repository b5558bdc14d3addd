// Steps of an explanation as indented lines. A person wants to see the figures that decided, where
// they came from and how far they are from the limit; constants and bare arithmetic in between are
// left to the formula.
//
//   R&D ratio 4.2 %, needs at least 5 %, short by 640,000.00 of R&D expense
//     R&D expense (2021) = 3,360,000.00
//     revenue (2021) = 80,000,000.00
//
// A ratio is shown in percent, unless it is a whole number: those are counts and scores more often.
//
// A comparison asks something of the company only in a condition. Inside an amount or a definition
// (`if a > b then`) it is a fork, and is told as a fact without distance.
//
// Tested by tests/unit/report/step_text_test.cpp.
#include "report/step_text.hpp"

#include <algorithm>
#include <set>

#include "report/figures.hpp"
#include "report/parts_text.hpp"
#include "report/words.hpp"

namespace sudui::report {
namespace {

bool is_fraction(const step& what) {
  const auto* number = what.result.get_if<decimal>();
  return number != nullptr && !number->is_integer();
}

bool is_percentage(const step& what) { return what.is_ratio && is_fraction(what); }

// Of a comparison: whether both sides are read in percent.
bool compares_percentages(const step& what) {
  if (what.parts.size() != 2 || !what.is_ratio) return false;
  const step& left = what.parts[0];
  const step& right = what.parts[1];
  return is_fraction(left) || is_fraction(right) || left.formula.find('%') != std::string::npos ||
         right.formula.find('%') != std::string::npos;
}

std::string value_text(const step& what, language in) {
  const auto* number = what.result.get_if<decimal>();
  if (number != nullptr && is_percentage(what)) return percent(*number, *number);
  return shown(what.result, what.unit, in);
}

bool is_met(const step& what) {
  const bool* held = what.result.get_if<bool>();
  return held != nullptr && *held;
}

bool is_unmet(const step& what) {
  const bool* held = what.result.get_if<bool>();
  return held != nullptr && !*held;
}

std::string_view sign_of(std::string_view relation) {
  if (relation == ">=") return "≥";
  if (relation == "<=") return "≤";
  return relation == "!=" ? "≠" : relation;
}

std::string name_of(const step& what, language in) {
  std::string name = what.label.in(in).empty() ? what.formula : what.label.in(in);
  if (what.year) name += "(" + std::to_string(*what.year) + ")";
  return name;
}

// One side of a comparison as a figure. In percent, both sides have as many places as it takes to
// tell them apart.
std::string side(const step& comparison, std::size_t which, language in) {
  const step& held = comparison.parts[which];
  const step& other = comparison.parts[1 - which];
  const auto* number = held.result.get_if<decimal>();
  const auto* beside = other.result.get_if<decimal>();
  if (number != nullptr && compares_percentages(comparison)) {
    return percent(*number, beside == nullptr ? decimal() : *beside);
  }
  return shown(held.result, held.unit, in);
}

// How far the company is from the limit; where it is met, by how much it could still lose.
std::string distance_text(const step& what, language in) {
  if (!what.distance || (!is_met(what) && !is_unmet(what))) return {};
  if (what.distance->is_zero()) {
    return is_met(what) ? std::string(say(in, "，恰为界限", ", just at the limit")) : std::string();
  }
  const bool asks_for_more = what.relation.starts_with('>');
  std::string_view lead;
  if (is_unmet(what)) {
    lead = asks_for_more ? say(in, "，差 ", ", short by ") : say(in, "，超出 ", ", over by ");
  } else {
    lead = say(in, "，余量 ", ", with a margin of ");
  }
  if (compares_percentages(what) && what.distance_unit.empty()) {
    const std::string points = percent(*what.distance, decimal());
    return std::string(lead) + points.substr(0, points.size() - 2) +
           std::string(say(in, " 个百分点", " percentage points"));
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

// Of a quantifier only the counts: its items are in the profile, and may be thousands.
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
  return name_of(what, in) + " = " + value_text(what, in) + why_null(what, in);
}

std::string input_text(const step& what, language in) {
  std::string out = valued(what, in);
  if (!what.result.is_unknown() || what.holder.empty()) return out;
  return out + (in == language::zh ? "（由 " + what.holder + " 掌握）"
                                   : " (held by " + what.holder + ")");
}

// An amount between two ends, where something is missing or the text says "up to".
std::string after_text(const step& what, language in) {
  if (!what.after || what.after->is != amount::state::interval) return value_text(what, in);
  const auto end = [&](const std::optional<decimal>& number) {
    return number ? figure(*number, what.unit) : std::string("…");
  };
  return end(what.after->low) + " - " + end(what.after->high);
}

std::string with_citation(const std::string& text, const step& what, language in) {
  const std::string cited = citation_text(what.cite, in);
  return cited.empty() ? text : text + " - " + cited;
}

// `0.01 half up`, as the rule files write it, in words.
std::string rounding_rule(const std::string& formula, language in) {
  const std::size_t blank = std::min(formula.find(' '), formula.size());
  const std::string to = formula.substr(0, blank);
  const std::string mode = blank < formula.size() ? formula.substr(blank + 1) : std::string();
  return in == language::zh ? "舍入到 " + to + "（" + std::string(spoken(mode, in)) + "）"
                            : "rounded to " + to + " (" + mode + ")";
}

// A comparison that is a fork inside a formula: both sides and whether it holds, without `needs`.
std::string fact_text(const step& what, language in) {
  if (what.parts.size() != 2) return valued(what, in);
  const auto named = [&](std::size_t which) {
    const step& part = what.parts[which];
    const std::string held = side(what, which, in);
    return part.what == step::kind::constant ? held : name_of(part, in) + " " + held;
  };
  return named(0) + " " + std::string(sign_of(what.relation)) + " " + named(1) +
         std::string(say(in, "：", ": ")) + shown(what.result, {}, in);
}

std::string limit_text(const step& what, language in) {
  const bool is_most = what.relation == "<=";
  const std::string lead(is_most ? say(in, "上限 ", "at most ") : say(in, "下限 ", "at least "));
  const std::string_view effect =
      what.bit ? say(in, "：已生效", ": takes effect") : say(in, "：未触及", ": not reached");
  return with_citation(lead + shown(what.result, what.unit, in) + std::string(effect), what, in);
}

// The line of a step by itself; what stands below it is write_below's.
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
    case step::kind::band:
      return what.label.in(in) + std::string(say(in, "：", ": ")) + what.formula + " = " +
             value_text(what, in);
    case step::kind::limit:
      return limit_text(what, in);
    case step::kind::rounding:
      return rounding_rule(what.formula, in) + " = " + after_text(what, in);
    case step::kind::logic:
    case step::kind::definition:
    case step::kind::calculation:
    case step::kind::constant:
    case step::kind::tier:
      break;
  }
  return valued(what, in);
}

/// Where a step stands, which decides what of it is still worth a line.
struct surroundings {
  const step* above = nullptr;
  bool in_formula = false;  // inside an amount or a definition: comparisons are forks there
};

// The constants are in the formula. What a comparison, a quantifier or a definition has said is not
// said again by the calculation behind it. What is unknown and yet made nothing unknown had no part
// in it.
bool is_worth_a_line(const step& what, const surroundings& in) {
  if (what.what == step::kind::constant) return false;
  if (in.above == nullptr) return true;
  if (what.result.is_unknown()) return in.above->result.is_unknown();
  const step::kind above = in.above->what;
  const bool is_said = above == step::kind::quantifier || above == step::kind::comparison;
  if (what.what == step::kind::input) return !is_said;
  const bool is_bare_parameter = what.what == step::kind::parameter && what.cite.document.empty();
  if (is_bare_parameter && is_said) return false;
  if (what.what == step::kind::calculation) {
    return !is_said && above != step::kind::definition && !what.parts.empty();
  }
  const bool is_only_side = above == step::kind::comparison && in.above->parts.size() == 2 &&
                            (in.above->parts[0].what == step::kind::constant ||
                             in.above->parts[1].what == step::kind::constant);
  return what.what != step::kind::definition || !is_only_side;
}

// One step and what is below it. A step that is not worth a line gives its place to its parts, at
// its own indentation.
void write_below(std::string& out, const step& what, const surroundings& in, std::size_t indent,
                 const text_options& options) {
  const bool is_shown = is_worth_a_line(what, in);
  const bool is_fork = in.in_formula && what.what == step::kind::comparison;
  if (is_shown) {
    const std::string line = std::string(indent, ' ') +
                             (is_fork ? fact_text(what, options.in) : line_of(what, options.in)) +
                             "\n";
    // The same figure is often read twice by one formula.
    if (!what.parts.empty() || !out.ends_with(line)) out += line;
  }
  if (in.above != nullptr && what.result.is_unknown() && !in.above->result.is_unknown()) return;
  const bool opens_formula = what.result.get_if<bool>() == nullptr && !what.result.is_unknown();
  std::set<std::string> inputs;
  for (const step& part : what.parts) {
    const bool is_repeated = part.parts.empty() && !inputs.insert(line_of(part, options.in)).second;
    if (is_repeated) continue;
    write_below(out, part, {&what, in.in_formula || opens_formula}, is_shown ? indent + 2 : indent,
                options);
  }
}

}  // namespace

// `R&D ratio 4.2 %, needs >= 5 %, short by ...`: the company's figure, the limit, the distance, and
// why a side is null if it is.
std::string comparison_text(const step& what, language in) {
  if (what.parts.size() != 2) return valued(what, in);
  const std::string left = name_of(what.parts[0], in) + " " + side(what, 0, in);
  const std::string right = side(what, 1, in);
  const bool names_right = what.parts[1].what != step::kind::constant;
  const std::string limit = names_right ? name_of(what.parts[1], in) + " " + right : right;
  const std::string needs(say(in, "，需 ", ", needs "));
  return left + needs + std::string(sign_of(what.relation)) + " " + limit +
         distance_text(what, in) + why_null(what, in);
}

void write_step(std::string& out, const step& what, std::size_t indent,
                const text_options& options) {
  write_below(out, what, {}, indent, options);
}

}  // namespace sudui::report
