#pragma once

#include <cstdint>
#include <initializer_list>
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sudui/diagnostic.hpp>
#include <sudui/export.hpp>
#include <sudui/result.hpp>
#include <sudui/rule_set.hpp>
#include <sudui/value.hpp>

namespace sudui {
inline namespace v1 {

/// Values of a yearly field: `by_year({{2020, 5'200'000}, {2021, 6'300'000}})`.
[[nodiscard]] SUDUI_API value by_year(std::initializer_list<std::pair<int, value>> values);

/// One company's values by field name, money in the dictionary's unit. One thread at a time.
class SUDUI_API profile {
 public:
  struct entry {
    std::string name;
    value held;
  };
  profile() = default;
  profile(std::initializer_list<std::pair<std::string_view, value>> values);

  /// Replaces what stood there.
  void set(std::string_view name, value held);
  [[nodiscard]] const value* find(std::string_view name) const noexcept;  // O(entries)
  [[nodiscard]] std::span<const entry> entries() const noexcept { return entries_; }
  void clear() noexcept { entries_.clear(); }

 private:
  std::vector<entry> entries_;
};

enum class profile_format : std::uint8_t { json, yaml, ndjson, csv };

/// Reads one company (json or yaml), checked against the field dictionary. Values that do not fit
/// are errors in `findings` and left out of the profile (unknown); unknown names and a failing
/// check digit are warnings. Fails with bad_profile only when there is no profile to speak of.
[[nodiscard]] SUDUI_API result<profile> read_profile(const rule_set& rules, std::string_view text,
                                                     profile_format format, diagnostics& findings,
                                                     std::string_view name = "profile");

/// Reads parameter values from outside, a YAML or JSON mapping: `city_tax_growth: {2021: 8%}`.
[[nodiscard]] SUDUI_API result<parameter_values> read_parameters(
    const rule_set& rules, std::string_view text, std::string_view name = "parameters");

/// Many companies, row by row: NDJSON (a JSON object a line) or CSV (RFC 4180, a header line).
/// Memory does not grow with the input. A row that cannot be used is a reject, never lost: rows =
/// read + rejected.
class SUDUI_API profile_reader {
 public:
  /// `input` must outlive the reader. A CSV header is read at once; what it misses is in
  /// `findings()`.
  profile_reader(const rule_set& rules, std::istream& input, profile_format format);
  ~profile_reader();
  profile_reader(profile_reader&&) noexcept;
  profile_reader& operator=(profile_reader&&) noexcept;

  enum class status : std::uint8_t { row, reject, end };
  /// Blank lines are passed over. A row with any value that does not fit is a reject.
  [[nodiscard]] status next();

  [[nodiscard]] const profile& row() const noexcept;       ///< after `row`
  [[nodiscard]] std::uint64_t line() const noexcept;       ///< of the row or reject, from 1
  [[nodiscard]] std::uint64_t offset() const noexcept;     ///< its first byte, from 0
  [[nodiscard]] const localized& reason() const noexcept;  ///< after `reject`
  [[nodiscard]] std::string_view text() const noexcept;    ///< the raw row
  /// Unknown names (each once, with a suggestion) and warnings so far.
  [[nodiscard]] const diagnostics& findings() const noexcept;

 private:
  struct state;
  std::unique_ptr<state> state_;
};

}  // namespace v1
}  // namespace sudui
