#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Regular expressions as XPath has them (DMN 1.5, 10.3.4.3), matched by PCRE2 over UTF-8.
namespace sudui::values {

/// The pattern in PCRE2's language, with its flags taken in; nothing where XPath has no such
/// pattern or flags. O(length).
[[nodiscard]] std::optional<std::string> translate_pattern(std::string_view pattern,
                                                           std::string_view flags);

/// Where a match and its groups lie, in bytes; a group that took no part is empty, at npos.
using match_places = std::vector<std::pair<std::size_t, std::size_t>>;

/// One compiled pattern. Matching takes a bounded number of steps, the same on every machine, and
/// allocates nothing once warm; one thread at a time.
class compiled_pattern {
 public:
  compiled_pattern();
  ~compiled_pattern();
  compiled_pattern(const compiled_pattern&) = delete;
  compiled_pattern& operator=(const compiled_pattern&) = delete;

  /// False where the pattern or the flags are none.
  [[nodiscard]] bool compile(std::string_view pattern, std::string_view flags);
  [[nodiscard]] std::size_t groups() const noexcept;

  enum class found : std::uint8_t { yes, no, too_costly };
  /// Looks from byte `from` on; `places` then hold the match and its groups.
  [[nodiscard]] found search(std::string_view text, std::size_t from, match_places& places);

 private:
  struct parts;
  std::unique_ptr<parts> held_;
};

/// The patterns of one run, compiled when first met and kept: literal ones of rules, and those that
/// come from profiles; when there are too many, all go and are met anew.
class pattern_cache {
 public:
  pattern_cache();
  ~pattern_cache();
  pattern_cache(const pattern_cache&) = delete;
  pattern_cache& operator=(const pattern_cache&) = delete;

  /// nullptr for what is no pattern.
  [[nodiscard]] compiled_pattern* find(std::string_view pattern, std::string_view flags);
  [[nodiscard]] match_places& places() noexcept;
  [[nodiscard]] std::string& scratch() noexcept;

 private:
  struct parts;
  std::unique_ptr<parts> held_;
};

}  // namespace sudui::values
