#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "columns/batch.hpp"
#include "columns/program.hpp"

namespace sudui::columns {

/// What a coded truth is for each different value of its column. Texts have their code as position,
/// days the distance from the first day of the column.
class value_table {
 public:
  value_table(const plan::plan& of, const code_table& from) : plan_(of), from_(from) {}

  /// Works out what the column's values need that has not been worked out before. False where there
  /// was nothing.
  bool cover(const column& in, decide::state& run);

  [[nodiscard]] state of_unknown() const noexcept { return unknown_; }
  [[nodiscard]] state of_null() const noexcept { return null_; }
  [[nodiscard]] std::size_t size() const noexcept { return states_.size(); }
  [[nodiscard]] state at(std::size_t position) const { return states_[position]; }
  /// The day of position 0; 0 of texts.
  [[nodiscard]] std::int32_t origin() const noexcept { return first_day_; }
  /// Whether every value that is known gives yes or no.
  [[nodiscard]] bool is_decided() const noexcept { return is_decided_; }

 private:
  [[nodiscard]] state evaluate(const values::cell& held, decide::state& run) const;
  void cover_texts(const dictionary& texts, decide::state& run);
  void cover_days(const column& in, decide::state& run);
  void make_room(const column& in);
  void take(std::size_t position, state held);

  const plan::plan& plan_;
  const code_table& from_;
  bool is_started_ = false;
  bool is_decided_ = true;
  state unknown_ = state::unknown;
  state null_ = state::null;
  std::shared_ptr<const void> covered_;  // the dictionary or the days
  std::size_t count_ = 0;                // of its different values
  std::int32_t first_day_ = 0;
  std::vector<state> states_;
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
