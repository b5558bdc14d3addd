// How much a benefit is. Four forms that exclude each other, then limits, then rounding.
//
// A rounding rule is written as a person would say it, `0.01 half up`: the unit is a power of ten
// and is kept as a number of places, so 0.01 is 2 and 10000 is -4.
//
// Tested by tests/unit/model/read_amount_test.cpp.
#include "model/read_amount.hpp"

#include <array>
#include <optional>
#include <utility>

#include "model/read_bands.hpp"
#include "model/read_formula.hpp"
#include "model/read_tiers.hpp"
#include "model/scalars.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

constexpr std::int32_t most_places = 15;  // of a rounding unit, on either side of the point

// The rounding unit as a number of places; only powers of ten are units of rounding.
std::optional<std::int32_t> places_of(const decimal& unit) {
  for (std::int32_t places = -most_places; places <= most_places; ++places) {
    if (unit == decimal::scaled(1, -places)) return places;
  }
  return std::nullopt;
}

std::optional<rounding_rule> parse_round(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto unit = parse_number(text.substr(0, space));
  const auto places = unit ? places_of(*unit) : std::nullopt;
  const auto mode = meaning_of<rounding>(text.substr(space + 1));
  if (!places || !mode) return std::nullopt;
  return rounding_rule{*places, *mode, {}};
}

// Each form after the first is reported against the first.
void refuse_several_forms(mapping_reader& keys) {
  static constexpr std::array<std::string_view, 4> forms = {"amount", "up_to", "tiers", "bands"};
  std::string_view first;
  for (const std::string_view form : forms) {
    if (!keys.has(form)) continue;
    if (first.empty()) {
      first = form;
    } else {
      keys.refuse_both(first, form);
    }
  }
}

}  // namespace

void read_amount(mapping_reader& keys, benefit& into) {
  refuse_several_forms(keys);
  keys.refuse_alone("of", "bands");
  keys.refuse_alone("bands", "of");
  into.amount = formula_of(keys, "amount");
  into.up_to = formula_of(keys, "up_to");
  into.base = formula_of(keys, "of");
  if (const tree* tiers = keys.get("tiers")) into.by_tiers = read_tiers(*tiers, keys.in());
  const tree* bands = keys.get("bands");
  if (bands == nullptr) return;
  if (bands->is_scalar()) {
    into.bands_parameter = read_name(*bands, "bands", keys.in());
  } else {
    into.bands = read_bands(*bands, keys.in());
  }
}

// Goes through the entries and not by key, because their order is their meaning: 50, at most 10,
// then at least 20, is 20; the other way round it is 10.
std::vector<limit> limits_of(mapping_reader& keys, std::string_view most, std::string_view least,
                             const citation& cite) {
  std::vector<limit> all;
  for (const tree::entry& each : keys.tree().entries) {
    if ((each.key != most && each.key != least) ||
        keys.get(each.key == most ? most : least) == nullptr) {
      continue;
    }
    for (formula& amount : read_formulas(each.value, each.key, keys.in())) {
      limit next{each.key == most, std::move(amount), cite, {}};
      next.where = next.amount.where();
      all.push_back(std::move(next));
    }
  }
  keys.allow({most, least});
  return all;
}

void read_round(mapping_reader& keys, benefit& into) {
  const tree* found = keys.get("round");
  if (found == nullptr || !has_shape(*found, tree::kind::scalar, "round", keys.in())) return;
  into.round_none = found->text() == "none";
  if (into.round_none) return;
  into.round = parse_round(found->text());
  if (into.round) {
    into.round->where = found->where;
  } else {
    keys.in().report(message::bad_round, found->where, {std::string(found->text())});
    into.round_none = true;  // said, if wrongly
  }
}

}  // namespace sudui::model
