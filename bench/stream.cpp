// From a block of NDJSON in memory to the text of decisions in memory, on one thread, as the
// workers of `sudui match` do it; beside it the parts, and simdjson's parser alone, which makes a
// document and stops there. And reading a file in blocks of rows against nothing but read() into
// pages.
//
// T10 is of the decisions of the eligible with their amounts, as `match --only eligible` writes
// them. Before anything is timed, the text must be that of companies decided one by one.
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <simdjson.h>
#include <stdexcept>
#include <unistd.h>

#include <sudui/sudui.hpp>

#include "catalogue.hpp"
#include "cli/block_input.hpp"
#include "cli/block_worker.hpp"
#include "company_text.hpp"
#include "in_turns.hpp"

namespace {

using namespace sudui;

constexpr std::size_t block_bytes = std::size_t{1} << 20U;

matcher bound() {
  const std::vector<source_text> texts{bench::catalogue({}, 1)};
  return load(texts).value().bind(date(std::chrono::year(2023) / 12 / 31)).value();
}

// Blocks of a MiB, cut between lines.
std::vector<cli::row_block> blocks_of(const std::vector<std::string>& lines) {
  std::vector<cli::row_block> made;
  std::string bytes;
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    bytes += lines[i] + "\n";
    if (bytes.size() < block_bytes && i + 1 < lines.size()) continue;
    auto& block = made.emplace_back();
    block.held.start({}, bytes.size());
    std::memcpy(block.held.end(), bytes.data(), bytes.size());
    block.held.add(bytes.size());
    block.lines_before = before;
    block.lines_through = before = i + 1;
    block.end = block_bytes * made.size();
    bytes.clear();
  }
  return made;
}

// What a run of the command line keeps while its workers run.
struct run {
  cli::input from{"all.ndjson", profile_format::ndjson};
  cli::reading_options reading;
  cli::column_run columns;
  cli::block_task task;
  cli::block_worker worker;
  cli::block_answer answer;

  run(const matcher& by, cli::output_format format, verdict least = verdict::ineligible)
      : columns(by, format, least),
        task{
            by,      from,    {},   format, language::en, false, format == cli::output_format::text,
            reading, columns, least},
        worker(task) {}
};

// The first companies one by one: their text is what the beginning of the block's text must be.
void must_agree(const matcher& by, const std::vector<std::string>& lines, std::string_view text,
                verdict least) {
  std::string wanted;
  const auto writer = cli::make_writer(cli::output_format::ndjson, cli::run_shape::stream, by,
                                       wanted, {language::en, false, 100, least});
  scratch reuse;
  diagnostics found;
  for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 300); ++i) {
    const auto company = read_profile(by.rules(), lines[i], profile_format::json, found).value();
    writer->write({"all.ndjson", i + 1, company}, by.match(company, reuse));
  }
  if (!text.starts_with(wanted)) throw std::runtime_error("the texts differ");
}

// The whole file by read() into memory that begins on a page; `rest` stands before it, as what is
// left of the row before does in block_input.
void read_behind(const std::string& path, std::string_view rest, cli::page_buffer& reused) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  ssize_t got = 1;
  while (file >= 0 && got > 0) {
    reused.start(rest, block_bytes);
    got = read(file, reused.end(), block_bytes);
  }
  close(file);
}

// The same in blocks of whole rows.
void read_in_blocks(const std::string& path, cli::row_block& reused) {
  cli::block_input input({path, profile_format::ndjson});
  while (input.next(reused) == cli::block_input::status::block) {
  }
}

void measure_file(const std::vector<std::string>& lines, int rounds) {
  const auto path = (std::filesystem::temp_directory_path() / "sudui_bench_rows.ndjson").string();
  std::size_t bytes = 0;
  {
    std::ofstream out(path, std::ios::binary);
    for (const auto& each : lines) {
      out << each << '\n';
      bytes += each.size() + 1;
    }
  }
  cli::page_buffer pages;
  cli::page_buffer behind;
  cli::row_block blocks;
  const std::string rest(700, ' ');
  const auto took = bench::in_turns(
      {[&] { read_behind(path, {}, pages); }, [&] { read_behind(path, rest, behind); },
       [&] { read_in_blocks(path, blocks); }},
      rounds, 1);
  std::filesystem::remove(path);
  const auto rate = [&](std::size_t i) { return static_cast<double>(bytes) / took[i].median; };
  fmt::print(
      "a file of {} MB: {:.1f} GB/s into pages, {:.1f} behind the rest of a row, {:.1f} with the "
      "cutting between rows\n",
      bytes / 1'000'000, rate(0), rate(1), rate(2));
  bench::print_target("T15", took[0].median, took[1].median);
}

volatile std::size_t sink = 0;

void decide_all(run& by, const std::vector<cli::row_block>& blocks) {
  for (const auto& each : blocks) {
    by.worker.decide(each, by.answer);
    sink = by.answer.out.size();
  }
}

void measure_stream(const matcher& by, const std::vector<std::string>& lines, int rounds) {
  const auto blocks = blocks_of(lines);
  run ndjson(by, cli::output_format::ndjson);
  run csv(by, cli::output_format::csv);
  run sums(by, cli::output_format::text);
  run gets(by, cli::output_format::ndjson, verdict::eligible);
  const auto bytes_of = [&](run& each, verdict least) {
    each.worker.decide(blocks.front(), each.answer);
    must_agree(by, lines, each.answer.out, least);
    if (each.answer.counts.rejected != 0) throw std::runtime_error("a line is rejected");
    return each.answer.out.size() / each.answer.counts.decided;
  };
  const auto text_bytes = bytes_of(ndjson, verdict::ineligible);
  const auto gets_bytes = bytes_of(gets, verdict::eligible);

  simdjson::dom::parser parser;
  std::vector<simdjson::padded_string> padded;
  for (const auto& each : lines) padded.emplace_back(std::string_view(each));
  const auto took =
      bench::in_turns({[&] {
                         for (const auto& each : padded)
                           sink = parser.parse(each).error() == 0 ? 1 : 0;
                       },
                       [&] { decide_all(sums, blocks); }, [&] { decide_all(ndjson, blocks); },
                       [&] { decide_all(csv, blocks); }, [&] { decide_all(gets, blocks); }},
                      rounds, static_cast<double>(lines.size()));
  fmt::print("{} companies, {} bytes of decisions each, {} of the eligible; {} rounds\n",
             lines.size(), text_bytes, gets_bytes, rounds);
  const auto document = took[0].median;
  bench::print("document (simdjson, DOM)", took[0], document, "document");
  bench::print("read, decided, summed up", took[1], document, "document");
  bench::print("read, decided, written as NDJSON", took[2], document, "document");
  bench::print("read, decided, written as CSV", took[3], document, "document");
  bench::print("read, decided, the eligible as NDJSON", took[4], document, "document");
  bench::print_target("T10", took[4].median, document);
}

}  // namespace

int main(int count, char** words) {
  const std::size_t rows = count > 1 ? std::strtoull(words[1], nullptr, 10) : 16 * 1024;
  const int rounds = count > 2 ? std::atoi(words[2]) : 9;
  const auto lines = bench::ndjson_lines(rows);
  const matcher by = bound();
  measure_stream(by, lines, rounds);
  measure_file(lines, rounds);
}
