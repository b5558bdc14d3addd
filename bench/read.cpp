// Reading companies from NDJSON, as ratios to simdjson in the same run: its first stage, which only
// finds tokens, and its whole parser, which makes a document of binary floats and stops there. Our
// reader checks every value against the dictionary and ends in columns.
//
// Before anything is timed, the columns must be those that the reader of rows gives. `read --print`
// writes the lines and nothing else, and `read --rules` the rules, for runs of the command line.
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <functional>
#include <simdjson.h>
#include <sstream>
#include <stdexcept>
#include <time.h>

#include "api/loaded.hpp"
#include "catalogue.hpp"
#include "columns/batch.hpp"
#include "ingest/column_reader.hpp"
#include "ingest/json_index.hpp"
#include "ingest/row_reader.hpp"
#include "plan/from_types.hpp"

namespace {

using namespace sudui;

// The processor's time of this thread: what other programs take meanwhile does not count.
double nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

std::string json_of(const value& held) {
  if (held.get_if<decimal>() != nullptr || held.get_if<bool>() != nullptr) return to_string(held);
  if (const auto* day = held.get_if<date>()) return '"' + to_string(*day) + '"';
  return '"' + *held.get_if<std::string>() + '"';
}

std::vector<std::string> lines_of(std::size_t rows) {
  bench::company_source source(2);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < rows; ++i) {
    std::string& line = all.emplace_back();
    for (const auto& each : source.next().entries()) {
      line += (line.empty() ? "{\"" : ", \"") + each.name + "\": " + json_of(each.held);
    }
    line += "}";
  }
  return all;
}

struct workload {
  rule_set rules;
  std::shared_ptr<const plan::plan> planned;
  std::vector<std::string> lines;
  std::size_t bytes = 0;
};

workload make(std::size_t rows) {
  const std::vector<source_text> texts{bench::catalogue({}, 1)};
  auto rules = load(texts).value();
  plan::binding on;
  on.as_of = date(std::chrono::year(2023) / 12 / 31);
  on.year = 2023;
  auto planned = plan::from_types(rules.held().typed, on);
  workload made{std::move(rules), planned, lines_of(rows), 0};
  for (const auto& each : made.lines) made.bytes += each.size();
  return made;
}

// By the reader of rows: a tree, a profile, and the columns from it.
void read_by_rows(const workload& on, std::size_t rows, columns::batch& into) {
  std::string text;
  for (std::size_t i = 0; i < rows; ++i) text += on.lines[i] + "\n";
  std::istringstream input(text);
  ingest::row_reader reader(on.rules.held().typed->dictionary, input, profile_format::ndjson);
  into.clear();
  while (reader.next() == ingest::row_reader::status::row) into.append(reader.row());
}

void must_agree(const workload& on) {
  columns::batch quick(on.planned);
  columns::batch slow(on.planned);
  ingest::column_reader reader(on.planned);
  const std::size_t rows = std::min<std::size_t>(on.lines.size(), 1000);
  for (std::size_t i = 0; i < rows; ++i) {
    if (!reader.append(on.lines[i], quick)) throw std::runtime_error("a line is refused");
  }
  read_by_rows(on, rows, slow);
  bool is_same = quick.rows() == slow.rows();
  for (std::size_t i = 0; i < quick.companies().columns.size(); ++i) {
    const auto& a = quick.companies().columns[i];
    const auto& b = slow.companies().columns[i];
    is_same = is_same && a.numbers == b.numbers && a.days == b.days && a.codes == b.codes &&
              std::equal(a.known.data(), a.known.data() + kernels::words_for(rows), b.known.data());
  }
  if (!is_same) throw std::runtime_error("the readers differ");
}

struct reading {
  double median = 0, least = 0, most = 0;
};

// Medians of several functions, taken in turns.
std::vector<reading> in_turns(const std::vector<std::function<void()>>& all, int rounds,
                              double rows) {
  std::vector<std::vector<double>> times(all.size());
  for (int round = 0; round < rounds + 1; ++round) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto begin = nanoseconds();
      all[i]();
      const auto took = nanoseconds() - begin;
      if (round > 0) times[i].push_back(took / rows);  // the first warms up
    }
  }
  std::vector<reading> made;
  for (auto& each : times) {
    std::sort(each.begin(), each.end());
    made.push_back({each[each.size() / 2], each.front(), each.back()});
  }
  return made;
}

void print(std::string_view name, const reading& of, const reading& index,
           const reading& document) {
  fmt::print("{:<36} {:>8.0f} ns ({:.0f} .. {:.0f})   {:.2f} x index, {:.2f} x document\n", name,
             of.median, of.least, of.most, of.median / index.median, of.median / document.median);
}

int print_texts(std::string_view which, std::size_t rows) {
  if (which == "--rules") {
    fmt::print("{}", bench::catalogue({}, 1).text);
  } else {
    for (const auto& each : lines_of(rows)) fmt::print("{}\n", each);
  }
  return 0;
}

volatile std::size_t sink = 0;

}  // namespace

int main(int count, char** words) {
  const bool prints = count > 1 && std::string_view(words[1]).starts_with("--");
  const int first = prints ? 2 : 1;
  const std::size_t rows = count > first ? std::strtoull(words[first], nullptr, 10) : 16 * 1024;
  if (prints) return print_texts(words[1], rows);
  const int rounds = count > 2 ? std::atoi(words[2]) : 9;
  const workload all = make(rows);
  must_agree(all);

  constexpr std::size_t block = 1024;  // as many rows as stay in the cache
  columns::batch into(all.planned);
  ingest::column_reader reader(all.planned);
  ingest::json_index index;
  simdjson::dom::parser parser;
  std::vector<simdjson::padded_string> padded;
  for (const auto& each : all.lines) padded.emplace_back(std::string_view(each));

  const auto took = in_turns({[&] {
                                for (const auto& each : all.lines)
                                  sink = index.read(each) ? index.tokens().size() : 0;
                              },
                              [&] {
                                for (const auto& each : padded)
                                  sink = parser.parse(each).error() == 0 ? 1 : 0;
                              },
                              [&] {
                                for (const auto& each : all.lines) {
                                  if (into.rows() == block) into.clear();
                                  sink = reader.append(each, into) ? 1 : 0;
                                }
                              }},
                             rounds, static_cast<double>(rows));
  const std::size_t few = std::min<std::size_t>(rows, 256);
  const auto by_rows =
      in_turns({[&] { read_by_rows(all, few, into); }}, rounds, static_cast<double>(few));
  fmt::print("{} companies of {} bytes, {}, medians of {} rounds (least .. most), a company\n",
             rows, all.bytes / rows, simdjson::get_active_implementation()->name(), rounds);
  print("index of tokens (simdjson, stage 1)", took[0], took[0], took[1]);
  print("document (simdjson, DOM)", took[1], took[0], took[1]);
  print("columns", took[2], took[0], took[1]);
  print("columns by tree and profile", by_rows[0], took[0], took[1]);
}
