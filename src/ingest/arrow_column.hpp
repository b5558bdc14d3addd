#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sudui/arrow.h>

#include "ingest/place.hpp"
#include "text/sink.hpp"
#include "types/type.hpp"
#include "values/arena.hpp"
#include "values/cell.hpp"

namespace sudui::ingest {

/// A foreign array seen as values of a type of the dictionary. A view: the array must outlive it.
/// INVARIANT: every value of it was checked when it was opened.
class arrow_column {
 public:
  struct source {
    const ArrowSchema& schema;
    const ArrowArray& array;
  };
  /// None where the array does not hold such values; what is wrong is reported. O(values).
  [[nodiscard]] static std::optional<arrow_column> open(const source& from, const types::type& as,
                                                        const place& where, text::sink& out);

  [[nodiscard]] std::int64_t size() const noexcept { return length_; }
  /// An Arrow null is unknown. Texts are views of the array, lists are made in the arena.
  [[nodiscard]] values::cell at(std::int64_t row, values::arena& memory) const;

 private:
  enum class form : std::uint8_t { nothing, flag, whole, decimal, day, text, coded, list, record };
  static constexpr std::size_t no_part = SIZE_MAX;  // a member that the array does not have
  enum class flaw : std::uint8_t {
    below_zero,
    backwards,
    not_there,
    no_day,
    too_many_digits,
    no_utf8
  };
  struct flawed_row {
    std::int64_t row;
    flaw what;
  };
  [[nodiscard]] static std::string text_of(flaw what);

  static std::optional<arrow_column> formed(std::string_view format, bool has_dictionary);
  static std::optional<arrow_column> shape(const source& from);
  [[nodiscard]] std::int64_t buffers() const;
  [[nodiscard]] bool fits(const types::type& as) const;
  [[nodiscard]] bool open_parts(const source& from, const types::type& as, const place& where,
                                text::sink& out);
  [[nodiscard]] bool open_members(const source& from, const types::type& as, const place& where,
                                  text::sink& out);
  [[nodiscard]] std::optional<flawed_row> find_flaw() const;
  [[nodiscard]] std::optional<flaw> flaw_at(std::int64_t index) const;
  [[nodiscard]] std::optional<flaw> flaw_of_ends(std::int64_t index) const;
  [[nodiscard]] bool has_ends() const { return form_ == form::text || form_ == form::list; }

  [[nodiscard]] bool is_null(std::int64_t index) const;
  [[nodiscard]] std::int64_t whole_at(std::int64_t index) const;
  [[nodiscard]] std::int64_t end_of(std::int64_t index) const;  // of texts and lists
  [[nodiscard]] values::cell decimal_at(std::int64_t index) const;
  [[nodiscard]] std::string_view text_at(std::int64_t index) const;
  [[nodiscard]] values::cell list_at(std::int64_t index, values::arena& memory) const;
  [[nodiscard]] values::cell record_at(std::int64_t index, values::arena& memory) const;

  form form_ = form::nothing;
  std::size_t width_ = 0;  // bytes of a number or an offset
  bool is_signed_ = true;
  std::int32_t scale_ = 0;
  std::int64_t length_ = 0, offset_ = 0;
  const std::uint8_t* valid_ = nullptr;  // none: all are
  const void* values_ = nullptr;         // or offsets
  const char* bytes_ = nullptr;          // of texts
  std::vector<arrow_column> parts_;      // the dictionary, the items, or the members given
  std::vector<std::size_t> members_;     // of the type: their part
};

}  // namespace sudui::ingest
