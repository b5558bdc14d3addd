#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "columns/batch.hpp"
#include "ingest/field_target.hpp"
#include "ingest/json_index.hpp"
#include "ingest/kept_texts.hpp"
#include "ingest/known_keys.hpp"

namespace sudui::ingest {

/// Reads companies from lines of NDJSON straight into columns, without a tree or a profile, as far
/// as they are plainly right; `row_reader` is asked for the others. One thread at a time.
class column_reader {
 public:
  /// `texts`: the names of fields whose texts are kept of each company.
  explicit column_reader(std::shared_ptr<const plan::plan> of,
                         std::span<const std::string_view> texts = {});

  /// Reads the company of the line. It stands in the next row of a batch for the same plan, which
  /// is to be kept. False where the line is not plainly right or has something to tell of.
  [[nodiscard]] bool read(std::string_view line, columns::batch& into);
  /// The same, and keeps the row. False, with the batch as it was, where the line is not read.
  [[nodiscard]] bool append(std::string_view line, columns::batch& to) {
    const bool is_read = read(line, to);
    if (is_read) to.keep_row();
    return is_read;
  }
  /// `row_reader` has read the line that was refused last as a row, and has told of the names that
  /// the dictionary does not know. Lines with the same names may pass from now on.
  void told();

  /// Of the company read last.
  [[nodiscard]] const kept_texts& texts() const noexcept { return texts_; }

 private:
  // What most values are: a bare number, text, day or flag of a field with one column.
  struct alignas(64) lane {
    enum class kind : std::uint8_t { none, number, text, day, flag };
    kind is = kind::none;
    std::uint32_t column = field_target::none;  // where no policy reads the field
    value_shape::short_form short_numbers;
  };
  [[nodiscard]] lane lane_of(std::uint32_t field);
  [[nodiscard]] bool company(json_tokens from, columns::open_row& into);
  [[nodiscard]] bool entries(json_tokens& from, columns::open_row& into);
  [[nodiscard]] bool plain(const plain_entry& what, const known_key& key, const char* end,
                           columns::open_row& into);
  [[nodiscard]] bool long_number(const char* value, const char* behind, const char* end,
                                 std::uint32_t field, columns::open_row& into);
  [[nodiscard]] static bool plain_text(const plain_entry& what, std::uint32_t column,
                                       columns::open_row& into);
  [[nodiscard]] bool other(json_tokens& from, columns::open_row& into);

  std::shared_ptr<const plan::plan> plan_;
  json_index index_;
  known_keys keys_;
  std::vector<field_target> targets_;              // by field
  std::vector<lane> lanes_;                        // by field, and one for keys without a field
  std::vector<value_shape::number_form> numbers_;  // by field
  kept_texts texts_;
  std::vector<known_key*> news_;  // unknown keys of the row that nobody was told of
};

}  // namespace sudui::ingest
