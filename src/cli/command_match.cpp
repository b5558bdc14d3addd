// `sudui match`: decisions for one company or for millions.
//
// Tested by tests/cli/match_one.sh, match_batch.sh, formats.sh and rejects.sh.
#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <memory>
#include <spdlog/spdlog.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "cli/match_run.hpp"
#include "cli/rules_option.hpp"
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
  rules_option rules;
  std::vector<std::string> paths;
  std::string format;
  std::string input_format;
  std::string rejects;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());

  [[nodiscard]] int run() const;

 private:
  [[nodiscard]] std::optional<std::vector<input>> inputs(int& status) const;
  [[nodiscard]] output_format format_for(run_shape shape) const;
  [[nodiscard]] int decide(const matcher& by, const std::vector<input>& from) const;
  void tell_counts(const row_counts& counts, std::chrono::steady_clock::time_point begin) const;
};

std::optional<std::vector<input>> match_command::inputs(int& status) const {
  std::optional<input_flaw> flaw;
  auto all = list_inputs(paths, input_format, flaw);
  if (!flaw && !all.empty()) return all;
  status = usage;
  if (!flaw) {
    spdlog::error(with.say("文件夹中没有企业画像", "the folder holds no profiles"));
  } else if (flaw->is_unknown_format) {
    spdlog::error("{} `{}`: {}", with.say("无法识别格式", "unknown format of"), flaw->path,
                  with.say("请用 --input-format 指明", "name it with --input-format"));
  } else {
    spdlog::error("{} `{}`", with.say("找不到", "there is no"), flaw->path);
    status = no_access;
  }
  return std::nullopt;
}

run_shape shape_of(const std::vector<input>& from) {
  for (const input& each : from) {
    if (each.is_stream()) return run_shape::stream;
  }
  return from.size() == 1 ? run_shape::one_company : run_shape::few_companies;
}

// Without a word: texts for people, but a stream that goes on into a pipe or a file stays a stream.
output_format match_command::format_for(run_shape shape) const {
  if (!format.empty()) return formats.at(format);
  const bool is_piped = shape == run_shape::stream && !is_terminal(STDOUT_FILENO);
  return is_piped ? output_format::ndjson : output_format::text;
}

void match_command::tell_counts(const row_counts& counts,
                                std::chrono::steady_clock::time_point begin) const {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::cerr << (is_terminal(STDERR_FILENO) ? "\r" : "")
            << fmt::format("{} {} = {} {} + {} {}  {:.2f} s\n", with.say("读取", "read"),
                           counts.read(), with.say("已判断", "decided"), counts.decided,
                           with.say("退回", "rejected"), counts.rejected, took.count());
}

int match_command::decide(const matcher& by, const std::vector<input>& from) const {
  const auto begin = std::chrono::steady_clock::now();
  std::unique_ptr<output> rejected = rejects.empty() ? nullptr : std::make_unique<output>(rejects);
  if (rejected && !rejected->is_good()) {
    spdlog::error("{} `{}`", with.say("无法写入", "cannot write"), rejects);
    return no_access;
  }
  output out;
  const run_shape shape = shape_of(from);
  match_run run(by, with, {format_for(shape), shape, threads}, out, rejected.get());
  bool is_read = true;
  run.begin();
  for (const input& each : from) is_read = run.read(each) && is_read;
  run.end();
  const bool is_written = out.finish() && (!rejected || rejected->finish());
  if (!is_written) spdlog::error(with.say("写入失败", "writing failed"));
  if (shape == run_shape::stream || run.counts().rejected > 0) tell_counts(run.counts(), begin);
  if (!is_read || !is_written) return no_access;
  return run.counts().rejected + run.counts().flawed > 0 ? findings : done;
}

int match_command::run() const {
  int status = done;
  const auto from = inputs(status);
  if (!from) return status;
  const auto loaded = load_rules(rules, with, status);
  if (!loaded) return status;
  const auto by = bind_rules(*loaded, rules, with, status);
  return by ? decide(*by, *from) : status;
}

constexpr const char* examples_zh = R"(示例
  sudui match company.json                        一家企业，便于阅读的表格
  sudui match company.json --as-of 2023-12-31     按 2023-12-31 的规则
  sudui match company.json --format json          完整的 JSON
  sudui match all.ndjson --rejects bad.ndjson > decisions.ndjson
  sudui match all.csv --policy 'wujin/*' --format csv
  zcat all.ndjson.gz | sudui match - --format csv

退出状态：0 完成，1 有退回行或有不合要求的值，2 用法错误，3 无法读写)";

constexpr const char* examples_en = R"(Examples
  sudui match company.json                        one company, as a readable table
  sudui match company.json --as-of 2023-12-31     by the rules of that day
  sudui match company.json --format json          everything, as JSON
  sudui match all.ndjson --rejects bad.ndjson > decisions.ndjson
  sudui match all.csv --policy 'wujin/*' --format csv
  zcat all.ndjson.gz | sudui match - --format csv

Exit status: 0 done, 1 rejects or values that do not fit, 2 usage, 3 cannot read or write)";

}  // namespace

void add_match(CLI::App& app, session& with) {
  auto made = std::make_shared<match_command>(match_command{with, {}, {}, {}, {}, {}});
  CLI::App* command = add_command(
      app, with, "match", with.say("判断企业可享受哪些政策", "which policies companies may enjoy"),
      with.say(examples_zh, examples_en));
  command
      ->add_option(
          "profiles", made->paths,
          with.say("企业画像文件或文件夹，- 为标准输入（NDJSON）：.json .yaml .ndjson .jsonl .csv",
                   "files or folders of profiles, `-` for standard input (NDJSON): .json .yaml "
                   ".ndjson .jsonl .csv"))
      ->required()
      ->type_name("PROFILES");
  made->rules.add_dates(*command, with);
  made->rules.add_policies(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  command
      ->add_option("--format", made->format,
                   with.say("输出格式（默认 text；数据流输出到管道时为 ndjson）",
                            "form of the output (default: text; ndjson for a stream into a pipe)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"text", "json", "ndjson", "csv"}));
  command
      ->add_option("--input-format", made->input_format,
                   with.say("输入格式（默认按文件扩展名）",
                            "form of the input (default: by the name of the file)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"json", "yaml", "ndjson", "csv"}));
  command
      ->add_option("--rejects", made->rejects,
                   with.say("把无法使用的行写入该文件（NDJSON）",
                            "write rows that cannot be used to this file (NDJSON)"))
      ->type_name("FILE");
  command
      ->add_option("--threads", made->threads,
                   with.say("数据流用几个线程判断（默认：全部处理器核）；结果与线程数无关",
                            "threads that decide a stream (default: all cores); the output is the "
                            "same for any number"))
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
