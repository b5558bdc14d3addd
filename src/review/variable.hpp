#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <sudui/profile.hpp>
#include <sudui/rule_set.hpp>

namespace sudui::review {

/// What is made up where a profile says nothing.
struct filling {
  date as_of{};
  std::int64_t steps = 1000;  // of numbers, within what the dictionary allows
};

/// One number or day of a profile that can be moved in its smallest steps: a field, a year of it,
/// a member of the first record of a list, or how many records a list has, all like the first.
class variable {
 public:
  variable(const field& what, std::optional<int> year, const field* member)
      : what_(&what), member_(member), year_(year) {}

  /// `rd_expense(2021)`, `new_hires.wage`.
  [[nodiscard]] std::string name() const;
  [[nodiscard]] const field& moved() const noexcept {
    return member_ == nullptr ? *what_ : *member_;
  }
  /// How many records the list has.
  [[nodiscard]] static variable count_of(const field& list, std::optional<int> year);
  [[nodiscard]] bool is_member() const noexcept { return member_ != nullptr; }
  /// Gives the list a record that is made up; only of a member.
  void fill_list(profile& into, const filling& with) const;
  /// Where it stands, in steps (days of a date); none where the profile does not say.
  [[nodiscard]] std::optional<std::int64_t> position(const profile& of) const;
  /// The value at a position.
  [[nodiscard]] value at(std::int64_t position) const;
  /// Puts that value into the profile, beside what else the field holds.
  void move(profile& into, std::int64_t position) const;
  /// The positions that the dictionary allows, both included.
  [[nodiscard]] std::int64_t least() const;
  [[nodiscard]] std::int64_t most() const;

  friend bool operator==(const variable&, const variable&) = default;

 private:
  void repeat(profile& into, std::int64_t position) const;
  [[nodiscard]] const value* held_in(const profile& of) const;

  const field* what_;
  const field* member_;
  std::optional<int> year_;
  bool is_count_ = false;
};

/// A value for a field that nobody has given: in the middle of what the dictionary allows, an old
/// day, the first code, one record.
[[nodiscard]] value made_up(const field& of, const filling& with);
/// Puts it into the profile, for the year where the field is yearly.
void fill(profile& into, const field& what, std::optional<int> year, const filling& with);
/// Every list of the profile cut down to its first record; false where none had more.
bool keep_first_records(profile& of);

}  // namespace sudui::review
