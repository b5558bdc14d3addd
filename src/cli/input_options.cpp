// Tested by tests/cli/help.sh, tests/cli/usage.sh and tests/cli/csv_input.sh.
#include "cli/input_options.hpp"

#include <spdlog/spdlog.h>

#include "cli/status.hpp"

namespace sudui::cli {

void input_options::add_to(CLI::App& command, const session& with) {
  command
      .add_option(
          "profiles", paths,
          with.say("企业画像文件或文件夹，- 为标准输入（NDJSON）：.json .yaml .ndjson .jsonl .csv",
                   "files or folders of profiles, `-` for standard input (NDJSON): .json .yaml "
                   ".ndjson .jsonl .csv"))
      ->required()
      ->type_name("PROFILES");
  command
      .add_option("--input-format", input_format,
                  with.say("输入格式（默认按文件扩展名）",
                           "form of the input (default: by the name of the file)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"json", "yaml", "ndjson", "csv"}));
  command
      .add_option("--encoding", encoding,
                  with.say("数据流的编码（默认 utf-8；Excel 另存的 CSV 常为 gb18030）",
                           "encoding of streams (default: utf-8; Excel in China writes gb18030)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"utf-8", "gb18030"}));
  command
      .add_option("--map", map,
                  with.say("CSV 表头到字段的映射（YAML），可带单位和年份",
                           "YAML file that maps headers of a CSV to fields, with unit and year"))
      ->type_name("FILE");
}

std::optional<std::vector<input>> find_inputs(const input_options& said, const session& with,
                                              int& status) {
  std::optional<input_flaw> flaw;
  auto all = list_inputs(said.paths, said.input_format, flaw);
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

}  // namespace sudui::cli
