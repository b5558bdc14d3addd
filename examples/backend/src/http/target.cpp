#include "http/target.hpp"

#include <cstdint>
#include <optional>

namespace backend {
namespace {

int hex(char one) {
  if (one >= '0' && one <= '9') return one - '0';
  if (one >= 'a' && one <= 'f') return one - 'a' + 10;
  return one >= 'A' && one <= 'F' ? one - 'A' + 10 : -1;
}

/// Bytes of the code point at the front, 0 when it is no UTF-8: overlong, a surrogate, too large.
std::size_t code_point(std::string_view text) {
  const auto at = [&](std::size_t place) {
    return place < text.size() ? static_cast<std::uint8_t>(text[place]) : std::uint8_t{0};
  };
  const std::uint8_t first = at(0);
  if (first < 0x80) return first >= 0x20 && first != 0x7F ? 1 : 0;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  for (std::size_t place = 1; place < length; ++place) {
    if ((at(place) & 0xC0U) != 0x80U) return 0;
  }
  const std::uint8_t second = at(1);
  const bool bad = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                   (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ||
                   (first == 0xC2 && second < 0xA0);
  return bad ? 0 : length;
}

std::optional<std::string> decoded(std::string_view from, bool plus_is_space) {
  std::string made;
  made.reserve(from.size());
  for (std::size_t at = 0; at < from.size(); ++at) {
    if (from[at] == '+' && plus_is_space) {
      made += ' ';
    } else if (from[at] != '%') {
      made += from[at];
    } else {
      if (at + 2 >= from.size()) return std::nullopt;
      const int high = hex(from[at + 1]), low = hex(from[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      made += static_cast<char>(16 * high + low);
      at += 2;
    }
  }
  for (std::string_view rest = made; !rest.empty();) {
    const auto length = code_point(rest);
    if (length == 0) return std::nullopt;
    rest.remove_prefix(length);
  }
  return made;
}

bool is_plain(std::string_view path) {
  if (!path.starts_with('/')) return false;
  while (path.size() > 1) {
    path.remove_prefix(1);
    const auto part = path.substr(0, path.find('/'));
    if (part.empty() || part == "." || part == "..") return false;
    path.remove_prefix(part.size());
    if (path == "/") return false;
  }
  return true;
}

}  // namespace

bool split_target(std::string_view target, std::string& path,
                  std::map<std::string, std::string>& query) {
  const auto mark = target.find('?');
  auto way = decoded(target.substr(0, mark), false);
  if (!way || !is_plain(*way)) return false;
  path = std::move(*way);
  if (mark == std::string_view::npos) return true;
  auto rest = target.substr(mark + 1);
  while (!rest.empty()) {
    const auto pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals), true);
    auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), true);
    if (!name || !value) return false;
    if (!query.emplace(std::move(*name), std::move(*value)).second) return false;
  }
  return true;
}

}  // namespace backend
