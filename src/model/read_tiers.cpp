// Tables of tiers, where one row applies, or the matching rows are collected.
//
// Tested by tests/unit/model/read_tiers_test.cpp.
#include "model/read_tiers.hpp"

#include "model/mapping_reader.hpp"
#include "model/read_formula.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

// The tests of a row, one a column of `on`; a single column may do without brackets.
std::vector<formula> read_cells(const tree& from, const reading& in) {
  std::vector<formula> cells;
  if (from.is_scalar()) {
    cells.push_back(read_tests(from, "when", in));
    return cells;
  }
  if (!has_shape(from, tree::kind::sequence, "when", in)) return cells;
  for (const tree& item : from.items) cells.push_back(read_tests(item, "when", in));
  return cells;
}

tier_row read_row(const tree& from, std::size_t width, const reading& in) {
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
  keys.require("amount");
  read.amount = formula_of(keys, "amount");
  read.label = keys.optional_label();
  keys.finish();
  return read;
}

}  // namespace

tiers read_tiers(const tree& from, const reading& in) {
  mapping_reader keys(from, "tiers", in);
  tiers read;
  read.where = from.where;
  read.hit = keys.word("hit", hit_policy::unique);
  if (const tree* on = keys.require("on")) read.on = read_formulas(*on, "on", in);
  if (keys.require("rows") != nullptr) {
    for (const tree& item : keys.items("rows")) {
      read.rows.push_back(read_row(item, read.on.size(), in));
    }
  }
  keys.finish();
  return read;
}

}  // namespace sudui::model
