// Which columns a plan reads: every input once, a yearly input once a year. Money has two decimal
// places, a figure without unit six; what needs more, or is 9 * 10^13 and beyond, is kept beside
// the columns and decided by the row executor.
//
// Tested by tests/unit/columns/layout_test.cpp.

#include "columns/layout.hpp"

#include <algorithm>

namespace sudui::columns {

using plan::instruction;
using plan::instruction_kind;

namespace {
constexpr std::int32_t money_places = 2;
constexpr std::int32_t plain_places = 6;
constexpr std::int32_t most_years = 64;  // of one range

column_kind item_kind(const types::type& of) {
  column_kind made;
  made.of = form::list;
  made.has_records = of.is(types::type_kind::record);
  if (!made.has_records) {
    made.members.push_back(kind_of(of));
  } else {
    for (const auto& each : *of.members) made.members.push_back(kind_of(each.of));
  }
  // Lists within lists stay with the row executor.
  const bool is_flat = std::all_of(made.members.begin(), made.members.end(), [](const auto& each) {
    return each.of != form::list && each.of != form::cells;
  });
  if (!is_flat) return column_kind{};
  return made;
}
}  // namespace

column_kind kind_of(const types::type& of) {
  column_kind made;
  switch (of.kind) {
    case types::type_kind::boolean:
      made.of = form::flag;
      break;
    case types::type_kind::number:
      made.of = form::number;
      made.scale = of.in.is_one() || of.in.is_free() ? plain_places : money_places;
      break;
    case types::type_kind::string:
      made.of = form::text;
      break;
    case types::type_kind::date:
      made.of = form::day;
      break;
    case types::type_kind::list:
      return item_kind(*of.item);
    default:
      break;
  }
  return made;
}

constants::constants(const plan::plan& of) : plan_(of), made_by_(of.registers.size()) {
  const auto is_load = [](instruction_kind kind) {
    return kind == instruction_kind::load || kind == instruction_kind::load_year ||
           kind == instruction_kind::load_range;
  };
  const auto is_loop = [](instruction_kind kind) {
    return kind == instruction_kind::some || kind == instruction_kind::every ||
           kind == instruction_kind::filter || kind == instruction_kind::collect;
  };
  for (std::uint32_t i = 0; i < of.blocks.size(); ++i) {
    for (const auto& each : of.blocks[i].code) {
      made_by_[each.result] = &each;
      if (is_load(each.kind)) loads_.push_back(&each);
      if (is_loop(each.kind)) add_loop({each.index, of.operands[each.first], i});
    }
  }
  for (const auto& policy : of.policies) {
    for (const auto& each : policy.benefits) {
      if (each.items) add_loop({each.item_code, *each.items, each.code});
    }
  }
}

void constants::add_loop(const loop& what) {
  made_by_[plan_.blocks[what.block].item] = &by_loop;
  loops_.push_back(what);
}

std::optional<std::int32_t> constants::year_in(plan::reg which) const {
  const auto* held = in(which);
  if (held == nullptr || held->what != values::kind::number) return std::nullopt;
  const auto whole = held->number.to_int64();
  if (!whole || *whole < 1 || *whole > 9999) return std::nullopt;
  return static_cast<std::int32_t>(*whole);
}

std::optional<std::uint32_t> layout::find(std::uint32_t input, std::int32_t year) const {
  for (const auto each : of_input[input]) {
    if (places[each].year == year) return each;
  }
  return std::nullopt;
}

namespace {
class finder {
 public:
  finder(const plan::plan& of, const constants& known, layout& out)
      : plan_(of), out_(out), known_(known) {
    out_.of_input.resize(of.inputs.size());
    out_.asks_any_year.resize(of.inputs.size());
  }

  void take(const instruction& what) {
    switch (what.kind) {
      case instruction_kind::load:
        add(what.index, values::missing_graph::input::no_year);
        break;
      case instruction_kind::load_year:
        take_years(what, 0, 0);
        break;
      case instruction_kind::load_range:
        take_years(what, 0, 1);
        break;
      default:
        break;
    }
  }

 private:
  void take_years(const instruction& what, std::uint32_t from, std::uint32_t to) {
    const auto first = known_.year_in(plan_.operands[what.first + from]);
    const auto last = known_.year_in(plan_.operands[what.first + to]);
    if (!first || !last || *last - *first >= most_years) {
      out_.asks_any_year[what.index] = true;
      return;
    }
    for (auto year = *first; year <= *last; ++year) add(what.index, year);
  }

  void add(std::uint32_t input, std::int32_t year) {
    if (out_.find(input, year)) return;
    out_.of_input[input].push_back(static_cast<std::uint32_t>(out_.places.size()));
    out_.places.push_back({input, year, kind_of(*plan_.inputs[input].of)});
  }

  const plan::plan& plan_;
  layout& out_;
  const constants& known_;
};
}  // namespace

layout layout_of(const plan::plan& of) { return layout_of(of, constants(of)); }

layout layout_of(const plan::plan& of, const constants& known) {
  layout made;
  finder all(of, known, made);
  for (const auto* each : known.loads()) all.take(*each);
  return made;
}

}  // namespace sudui::columns
