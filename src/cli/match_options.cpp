// Tested by tests/cli/help.sh, tests/cli/completion.sh and tests/cli/usage.sh.
#include "cli/match_options.hpp"

#include <algorithm>
#include <thread>

namespace sudui::cli {
namespace {

CLI::Option* add_file(CLI::App& command, const char* name, std::string& into,
                      const std::string& help, const char* type = "FILE") {
  return command.add_option(name, into, help)->type_name(type);
}

}  // namespace

void match_options::add_to(CLI::App& command, const session& with) {
  input_options::add_to(command, with);
  rules.add_dates(command, with);
  rules.add_policies(command, with);
  rules.add_parameters(command, with);
  rules.add_folder(command, with);
  add_output(command, with);
  add_parts(command, with);
  threads = std::max(1U, std::thread::hardware_concurrency());
  command
      .add_option("--threads", threads,
                  with.say("数据流用几个线程判断（默认：全部处理器核）；结果与线程数无关",
                           "threads that decide a stream (default: all cores); the output is the "
                           "same for any number"))
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
}

void match_options::add_output(CLI::App& command, const session& with) {
  command
      .add_option("--format", format,
                  with.say("输出格式（默认 text；数据流输出到管道或文件时为 ndjson）",
                           "form of the output (default: text; ndjson for a stream into a pipe or "
                           "a file)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"text", "json", "ndjson", "csv"}));
  command
      .add_option("--only", only,
                  with.say("写出哪些决定：all 全部（默认），possible 可享受的和待确定的，"
                           "eligible 可享受的；统计总是全部",
                           "decisions that are written: all (default), possible (eligible or "
                           "undetermined), eligible; counts are always of all"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"all", "possible", "eligible"}));
  add_file(command, "--out", out,
           with.say("把结果写入该文件，全部完成后才有此文件名",
                    "write the decisions to this file, which is there when it is complete"));
  add_file(command, "--rejects", rejects,
           with.say("把无法使用的行写入该文件（NDJSON）",
                    "write rows that cannot be used to this file (NDJSON)"));
  add_file(command, "--stats", stats,
           with.say("把行数、速度和各政策的统计写入该文件（JSON）",
                    "write counts, speed and sums of each policy to this file (JSON)"));
}

verdict match_options::least() const {
  if (only == "eligible") return verdict::eligible;
  return only == "possible" ? verdict::undetermined : verdict::ineligible;
}

void match_options::add_parts(CLI::App& command, const session& with) {
  CLI::Option* folder = add_file(
      command, "--out-dir", out_dir,
      with.say("把结果分段写入该文件夹，附 manifest.json，可用 --resume 续做",
               "write the decisions in parts into this folder, with a manifest.json, so that "
               "--resume can go on"),
      "DIR");
  folder->excludes("--out")->excludes("--rejects");
  command
      .add_option("--part-rows", part_rows,
                  with.say("每段的输入行数（默认 100000）",
                           "rows of the input in each part (default: 100000)"))
      ->type_name("N")
      ->needs(folder)
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}).description(""));
  command
      .add_flag("--resume", resumes,
                with.say("从文件夹中最后一个完整的分段之后续做",
                         "go on behind the last complete part in the folder"))
      ->needs(folder);
}

}  // namespace sudui::cli
