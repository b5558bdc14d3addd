// Types and units: construction, printing, and the one type two expressions can share.
//
// A unit is a product of base units with exponents. `free` is the unit of a literal: it gives way
// to any other. `one` is the unit of a ratio: `元/元` is a bare number and cannot be added to `元`.
//
// Tested by tests/unit/types/type_test.cpp.

#include "types/type.hpp"

#include <algorithm>

namespace sudui::types {

unit unit::of(factors all) {
  unit made;
  made.free_ = false;
  std::sort(all.begin(), all.end());
  std::erase_if(all, [](const auto& factor) { return factor.second == 0; });
  if (!all.empty()) made.factors_ = std::make_shared<const factors>(std::move(all));
  return made;
}

const unit::factors& unit::all() const noexcept {
  static const factors none;
  return factors_ ? *factors_ : none;
}

namespace {
// The product (`sign` 1) or the quotient (-1): exponents add up; those that come to zero fall out.
unit combine(const unit::factors& left, const unit::factors& right, int sign) {
  auto all = left;
  for (const auto& other : right) {
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const auto& factor) { return factor.first == other.first; });
    if (found == all.end()) {
      all.emplace_back(other.first, sign * other.second);
    } else {
      found->second += sign * other.second;
    }
  }
  return unit::of(std::move(all));
}
}  // namespace

// A literal has no say in a product: 3 times `元` is `元`. Free times one stays free, as `2 * 50%`
// may still become any unit.
unit unit::times(const unit& other) const {
  if (free_) return other.is_one() ? free() : other;
  if (other.free_) return is_one() ? free() : *this;
  return combine(all(), other.all(), 1);
}

unit unit::over(const unit& other) const {
  if (free_) return free();  // a literal may be of the unit it is divided by
  if (other.free_) return is_one() ? free() : *this;
  return combine(all(), other.all(), -1);
}

// Chinese rule files are read with `·` between factors: `元/人·月` is yuan for each head and month.
std::string unit::to_string() const {
  std::string above;
  std::string below;
  for (const auto& [name, exponent] : all()) {
    auto& side = exponent > 0 ? above : below;
    if (!side.empty()) side += "·";
    side += name;
    if (const int power = std::abs(exponent); power != 1) side += "^" + std::to_string(power);
  }
  if (below.empty()) return above;
  return (above.empty() ? "1" : above) + "/" + below;
}

// As messages say it. Members of a record are left out: the name of the field says more.
std::string type::to_string() const {
  switch (kind) {
    case type_kind::error:
      return "error";
    case type_kind::null:
      return "null";
    case type_kind::boolean:
      return "boolean";
    case type_kind::number:
      return in.is_free() || in.is_one() ? "number" : "number (" + in.to_string() + ")";
    case type_kind::string:
      return "string";
    case type_kind::date:
      return "date";
    case type_kind::days:
      return "days duration";
    case type_kind::months:
      return "months duration";
    case type_kind::list:
      return item ? "list of " + item->to_string() : "list";
    case type_kind::record:
      return "context";
    case type_kind::time:
      return "time";
    case type_kind::moment:
      return "date and time";
    case type_kind::range:
      return item ? "range of " + item->to_string() : "range";
  }
  return "error";
}

type simple(type_kind kind) {
  type made;
  made.kind = kind;
  return made;
}

type number_in(unit what) {
  type made = simple(type_kind::number);
  made.in = std::move(what);
  return made;
}

type list_of(type item) {
  type made = simple(type_kind::list);
  made.item = std::make_shared<const type>(std::move(item));
  return made;
}

type range_of(type item) {
  type made = simple(type_kind::range);
  made.item = std::make_shared<const type>(std::move(item));
  return made;
}

type record_of(std::vector<member> members) {
  type made = simple(type_kind::record);
  made.members = std::make_shared<const std::vector<member>>(std::move(members));
  return made;
}

namespace {
// Members must agree in name and order; lists of literals written in one formula do, as do records
// of one field.
type common_record(const type& a, const type& b) {
  if (a.members == b.members) return a;
  if (a.members->size() != b.members->size()) return {};
  std::vector<member> members;
  for (std::size_t i = 0; i < a.members->size(); ++i) {
    const auto& left = (*a.members)[i];
    const auto& right = (*b.members)[i];
    const type both = common(left.of, right.of);
    if (left.name != right.name || both.is_error()) return {};
    members.push_back(left);
    members.back().of = both;
  }
  return record_of(std::move(members));
}
}  // namespace

// Null gives way to anything, a free unit to any unit. Two fields of different codes still have the
// type of strings in common.
type common(const type& a, const type& b) {
  if (a.is(type_kind::null)) return b;
  if (b.is(type_kind::null)) return a;
  if (a.kind != b.kind) return {};
  switch (a.kind) {
    case type_kind::number:
      if (!a.in.fits(b.in)) return {};
      return a.in.is_free() ? b : a;
    case type_kind::string:
      return a.codes == b.codes ? a : simple(type_kind::string);
    case type_kind::list: {
      const type item = common(*a.item, *b.item);
      return item.is_error() ? type{} : list_of(item);
    }
    case type_kind::range: {
      const type item = common(*a.item, *b.item);
      return item.is_error() ? type{} : range_of(item);
    }
    case type_kind::record:
      return common_record(a, b);
    default:
      return a;
  }
}

}  // namespace sudui::types
