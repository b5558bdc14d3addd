#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include <sudui/profile.hpp>

namespace sudui::ingest {

/// The beginning of some bytes that holds whole rows only.
struct whole_rows {
  std::size_t bytes = 0;
  std::uint64_t lines = 0;
  std::uint64_t rows = 0;  // without blank lines
};

/// Finds where a stream may be cut, so that readers of the pieces together read the same rows, with
/// the same rejects, as one reader of all of it.
class row_cutter {
 public:
  static constexpr std::uint64_t any_number = std::numeric_limits<std::uint64_t>::max();

  /// `cells` of each row of a table; 0 where it has no header, or for the header row itself.
  explicit row_cutter(profile_format format, std::size_t cells = 0)
      : is_table_(format == profile_format::csv), cells_(cells) {}

  /// At most `most` rows of `held`, the rest of a stream from the beginning of a row on, behind any
  /// byte order mark. `is_all`: nothing comes behind `held`. None where the first row does not end
  /// in it; a line over `line_reader::longest_line` ends the piece.
  [[nodiscard]] whole_rows cut(std::string_view held, bool is_all,
                               std::uint64_t most = any_number) const;

 private:
  struct row_end {
    std::size_t bytes = 0;  // 0: not known without what follows
    std::uint64_t lines = 1;
  };
  [[nodiscard]] row_end end_of_row(std::string_view held, bool is_all) const;
  [[nodiscard]] row_end end_of_open_row(std::string_view held, row_end first, bool is_all) const;
  [[nodiscard]] bool is_blank(std::string_view line) const noexcept;

  bool is_table_;
  std::size_t cells_;
};

}  // namespace sudui::ingest
