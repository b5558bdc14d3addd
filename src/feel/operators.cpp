// The table of operators: the whole of the grammar's precedence, for the parser and for `unparse`.
//
// An operator of level L takes a left operand of level L or above and a right one above L. So all
// group to the left, `**` too, as the standard has it: 3 ** 4 ** 5 is (3 ** 4) ** 5.
#include "feel/operators.hpp"

#include <algorithm>
#include <iterator>

namespace sudui::feel {
namespace {

constexpr operation operations[] = {
    {token_kind::kw_or, node_kind::logic_or, level::disjunction, "or"},
    {token_kind::kw_and, node_kind::logic_and, level::conjunction, "and"},
    {token_kind::equal, node_kind::equal, level::comparison, "="},
    {token_kind::not_equal, node_kind::not_equal, level::comparison, "!="},
    {token_kind::less, node_kind::less, level::comparison, "<"},
    {token_kind::less_equal, node_kind::less_equal, level::comparison, "<="},
    {token_kind::greater, node_kind::greater, level::comparison, ">"},
    {token_kind::greater_equal, node_kind::greater_equal, level::comparison, ">="},
    {token_kind::kw_between, node_kind::between, level::comparison, "between"},
    {token_kind::kw_in, node_kind::in, level::comparison, "in"},
    {token_kind::plus, node_kind::add, level::additive, "+"},
    {token_kind::minus, node_kind::subtract, level::additive, "-"},
    {token_kind::star, node_kind::multiply, level::multiplicative, "*"},
    {token_kind::slash, node_kind::divide, level::multiplicative, "/"},
    {token_kind::power, node_kind::power, level::power, "**"}};

template <typename Asked>
const operation* find(Asked asked) noexcept {
  const auto* found = std::find_if(std::begin(operations), std::end(operations), asked);
  return found == std::end(operations) ? nullptr : found;
}

}  // namespace

const operation* operation_of(token_kind sign) noexcept {
  return find([&](const operation& o) { return o.sign == sign; });
}

const operation* operation_of(node_kind made) noexcept {
  return find([&](const operation& o) { return o.makes == made; });
}

node_kind relation_of(token_kind sign) noexcept {
  if (sign < token_kind::equal || sign > token_kind::greater_equal) return node_kind::error;
  return operation_of(sign)->makes;
}

bool is_order(node_kind kind) noexcept {
  return kind >= node_kind::less && kind <= node_kind::greater_equal;
}

}  // namespace sudui::feel
