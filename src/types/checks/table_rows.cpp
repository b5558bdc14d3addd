// Rows of a decision table as boxes: for each column the set of values for which the row's test
// holds. Two boxes that meet in every column have a company in common, and one is named. Under
// `unique` that is a mistake; under `any` where both rows give constants that differ.
//
// Only what can be proved is said. A row with a test of another kind (fields with one another, a
// parameter of the day) is left out, and so are tables whose columns read the same input: a value
// of one column may then exclude the other's.
//
// A table that is said to be complete is proved by taking box after box from the whole; what is
// left is a gap. Cost: pairs of rows times columns, at most `most_pairs` pairs; for completeness
// at most `most_pieces` pieces of what is left, beyond which the proof is given up and said so.
//
// Tested by tests/unit/types/table_rows_test.cpp.

#include <algorithm>
#include <map>

#include "types/checks/checks.hpp"
#include "types/checks/interval.hpp"
#include "types/checks/read_test.hpp"
#include "types/fold.hpp"

namespace sudui::types {

using model::hit_policy;
using text::message;

namespace {

constexpr std::size_t most_pairs = 1'000'000;
constexpr std::size_t most_pieces = 4'096;
constexpr std::size_t most_findings = 10;

using box = std::vector<value_set>;  // one a column

struct column {
  std::string key;
  std::string name;  // as the author wrote it
};

struct row_box {
  const typed_row* from = nullptr;
  std::size_t number = 0;  // from 1, as the rows are written
  bool is_exact = false;
  box sets;
};

class table_check {
 public:
  table_check(const model::tiers& from, const std::vector<expr>& on,
              const std::vector<typed_row>& rows, const schema& dictionary, text::sink& out)
      : from_(from), on_(on), out_(out) {
    for (std::size_t i = 0; i < on.size(); ++i) {
      columns_.push_back({subject_key(on[i]), std::string(from.on[i].source().text())});
      whole_.push_back(domain_of(on[i], dictionary));
    }
    rows_.reserve(rows.size());
    for (const auto& each : rows) rows_.push_back(read(each));
  }

  void run() {
    if (!are_independent()) {
      if (from_.is_complete) say_unproved();
      return;
    }
    if (from_.hit == hit_policy::unique || from_.hit == hit_policy::any) find_overlaps();
    if (from_.is_complete) find_gap();
  }

 private:
  row_box read(const typed_row& from) const {
    row_box made{&from, 1, true, whole_};
    made.number += static_cast<std::size_t>(from.from - from_.rows.data());
    for (const auto& test : from.tests) {
      const auto said = read_test(test);
      const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const column& each) {
        return said && each.key == said->key;
      });
      if (found == columns_.end()) {
        made.is_exact = false;
        continue;
      }
      auto& set = made.sets[static_cast<std::size_t>(found - columns_.begin())];
      set = set.meet(said->values);
    }
    return made;
  }

  // Two columns of one subject are as good as dependent: `columns_` would name only the first.
  bool are_independent() const {
    std::set<std::string> seen;
    for (const auto& each : on_) {
      if (each.of.is_error()) return false;
      std::set<std::string> inputs;
      inputs_of(each, inputs);
      for (const auto& input : inputs) {
        if (!seen.insert(input).second) return false;
      }
    }
    return true;
  }

  bool meet(const row_box& a, const row_box& b) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!a.sets[i].meets(b.sets[i])) return false;
    }
    return true;
  }

  // Rows that may give different things: constants that differ, under `any`.
  static bool differ(const row_box& a, const row_box& b) {
    const auto left = fold(a.from->amount);
    const auto right = fold(b.from->amount);
    return left && right && !(*left == *right);
  }

  // Of each row the first one before it that applies as well.
  void find_overlaps() {
    std::size_t pairs = 0;
    std::size_t findings = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (!rows_[i].is_exact) continue;
      for (std::size_t before = 0; before < i; ++before) {
        if (++pairs > most_pairs || findings == most_findings) return;
        if (!rows_[before].is_exact || !meet(rows_[before], rows_[i])) continue;
        if (from_.hit == hit_policy::any && !differ(rows_[before], rows_[i])) continue;
        if (!say_overlap(rows_[before], rows_[i])) continue;
        ++findings;
        break;
      }
    }
  }

  bool say_overlap(const row_box& a, const row_box& b) {
    box both;
    both.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) both.push_back(a.sets[i].meet(b.sets[i]));
    const auto witness = shown(both);
    if (!witness) return false;
    const auto what =
        from_.hit == hit_policy::unique ? message::tier_overlap : message::tier_conflict;
    out_.report(what, place_of(*b.from),
                {*witness, std::to_string(a.number), std::to_string(b.number)});
    return true;
  }

  text::span place_of(const typed_row& row) const {
    if (row.tests.size() == 1) return row.tests.front().where;
    for (const auto& test : row.from->tests) {
      if (test.where().has_place()) return test.where();
    }
    return row.from->where;
  }

  // `5`, or `staff = 5, degree = "doctor"`; columns in which any value will do are left out.
  // Nothing where some column has no value that can be named.
  std::optional<std::string> shown(const box& where) const {
    if (columns_.size() == 1) {
      const auto held = where[0].example();
      return held ? std::optional(to_string(*held)) : std::optional<std::string>("-");
    }
    std::string made;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const auto held = where[i].example();
      if (!held) continue;
      made += (made.empty() ? "" : ", ") + columns_[i].name + " = " + to_string(*held);
    }
    return made.empty() ? "-" : made;
  }

  void say_unproved() {
    out_.report(message::table_unproved, from_.where, {std::to_string(most_pieces)});
  }

  // What is left of the whole when every row has been taken out. A box less a box is one piece a
  // column: outside in this column, inside in those before it.
  void find_gap() {
    std::vector<box> left{whole_};
    for (const auto& row : rows_) {
      if (!row.is_exact) continue;
      std::vector<box> next;
      for (const auto& piece : left) take(piece, row.sets, next);
      left = std::move(next);
      if (left.size() > most_pieces) return say_unproved();
    }
    if (left.empty()) return;
    const bool all_read =
        std::all_of(rows_.begin(), rows_.end(), [](const row_box& each) { return each.is_exact; });
    if (!all_read) return say_unproved();
    out_.report(message::table_incomplete, from_.where, {*shown(left.front())});
  }

  static void take(box piece, const box& away, std::vector<box>& into) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      auto outside = piece[i].minus(away[i]);
      auto inside = piece[i].meet(away[i]);
      if (!outside.is_empty()) {
        into.push_back(piece);
        into.back()[i] = std::move(outside);
      }
      if (inside.is_empty()) return;
      piece[i] = std::move(inside);
    }
  }

  const model::tiers& from_;
  const std::vector<expr>& on_;
  text::sink& out_;
  std::vector<column> columns_;
  box whole_;
  std::vector<row_box> rows_;
};

}  // namespace

void check_rows(const model::tiers& from, const std::vector<expr>& on,
                const std::vector<typed_row>& rows, const schema& dictionary, text::sink& out) {
  table_check(from, on, rows, dictionary, out).run();
}

}  // namespace sudui::types
