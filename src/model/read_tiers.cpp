// Decision tables: of tiers, whose rows give amounts, and of definitions, whose rows give values of
// any type. An amount is one number, so tiers take no hit policy that gives a list.
//
// Tested by tests/unit/model/read_tiers_test.cpp.
#include "model/read_tiers.hpp"

#include <utility>

#include "model/mapping_reader.hpp"
#include "model/read_formula.hpp"
#include "model/scalars.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

constexpr std::string_view hits_of_amounts =
    "unique, any, first, priority, collect-sum, collect-min, collect-max, collect-count";

// The tests of a row, one a column of `on`; a single column may do without brackets.
std::vector<formula> read_cells(const tree& from, const reading& in) {
  std::vector<formula> cells;
  if (from.is_scalar()) {
    cells.push_back(read_tests(from, "when", in));
    return cells;
  }
  if (!has_shape(from, tree::kind::sequence, "when", in)) return cells;
  cells.reserve(from.items.size());
  for (const tree& item : from.items) cells.push_back(read_tests(item, "when", in));
  return cells;
}

// `output` is the key of what a row gives.
tier_row read_row(const tree& from, std::string_view output, std::size_t width, const reading& in) {
  mapping_reader keys(from, "rows", in);
  tier_row read;
  read.where = from.where;
  if (const tree* when = keys.require("when")) {
    read.tests = read_cells(*when, in);
    if (read.tests.size() != width) {
      in.report(message::row_width, when->where,
                {std::to_string(read.tests.size()), std::to_string(width)});
    }
  }
  keys.require(output);
  read.amount = formula_of(keys, output);
  read.label = keys.optional_label();
  keys.finish();
  return read;
}

// A list of outputs, or such a list for members of a context, the weightiest member first.
std::vector<output_order> read_order(const tree& from, const reading& in) {
  std::vector<output_order> read;
  if (from.is_mapping()) {
    for (const tree::entry& each : from.entries) {
      output_order next;
      next.member = {each.key, each.key_where};
      next.outputs = read_formulas(each.value, "order", in);
      read.push_back(std::move(next));
    }
    return read;
  }
  output_order whole;
  whole.outputs = read_formulas(from, "order", in);
  read.push_back(std::move(whole));
  return read;
}

bool is_ordered(hit_policy hit) {
  return hit == hit_policy::priority || hit == hit_policy::output_order;
}

void read_order(mapping_reader& keys, tiers& into) {
  const tree* order = keys.get("order");
  const auto hit = std::string(to_word(into.hit));
  if (order == nullptr) {
    if (is_ordered(into.hit)) keys.in().report(message::hit_needs_order, into.where, {hit});
  } else if (!is_ordered(into.hit)) {
    keys.in().report(message::hit_without_order, keys.key_place("order"), {hit});
  } else {
    into.order = read_order(*order, keys.in());
  }
}

tiers read_rows(const tree& from, std::string_view what, std::string_view output,
                const reading& in) {
  mapping_reader keys(from, what, in);
  tiers read;
  read.where = keys.place();
  read.hit = keys.word("hit", hit_policy::unique);
  if (const tree* on = keys.require("on")) read.on = read_formulas(*on, "on", in);
  if (keys.require("rows") != nullptr) {
    for (const tree& item : keys.items("rows")) {
      read.rows.push_back(read_row(item, output, read.on.size(), in));
    }
  }
  read_order(keys, read);
  read.otherwise = formula_of(keys, "default");
  read.is_complete = keys.flag("complete");
  keys.finish();
  return read;
}

}  // namespace

tiers read_tiers(const tree& from, const reading& in) {
  tiers read = read_rows(from, "tiers", "amount", in);
  const bool gives_list = read.hit == hit_policy::rule_order ||
                          read.hit == hit_policy::output_order || read.hit == hit_policy::collect;
  if (gives_list) {
    in.report(message::hit_gives_list, read.where,
              {std::string(to_word(read.hit)), std::string(hits_of_amounts)});
  }
  return read;
}

tiers read_table(const tree& from, const reading& in) {
  return read_rows(from, "table", "then", in);
}

}  // namespace sudui::model
