// The list of problems of one company and one policy, in the groups of the rule.
//
// A group at the top of the policy is a group here; a clause that stands there alone is a group of
// one. What is nested deeper lies in the group it stands in, since a list of problems is read by
// people who know the headings of the document and not the brackets of the rule.
//
// Tested by tests/unit/review/clinic_test.cpp.
#include <algorithm>
#include <tuple>
#include <utility>

#include <sudui/clinic.hpp>

#include "review/closeness.hpp"

namespace sudui::review {
namespace {

// Unmet and measured, unmet, unknown, met.
int rank_of(outcome held, bool is_measured) {
  switch (held) {
    case outcome::unmet:
      return is_measured ? 0 : 1;
    case outcome::unknown:
      return 2;
    case outcome::met:
      break;
  }
  return 3;
}

// Nothing measured counts as the farthest, behind everything of its rank.
template <class Left, class Right>
bool is_closer(const Left& a, const Right& b, std::size_t waits_a, std::size_t waits_b) {
  const int rank_a = rank_of(a.held, a.closeness.has_value());
  const int rank_b = rank_of(b.held, b.closeness.has_value());
  if (rank_a != rank_b) return rank_a < rank_b;
  if (a.held == outcome::unknown) return waits_a < waits_b;
  if (a.closeness.has_value() != b.closeness.has_value()) return a.closeness.has_value();
  return a.closeness && *a.closeness < *b.closeness;
}

// What another branch has made needless stands behind everything.
bool is_before(const problem& a, const problem& b) {
  if (a.is_needed != b.is_needed) return a.is_needed;
  return is_closer(a, b, a.of->missing.size(), b.of->missing.size());
}

std::size_t inputs_missing(const problem_group& of) {
  std::size_t count = 0;
  for (const problem& each : of.problems) count += each.of->missing.size();
  return count;
}

class clinic_maker {
 public:
  explicit clinic_maker(clinic& into) : into_(into) {}

  void group(const clause_explanation& from) {
    problem_group made;
    made.of = &from;
    made.held = from.held;
    leaves(from, true, made.problems);
    made.closeness = measure(from, from.held);
    std::stable_sort(made.problems.begin(), made.problems.end(), is_before);
    into_.groups.push_back(std::move(made));
  }

  void order() {
    std::stable_sort(into_.groups.begin(), into_.groups.end(),
                     [](const problem_group& a, const problem_group& b) {
                       return is_closer(a, b, inputs_missing(a), inputs_missing(b));
                     });
  }

 private:
  void leaves(const clause_explanation& from, bool is_needed, std::vector<problem>& into) {
    if (!from.children.empty()) {
      const bool is_met_any = from.of->what == clause::kind::any && from.held == outcome::met;
      for (const clause_explanation& each : from.children) {
        leaves(each, is_needed && !(is_met_any && each.held != outcome::met), into);
      }
      return;
    }
    const closeness found =
        from.because && from.held != outcome::unknown ? closeness_of(*from.because) : closeness{};
    into.push_back({&from, from.held, found.share, found.by, is_needed});
    ++(from.held == outcome::met     ? into_.met
       : from.held == outcome::unmet ? into_.unmet
                                     : into_.unknown);
    for (const missing_input& each : from.missing) add_missing(each);
  }

  void add_missing(const missing_input& what) {
    const bool is_known =
        std::any_of(into_.missing.begin(), into_.missing.end(), [&](const missing_input& each) {
          return std::tie(each.what, each.constant, each.year) ==
                 std::tie(what.what, what.constant, what.year);
        });
    if (!is_known) into_.missing.push_back(what);
  }

  // `all` fails by its failing members and must mend each; `any` must mend one; `none` fails by the
  // members that hold. What holds falls with the first of an `all`, with the last of an `any`.
  static std::optional<decimal> measure(const clause_explanation& from, outcome held) {
    if (held == outcome::unknown) return std::nullopt;
    if (from.children.empty()) {
      return from.because ? closeness_of(*from.because).share : std::nullopt;
    }
    const bool is_any = from.of->what == clause::kind::any;
    const bool is_none = from.of->what == clause::kind::none;
    const bool fails = held == outcome::unmet;
    const outcome counted = fails != is_none ? outcome::unmet : outcome::met;
    const bool wants_all = is_any != fails;
    std::optional<decimal> found;
    for (const clause_explanation& each : from.children) {
      if (each.held != counted) continue;
      const auto share = measure(each, each.held);
      if (!share && wants_all) return std::nullopt;
      if (share && (!found || (wants_all ? *share > *found : *share < *found))) found = share;
    }
    return found;
  }

  clinic& into_;
};

}  // namespace
}  // namespace sudui::review

namespace sudui {
inline namespace v1 {

// What is pointed at lies in the explanation's vectors, which keep their places when the clinic is
// moved.
clinic make_clinic(explanation why) {
  clinic made;
  made.why = std::move(why);
  review::clinic_maker maker(made);
  made.groups.reserve(made.why.clauses.size());
  for (const clause_explanation& each : made.why.clauses) maker.group(each);
  maker.order();
  return made;
}

}  // namespace v1
}  // namespace sudui
