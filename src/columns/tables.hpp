#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "columns/batch.hpp"
#include "columns/program.hpp"

namespace sudui::columns {

/// What a coded truth, or a coded number, is for each different value of its column. Texts have
/// their code as position, days the distance from the first day of the column.
class value_table {
 public:
  value_table(const plan::plan& of, const code_table& from) : plan_(of), from_(from) {}

  /// Works out what the column's values need that has not been worked out before. False where there
  /// was nothing.
  bool cover(const column& in, decide::state& run);

  /// A number is `yes` where it is known.
  struct coded {
    state is = state::no;
    std::int64_t number = 0;
  };
  [[nodiscard]] state of_unknown() const noexcept { return unknown_.is; }
  [[nodiscard]] state of_null() const noexcept { return null_.is; }
  [[nodiscard]] std::size_t size() const noexcept { return states_.size(); }
  [[nodiscard]] state at(std::size_t position) const { return states_[position]; }
  [[nodiscard]] std::span<const state> states() const noexcept { return states_; }
  /// Of numbers only.
  [[nodiscard]] std::int64_t number_at(std::size_t position) const { return numbers_[position]; }
  [[nodiscard]] const coded& missing(bool is_null) const { return is_null ? null_ : unknown_; }
  [[nodiscard]] std::uint64_t greatest() const noexcept { return greatest_; }  // magnitude
  /// False where some value has no whole form: the numbers cannot be used.
  [[nodiscard]] bool fits() const noexcept { return fits_; }
  /// The day of position 0; 0 of texts.
  [[nodiscard]] std::int32_t origin() const noexcept { return first_day_; }
  /// Whether every value that is known gives yes or no.
  [[nodiscard]] bool is_decided() const noexcept { return is_decided_; }

 private:
  [[nodiscard]] coded evaluate(const values::cell& held, decide::state& run);
  [[nodiscard]] coded to_number(const values::cell& held);
  void cover_texts(const dictionary& texts, decide::state& run);
  void cover_days(const column& in, decide::state& run);
  void make_room(const column& in);
  void make_size(std::size_t size);
  void take(std::size_t position, coded held);

  const plan::plan& plan_;
  const code_table& from_;
  bool is_decided_ = true;
  bool fits_ = true;
  std::uint64_t greatest_ = 0;
  coded unknown_{state::unknown, 0};
  coded null_{state::null, 0};
  std::shared_ptr<const void> covered_;  // the dictionary or the days
  std::size_t count_ = 0;                // of its different values
  std::int32_t first_day_ = 0;
  std::vector<state> states_;
  std::vector<std::int64_t> numbers_;  // of numbers, beside
};

/// Up to eight coded truths of one column, a bit each of a byte a value.
struct code_plane {
  std::uint32_t frame = 0, column = 0;
  struct bit {
    node_id of = no_node;
    state least = state::yes;  // the bit is set for values that are at least this: yes; or maybe;
                               // or anything but no
    std::uint32_t number = 0;  // among the bits of all planes
  };
  std::vector<bit> bits;
  std::vector<std::uint8_t> bytes;
};

}  // namespace sudui::columns
