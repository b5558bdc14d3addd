// The text of a batch, as a ratio to formatting the same rows with compiled format strings, and
// what the stages before it take, all in one run. The machine may be shared: every figure is a
// median with its spread, taken in turns, and only ratios are meant to be compared.
//
// Before anything is timed, both texts must be the same bytes.
#include <algorithm>
#include <cstdlib>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <stdexcept>

#include <sudui/sudui.hpp>

#include "catalogue.hpp"
#include "cli/batch_writer.hpp"
#include "in_turns.hpp"
#include "report/words.hpp"

namespace {

using namespace sudui;

constexpr std::size_t block_rows_count = 700;  // of a block of a MiB

matcher bound() {
  const std::vector<source_text> texts{bench::catalogue({}, 1)};
  return load(texts).value().bind(date(std::chrono::year(2023) / 12 / 31)).value();
}

// What somebody writes who formats decision by decision, into memory that is large enough.
class formatted {
 public:
  explicit formatted(const batch_matcher& by)
      : by_(by),
        as_of_(to_string(by.by().as_of())),
        digest_(by.by().rules().digest()),
        text_(std::size_t{64} << 20U) {}

  std::string_view write(std::string_view file, const cli::block_rows& rows,
                         const decision_batch& made) {
    char* at = text_.data();
    award_ = made.awards().data();
    awards_end_ = award_ + made.awards().size();
    waits_ = made.missing().data();
    waits_end_ = waits_ + made.missing().size();
    for (std::size_t row = 0; row < rows.size(); ++row) {
      at = fmt::format_to(
          at,
          FMT_COMPILE("{{\"file\":\"{}\",\"line\":{},\"id\":\"{}\",\"as_of\":\"{}\","
                      "\"year\":{},\"digest\":\"{}\",\"engine\":\"{}\","
                      "\"decisions\":["),
          file, rows.line(row), rows.id(row), as_of_, by_.by().year(), digest_, SUDUI_VERSION);
      for (std::size_t i = 0; i < by_.policies().size(); ++i) {
        if (i > 0) *at++ = ',';
        at = write_decision(at, row, i, made.of(i, row));
      }
      at = fmt::format_to(at, FMT_COMPILE("]}}\n"));
    }
    return {text_.data(), static_cast<std::size_t>(at - text_.data())};
  }

 private:
  char* write_decision(char* at, std::size_t row, std::size_t policy, verdict which) {
    at = fmt::format_to(at, FMT_COMPILE("{{\"policy\":\"{}\",\"verdict\":\"{}\""),
                        std::string_view(by_.policies()[policy]->id), report::key_of(which));
    bool is_first = true;
    for (; award_ != awards_end_ && award_->row == row && award_->policy == policy; ++award_) {
      at = fmt::format_to(at, FMT_COMPILE("{}{{\"kind\":\"{}\",\"unit\":\"{}\",\"amount\":{{"),
                          is_first ? ",\"grants\":[" : ",", std::string_view(award_->what->kind),
                          std::string_view(award_->what->unit));
      at = fmt::format_to(at, FMT_COMPILE("\"is\":\"{}\""), report::key_of(award_->how_much.is));
      at = write_figure(at, "low", award_->how_much.low);
      at = write_figure(at, "high", award_->how_much.high);
      at = fmt::format_to(at, FMT_COMPILE("}}}}"));
      is_first = false;
    }
    if (!is_first) *at++ = ']';
    if (waits_ != waits_end_ && waits_->row == row && waits_->policy == policy) {
      at = write_names(at, "missing", waits_->verdict);
      at = write_names(at, "amount_missing", waits_->amounts);
      ++waits_;
    }
    *at++ = '}';
    return at;
  }

  // Amounts of this catalogue are whole multiples of 0.01.
  static char* write_figure(char* at, std::string_view key, const std::optional<decimal>& what) {
    if (!what) return at;
    auto scaled = static_cast<std::int64_t>(what->low());
    for (auto places = what->exponent(); places > -2; --places) scaled *= 10;
    const auto size = scaled < 0 ? -scaled : scaled;
    return fmt::format_to(at, FMT_COMPILE(",\"{}\":\"{}{}.{:02}\""), key, scaled < 0 ? "-" : "",
                          size / 100, size % 100);
  }

  static char* write_names(char* at, std::string_view key, std::span<const missing_input> all) {
    if (all.empty()) return at;
    at = fmt::format_to(at, FMT_COMPILE(",\"{}\":["), key);
    for (const missing_input& each : all) {
      at = fmt::format_to(at, FMT_COMPILE("\"{}\","), std::string_view(each.what->name));
    }
    at[-1] = ']';
    return at;
  }

  const batch_matcher& by_;
  std::string as_of_;
  std::string_view digest_;
  std::vector<char> text_;
  const batch_award* award_ = nullptr;
  const batch_award* awards_end_ = nullptr;
  const batch_missing* waits_ = nullptr;
  const batch_missing* waits_end_ = nullptr;
};

// The readings in the order in which they are taken, those of the row executor last.
void print_all(const std::vector<bench::reading>& taken, double bytes) {
  constexpr std::string_view names[] = {"verdicts",
                                        "verdicts and amounts",
                                        "and amounts of undetermined ones",
                                        "and what they wait for",
                                        "NDJSON by compiled format strings",
                                        "NDJSON",
                                        "CSV",
                                        "matched and written one by one (rows)"};
  for (std::size_t i = 0; i < taken.size(); ++i) bench::print(names[i], taken[i], 0, "");
  const double text = taken[5].median;
  fmt::print("NDJSON: {:.2f} x compiled format strings, {:.2f} GB/s\n", text / taken[4].median,
             bytes / text);
  bench::print_target("T12", text, taken[4].median);
}

}  // namespace

int main(int count, char** words) {
  const std::size_t rows = count > 1 ? std::strtoull(words[1], nullptr, 10) : block_rows_count;
  const int rounds = count > 2 ? std::atoi(words[2]) : 15;
  const matcher by = bound();
  const batch_matcher columns(by);
  cli::block_rows companies(columns.batch());
  bench::company_source source(2);
  std::vector<profile> profiles;
  for (std::size_t i = 0; i < rows; ++i) {
    profiles.push_back(source.next());
    profiles.back().set("uscc", fmt::format("9132040{:011}", i));
    companies.add(i + 1, profiles.back());
  }
  decision_batch made;
  columns.match(companies.columns(), made, batch_matcher::wanted::missing);
  const auto writer = cli::make_batch_writer(cli::output_format::ndjson, columns);
  const auto table = cli::make_batch_writer(cli::output_format::csv, columns);
  cli::possible_policies possible;
  formatted other(columns);
  std::string text;
  writer->write("all.ndjson", companies, made, possible, text);
  if (text != other.write("all.ndjson", companies, made)) throw std::runtime_error("texts differ");
  const auto bytes = static_cast<double>(text.size()) / static_cast<double>(rows);

  std::string by_row;
  const auto one_by_one =
      cli::make_writer(cli::output_format::ndjson, cli::run_shape::stream, by, by_row, {});
  scratch reuse;
  const std::string file = "all.ndjson";
  const auto match_for = [&](batch_matcher::wanted what) {
    return [&, what] { columns.match(companies.columns(), made, what); };
  };
  using wanted = batch_matcher::wanted;
  const auto write_with = [&](const cli::batch_writer& with) {
    return [&] {
      text.clear();
      with.write(file, companies, made, possible, text);
    };
  };
  auto taken = bench::in_turns(
      {match_for(wanted::verdicts), match_for(wanted::amounts), match_for(wanted::estimates),
       match_for(wanted::missing), [&] { other.write(file, companies, made); }, write_with(*writer),
       write_with(*table)},
      rounds, static_cast<double>(rows));
  const auto rowwise = bench::in_turns(
      {[&] {
        by_row.clear();
        for (std::size_t i = 0; i < rows; ++i) {
          one_by_one->write({file, i + 1, profiles[i]}, by.match(profiles[i], reuse));
        }
      }},
      3, static_cast<double>(rows));
  fmt::print(
      "{} companies, {:.0f} bytes of NDJSON each, medians of {} rounds (least .. most), a "
      "company\n",
      rows, bytes, rounds);
  taken.push_back(rowwise[0]);
  print_all(taken, bytes);
}
