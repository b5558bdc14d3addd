// Tables of definitions become one operator on the tests and outputs of their rows
// (values/operators_table.cpp), so that folding, sharing and unknown inputs are those of formulas.
//
// `order` gives every output a rank, the number of its place: an expression of its own, so that an
// output that is computed is ranked while matching. Over several members of a context the first
// weighs most: rank = first * (length of the second + 1) + second.
//
// Tested by tests/unit/types/type_tables_test.cpp.

#include "types/type_tables.hpp"

#include <algorithm>
#include <utility>

#include "model/words.hpp"
#include "text/suggest.hpp"
#include "types/checker.hpp"
#include "types/checks/checks.hpp"

namespace sudui::types {

using model::hit_policy;
using text::message;
using values::op;

namespace {

expr applied(text::span where, type of, op code, std::vector<expr> parts) {
  expr made;
  made.kind = expr_kind::apply;
  made.of = std::move(of);
  made.where = where;
  made.code = code;
  made.parts = std::move(parts);
  return made;
}

expr constant_at(text::span where, type of, value held) {
  expr made;
  made.of = std::move(of);
  made.where = where;
  made.constant = std::move(held);
  return made;
}

expr number_at(text::span where, std::size_t whole) {
  return constant_at(where, number_in(unit::free()), static_cast<std::int64_t>(whole));
}

op single_op(hit_policy hit) {
  switch (hit) {
    case hit_policy::any:
      return op::table_any;
    case hit_policy::first:
      return op::table_first;
    case hit_policy::priority:
      return op::table_priority;
    default:
      return op::table_unique;
  }
}

// The aggregate of a hit policy that has one.
std::optional<op> aggregate_of(hit_policy hit) {
  switch (hit) {
    case hit_policy::collect_sum:
      return op::list_sum;
    case hit_policy::collect_min:
      return op::list_min;
    case hit_policy::collect_max:
      return op::list_max;
    case hit_policy::collect_count:
      return op::list_count;
    default:
      return std::nullopt;
  }
}

bool is_single(hit_policy hit) {
  return hit == hit_policy::unique || hit == hit_policy::any || hit == hit_policy::first ||
         hit == hit_policy::priority;
}

bool is_ranked(hit_policy hit) {
  return hit == hit_policy::priority || hit == hit_policy::output_order;
}

class table_typer {
 public:
  table_typer(const model::tiers& from, const table_names& with) : from_(from), with_(with) {}

  expr type() {
    const auto output = [&](const model::formula& what) { return one(what); };
    auto read = type_rows(from_, with_, output);
    if (!agree(read)) return failed();
    if (with_.names.tables_checked.insert(&from_).second) {
      check_rows(from_, read.on, read.rows, with_.names.dictionary(), with_.out);
    }
    std::vector<expr> parts;
    parts.push_back(nothing());
    for (auto& row : read.rows) {
      parts.push_back(all_of(row));
      if (is_ranked(from_.hit)) {
        auto rank = rank_of(row.amount);
        if (rank.of.is_error()) return failed();
        parts.push_back(std::move(rank));
      }
      parts.push_back(std::move(row.amount));
    }
    return by_policy(std::move(parts));
  }

 private:
  expr one(const model::formula& what) const {
    return checker(with_.names, with_.out, with_.locals, what.parsed()).check();
  }

  expr failed() const {
    expr made;
    made.where = from_.where;
    return made;
  }

  bool join(const expr& next) {
    if (next.of.is_error()) return false;
    const auto both = common(gives_, next.of);
    if (both.is_error()) {
      with_.out.report(message::outputs_differ, next.where,
                       {gives_.to_string(), next.of.to_string()});
      return false;
    }
    gives_ = both;
    return true;
  }

  // All outputs are of one type, and every test could be typed.
  bool agree(const typed_rows& read) {
    bool is_right = std::none_of(read.on.begin(), read.on.end(),
                                 [](const expr& each) { return each.of.is_error(); });
    for (const auto& row : read.rows) {
      is_right = join(row.amount) && is_right;
      for (const auto& test : row.tests) is_right = is_right && !test.of.is_error();
    }
    if (from_.otherwise.is_given()) {
      otherwise_ = one(from_.otherwise);
      is_right = join(*otherwise_) && is_right;
    }
    return is_right && !read.rows.empty();
  }

  // What there is where no row applies. Collected rows are then an empty list, ordered ones null.
  expr nothing() const {
    auto null = constant_at(from_.where, simple(type_kind::null), value::null());
    if (is_single(from_.hit)) return otherwise_.value_or(null);
    const bool is_plain = !otherwise_ || aggregate_of(from_.hit);
    if (!is_plain)
      return applied(from_.where, list_of(gives_), op::list_make, parts_of(*otherwise_));
    if (from_.hit == hit_policy::rule_order || from_.hit == hit_policy::output_order) return null;
    return applied(from_.where, list_of(gives_), op::list_make, {});
  }

  static expr all_of(const typed_row& row) {
    const auto truth = simple(type_kind::boolean);
    if (row.tests.empty()) return constant_at(row.from->where, truth, true);
    expr made = row.tests.front();
    for (std::size_t i = 1; i < row.tests.size(); ++i) {
      const auto where = made.where;
      made = applied(where, truth, op::logic_and, parts_of(std::move(made), row.tests[i]));
    }
    return made;
  }

  expr by_policy(std::vector<expr> parts) {
    const auto where = from_.where;
    if (is_single(from_.hit)) return applied(where, gives_, single_op(from_.hit), std::move(parts));
    const auto code =
        from_.hit == hit_policy::output_order ? op::table_output_order : op::table_rows;
    expr list = applied(where, list_of(gives_), code, std::move(parts));
    const auto aggregate = aggregate_of(from_.hit);
    return aggregate ? aggregated(*aggregate, std::move(list)) : list;
  }

  expr aggregated(op code, expr list) {
    const bool is_count = code == op::list_count;
    const bool fits = is_count || gives_.is(type_kind::null) || gives_.is(type_kind::number) ||
                      (code != op::list_sum && has_order(gives_));
    if (!fits) {
      with_.out.report(message::hit_needs_number, from_.where,
                       {std::string(model::to_word(from_.hit)), gives_.to_string()});
      return failed();
    }
    const auto where = from_.where;
    const auto of = is_count ? number_in(unit::free()) : gives_;
    if (!otherwise_) return applied(where, of, code, parts_of(std::move(list)));
    if (is_count && !join_count()) return failed();
    const auto truth = simple(type_kind::boolean);
    expr is_empty = applied(
        where, truth, op::equal,
        {applied(where, number_in(unit::free()), op::list_count, {list}), number_at(where, 0)});
    return applied(where, of, op::choose,
                   parts_of(std::move(is_empty), *otherwise_,
                            applied(where, of, code, parts_of(std::move(list)))));
  }

  // The default of a count is a number, whatever the rows give.
  bool join_count() const {
    if (otherwise_->of.is(type_kind::number)) return true;
    with_.out.report(message::outputs_differ, otherwise_->where,
                     {"number", otherwise_->of.to_string()});
    return false;
  }

  static bool has_order(const types::type& of) {
    return of.is(type_kind::string) || of.is(type_kind::date) || of.is(type_kind::days) ||
           of.is(type_kind::months) || of.is(type_kind::time) || of.is(type_kind::moment);
  }

  // The place of an output among those of one order, behind all of them where it is none of these.
  expr place_of(const expr& output, const model::output_order& order) {
    const auto where = output.where;
    expr made = number_at(where, order.outputs.size());
    for (auto at = order.outputs.size(); at-- > 0;) {
      expr wanted = one(order.outputs[at]);
      if (wanted.of.is_error()) return failed();
      if (common(output.of, wanted.of).is_error()) {
        with_.out.report(message::outputs_differ, wanted.where,
                         {output.of.to_string(), wanted.of.to_string()});
        return failed();
      }
      expr same =
          applied(where, simple(type_kind::boolean), op::equal, {output, std::move(wanted)});
      made = applied(where, number_in(unit::free()), op::choose,
                     parts_of(std::move(same), number_at(where, at), std::move(made)));
    }
    return made;
  }

  expr member_of(const expr& output, const model::name& member) {
    if (!output.of.is(type_kind::record)) {
      with_.out.report(message::no_members, member.where, {member.text, output.of.to_string()});
      return failed();
    }
    const auto& members = *output.of.members;
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const auto& each) { return each.name == member.text; });
    if (found == members.end()) {
      std::vector<std::string_view> known;
      known.reserve(members.size());
      for (const auto& each : members) known.emplace_back(each.name);
      with_.out.report(message::unknown_member, member.where,
                       {member.text, std::string(text::nearest(member.text, known))});
      return failed();
    }
    const auto position = static_cast<std::size_t>(found - members.begin());
    return applied(output.where, found->of, op::record_member,
                   {output, number_at(output.where, position)});
  }

  expr rank_of(const expr& output) {
    const auto number = number_in(unit::free());
    expr made = number_at(output.where, 0);
    for (const auto& order : from_.order) {
      const bool is_whole = order.member.text.empty();
      const expr ranked = is_whole ? output : member_of(output, order.member);
      if (ranked.of.is_error()) return failed();
      expr place = place_of(ranked, order);
      if (place.of.is_error()) return failed();
      const auto width = number_at(output.where, order.outputs.size() + 1);
      expr higher =
          applied(output.where, number, op::number_multiply, parts_of(std::move(made), width));
      made = applied(output.where, number, op::number_add,
                     parts_of(std::move(higher), std::move(place)));
    }
    return made;
  }

  const model::tiers& from_;
  const table_names& with_;
  types::type gives_ = simple(type_kind::null);
  std::optional<expr> otherwise_;
};

}  // namespace

typed_rows type_rows(const model::tiers& from, const table_names& with,
                     const std::function<expr(const model::formula&)>& output) {
  const auto check = [&](const model::formula& what) {
    return checker(with.names, with.out, with.locals, what.parsed());
  };
  typed_rows made;
  made.on.reserve(from.on.size());
  for (const auto& column : from.on) made.on.push_back(check(column).check());
  made.rows.reserve(from.rows.size());
  for (const auto& row : from.rows) {
    typed_row each;
    each.from = &row;
    for (std::size_t i = 0; i < row.tests.size() && i < made.on.size(); ++i) {
      if (!row.tests[i].is_given() || made.on[i].of.is_error()) continue;
      expr test = check(row.tests[i]).check_tests(made.on[i]);
      const auto* held = constant_of(test);
      const bool always = held != nullptr && *held == value(true);
      if (!always) each.tests.push_back(std::move(test));
    }
    each.amount = output(row.amount);
    made.rows.push_back(std::move(each));
  }
  return made;
}

expr type_table(const model::tiers& from, const table_names& with) {
  return table_typer(from, with).type();
}

}  // namespace sudui::types
