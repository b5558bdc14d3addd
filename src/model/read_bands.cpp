// Bands cut an amount into slices. Their limits must ascend and nothing can follow an open band;
// both can be seen here as long as the limits are plain numbers.
//
// Tested by tests/unit/model/read_bands_test.cpp.
#include "model/read_bands.hpp"

#include <optional>
#include <utility>

#include "model/mapping_reader.hpp"
#include "model/read_formula.hpp"

namespace sudui::model {
namespace {

using text::message;
using text::tree;

band read_band(const tree& from, const reading& in) {
  mapping_reader keys(from, "bands", in);
  band read;
  read.to = formula_of(keys, "to");
  keys.require("rate");
  read.rate = formula_of(keys, "rate");
  read.where = from.where;
  keys.finish();
  return read;
}

// Limits that are formulas are left to their day: only numbers as written can be compared here.
void check_order(const std::vector<band>& bands, const reading& in) {
  std::optional<decimal> reached;
  bool is_open = false;
  for (const band& each : bands) {
    if (is_open) in.report(message::band_after_open, each.where);
    const auto to = literal_of(each.to);
    if (to && reached && *to <= *reached) {
      in.report(message::bands_not_ascending, each.to.where(),
                {std::string(each.to.source().text()), reached->to_string()});
    }
    if (to) reached = to;
    is_open = is_open || each.to.source().text().empty();
  }
}

}  // namespace

std::vector<band> read_bands(const tree& from, const reading& in) {
  std::vector<band> all;
  if (!has_shape(from, tree::kind::sequence, "bands", in)) return all;
  if (from.items.empty()) in.report(message::empty_list, from.where, {"bands"});
  for (const tree& item : from.items) {
    if (item.is_mapping()) {
      all.push_back(read_band(item, in));
    } else {
      static_cast<void>(has_shape(item, tree::kind::mapping, "bands", in));
    }
  }
  check_order(all, in);
  return all;
}

}  // namespace sudui::model
