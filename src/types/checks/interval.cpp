// Reading intervals out of conditions: `x > 5 and x <= 10` says that x lies in (5..10]. Enough for
// the lints, which look at comparisons of one expression with constants and let everything else be.
//
// Tested by tests/unit/types/interval_test.cpp.

#include "types/checks/interval.hpp"

#include "types/fold.hpp"

namespace sudui::types {

using values::op;

bool interval::is_empty() const noexcept {
  if (!low || !high) return false;
  return *high < *low || (*high == *low && (open_low || open_high));
}

// The numbers in both. Of equal ends the open one wins: it leaves out more.
interval interval::meet(const interval& other) const {
  interval made = *this;
  if (other.low && (!low || *low < *other.low || (*low == *other.low && other.open_low))) {
    made.low = other.low;
    made.open_low = other.open_low;
  }
  if (other.high && (!high || *other.high < *high || (*high == *other.high && other.open_high))) {
    made.high = other.high;
    made.open_high = other.open_high;
  }
  return made;
}

namespace {
void add_key(std::string& key, const expr& what) {
  key.append(std::to_string(static_cast<int>(what.kind))) += ':';
  key.append(std::to_string(what.index)) += ':';
  key.append(std::to_string(static_cast<int>(what.code))) += '(';
  if (what.kind == expr_kind::constant) key += to_string(what.constant);
  for (const auto& part : what.parts) {
    add_key(key, part);
    key += ',';
  }
  key += ')';
}
}  // namespace

std::string subject_key(const expr& what) {
  std::string key;
  add_key(key, what);
  return key;
}

op mirrored(op code) {
  switch (code) {
    case op::less:
      return op::greater;
    case op::less_equal:
      return op::greater_equal;
    case op::greater:
      return op::less;
    case op::greater_equal:
      return op::less_equal;
    default:
      return code;
  }
}

namespace {
// The numbers for which `x <code> limit` holds; nothing for `!=`, which leaves two intervals.
std::optional<interval> interval_of(op code, const decimal& limit) {
  switch (code) {
    case op::less:
      return interval{{}, limit, false, true};
    case op::less_equal:
      return interval{{}, limit, false, false};
    case op::greater:
      return interval{limit, {}, true, false};
    case op::greater_equal:
      return interval{limit, {}, false, false};
    case op::equal:
      return interval{limit, limit, false, false};
    default:
      return std::nullopt;
  }
}

std::optional<decimal> number_of(const expr& what) {
  if (!what.of.is(type_kind::number)) return std::nullopt;
  const auto held = fold(what);
  const auto* found = held ? held->get_if<decimal>() : nullptr;
  return found == nullptr ? std::nullopt : std::optional(*found);
}

// A comparison counts when exactly one side is a constant number: with two there is no subject,
// with none there is no limit.
std::optional<bounded> comparison_of(const expr& what) {
  if (what.kind != expr_kind::apply || what.parts.size() != 2) return std::nullopt;
  const auto right = number_of(what.parts[1]);
  const auto left = number_of(what.parts[0]);
  if (left.has_value() == right.has_value()) return std::nullopt;
  const auto held = interval_of(right ? what.code : mirrored(what.code), right ? *right : *left);
  if (!held) return std::nullopt;
  return bounded{subject_key(what.parts[right ? 0 : 1]), *held, what.where};
}

// Takes `and` apart. Anything else that is no such comparison makes the reading incomplete: what
// holds is then at most what the parts say.
void collect(const expr& what, conjunction& out) {
  if (what.kind == expr_kind::apply && what.code == op::logic_and) {
    for (const auto& part : what.parts) collect(part, out);
    return;
  }
  if (auto found = comparison_of(what)) {
    out.parts.push_back(std::move(*found));
  } else {
    out.complete = false;
  }
}
}  // namespace

conjunction conjunction_of(const expr& what) {
  conjunction made;
  collect(what, made);
  return made;
}

}  // namespace sudui::types
