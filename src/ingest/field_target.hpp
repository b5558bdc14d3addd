#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "columns/layout.hpp"
#include "columns/open_row.hpp"
#include "ingest/json_tokens.hpp"
#include "ingest/value_shape.hpp"
#include "plan/plan.hpp"
#include "types/schema.hpp"

namespace sudui::ingest {

/// What a field of the dictionary must be, and which columns its values go to: none where no policy
/// reads it.
class alignas(64) field_target {
 public:
  static constexpr std::int32_t no_year = values::missing_graph::input::no_year;

  field_target(const types::field_entry& of, std::uint32_t field, const plan::plan& by,
               const columns::layout& places);

  /// Passes the value of the field and lays it down. False where it is not plainly right.
  [[nodiscard]] bool read(json_tokens& from, columns::open_row& into) const {
    if (!is_single_) return read_shaped(from, into);
    columns::piece held;
    const bool fits = shape_.read(from, held);
    if (fits && held.is_said()) into.put(only_column_, held);
    return fits;
  }
  /// Of a field with one value that goes to one column, or that nobody reads: what it must be, and
  /// the column or `none`. Null of others.
  [[nodiscard]] const value_shape* single() const noexcept {
    const bool is_unread = is_taken_ && !is_list_ && !is_yearly_ && places_.empty();
    return is_single_ || is_unread ? &shape_ : nullptr;
  }
  [[nodiscard]] std::uint32_t column() const noexcept { return only_column_; }
  /// The text that was laid down last, where the field names the company and is no list.
  [[nodiscard]] bool read_text(json_tokens& from, columns::open_row& into, std::string& text) const;

  /// How a cell of a table is laid down that holds one value of the field.
  struct way {
    const value_shape* shape = nullptr;  // of this target
    std::uint32_t column = none;         // none where no policy reads it
    std::uint32_t input = 0;
    std::int32_t year = no_year;
    bool keeps_years = false;
  };
  /// Of that year, or of the year that a value without one is of. Nothing where the values are not
  /// taken here.
  [[nodiscard]] std::optional<way> way_of(std::optional<std::int32_t> year) const;

  static constexpr std::uint32_t none = UINT32_MAX;

 private:
  [[nodiscard]] bool read_shaped(json_tokens& from, columns::open_row& into) const;
  [[nodiscard]] bool years(json_tokens& from, columns::open_row& into) const;
  [[nodiscard]] bool short_year(const plain_entry& what, std::int32_t& year,
                                columns::open_row& into) const;
  [[nodiscard]] bool value(json_tokens& from, std::int32_t year, columns::open_row& into) const;
  [[nodiscard]] bool items(json_tokens& from, columns::open_row& into, columns::piece& made) const;
  [[nodiscard]] bool item(json_tokens& from, columns::open_row& into) const;
  [[nodiscard]] bool members(json_tokens& from, std::size_t first, columns::open_row& into) const;
  void store(const columns::piece& held, std::int32_t year, columns::open_row& into) const;
  void take_members(const types::type& record);

  struct place {
    std::int32_t year;
    std::uint32_t column;
  };
  struct member_key {
    std::string text;
    std::uint32_t member;
  };
  // What every value needs comes first, to stand in one line of the cache.
  bool is_list_ = false, has_records_ = false, is_yearly_ = false, is_taken_ = true;
  bool keeps_years_ = false;
  bool is_single_ = false;            // one value, of one column
  bool has_short_years_ = false;      // numbers, each of one year and no more
  std::uint32_t only_column_ = none;  // of a field without years that some policy reads
  value_shape shape_;                 // of the value, or of the items of a list
  value_shape::short_form short_numbers_;
  std::int32_t year_of_single_;  // that a value without a year is of
  std::uint32_t input_ = 0;
  std::vector<place> places_;
  std::vector<value_shape> members_;
  std::vector<member_key> member_keys_;
};

}  // namespace sudui::ingest
