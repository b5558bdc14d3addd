// Most of what a batch writes is the same for every company: the head with the digest, and every
// policy that a company does not get. All of it is rendered once. A line is then a few long copies
// with what is this company's between them:
//
//   {"file":"a.ndjson","line":  7  ,"id":  "X"  ,"as_of":...,"decisions":[
//   {"policy":"a",...ineligible},{"policy":"b",...ineligible},   the policies up to the next that
//   {"policy":"c","verdict":"eligible"  ...grants, missing...    may be, one copy
//
// A table says file, line and company anew on every line, so there it is one copy a policy.
//
// Cost: that of the copies, and some 10 ns a figure. Tested by tests/unit/cli/batch_writer_test.cpp
// against the writers of single companies, and by tests/cli/batch_rows.sh.
#include "cli/batch_writer.hpp"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <iterator>

#include "cli/csv_cell.hpp"
#include "cli/input_names.hpp"
#include "cli/standing_cells.hpp"
#include "report/fixed_text.hpp"
#include "report/json_decisions.hpp"
#include "report/json_parts.hpp"
#include "report/json_standing.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

using namespace std::string_view_literals;  // whose length is known where they are appended
using report::json_writer;

void append_whole(std::string& out, std::uint64_t number) {
  const fmt::format_int text(number);
  out.append(text.data(), text.size());
}

// What a JSON writer gives between the brackets of its only object.
template <class Write>
std::string inside_object(Write&& write) {
  json_writer out;
  out.open_object();
  write(out);
  return out.take().substr(1);
}

// The awards and missing inputs of a batch, in step with its decisions. Those of decisions that are
// not written are passed over.
struct batch_place {
  std::span<const batch_award> awards;
  std::span<const batch_missing> missing;
  std::span<const batch_standing> standings;

  [[nodiscard]] batch_standing take_standing(std::size_t row, std::uint32_t policy) {
    const auto taken = take(standings, row, policy);
    return taken.empty() ? batch_standing{} : taken.front();
  }
  [[nodiscard]] std::span<const batch_award> take_awards(std::size_t row, std::uint32_t policy) {
    return take(awards, row, policy);
  }
  [[nodiscard]] batch_missing take_missing(std::size_t row, std::uint32_t policy) {
    const auto taken = take(missing, row, policy);
    return taken.empty() ? batch_missing{} : taken.front();
  }

 private:
  template <class Each>
  static std::span<const Each> take(std::span<const Each>& from, std::size_t row,
                                    std::uint32_t policy) {
    std::size_t begin = 0;
    while (begin < from.size() && is_before(from[begin], row, policy)) ++begin;
    std::size_t end = begin;
    while (end < from.size() && from[end].row == row && from[end].policy == policy) ++end;
    const auto taken = from.subspan(begin, end - begin);
    from = from.subspan(end);
    return taken;
  }
  template <class Each>
  static bool is_before(const Each& what, std::size_t row, std::uint32_t policy) {
    return what.row < row || (what.row == row && what.policy < policy);
  }
};

// ---- NDJSON ----

class batch_json : public batch_writer {
 public:
  batch_json(const batch_matcher& by, verdict least)
      : batch_writer(least), names_(by.by().rules(), true) {
    const matcher& bound = by.by();
    basis_ = ",";
    basis_ += inside_object([&](json_writer& out) {
      report::write_basis(out, bound.as_of(), bound.year(), bound.rules().digest());
      out.key("decisions");
    });
    basis_ += '[';
    for (std::size_t i = 0; i < by.policies().size(); ++i) {
      add_policy(*by.policies()[i], *by.versions()[i]);
    }
    begins_.push_back(ineligible_.size());
  }

  void write(std::string_view file, const block_rows& rows, const decision_batch& made,
             possible_policies& reuse, std::string& out) const override {
    const std::string head =
        "{" + inside_object([&](json_writer& to) { to.key("file").text(file).key("line"); });
    batch_place at{made.awards(), made.missing(), made.standings()};
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (row % possible_policies::rows == 0) {
        reuse.take(made, pieces_.size(), row / possible_policies::rows, least_);
      }
      out += head;
      append_whole(out, rows.line(row));
      out += R"(,"id":)"sv;
      report::append_json_text(out, rows.id(row));
      out += basis_;
      write_decisions(row, made, reuse.of(row), at, out);
      out += "]}\n"sv;
    }
  }

 private:
  struct pieces {
    std::string eligible, undetermined;  // up to what depends on the company
    std::vector<std::string> benefits;   // of each grant, up to its amount
    std::string exact_grant;             // eligible, and the first grant up to the exact figure
    std::vector<int> places;
  };

  void add_policy(const policy& of, const policy_version& version) {
    const auto head = [&](verdict which) {
      return "{" + inside_object([&](json_writer& out) {
               out.key("policy").text(of.id).key("verdict").text(report::key_of(which));
             });
    };
    begins_.push_back(ineligible_.size());
    if (least_ == verdict::ineligible) ineligible_ += head(verdict::ineligible) + "},";
    pieces made{head(verdict::eligible), head(verdict::undetermined), {}, {}, {}};
    for (const benefit& each : version.benefits) {
      made.benefits.push_back("{" + inside_object([&](json_writer& out) {
                                report::write_given(out, "benefit", each.id);
                                out.key("kind").text(each.kind);
                                report::write_given(out, "unit", each.unit);
                                out.key("amount").open_object().key("is");
                              }));
      made.places.push_back(std::max(each.places, 0));
    }
    if (!made.benefits.empty()) {
      made.exact_grant = made.eligible + std::string(grants_key) + made.benefits.front();
      made.exact_grant += R"("exact","low":")";
    }
    pieces_.push_back(std::move(made));
  }

  void write_decisions(std::size_t row, const decision_batch& made,
                       std::span<const std::uint32_t> possible, batch_place& at,
                       std::string& out) const {
    std::size_t next = 0;
    const auto copy_up_to = [&](std::size_t policy) {
      if (ineligible_.empty()) return;
      out.append(ineligible_, begins_[next], begins_[policy] - begins_[next]);
    };
    for (const std::uint32_t policy : possible) {
      copy_up_to(policy);
      const bool is_eligible = made.of(policy, row) == verdict::eligible;
      const auto awards = at.take_awards(row, policy);
      if (is_eligible && awards.size() == 1 && awards.front().how_much.is == amount::state::exact) {
        write_exact(pieces_[policy], awards.front().how_much, out);
      } else {
        out += is_eligible ? pieces_[policy].eligible : pieces_[policy].undetermined;
        write_grants(pieces_[policy], awards, out);
      }
      const batch_missing waits = at.take_missing(row, policy);
      write_names(R"(,"missing":[)", waits.verdict, out);
      write_names(R"(,"amount_missing":[)", waits.amounts, out);
      write_standing(at.take_standing(row, policy), out);
      out += "},"sv;
      next = policy + 1;
    }
    copy_up_to(pieces_.size());
    if (out.back() == ',') out.pop_back();  // behind the last policy, if one is written
  }

  // One exact figure, which most of what is written here is.
  static void write_exact(const pieces& of, const amount& what, std::string& out) {
    const report::fixed_text figure(*what.low, of.places.front());
    out += of.exact_grant;
    out += figure.text();
    out += R"(","high":")"sv;
    out += figure.text();
    out += R"("}}])"sv;
  }

  static void write_grants(const pieces& of, std::span<const batch_award> awards,
                           std::string& out) {
    if (awards.empty()) return;
    out += grants_key;
    for (std::size_t i = 0; i < awards.size(); ++i) {
      if (i > 0) out += ',';
      out += of.benefits[i];
      write_amount(awards[i].how_much, of.places[i], out);
    }
    out += ']';
  }

  // Few companies have one: it is rendered in place.
  static void write_standing(const batch_standing& from, std::string& out) {
    if (from.effects.empty()) return;
    const std::string keys =
        inside_object([&](json_writer& to) { report::write_standing(to, from.to, from.effects); });
    out += ',';
    out += keys;
  }

  static void write_amount(const amount& what, int places, std::string& out) {
    out += '"';
    out += report::key_of(what.is);
    out += '"';
    write_figure(R"(,"low":")", what.low, places, out);
    write_figure(R"(,"high":")", what.high, places, out);
    out += "}}"sv;
  }

  static void write_figure(std::string_view key, const std::optional<decimal>& what, int places,
                           std::string& out) {
    if (!what) return;
    out += key;
    report::append_fixed(out, *what, places);
    out += '"';
  }

  void write_names(std::string_view key, std::span<const missing_input> all,
                   std::string& out) const {
    if (all.empty()) return;
    out += key;
    for (const missing_input& each : all) {
      names_.append(out, each);
      out += ',';
    }
    out.back() = ']';
  }

  static constexpr std::string_view grants_key = R"(,"grants":[)";

  std::string basis_;       // from `as_of` to the bracket of the decisions
  std::string ineligible_;  // every policy with a comma behind it; empty where none is written
  std::vector<std::size_t> begins_;
  std::vector<pieces> pieces_;
  input_names names_;
};

// ---- CSV ----

class batch_csv : public batch_writer {
 public:
  batch_csv(const batch_matcher& by, verdict least)
      : batch_writer(least), names_(by.by().rules(), false) {
    for (std::size_t i = 0; i < by.policies().size(); ++i) {
      pieces made;
      made.described = &by.versions()[i]->benefits;
      for (const verdict which : {verdict::ineligible, verdict::undetermined, verdict::eligible}) {
        made.heads[static_cast<std::size_t>(which)] =
            fmt::format(",{},{}", by.policies()[i]->id, report::key_of(which));
      }
      made.ineligible = made.heads.front() + ",,,,,,," + std::string(no_standing_cells) + "\r\n";
      for (const benefit& each : by.versions()[i]->benefits) {
        made.benefits.push_back({fmt::format(",{},{},", csv_cell(each.id), each.kind),
                                 fmt::format(",{},", csv_cell(each.unit)),
                                 std::max(each.places, 0)});
      }
      pieces_.push_back(std::move(made));
    }
  }

  void write(std::string_view file, const block_rows& rows, const decision_batch& made,
             possible_policies& reuse, std::string& out) const override {
    const std::string head = csv_cell(file) + ",";
    batch_place at{made.awards(), made.missing(), made.standings()};
    std::string lead;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (row % possible_policies::rows == 0) {
        reuse.take(made, pieces_.size(), row / possible_policies::rows, least_);
      }
      lead = head;
      append_whole(lead, rows.line(row));
      lead += ',';
      lead += csv_cell(rows.id(row));
      std::size_t next = 0;
      for (const std::uint32_t policy : reuse.of(row)) {
        write_ineligible(lead, next, policy, out);
        write_possible(lead, policy, made.of(policy, row), at.take_awards(row, policy),
                       at.take_missing(row, policy).verdict, at.take_standing(row, policy), out);
        next = policy + 1;
      }
      write_ineligible(lead, next, pieces_.size(), out);
    }
  }

 private:
  struct benefit_pieces {
    std::string before, behind;  // the amount
    int places;
  };
  struct pieces {
    std::array<std::string, 3> heads;  // by verdict
    std::string ineligible;
    std::vector<benefit_pieces> benefits;
    const std::vector<benefit>* described = nullptr;
  };

  void write_ineligible(std::string_view lead, std::size_t from, std::size_t to,
                        std::string& out) const {
    if (least_ != verdict::ineligible) return;
    for (std::size_t i = from; i < to; ++i) {
      out += lead;
      out += pieces_[i].ineligible;
    }
  }

  void write_possible(std::string_view lead, std::uint32_t policy, verdict which,
                      std::span<const batch_award> awards, std::span<const missing_input> waits,
                      const batch_standing& standing, std::string& out) const {
    const pieces& of = pieces_[policy];
    const std::string missing = csv_cell(names_of(waits));
    const auto begin = [&] {
      out += lead;
      out += of.heads[static_cast<std::size_t>(which)];
    };
    if (awards.empty()) {
      begin();
      out += ",,,,,,,"sv;
      out += missing;
      out += no_standing_cells;
      out += "\r\n"sv;
    }
    for (std::size_t i = 0; i < awards.size(); ++i) {
      begin();
      out += of.benefits[i].before;
      write_amount(awards[i].how_much, of.benefits[i].places, out);
      out += of.benefits[i].behind;
      out += missing;
      out += standing_cells((*of.described)[i], awards[i].how_much, standing.effects);
      out += "\r\n"sv;
    }
  }

  static void write_amount(const amount& what, int places, std::string& out) {
    out += report::key_of(what.is);
    out += ',';
    if (what.low) report::append_fixed(out, *what.low, places);
    out += ',';
    if (what.high) report::append_fixed(out, *what.high, places);
  }

  [[nodiscard]] std::string names_of(std::span<const missing_input> all) const {
    std::string made;
    for (const missing_input& each : all) {
      if (!made.empty()) made += ' ';
      names_.append(made, each);
    }
    return made;
  }

  std::vector<pieces> pieces_;
  input_names names_;
};

}  // namespace

void possible_policies::take(const decision_batch& from, std::size_t policies, std::size_t word,
                             verdict least) {
  for (auto& each : all_) each.clear();
  for (std::size_t i = 0; i < policies; ++i) {
    const auto those = least == verdict::eligible ? from.eligible(i) : from.possible(i);
    for (auto left = those[word]; left != 0; left &= left - 1) {
      all_[static_cast<std::size_t>(std::countr_zero(left))].push_back(
          static_cast<std::uint32_t>(i));
    }
  }
}

std::unique_ptr<const batch_writer> make_batch_writer(output_format format, const batch_matcher& by,
                                                      verdict least) {
  if (format == output_format::ndjson) return std::make_unique<batch_json>(by, least);
  if (format == output_format::csv) return std::make_unique<batch_csv>(by, least);
  return nullptr;
}

}  // namespace sudui::cli
