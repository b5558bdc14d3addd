// `region in ("320411", "320412", "320413")` is typed as equalities joined by `or`, which an
// explanation tells one by one. A plan that only decides asks once: is the text among these? A
// catalogue has sets of twenty texts and more, so this is most of the work of one company.
//
// Only where every part is an equality of the same register with a constant text; anything else
// stays a disjunction. The truth is the same: a null text equals none of them, an unknown one may.
//
// Cost: O(n log n) when binding, a binary search when matching. Tested by
// tests/unit/plan/membership_test.cpp.

#include <algorithm>
#include <string>

#include "plan/lower.hpp"

namespace sudui::plan {

using types::expr;
using types::expr_kind;
using values::cell;
using values::op;

namespace {

// The equalities under a tree of `or`, from left to right. False where there is anything else.
bool collect_equalities(const expr& what, std::vector<const expr*>& into) {
  const bool applies = what.kind == expr_kind::apply && what.parts.size() == 2;
  if (!applies) return false;
  if (what.code == op::logic_or) {
    return collect_equalities(what.parts[0], into) && collect_equalities(what.parts[1], into);
  }
  const bool is_text = what.parts[0].of.is(types::type_kind::string);
  if (what.code != op::equal || !is_text) return false;
  into.push_back(&what);
  return true;
}

bool comes_first(const cell& a, const cell& b) { return a.string() < b.string(); }
bool is_same_text(const cell& a, const cell& b) { return a.string() == b.string(); }

// Length and text of each: no two lists have one name.
std::string name_of(std::span<const cell> texts) {
  std::string made = "texts";
  for (const auto& each : texts) {
    made.append(" ").append(std::to_string(each.string().size())).append(" ");
    made.append(each.string());
  }
  return made;
}

}  // namespace

std::optional<reg> lowering::membership(const expr& what) {
  std::vector<const expr*> equalities;
  if (!collect_equalities(what, equalities)) return std::nullopt;
  std::optional<reg> tested;
  std::vector<cell> texts;
  for (const auto* each : equalities) {
    auto left = lower(each->parts[0]);
    auto right = lower(each->parts[1]);
    if (into_.constant_in(left) != nullptr) std::swap(left, right);
    const auto* text = into_.constant_in(right);
    const bool is_text = text != nullptr && text->what == values::kind::string;
    if (!is_text || (tested && *tested != left)) return std::nullopt;
    tested = left;
    texts.push_back(*text);
  }
  std::sort(texts.begin(), texts.end(), comes_first);
  texts.erase(std::unique(texts.begin(), texts.end(), is_same_text), texts.end());
  const auto kept = into_.target().memory.cells(texts.size());
  std::copy(texts.begin(), texts.end(), kept.begin());
  const auto list = into_.constant(cell::of_list(kept), name_of(kept));
  return into_.apply(op::text_among, {*tested, list});
}

}  // namespace sudui::plan
