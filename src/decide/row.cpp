// The row executor: instructions in order, each register written once a run (once an item inside a
// loop). There are no jumps: every distinct expression of the chosen policies is computed exactly
// once, which on real rule sets is cheaper than deciding what may be skipped, and gives
// explanations every value they could ask for.
//
// Cost: one operator call an instruction, 10 to 30 ns. Tested by tests/unit/decide/row_test.cpp
// and, against the oracle, by tests/property.

#include "decide/row.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <optional>

#include "values/op.hpp"

namespace sudui::decide {

using plan::instruction;
using plan::instruction_kind;
using values::cell;
using values::missing_graph;
using values::null_reason;

namespace {

class executor {
 public:
  executor(const plan::plan& of, state& run)
      : plan_(of), run_(run), around_{run.memory, run.missing} {}

  void block(std::uint32_t number) { code(plan_.blocks[number].code); }

  // Made where it stays: a value that was written part by part and is copied as a whole at once
  // waits until it has left the processor's store buffer.
  void code(std::span<const instruction> all) {
    for (const auto& each : all) new (&run_.registers[each.result]) cell(value_of(each));
  }

 private:
  const cell& operand(const instruction& of, std::uint32_t i) const {
    return run_.registers[plan_.operands[of.first + i]];
  }

  cell value_of(const instruction& what) {
    switch (what.kind) {
      case instruction_kind::apply:
        return apply(what);
      case instruction_kind::load:
        return load(what);
      case instruction_kind::load_year:
        return load_year(what, operand(what, 0));
      case instruction_kind::load_range:
        return load_range(what);
      case instruction_kind::lookup:
        return lookup(what);
      case instruction_kind::not_published:
        return not_published(what.index, what.year);
      case instruction_kind::some:
        return quantify(what, true);
      case instruction_kind::every:
        return quantify(what, false);
      case instruction_kind::filter:
        return filter(what);
      case instruction_kind::collect:
        return collect(what);
    }
    return {};
  }

  // Most operators take one to four operands, which stand on the stack; a list literal of any
  // length takes its operands from the arena of the run.
  cell apply(const instruction& what) {
    constexpr std::size_t few = 4;
    if (what.count <= few) {
      alignas(cell) std::byte room[few * sizeof(cell)];  // none is made before it is needed
      auto* const given = reinterpret_cast<cell*>(room);
      for (std::uint32_t i = 0; i < what.count; ++i) new (given + i) cell(operand(what, i));
      return values::apply(what.code, {given, what.count}, around_);
    }
    const auto many = run_.memory.cells(what.count);
    for (std::uint32_t i = 0; i < what.count; ++i) many[i] = operand(what, i);
    return values::apply(what.code, many, around_);
  }

  // ---- inputs ----

  // What the dictionary says a missing value means: for a register that is complete by law, no
  // entry is a no. Anything else is unknown, and names what it waits for.
  cell absent(const plan::input& in, std::int32_t year) {
    switch (in.missing) {
      case model::absence::zero:
        return cell::of(decimal(0));
      case model::absence::no:
        return cell::of(false);
      case model::absence::empty_list:
        return cell::of_list({});
      case model::absence::unknown:
        break;
    }
    return cell::unknown(run_.missing.leaf({missing_graph::input::source::field, in.field, year}));
  }

  cell load(const instruction& what) {
    const auto& bound = run_.inputs[what.index];
    if (bound.is_given) return bound.held;
    return absent(plan_.inputs[what.index], missing_graph::input::no_year);
  }

  // A company has a handful of years: a walk beats a map.
  cell of_year(std::uint32_t index, std::int32_t year) {
    for (const auto& each : run_.inputs[index].years) {
      if (each.year == year) return each.held;
    }
    return absent(plan_.inputs[index], year);
  }

  // A year from a register may be any number: 2021.5 and 0 are none.
  static std::optional<std::int32_t> year_in(const cell& held) {
    if (held.what != values::kind::number) return std::nullopt;
    const auto whole = held.number.to_int64();
    if (!whole || *whole < 1 || *whole > 9999) return std::nullopt;
    return static_cast<std::int32_t>(*whole);
  }

  cell load_year(const instruction& what, const cell& year) {
    if (!year.is_known()) return year;
    const auto number = year_in(year);
    if (!number) return cell::null(null_reason::bad_argument);
    return of_year(what.index, *number);
  }

  // One cell a year, both ends included, unknown where nothing was given; whoever sums it up is
  // unknown then. Bounded by year_in: at most 9999 cells.
  cell load_range(const instruction& what) {
    const auto& from = operand(what, 0);
    const auto& to = operand(what, 1);
    if (from.is_unknown()) return from;
    if (!to.is_known()) return to;
    if (!from.is_known()) return from;
    const auto first = year_in(from);
    const auto last = year_in(to);
    if (!first || !last || *last < *first) return cell::null(null_reason::bad_argument);
    const auto items = run_.memory.cells(static_cast<std::size_t>(*last - *first) + 1);
    for (std::int32_t year = *first; year <= *last; ++year) {
      items[static_cast<std::size_t>(year - *first)] = of_year(what.index, year);
    }
    return cell::of_list(items);
  }

  // ---- parameters ----

  cell not_published(std::uint32_t parameter, std::int32_t year) {
    return cell::unknown(
        run_.missing.leaf({missing_graph::input::source::parameter, parameter, year}));
  }

  // No entry for the year: nobody has published it, unknown. No entry for the code: there is no
  // such thing, null.
  cell lookup(const instruction& what) {
    const auto& table = plan_.tables[what.index];
    const auto& wanted = operand(what, 0);
    if (!wanted.is_known()) return wanted;
    const auto held = table.by_year ? find_year(table, wanted) : find_code(table, wanted.string());
    if (!held.is_unknown()) return held;
    const auto year = table.by_year ? year_in(wanted).value_or(missing_graph::input::no_year)
                                    : missing_graph::input::no_year;
    return not_published(table.parameter, year);
  }

  static cell find_year(const plan::table& table, const cell& wanted) {
    const auto year = year_in(wanted);
    if (!year) return cell::null(null_reason::bad_argument);
    const auto found = table.years.find(*year);
    return found == table.years.end() ? cell{} : found->second;
  }

  // A code of a hierarchy is looked up from the whole to the root: 320412, then 320400 or 3204,
  // then 320000 or 32.
  static cell find_code(const plan::table& table, std::string_view code) {
    if (const auto found = table.codes.find(code); found != table.codes.end()) return found->second;
    if (table.match == model::code_match::exact) return cell::null(null_reason::no_entry);
    std::array<char, 16> padded{};
    for (auto length = code.size(); length > 2 && code.size() <= padded.size();) {
      length -= length % 2 == 0 ? 2 : 1;
      const auto prefix = code.substr(0, length);
      if (const auto found = table.codes.find(prefix); found != table.codes.end()) {
        return found->second;
      }
      std::fill(padded.begin(), padded.end(), '0');
      std::copy(prefix.begin(), prefix.end(), padded.begin());
      const std::string_view whole(padded.data(), code.size());
      if (const auto found = table.codes.find(whole); found != table.codes.end()) {
        return found->second;
      }
    }
    return cell::null(null_reason::no_entry);
  }

  // ---- loops ----

  const cell& item_result(const instruction& what, const cell& item) {
    const auto& body = plan_.blocks[what.index];
    run_.registers[body.item] = item;
    block(what.index);
    return run_.registers[body.result];
  }

  // Or over the items for `some`, and for `every`: a deciding item ends the loop, else unknown,
  // else null.
  cell quantify(const instruction& what, bool deciding) {
    const cell list = operand(what, 0);
    if (!list.is_known()) return list;
    cell result = cell::of(!deciding);
    for (const auto& item : list.list()) {
      const auto& held = item_result(what, item);
      if (held.is_known() && held.flag == deciding) return held;
      if (held.is_unknown()) {
        result =
            result.is_unknown() ? cell::unknown(run_.missing.both(result.why, held.why)) : held;
      } else if (held.is_null() && !result.is_unknown()) {
        result = held;
      }
    }
    return result;
  }

  // An item of which nobody knows whether it stays makes the whole list unknown: count and sum of
  // it would be wrong. Null conditions drop their item.
  cell filter(const instruction& what) {
    const cell list = operand(what, 0);
    if (!list.is_known()) return list;
    const auto kept = run_.memory.cells(list.list().size());
    std::size_t count = 0;
    std::optional<std::uint32_t> missing;
    for (const auto& item : list.list()) {
      const auto& held = item_result(what, item);
      if (held.is_unknown()) missing = missing ? run_.missing.both(*missing, held.why) : held.why;
      if (held.is_true()) kept[count++] = item;
    }
    return missing ? cell::unknown(*missing) : cell::of_list(kept.first(count));
  }

  // Items keep their state: a list may hold unknown and null.
  cell collect(const instruction& what) {
    const cell list = operand(what, 0);
    if (!list.is_known()) return list;
    const auto made = run_.memory.cells(list.list().size());
    std::size_t count = 0;
    for (const auto& item : list.list()) made[count++] = item_result(what, item);
    return cell::of_list(made);
  }

  const plan::plan& plan_;
  state& run_;
  values::surroundings around_;
};

}  // namespace

void run_block(const plan::plan& of, std::uint32_t block, state& run) {
  executor(of, run).block(block);
}

void run_code(const plan::plan& of, std::span<const plan::instruction> code, state& run) {
  executor(of, run).code(code);
}

void run_item(const plan::plan& of, std::uint32_t block, const cell& item, state& run) {
  run.registers[of.blocks[block].item] = item;
  executor(of, run).block(block);
}

}  // namespace sudui::decide
