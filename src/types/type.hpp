#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sudui::model {
struct field;
}

namespace sudui::types {

/// A product of base units, such as `元/人`. A literal's unit is free: it takes the one its place
/// needs. Copies share their factors.
class unit {
 public:
  [[nodiscard]] static unit free() { return unit{}; }
  [[nodiscard]] static unit one() { return of({}); }
  using factors = std::vector<std::pair<std::string, int>>;
  [[nodiscard]] static unit of(factors all);
  [[nodiscard]] static unit base(std::string_view name) { return of({{std::string(name), 1}}); }

  [[nodiscard]] bool is_free() const noexcept { return free_; }
  [[nodiscard]] bool is_one() const noexcept { return !free_ && !factors_; }
  [[nodiscard]] unit times(const unit& other) const;  // free times `元` is `元`
  [[nodiscard]] unit over(const unit& other) const;
  [[nodiscard]] bool fits(const unit& other) const noexcept {
    return free_ || other.free_ || *this == other;
  }
  [[nodiscard]] std::string to_string() const;  // `元/人`, empty for one and free
  friend bool operator==(const unit& a, const unit& b) {
    return a.free_ == b.free_ && (a.factors_ == b.factors_ || a.all() == b.all());
  }

 private:
  [[nodiscard]] const factors& all() const noexcept;

  std::shared_ptr<const factors> factors_;  // sorted by name, exponents not zero; empty: none
  bool free_ = true;
};

enum class type_kind : std::uint8_t {
  error,  // could not be typed; a diagnostic has been reported, nothing more is said about it
  null,   // only null, or the item of an empty list
  boolean,
  number,
  string,
  date,
  days,
  months,
  list,    // of `item`
  record,  // `members` in order
  time,
  moment,  // date and time
  range    // of `item`
};

struct type;
struct member;

/// The static type of an expression.
struct type {
  type_kind kind = type_kind::error;
  unit in;                                             // of a number
  std::shared_ptr<const type> item;                    // of a list or a range
  std::shared_ptr<const std::vector<member>> members;  // of a record
  const model::field* codes = nullptr;  // of a string that may only hold a field's codes

  [[nodiscard]] bool is(type_kind wanted) const noexcept { return kind == wanted; }
  [[nodiscard]] bool is_error() const noexcept { return kind == type_kind::error; }
  /// For messages: `number in 元`, `list of record`.
  [[nodiscard]] std::string to_string() const;
};

struct member {
  std::string name;
  std::string alias;  // the label where it is a plain word, else empty
  type of;
  const model::field* from = nullptr;
};

[[nodiscard]] type simple(type_kind kind);
[[nodiscard]] type number_in(unit what);
[[nodiscard]] type list_of(type item);
[[nodiscard]] type range_of(type item);
[[nodiscard]] type record_of(std::vector<member> members);

/// One type for both, or error: equal kinds, units that fit, members pairwise; null fits
/// everything.
[[nodiscard]] type common(const type& a, const type& b);

}  // namespace sudui::types
