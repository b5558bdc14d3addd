// Tested by tests/cli/bench.sh.
#include "cli/bench_population.hpp"

#include <spdlog/spdlog.h>
#include <sstream>

#include "api/loaded.hpp"
#include "cli/block_input.hpp"
#include "cli/rules_option.hpp"
#include "cli/stopwatch.hpp"
#include "ingest/row_reader.hpp"

namespace sudui::cli {
namespace {

class population_reader {
 public:
  population_reader(const batch_matcher& by, const reading_options& how, std::size_t sample)
      : rules_(by.by().rules()), how_(how), most_(sample), made_{by.batch(), {}, {}, 0} {}

  [[nodiscard]] bool read(const input& from) {
    return from.is_stream() ? read_stream(from) : read_one(from);
  }
  [[nodiscard]] bench_population take() { return std::move(made_); }

 private:
  using status = ingest::row_reader::status;

  [[nodiscard]] bool read_one(const input& from) {
    const auto text = read_whole(from.path);
    if (!text) return false;
    diagnostics ignored;
    const auto company = read_profile(rules_, *text, from.format, ignored, from.path);
    if (company) {
      add(*company);
    } else {
      ++made_.counts.rejected;
    }
    return true;
  }

  [[nodiscard]] bool read_stream(const input& from) {
    block_input blocks(from);
    if (!blocks.is_open() || !blocks.read_head()) return false;
    const auto& dictionary = rules_.held().typed->dictionary;
    const auto origin = [&](const row_block& block) -> ingest::row_origin {
      return {{block.lines_before, block.offset}, blocks.head(), how_.encoding, how_.map()};
    };
    row_block block;
    if (from.format == profile_format::csv) {
      std::istringstream nothing;
      blocks.set_cells(ingest::row_reader(dictionary, nothing, from.format, origin(block)).cells());
    }
    auto last = blocks.next(block);
    for (; last == block_input::status::block; last = blocks.next(block)) {
      std::istringstream bytes{std::string(block.bytes())};
      ingest::row_reader rows(dictionary, bytes, from.format, origin(block));
      for (auto read = rows.next(); read != status::end; read = rows.next()) {
        if (read == status::row) add(rows.row());
        made_.counts.rejected += read == status::reject ? 1 : 0;
      }
    }
    return last == block_input::status::end;
  }

  void add(const profile& company) {
    ++made_.counts.decided;
    made_.companies.append(company);
    if (made_.sample.size() < most_) made_.sample.push_back(company);
  }

  const rule_set& rules_;
  const reading_options& how_;
  std::size_t most_;
  bench_population made_;
};

}  // namespace

std::optional<bench_population> read_population(const batch_matcher& by,
                                                const std::vector<input>& from,
                                                const reading_options& how, std::size_t sample,
                                                const session& with) {
  population_reader reader(by, how, sample);
  const double begin = processor_nanoseconds();
  for (const input& each : from) {
    if (reader.read(each)) continue;
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), each.path);
    return std::nullopt;
  }
  auto made = reader.take();
  made.reading = processor_nanoseconds() - begin;
  return made;
}

}  // namespace sudui::cli
