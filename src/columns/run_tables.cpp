// Coded truths: eight of a column share a byte a value, so that one load a row serves all eight.
// They are looked up when the first of the eight is wanted, and the others soon are.

#include <algorithm>
#include <iterator>

#include "columns/runner.hpp"

namespace sudui::columns {

namespace {
constexpr std::size_t bits_a_byte = 8;

bool reaches(state held, state least) {
  switch (least) {
    case state::yes:
      return held == state::yes;
    case state::unknown:
      return held == state::yes || held == state::unknown;
    default:
      return held != state::no;
  }
}

// A loop for each of the three sets, so that each compares as many values at once as it can.
template <class Reaches>
void set_where(std::span<const state> of, std::uint8_t bit, std::uint8_t* bytes,
               Reaches&& is_reached) {
  for (std::size_t at = 0; at < of.size(); ++at) {
    bytes[at] = static_cast<std::uint8_t>(bytes[at] | (is_reached(of[at]) ? bit : 0));
  }
}

void set_bits(std::span<const state> of, state least, std::uint8_t bit, std::uint8_t* bytes) {
  if (least == state::yes) {
    set_where(of, bit, bytes, [](state held) { return held == state::yes; });
  } else if (least == state::unknown) {
    set_where(of, bit, bytes,
              [](state held) { return (held == state::yes) | (held == state::unknown); });
  } else {
    set_where(of, bit, bytes, [](state held) { return held != state::no; });
  }
}
}  // namespace

bool runner::cover_tables() {
  bool is_new = false;
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    const auto& from = program_.tables[i];
    is_new = tables_[i].cover(column_of(from.frame, from.column), table_run_) || is_new;
  }
  return is_new;
}

// One bit for a truth that is yes or no for every value, else one for each of its three sets.
void runner::place_bits() {
  code_planes_.clear();
  std::uint32_t count = 0;
  for (node_id i = 0; i < program_.nodes.size(); ++i) {
    const auto& what = program_.nodes[i];
    if (what.kind != node_kind::coded) continue;
    first_bit_[i] = count;
    constexpr state least[] = {state::yes, state::unknown, state::null};
    const std::size_t wanted = tables_[what.index].is_decided() ? 1 : std::size(least);
    for (std::size_t k = 0; k < wanted; ++k) {
      const auto has_room = [&](const code_plane& plane) {
        return plane.frame == what.frame && plane.column == what.column &&
               plane.bits.size() < bits_a_byte;
      };
      auto plane = std::find_if(code_planes_.begin(), code_planes_.end(), has_room);
      if (plane == code_planes_.end()) {
        plane = code_planes_.insert(plane, {what.frame, what.column, {}, {}});
      }
      plane->bits.push_back({i, least[k], count++});
    }
  }
  code_bits_.assign(count, nullptr);
  plane_of_.resize(count);
  for (std::uint32_t i = 0; i < code_planes_.size(); ++i) {
    for (const auto& each : code_planes_[i].bits) plane_of_[each.number] = i;
  }
}

void runner::fill_planes(bool is_new) {
  if (!is_new && !code_planes_.empty()) return;
  place_bits();
  for (auto& plane : code_planes_) {
    plane.bytes.assign(tables_[program_.nodes[plane.bits.front().of].index].size(), 0);
    for (std::size_t k = 0; k < plane.bits.size(); ++k) {
      const auto& table = tables_[program_.nodes[plane.bits[k].of].index];
      set_bits(table.states(), plane.bits[k].least, static_cast<std::uint8_t>(1U << k),
               plane.bytes.data());
    }
  }
}

void runner::look_up(const code_plane& what) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what.frame, what.column);
  word* outs[bits_a_byte] = {};
  for (std::size_t k = 0; k < what.bits.size(); ++k) {
    outs[k] = memory_.words(where.words);
    code_bits_[what.bits[k].number] = outs[k];
  }
  const std::uint32_t* codes = nullptr;
  if (from.kind.of == form::day) {
    auto* moved = memory_.indexes(where.rows);
    for (std::size_t i = 0; i < where.rows; ++i) {
      moved[i] = static_cast<std::uint32_t>(from.days[where.first + i] - from.first_day);
    }
    codes = moved;
  } else {
    codes = from.codes.data() + where.first;
  }
  kernels_.look_up(codes, where.rows, what.bytes, static_cast<unsigned>(what.bits.size()), outs);
}

numbers runner::coded_numbers(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what);
  const auto& table = tables_[what.index];
  const auto gaps = column_gaps(from, where);
  auto* made = memory_.whole(where.rows);
  auto* known = memory_.words(where.words);
  auto* null = memory_.words(where.words);
  for (auto* each : {known, null}) std::fill_n(each, where.words, word{0});
  const bool is_day = from.kind.of == form::day;
  for (std::size_t i = 0; i < where.rows; ++i) {
    const auto row = where.first + i;
    const bool is_given = gaps.known == nullptr || kernels::bit_at(gaps.known, i);
    const bool is_null = gaps.null != nullptr && kernels::bit_at(gaps.null, i);
    value_table::coded held = table.missing(is_null);
    if (is_given) {
      const auto place = is_day ? static_cast<std::size_t>(from.days[row] - table.origin())
                                : std::size_t{from.codes[row]};
      held = {table.at(place), table.number_at(place)};
    }
    made[i] = held.number;
    if (held.is == state::yes) kernels::set_bit(known, i);
    if (held.is == state::null) kernels::set_bit(null, i);
  }
  return {made, known, null};
}

planes runner::coded(const node& what) {
  const auto which = static_cast<std::size_t>(&what - program_.nodes.data());
  const auto& where = extents_[what.frame];
  const auto& table = tables_[what.index];
  const auto gaps = column_gaps(column_of(what), where);
  const bool is_decided = table.is_decided();
  const auto bits_of = [&](std::uint32_t number) {
    if (code_bits_[number] == nullptr) look_up(code_planes_[plane_of_[number]]);
    return code_bits_[number];
  };
  const auto first = first_bit_[which];
  const word* yes_raw = bits_of(first);
  const word* maybe_raw = is_decided ? yes_raw : bits_of(first + 1);
  const word* not_no_raw = is_decided ? yes_raw : bits_of(first + 2);
  if (gaps.known == nullptr) return {yes_raw, maybe_raw, not_no_raw};
  if (is_decided && gaps.null == nullptr && table.of_unknown() == state::unknown) {
    auto* yes = memory_.words(where.words);
    auto* maybe = memory_.words(where.words);
    kernels_.lay_unknown(yes_raw, 0, gaps.known, where.words, yes, maybe);
    return {yes, maybe, maybe};
  }
  const auto laid = [&](const word* raw, state least) {
    auto* made = memory_.words(where.words);
    const word of_unknown = reaches(table.of_unknown(), least) ? ~word{0} : 0;
    const word of_null = reaches(table.of_null(), least) ? ~word{0} : 0;
    for (std::size_t i = 0; i < where.words; ++i) {
      const word null = gaps.null == nullptr ? 0 : gaps.null[i];
      const word unknown = ~gaps.known[i] & ~null;
      made[i] = (raw[i] & gaps.known[i]) | (unknown & of_unknown) | (null & of_null);
    }
    return made;
  };
  const auto* yes = laid(yes_raw, state::yes);
  const auto* maybe = laid(maybe_raw, state::unknown);
  const bool has_null = !is_decided || gaps.null != nullptr || table.of_unknown() == state::null;
  return {yes, maybe, has_null ? laid(not_no_raw, state::null) : maybe};
}

}  // namespace sudui::columns
