// Words and places that several readers put into their messages.
//
// Tested by tests/unit/model/reading_test.cpp.
#include "model/reading.hpp"

#include <algorithm>

#include "text/suggest.hpp"

namespace sudui::model {
namespace {

constexpr std::size_t max_compared = 2000;  // known words looked at for the nearest
constexpr std::size_t max_listed = 160;     // bytes; a longer list helps nobody

std::string shape_word(text::tree::kind what) {
  switch (what) {
    case text::tree::kind::sequence:
      return text::both("列表", "a list");
    case text::tree::kind::mapping:
      return text::both("键值表", "a mapping of keys to values");
    default:
      return text::both("单个值", "a single value");
  }
}

std::string listing(std::span<const std::string_view> known, std::string_view between) {
  std::string all;
  for (const std::string_view each : known) {
    if (!all.empty()) all += between;
    if (all.size() > max_listed) return all + "...";
    all.append("`").append(each).append("`");
  }
  return all;
}

}  // namespace

std::string reading::place(text::span where) const {
  if (!where.has_place() || where.file >= files.size()) return "?";
  const text::source& file = files[where.file];
  return file.name() + ":" + std::to_string(file.locate(where.begin).line);
}

// The nearest known word, or, where none is near, all of them as far as they fit on a line.
std::string suggest(std::string_view wrong, std::span<const std::string_view> known) {
  if (known.empty()) return {};
  const auto compared = known.first(std::min(known.size(), max_compared));
  if (const std::string_view near = text::nearest(wrong, compared); !near.empty()) {
    const std::string quoted = "`" + std::string(near) + "`";
    return text::both("是否想写 " + quoted, "did you mean " + quoted + "?");
  }
  return text::both("可用: " + listing(known, "、"), "known here: " + listing(known, ", "));
}

bool has_shape(const text::tree& what, text::tree::kind wanted, std::string_view key,
               const reading& in) {
  if (what.what == wanted) return true;
  in.report(text::message::wrong_shape, what.where,
            {std::string(key), shape_word(wanted), shape_word(what.what)});
  return false;
}

}  // namespace sudui::model
