#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "columns/open_row.hpp"
#include "ingest/json_tokens.hpp"
#include "model/rule_set.hpp"
#include "types/type.hpp"

namespace sudui::ingest {

/// What a scalar of the dictionary must be, worked out once for many rows: the part of `scalar_of`
/// that says yes. What it does not take may still be right.
class value_shape {
 public:
  value_shape(const types::type& of, const model::field* from);

  /// Passes one value and gives it in the form of its column; a null leaves it out.
  [[nodiscard]] bool read(json_tokens& from, columns::piece& into) const {
    const char first = from.peek();
    return first == 'n' || first == '{' ? read_shaped(from, into) : bare(from, power_, into);
  }
  /// Passes an envelope whose status says that there is no value.
  [[nodiscard]] static bool read_status(json_tokens& from, columns::piece& into);
  /// The same of a cell of a table, without space around it and neither empty nor a word for
  /// nothing. `power` is that of its unit. Bytes up to `readable` may be looked at.
  [[nodiscard]] bool read_cell(std::string_view said, const char* readable, std::int32_t power,
                               columns::piece& into) const;
  /// What a plain number needs to become one of its column: a power of ten, and limits below 2^53.
  struct number_form {
    std::int32_t shift = 0;
    std::int64_t least = 0, most = 0;
  };
  /// Of numbers with up to ten digits and two places: what their digits are multiplied by, for each
  /// count of places, 0 where that is no whole number or a large one.
  struct short_form {
    std::int64_t factors[3] = {};
    std::int64_t least = 0;
    std::uint64_t span = 0;  // from the least to the most

    [[nodiscard]] bool keep(const plain_number& written, std::int64_t& into) const noexcept {
      const auto factor = factors[written.places];
      into = written.digits * factor;
      return factor != 0 &&
             static_cast<std::uint64_t>(into) - static_cast<std::uint64_t>(least) <= span;
    }
  };
  [[nodiscard]] static short_form short_form_of(const number_form& as) noexcept;
  /// Nothing where the values are no numbers.
  [[nodiscard]] std::optional<number_form> numbers(std::int32_t power) const {
    const bool is_number = kind_ == types::type_kind::number;
    return is_number ? std::optional(number_form{power + scale_, least_, most_}) : std::nullopt;
  }
  [[nodiscard]] types::type_kind kind() const noexcept { return kind_; }
  /// Of texts: any will do.
  [[nodiscard]] bool takes_every_text() const noexcept {
    return kind_ == types::type_kind::string && codes_.empty() &&
           check_ == model::value_check::none;
  }
  /// digits * 10^shift, where that is whole and within the limits.
  [[nodiscard]] static bool keep(const plain_number& written, const number_form& as,
                                 columns::piece& into) {
    const auto shift = as.shift - written.places;
    if (shift < 0 || shift > most_shift) return keep_shortened(written, as, into);
    if (__builtin_mul_overflow(written.digits, powers[shift], &into.whole)) return false;
    return as.least <= into.whole && into.whole <= as.most;
  }
  /// What a known piece says, as one company's value.
  [[nodiscard]] values::cell cell_of(const columns::piece& held) const;
  /// Of ten: the field's own unit, or another multiple of the same base; nothing where it is none.
  [[nodiscard]] std::int32_t power() const noexcept { return power_; }
  [[nodiscard]] std::optional<std::int32_t> power_of(std::string_view unit) const;

 private:
  [[nodiscard]] bool read_shaped(json_tokens& from, columns::piece& into) const;
  [[nodiscard]] bool enveloped(json_tokens& from, columns::piece& into) const;
  [[nodiscard]] bool bare(json_tokens& from, std::int32_t power, columns::piece& into) const {
    into.is = columns::piece::state::known;
    if (kind_ != types::type_kind::number) return bare_other(from, into);
    plain_number written;
    return from.take_number(written) && keep(written, {power + scale_, least_, most_}, into);
  }
  [[nodiscard]] bool bare_other(json_tokens& from, columns::piece& into) const;
  [[nodiscard]] std::optional<std::int32_t> unit(json_tokens& from) const;
  [[nodiscard]] static bool keep_shortened(const plain_number& written, const number_form& as,
                                           columns::piece& into);
  [[nodiscard]] bool keep(std::string_view text, columns::piece& into) const;
  [[nodiscard]] bool keep_parsed(std::string_view text, columns::piece& into) const;
  [[nodiscard]] static bool keep_flag(std::string_view word, columns::piece& into);
  void set_units(std::string_view own);
  void set_range(const model::field& from);

  static constexpr std::int32_t most_shift = 8;
  static constexpr std::int64_t powers[most_shift + 1] = {
      1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000};

  // What every value needs comes first, to stand in one line of the cache.
  types::type_kind kind_;
  model::value_check check_ = model::value_check::none;
  std::int32_t power_ = 0, scale_ = 0;  // of numbers: of ten, of the unit and of the column
  std::int64_t least_ = 0, most_ = 0;   // limits as scaled numbers
  struct unit_power {
    std::string name;
    std::int32_t power;
  };
  std::vector<unit_power> units_;  // that an envelope may name
  boost::unordered_flat_set<std::string_view> codes_;
};

}  // namespace sudui::ingest
