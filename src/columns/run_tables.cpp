// Coded truths: eight of a column share a byte a value, so that one load a row serves all eight.

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
}  // namespace

void runner::fill_planes(const batch& from) {
  code_planes_.clear();
  const auto column_in = [&](const node& what) -> const column& {
    const auto& companies = from.companies();
    if (what.frame == 0) return companies.columns[what.column];
    return companies.columns[program_.frames[what.frame]].items->columns[what.column];
  };
  std::uint32_t bit_count = 0;
  for (node_id i = 0; i < program_.nodes.size(); ++i) {
    const auto& what = program_.nodes[i];
    if (what.kind != node_kind::coded) continue;
    auto& table = tables_[what.table];
    table.cover(column_in(what), table_run_);
    first_bit_[i] = bit_count;
    const std::size_t wanted = table.is_decided() ? 1 : 3;
    for (std::size_t k = 0; k < wanted; ++k) {
      constexpr state least[] = {state::yes, state::unknown, state::null};
      auto plane = code_planes_.begin();
      while (plane != code_planes_.end() &&
             (plane->frame != what.frame || plane->column != what.column ||
              plane->bits.size() == bits_a_byte)) {
        ++plane;
      }
      if (plane == code_planes_.end()) {
        code_planes_.push_back({what.frame, what.column, {}, {}});
        plane = code_planes_.end() - 1;
      }
      plane->bits.push_back({i, least[k], bit_count++});
    }
  }
  code_bits_.assign(bit_count, nullptr);
  for (auto& plane : code_planes_) {
    for (std::size_t k = 0; k < plane.bits.size(); ++k) {
      const auto& bit = plane.bits[k];
      const auto& table = tables_[program_.nodes[bit.of].table];
      const auto& in = column_in(program_.nodes[bit.of]);
      // Of days the plane begins with the column's first day, of texts with code 0.
      const auto skipped = in.kind.of == form::day ? in.first_day - table.origin() : 0;
      const auto size = in.kind.of == form::day
                            ? static_cast<std::size_t>(in.last_day - in.first_day) + 1
                            : table.size();
      plane.bytes.resize(size);
      for (std::size_t at = 0; at < size; ++at) {
        const auto held = table.at(at + static_cast<std::size_t>(skipped));
        if (reaches(held, bit.least)) {
          plane.bytes[at] = static_cast<std::uint8_t>(plane.bytes[at] | (1U << k));
        }
      }
    }
  }
}

void runner::look_up(const code_plane& what) {
  const auto& where = extents_[what.frame];
  node of_column;
  of_column.frame = what.frame;
  of_column.column = what.column;
  const auto& from = column_of(of_column);
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
  kernels_.look_up(codes, where.rows, what.bytes.data(), static_cast<unsigned>(what.bits.size()),
                   outs);
}

planes runner::coded(const node& what) {
  const auto which = static_cast<std::size_t>(&what - program_.nodes.data());
  const auto& where = extents_[what.frame];
  const auto& table = tables_[what.table];
  const auto gaps = column_gaps(column_of(what), where);
  const auto* first = &code_bits_[first_bit_[which]];
  const bool is_decided = table.is_decided();
  const word* yes_raw = first[0];
  const word* maybe_raw = is_decided ? yes_raw : first[1];
  const word* not_no_raw = is_decided ? yes_raw : first[2];
  if (gaps.known == nullptr) return {yes_raw, maybe_raw, not_no_raw};
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
