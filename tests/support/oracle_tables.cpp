// Decision tables, as naively as can be: every choice of the rows that may apply is decided, and
// where all choices come to the same, that is the answer. Choices that violate the hit policy are
// none, unless the rows that are certain violate it already.
#include "support/oracle_tables.hpp"

#include <algorithm>
#include <optional>

namespace oracle {

using sudui::values::op;

namespace {

struct table_row {
  thing test, rank, output;
};
using chosen_rows = std::vector<const table_row*>;

bool is_met(const thing& test) { return test.is == sort::boolean && test.flag; }

std::vector<table_row> rows_of(op code, const std::vector<thing>& given) {
  const bool is_ranked = code == op::table_priority || code == op::table_output_order;
  std::vector<table_row> made;
  for (std::size_t at = 1; at < given.size(); at += is_ranked ? 3 : 2) {
    made.push_back(
        {given[at], is_ranked ? given[at + 1] : thing(), given[at + (is_ranked ? 2 : 1)]});
  }
  return made;
}

void add_missing(std::set<std::string>& into, const thing& from) {
  into.insert(from.missing.begin(), from.missing.end());
}

chosen_rows by_rank(chosen_rows rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const table_row* a, const table_row* b) {
    return a->rank.number < b->rank.number;
  });
  return rows;
}

enum class agreement { yes, no, unclear };

agreement agree(const chosen_rows& rows) {
  auto made = agreement::yes;
  for (const auto* each : rows) {
    const auto found =
        each == rows.front() ? truth(true) : same(rows.front()->output, each->output);
    if (found.is == sort::boolean && !found.flag) return agreement::no;
    if (found.is == sort::unknown) made = agreement::unclear;
  }
  return made;
}

bool violates(op code, const chosen_rows& rows) {
  if (code == op::table_unique) return rows.size() > 1;
  return code == op::table_any && agree(rows) == agreement::no;
}

// One of several: what each choice gives, if all give the same.
class single {
 public:
  single(op code, const thing& otherwise) : code_(code), otherwise_(otherwise) {}

  thing decide(const std::vector<table_row>& rows) {
    chosen_rows met, maybe;
    for (const auto& each : rows) {
      if (is_met(each.test)) met.push_back(&each);
      if (each.test.is == sort::unknown) maybe.push_back(&each);
    }
    if (violates(code_, met)) return null();
    if (code_ == op::table_any && agree(met) == agreement::unclear) return unclear(met);
    if (code_ == op::table_priority && !ranks_known(rows)) return any_order(rows);
    for (std::size_t choice = 0; choice < std::size_t{1} << maybe.size(); ++choice) {
      chosen_rows applying;
      for (const auto& each : rows) {
        const auto place = std::find(maybe.begin(), maybe.end(), &each) - maybe.begin();
        const bool is_chosen = place < std::ssize(maybe) && (choice >> place & 1) != 0;
        if (is_met(each.test) || is_chosen) applying.push_back(&each);
      }
      if (!violates(code_, applying)) take(applying);
    }
    return result();
  }

 private:
  static bool ranks_known(const std::vector<table_row>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const table_row& each) {
      const bool may_apply = is_met(each.test) || each.test.is == sort::unknown;
      return !may_apply || each.rank.known();
    });
  }

  // Rows that apply and may or may not agree wait for what they give.
  static thing unclear(const chosen_rows& rows) {
    std::set<std::string> missing;
    for (const auto* each : rows) {
      const auto found = same(rows.front()->output, each->output);
      if (each != rows.front() && found.is == sort::unknown) add_missing(missing, found);
    }
    return unknown(std::move(missing));
  }

  thing any_order(const std::vector<table_row>& rows) {
    bool is_certain = false;
    for (const auto& each : rows) {
      if (!is_met(each.test) && each.test.is != sort::unknown) continue;
      is_certain = is_certain || is_met(each.test);
      add_missing(missing_, each.rank);
      candidate(each);
    }
    if (!is_certain) add(otherwise_);
    return result();
  }

  void take(const chosen_rows& applying) {
    if (applying.empty()) return add(otherwise_);
    if (code_ == op::table_priority) return candidate(*by_rank(applying).front());
    // Under `any` all of them give the same: what a certain one gives, if there is one.
    const auto certain = std::find_if(applying.begin(), applying.end(),
                                      [](const auto* each) { return is_met(each->test); });
    const bool is_settled = code_ == op::table_any && certain != applying.end();
    candidate(is_settled ? **certain : *applying.front());
  }

  void candidate(const table_row& row) {
    add_missing(missing_, row.test);
    add(row.output);
  }

  void add(const thing& given) {
    add_missing(missing_, given);
    if (!first_) {
      first_ = given;
      return;
    }
    const auto found = same(*first_, given);
    differ_ = differ_ || found.is != sort::boolean || !found.flag;
  }

  thing result() const {
    thing made = differ_ ? unknown(missing_) : *first_;
    made.exact.reset();
    return made;
  }

  op code_;
  const thing& otherwise_;
  std::optional<thing> first_;
  std::set<std::string> missing_;
  bool differ_ = false;
};

thing list(op code, const std::vector<table_row>& rows, const thing& otherwise) {
  std::set<std::string> missing;
  bool waits = false;
  chosen_rows met;
  for (const auto& each : rows) {
    const bool may_apply = is_met(each.test) || each.test.is == sort::unknown;
    const bool rank_waits =
        code == op::table_output_order && may_apply && each.rank.is == sort::unknown;
    if (each.test.is == sort::unknown) add_missing(missing, each.test);
    if (rank_waits) add_missing(missing, each.rank);
    waits = waits || each.test.is == sort::unknown || rank_waits;
    if (is_met(each.test)) met.push_back(&each);
  }
  if (waits) return unknown(std::move(missing));
  if (met.empty()) return otherwise;
  if (code == op::table_output_order) met = by_rank(met);
  thing made;
  made.is = sort::list;
  for (const auto* each : met) made.items.push_back(each->output);
  return made;
}

}  // namespace

bool is_table(op code) { return code >= op::table_unique && code <= op::table_output_order; }

thing table(op code, const std::vector<thing>& given) {
  const auto rows = rows_of(code, given);
  const bool is_list = code == op::table_rows || code == op::table_output_order;
  return is_list ? list(code, rows, given[0]) : single(code, given[0]).decide(rows);
}

}  // namespace oracle
