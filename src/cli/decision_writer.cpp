// One class a form of output. For people: everything about one company, what each of a few
// companies gets. For programs: complete JSON a company,
// brief NDJSON, or flat CSV.
//
// Tested by tests/cli/formats.sh and tests/cli/match_one.sh.
#include "cli/decision_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <sudui/audit.hpp>

#include "cli/csv_cell.hpp"
#include "cli/standing_cells.hpp"
#include "report/amount_text.hpp"
#include "report/json_decisions.hpp"
#include "report/parts_text.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

namespace sudui::cli {
namespace {

class one_text : public decision_writer {
 public:
  one_text(const matcher& by, std::string& out, const text_options& options)
      : decision_writer(by, out, options.least), options_(options) {}
  void write(const company_row& company, const decisions& made) override {
    out_ += company.title() + '\n';
    out_ += to_text(by_, made, options_);
  }

 private:
  text_options options_;
};

class few_text : public decision_writer {
 public:
  few_text(const matcher& by, std::string& out, const text_options& options)
      : decision_writer(by, out, options.least), options_(options) {}

  void write(const company_row& company, const decisions& made) override {
    out_ += is_first_ ? "" : "\n";
    is_first_ = false;
    out_ += company.title() + "  " + company.file + '\n';
    out_ += "  " + counts_of(made) + '\n';
    report::table rows(static_cast<std::size_t>(options_.width), 0, {1});
    for (const decision* each : made.eligible()) {
      for (const grant& one : each->grants) {
        const bool is_first = &one == each->grants.data();
        std::string how_much =
            each->version->discretionary
                ? report::discretionary_text(one.how_much, *one.what, options_.in)
                : to_text(one.how_much, *one.what, options_.in);
        if (how_much.empty()) how_much = report::spoken(one.what->kind, options_.in);
        rows.add({name_of(*each, one), how_much, is_first ? each->of->id : ""});
      }
    }
    out_ += rows.to_string(4);
  }

 private:
  // The title, and where there are several benefits, which of them.
  [[nodiscard]] std::string name_of(const decision& from, const grant& one) const {
    const bool is_first = &one == from.grants.data();
    std::string title = is_first ? from.of->title.in(options_.in) : std::string();
    if (from.grants.size() == 1) return title;
    const std::string lead =
        is_first ? title + std::string(report::say(options_.in, "：", ": ")) : "  ";
    return lead + report::label_of(*one.what, options_.in);
  }

  [[nodiscard]] std::string counts_of(const decisions& made) const {
    std::string line;
    for (const verdict which : {verdict::eligible, verdict::undetermined, verdict::ineligible}) {
      const auto all = made.all();
      const auto count = std::count_if(all.begin(), all.end(),
                                       [&](const decision& each) { return each.verdict == which; });
      line += fmt::format("{}{} {}", line.empty() ? "" : "  ", report::word_of(which, options_.in),
                          count);
    }
    return line;
  }

  text_options options_;
  bool is_first_ = true;
};

class full_json : public decision_writer {
 public:
  using decision_writer::decision_writer;
  void write(const company_row& company, const decisions& made) override {
    out_ += to_json(by_, made, profile_digest(by_, company.held), least_) + '\n';
  }
};

class brief_json : public decision_writer {
 public:
  using decision_writer::decision_writer;
  void write(const company_row& company, const decisions& made) override {
    report::json_writer row;
    row.open_object().key("file").text(company.file).key("line").whole(company.line);
    row.key("id").text(company.id());
    report::write_basis(row, by_.as_of(), by_.year(), by_.rules().digest());
    row.key("decisions");
    report::write_brief(row, made.all(), least_);
    row.close_object();
    out_ += row.take() + '\n';
  }
};

class flat_csv : public decision_writer {
 public:
  using decision_writer::decision_writer;
  void begin() override {
    out_ +=
        "file,line,id,policy,verdict,benefit,kind,amount,low,high,unit,missing,standing,displaced_"
        "by,paid\r\n";
  }
  void write(const company_row& company, const decisions& made) override {
    const std::string lead =
        fmt::format("{},{},{}", csv_cell(company.file), company.line, csv_cell(company.id()));
    for (const decision& each : made.all()) {
      if (each.verdict < least_) continue;
      std::string missing;
      for (const missing_input& one : each.missing)
        missing += (missing.empty() ? "" : " ") + one.name();
      const std::string head =
          fmt::format("{},{},{}", lead, each.of->id, report::key_of(each.verdict));
      const std::string waits = csv_cell(missing);
      if (each.grants.empty()) {
        out_ += fmt::format("{},,,,,,,{}{}\r\n", head, waits, no_standing_cells);
      }
      for (const grant& one : each.grants) {
        out_.append(head).append(grant_cells(one)).append(waits);
        out_.append(standing_cells(*one.what, one.how_much, each.effects)).append("\r\n");
      }
    }
  }

 private:
  static std::string grant_cells(const grant& from) {
    const auto end = [&](const std::optional<decimal>& number) {
      return number ? number->to_fixed(std::max(from.what->places, 0)) : std::string();
    };
    return fmt::format(",{},{},{},{},{},{},", csv_cell(from.what->id), from.what->kind,
                       report::key_of(from.how_much.is), end(from.how_much.low),
                       end(from.how_much.high), csv_cell(from.what->unit));
  }
};

}  // namespace

std::unique_ptr<decision_writer> make_writer(output_format format, run_shape shape,
                                             const matcher& by, std::string& out,
                                             const text_options& options) {
  switch (format) {
    case output_format::json:
      return std::make_unique<full_json>(by, out, options.least);
    case output_format::ndjson:
      return std::make_unique<brief_json>(by, out, options.least);
    case output_format::csv:
      return std::make_unique<flat_csv>(by, out, options.least);
    case output_format::text:
      break;
  }
  if (shape == run_shape::one_company) return std::make_unique<one_text>(by, out, options);
  if (shape == run_shape::few_companies) return std::make_unique<few_text>(by, out, options);
  return nullptr;
}

}  // namespace sudui::cli
