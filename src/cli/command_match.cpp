// `sudui match`: decisions for one company or for millions.
//
// Tested by tests/cli/match_one.sh, match_batch.sh, formats.sh, rejects.sh, out_file.sh, parts.sh,
// resume.sh and interrupt.sh.
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <memory>
#include <spdlog/spdlog.h>
#include <unistd.h>
#include <utility>

#include "cli/match_options.hpp"
#include "cli/match_run.hpp"
#include "cli/reading.hpp"
#include "cli/resume.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

const std::map<std::string, output_format> formats = {{"text", output_format::text},
                                                      {"json", output_format::json},
                                                      {"ndjson", output_format::ndjson},
                                                      {"csv", output_format::csv}};

struct match_command {
  const session& with;
  match_options said;

  [[nodiscard]] int run() const;

 private:
  [[nodiscard]] output_format format_for(run_shape shape) const;
  [[nodiscard]] std::unique_ptr<destination> open_destination(const matcher& by,
                                                              const std::vector<input>& from,
                                                              match_plan& plan, int& status) const;
  [[nodiscard]] int decide(const matcher& by, const std::vector<input>& from) const;
  [[nodiscard]] bool write_stats(const match_run& run) const;
  void tell_counts(const match_run& run) const;
  void tell_stop() const;
};

run_shape shape_of(const std::vector<input>& from) {
  for (const input& each : from) {
    if (each.is_stream()) return run_shape::stream;
  }
  return from.size() == 1 ? run_shape::one_company : run_shape::few_companies;
}

// Without a word: texts for people, but a stream that goes on into a pipe or a file stays a stream.
output_format match_command::format_for(run_shape shape) const {
  if (!said.format.empty()) return formats.at(said.format);
  const bool goes_into_file = !said.out.empty() || !said.out_dir.empty();
  const bool goes_on = goes_into_file || !is_terminal(STDOUT_FILENO);
  return shape == run_shape::stream && goes_on ? output_format::ndjson : output_format::text;
}

void match_command::tell_counts(const match_run& run) const {
  std::cerr << fmt::format("{} {} = {} {} + {} {}  {:.2f} s\n", with.say("读取", "read"),
                           run.counts().read(), with.say("已判断", "decided"), run.counts().decided,
                           with.say("退回", "rejected"), run.counts().rejected, run.seconds());
}

void match_command::tell_stop() const {
  if (!said.out_dir.empty()) {
    spdlog::warn(with.say("已中止，完整的分段已保留：加 --resume 再次运行即可续做",
                          "stopped; complete parts are kept: run it again with --resume to go on"));
  } else if (!said.out.empty()) {
    spdlog::warn("{} `{}`", with.say("已中止，已完成的部分在", "stopped; what was done is in"),
                 partial_name(said.out));
  } else {
    spdlog::warn(with.say("已中止，其余的行没有判断", "stopped; the rows behind are not decided"));
  }
}

bool match_command::write_stats(const match_run& run) const {
  if (said.stats.empty()) return true;
  const std::uint64_t rows = run.counts().read() - run.earlier().read();
  report::json_writer out;
  out.open_object().key("rows").whole(run.counts().read());
  out.key("decided").whole(run.counts().decided).key("rejected").whole(run.counts().rejected);
  out.key("earlier_rows").whole(run.earlier().read());
  out.key("seconds").text(fmt::format("{:.3f}", run.seconds())).key("rows_per_second");
  out.whole(static_cast<std::uint64_t>(static_cast<double>(rows) / std::max(run.seconds(), 1e-6)));
  out.key("counted").whole(run.counted()).key("policies");
  run.policies().write_json(out);
  out.close_object();
  output file(said.stats);
  file.write(out.take() + '\n');
  return file.complete();
}

std::unique_ptr<destination> match_command::open_destination(const matcher& by,
                                                             const std::vector<input>& from,
                                                             match_plan& plan, int& status) const {
  if (!said.out_dir.empty()) return open_parts(said, by, from, with, plan, status);
  auto made = std::make_unique<plain_destination>(said.out, said.rejects);
  if (made->refused().empty()) return made;
  spdlog::error("{} `{}`", with.say("无法写入", "cannot write"), made->refused());
  status = no_access;
  return nullptr;
}

int match_command::decide(const matcher& by, const std::vector<input>& from) const {
  const run_shape shape = shape_of(from);
  match_plan plan{format_for(shape), shape, said.threads};
  plan.least = said.least();
  plan.counts_policies =
      !said.stats.empty() || (plan.format == output_format::text && shape == run_shape::stream);
  int status = done;
  auto reading = find_reading(said, by.rules(), with, status);
  if (!reading) return status;
  plan.reading = std::move(*reading);
  const auto into = open_destination(by, from, plan, status);
  if (!into) return status;
  match_run run(by, with, plan, *into);
  bool is_read = true;
  run.begin();
  for (const input& each : from) is_read = run.read(each) && is_read;
  run.end();
  bool is_written = into->finish(is_read && run.stopped_by() == 0);
  is_written = write_stats(run) && is_written;
  if (!is_written) spdlog::error(with.say("写入失败", "writing failed"));
  if (shape == run_shape::stream || run.counts().rejected > 0) tell_counts(run);
  if (!is_read || !is_written) return no_access;
  if (run.stopped_by() != 0) {
    tell_stop();
    return stopped + run.stopped_by();
  }
  return run.counts().rejected + run.counts().flawed > 0 ? findings : done;
}

int match_command::run() const {
  int status = done;
  const auto from = find_inputs(said, with, status);
  if (!from) return status;
  const auto loaded = load_rules(said.rules, with, status);
  if (!loaded) return status;
  const auto by = bind_rules(*loaded, said.rules, with, status);
  return by ? decide(*by, *from) : status;
}

constexpr const char* match_examples_zh = R"(示例
  sudui match company.json                        一家企业，便于阅读的表格
  sudui match company.json --as-of 2023-12-31     按 2023-12-31 的规则
  sudui match company.json --format json          完整的 JSON
  sudui match all.ndjson --rejects bad.ndjson > decisions.ndjson
  sudui match all.csv --policy 'wujin/*' --format csv --out decisions.csv
  sudui match all.ndjson --policy new --only eligible --format csv --out push.csv   新政策的推送名单
  sudui match excel.csv --encoding gb18030 --map columns.yaml
  zcat all.ndjson.gz | sudui match - --format csv
  sudui match all.ndjson --as-of 2023-12-31 --out-dir parts             分段输出
  sudui match all.ndjson --as-of 2023-12-31 --out-dir parts --resume    中断后续做

退出状态：0 完成，1 有退回行或有不合要求的值，2 用法错误，3 无法读写，130 被 Ctrl-C 中止)";

constexpr const char* match_examples_en = R"(Examples
  sudui match company.json                        one company, as a readable table
  sudui match company.json --as-of 2023-12-31     by the rules of that day
  sudui match company.json --format json          everything, as JSON
  sudui match all.ndjson --rejects bad.ndjson > decisions.ndjson
  sudui match all.csv --policy 'wujin/*' --format csv --out decisions.csv
  sudui match all.ndjson --policy new --only eligible --format csv --out push.csv   whom it reaches
  sudui match excel.csv --encoding gb18030 --map columns.yaml
  zcat all.ndjson.gz | sudui match - --format csv
  sudui match all.ndjson --as-of 2023-12-31 --out-dir parts             in parts
  sudui match all.ndjson --as-of 2023-12-31 --out-dir parts --resume    go on after a stop

Exit status: 0 done, 1 rejects or values that do not fit, 2 usage, 3 cannot read or write,
130 stopped by Ctrl-C)";

}  // namespace

void add_match(CLI::App& app, session& with) {
  auto made = std::make_shared<match_command>(match_command{with, {}});
  CLI::App* command = add_command(
      app, with, "match", with.say("判断企业可享受哪些政策", "which policies companies may enjoy"),
      with.say(match_examples_zh, match_examples_en));
  made->said.add_to(*command, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
