// Flags and logic over planes. The truth table is that of values/ternary.hpp: false decides `and`,
// else unknown wins over null. Of the sets (true; true or unknown; all but false) the first and the
// last join word by word; the middle one is the first and what is unknown on either side while
// nothing decides.

#include "columns/runner.hpp"

namespace sudui::columns {

planes runner::constant_truth(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto filled = [&](bool on) {
    auto* made = memory_.words(words);
    for (std::size_t i = 0; i < words; ++i) made[i] = on ? ~word{0} : 0;
    return made;
  };
  const auto* yes = filled(what.is == state::yes);
  const auto* maybe = what.is == state::unknown ? filled(true) : yes;
  return {yes, maybe, what.is == state::null ? filled(true) : maybe};
}

planes runner::flag(const node& what) {
  const auto& where = extents_[what.frame];
  const auto& from = column_of(what);
  const auto gaps = column_gaps(from, where);
  const auto* flags = bits(from.flags, where);
  if (gaps.known == nullptr) return {flags, flags, flags};
  auto* raw = memory_.words(where.words);
  for (std::size_t i = 0; i < where.words; ++i) raw[i] = flags[i];
  return strict(raw, false, gaps, where.words);
}

planes runner::flag_is(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& a = truths_[what.a];
  const bool wants_true = what.limit != 0;
  auto* raw = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) raw[i] = wants_true ? a.yes[i] : ~a.not_no[i];
  if (a.yes == a.maybe) return total(raw, what.inverted, nullptr, words);
  auto* unknown = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) unknown[i] = a.maybe[i] & ~a.yes[i];
  return total(raw, what.inverted, unknown, words);
}

planes runner::logic(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& a = truths_[what.a];
  const auto& b = truths_[what.b];
  const auto joined = [&, is_both = what.kind == node_kind::both](const word* left,
                                                                  const word* right) {
    auto* made = memory_.words(words);
    if (is_both) {
      for (std::size_t i = 0; i < words; ++i) made[i] = left[i] & right[i];
    } else {
      for (std::size_t i = 0; i < words; ++i) made[i] = left[i] | right[i];
    }
    return made;
  };
  const auto* yes = joined(a.yes, b.yes);
  const bool no_unknown = a.yes == a.maybe && b.yes == b.maybe;
  const bool no_null = a.maybe == a.not_no && b.maybe == b.not_no;
  if (no_unknown && no_null) return {yes, yes, yes};
  const auto* not_no = joined(a.not_no, b.not_no);
  if (no_null) return {yes, not_no, not_no};
  auto* maybe = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) {
    const word unknown = (a.maybe[i] & ~a.yes[i]) | (b.maybe[i] & ~b.yes[i]);
    maybe[i] = yes[i] | (unknown & not_no[i]);
  }
  return {yes, maybe, not_no};
}

planes runner::opposite(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& a = truths_[what.a];
  auto* yes = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) yes[i] = ~a.not_no[i];
  if (a.yes == a.not_no) return {yes, yes, yes};
  auto* not_no = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) not_no[i] = ~a.yes[i];
  if (a.maybe == a.not_no) return {yes, not_no, not_no};
  auto* maybe = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) maybe[i] = yes[i] | (a.maybe[i] & ~a.yes[i]);
  return {yes, maybe, not_no};
}

// Unknown decides nothing, unless both branches are the same.
planes runner::chosen(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& a = truths_[what.a];
  const auto& b = truths_[what.b];
  const auto& c = truths_[what.c];
  auto* yes = memory_.words(words);
  auto* maybe = memory_.words(words);
  auto* not_no = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) {
    const word first = a.yes[i];
    const word open = a.maybe[i] & ~first;
    const word second = ~a.maybe[i];
    const auto pick = [&](word left, word right) {
      return (first & left) | (second & right) | (open & left & right);
    };
    yes[i] = pick(b.yes[i], c.yes[i]);
    const word no = pick(~b.not_no[i], ~c.not_no[i]);
    const word null = pick(b.not_no[i] & ~b.maybe[i], c.not_no[i] & ~c.maybe[i]);
    not_no[i] = ~no;
    maybe[i] = ~no & ~null;
  }
  return {yes, maybe, not_no};
}

planes runner::absent_truth(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& a = truths_[what.a];
  auto* raw = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) raw[i] = a.not_no[i] & ~a.maybe[i];
  if (a.yes == a.maybe) return {raw, raw, raw};
  auto* maybe = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) maybe[i] = a.not_no[i] & ~a.yes[i];
  return {raw, maybe, maybe};
}

planes runner::absent(const node& what) {
  const auto words = extents_[what.frame].words;
  const auto& a = numbers_[what.a];
  auto* raw = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) raw[i] = a.null == nullptr ? 0 : a.null[i];
  if (a.known == nullptr) return {raw, raw, raw};
  auto* maybe = memory_.words(words);
  for (std::size_t i = 0; i < words; ++i) maybe[i] = ~a.known[i];
  return {raw, maybe, maybe};
}

}  // namespace sudui::columns
