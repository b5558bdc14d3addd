// What must hold of every tree a reader makes, whatever bytes it came from.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/tree.hpp"

namespace sudui::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void walk(const text::tree& what, std::string_view bytes) {
  const auto is_inside = [&](text::span where) {
    return where.file == 0 && where.begin <= where.end && where.end <= bytes.size();
  };
  require(what.what != text::tree::kind::missing);
  require(is_inside(what.where));
  const auto length = static_cast<std::uint32_t>(what.text().size());
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < length && i < 1000; ++i) {
    const text::span where = what.scalar.where(i, i + 1);
    require(is_inside(where) && where.begin >= last);  // the way back never turns
    last = where.begin;
  }
  for (const text::tree& item : what.items) walk(item, bytes);
  for (const text::tree::entry& entry : what.entries) {
    require(is_inside(entry.key_where));
    walk(entry.value, bytes);
  }
}

}  // namespace sudui::fuzz
