// Reading companies, as ratios to what bounds it in the same run. NDJSON: simdjson's first stage,
// which only finds tokens, and its whole parser, which makes a document of binary floats and stops
// there. CSV: our own index of commas and quotes. Our readers check every value against the
// dictionary and end in columns.
//
// Before anything is timed, the columns must be those that the reader of rows gives. `read --print`
// writes the lines and nothing else, `read --table` the table, and `read --rules` the rules, for
// runs of the command line.
#include <cstdlib>
#include <simdjson.h>
#include <sstream>
#include <stdexcept>

#include "api/loaded.hpp"
#include "catalogue.hpp"
#include "columns/batch.hpp"
#include "company_text.hpp"
#include "in_turns.hpp"
#include "ingest/column_reader.hpp"
#include "ingest/json_index.hpp"
#include "ingest/row_reader.hpp"
#include "ingest/table_reader.hpp"
#include "plan/from_types.hpp"

namespace {

using namespace sudui;

constexpr std::size_t block = 1024;  // as many rows as stay in the cache

struct workload {
  rule_set rules;
  std::shared_ptr<const plan::plan> planned;
  std::vector<std::string> lines;
  bench::csv_lines table;
};

std::size_t bytes_of(const std::vector<std::string>& lines) {
  std::size_t made = 0;
  for (const auto& each : lines) made += each.size();
  return made;
}

workload make(std::size_t rows) {
  const std::vector<source_text> texts{bench::catalogue({}, 1)};
  auto rules = load(texts).value();
  plan::binding on;
  on.as_of = date(std::chrono::year(2023) / 12 / 31);
  on.year = 2023;
  auto planned = plan::from_types(rules.held().typed, on);
  return {std::move(rules), planned, bench::ndjson_lines(rows), bench::csv_table(rows)};
}

// By the reader of rows: a tree, a profile, and the columns from it.
void read_by_rows(const workload& on, profile_format format, std::size_t rows,
                  columns::batch& into) {
  const bool is_table = format == profile_format::csv;
  const auto& lines = is_table ? on.table.rows : on.lines;
  std::string text = is_table ? on.table.header + "\n" : "";
  for (std::size_t i = 0; i < rows; ++i) text += lines[i] + "\n";
  std::istringstream input(text);
  ingest::row_reader reader(on.rules.held().typed->dictionary, input, format);
  into.clear();
  while (reader.next() == ingest::row_reader::status::row) into.append(reader.row());
}

ingest::table_reader table_reader_for(const workload& on) {
  std::istringstream input(on.table.header + "\n");
  const ingest::row_reader rows(on.rules.held().typed->dictionary, input, profile_format::csv);
  return {on.planned, *rows.header()};
}

void must_be_same(const columns::batch& one, const columns::batch& other) {
  bool is_same = one.rows() == other.rows();
  for (std::size_t i = 0; i < one.companies().columns.size(); ++i) {
    const auto& a = one.companies().columns[i];
    const auto& b = other.companies().columns[i];
    const auto words = kernels::words_for(one.rows());
    is_same = is_same && a.numbers == b.numbers && a.days == b.days && a.codes == b.codes &&
              std::equal(a.known.data(), a.known.data() + words, b.known.data());
  }
  if (!is_same) throw std::runtime_error("the readers differ");
}

template <class Reader>
void must_agree(const workload& on, profile_format format, Reader& reader,
                const std::vector<std::string>& lines) {
  columns::batch quick(on.planned);
  columns::batch slow(on.planned);
  const std::size_t rows = std::min<std::size_t>(lines.size(), 1000);
  for (std::size_t i = 0; i < rows; ++i) {
    if (!reader.append(lines[i], quick)) throw std::runtime_error("a line is refused");
  }
  read_by_rows(on, format, rows, slow);
  must_be_same(quick, slow);
}

void print(std::string_view name, const bench::reading& of, const bench::reading& index,
           const bench::reading& document) {
  fmt::print("{:<36} {:>8.0f} ns ({:.0f} .. {:.0f})   {:.2f} x index", name, of.median, of.least,
             of.most, of.median / index.median);
  if (document.median > 0) fmt::print(", {:.2f} x document", of.median / document.median);
  fmt::print("\n");
}

int print_texts(std::string_view which, std::size_t rows) {
  if (which == "--rules") {
    fmt::print("{}", bench::catalogue({}, 1).text);
  } else if (which == "--table") {
    const auto made = bench::csv_table(rows);
    fmt::print("{}\n", made.header);
    for (const auto& each : made.rows) fmt::print("{}\n", each);
  } else {
    for (const auto& each : bench::ndjson_lines(rows)) fmt::print("{}\n", each);
  }
  return 0;
}

volatile std::size_t sink = 0;

template <class Reader>
void read_all(Reader& by, const std::vector<std::string>& lines, columns::batch& into) {
  for (const auto& each : lines) {
    if (into.rows() >= block) into.clear();
    sink = by.append(each, into) ? 1 : 0;
  }
}

void measure_ndjson(const workload& all, int rounds) {
  const auto rows = static_cast<double>(all.lines.size());
  ingest::column_reader reader(all.planned);
  must_agree(all, profile_format::ndjson, reader, all.lines);
  columns::batch into(all.planned);
  ingest::json_index index;
  simdjson::dom::parser parser;
  std::vector<simdjson::padded_string> padded;
  for (const auto& each : all.lines) padded.emplace_back(std::string_view(each));
  const auto took = bench::in_turns({[&] {
                                       for (const auto& each : all.lines)
                                         sink = index.read(each) ? index.tokens().size() : 0;
                                     },
                                     [&] {
                                       for (const auto& each : padded)
                                         sink = parser.parse(each).error() == 0 ? 1 : 0;
                                     },
                                     [&] { read_all(reader, all.lines, into); }},
                                    rounds, rows);
  const std::size_t few = std::min<std::size_t>(all.lines.size(), 256);
  const auto by_rows =
      bench::in_turns({[&] { read_by_rows(all, profile_format::ndjson, few, into); }}, rounds,
                      static_cast<double>(few));
  fmt::print("NDJSON, {} bytes each, {}\n", bytes_of(all.lines) / all.lines.size(),
             simdjson::get_active_implementation()->name());
  print("index of tokens (simdjson, stage 1)", took[0], took[0], took[1]);
  print("document (simdjson, DOM)", took[1], took[0], took[1]);
  print("columns", took[2], took[0], took[1]);
  print("columns by tree and profile", by_rows[0], took[0], took[1]);
  bench::print_target("T9", took[2].median, took[1].median);
}

void measure_csv(const workload& all, int rounds) {
  const auto& lines = all.table.rows;
  auto reader = table_reader_for(all);
  must_agree(all, profile_format::csv, reader, lines);
  columns::batch into(all.planned);
  ingest::csv_index index;
  const auto took = bench::in_turns({[&] {
                                       for (const auto& each : lines)
                                         sink = index.read(each) ? index.commas().size() : 0;
                                     },
                                     [&] { read_all(reader, lines, into); }},
                                    rounds, static_cast<double>(lines.size()));
  const std::size_t few = std::min<std::size_t>(lines.size(), 256);
  const auto by_rows = bench::in_turns({[&] { read_by_rows(all, profile_format::csv, few, into); }},
                                       rounds, static_cast<double>(few));
  fmt::print("CSV, {} bytes each\n", bytes_of(lines) / lines.size());
  print("index of commas and quotes", took[0], took[0], {});
  print("columns", took[1], took[0], {});
  print("columns by tree and profile", by_rows[0], took[0], {});
  bench::print_target("T11", took[1].median, took[0].median);
}

}  // namespace

int main(int count, char** words) {
  const bool prints = count > 1 && std::string_view(words[1]).starts_with("--");
  const int first = prints ? 2 : 1;
  const std::size_t rows = count > first ? std::strtoull(words[first], nullptr, 10) : 16 * 1024;
  if (prints) return print_texts(words[1], rows);
  const int rounds = count > 2 ? std::atoi(words[2]) : 9;
  const workload all = make(rows);
  fmt::print("{} companies, medians of {} rounds (least .. most), a company\n", rows, rounds);
  measure_ndjson(all, rounds);
  measure_csv(all, rounds);
}
