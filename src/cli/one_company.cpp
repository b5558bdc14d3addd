// Tested by tests/cli/explain.sh and tests/cli/clinic.sh.
#include "cli/one_company.hpp"

#include <iostream>
#include <spdlog/spdlog.h>

#include "cli/inputs.hpp"
#include "cli/rules_option.hpp"
#include "cli/status.hpp"

namespace sudui::cli {

void add_company(CLI::App& command, std::string& path, const session& with) {
  command
      .add_option("profile", path,
                  with.say("一家企业的 JSON 或 YAML 文件，- 为标准输入",
                           "JSON or YAML file of one company, `-` for standard input"))
      ->required()
      ->type_name("PROFILE");
}

void add_company_format(CLI::App& command, std::string& format, const session& with) {
  command
      .add_option("--input-format", format,
                  with.say("输入格式（默认按文件扩展名）",
                           "form of the input (default: by the name of the file)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"json", "yaml"}));
}

std::optional<profile> read_company(const std::string& path, const std::string& format,
                                    const rule_set& rules, const session& with, int& status) {
  const auto text = read_whole(path);
  if (!text) {
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), path);
    status = no_access;
    return std::nullopt;
  }
  const auto named = format.empty() ? format_of(path) : format_named(format);
  diagnostics found;
  auto read = read_profile(rules, *text, named.value_or(profile_format::json), found, path);
  for (const diagnostic& each : found) std::cerr << to_text(each, with.in) << '\n';
  status = count(found, severity::error) > 0 ? findings : done;
  if (read) return std::move(*read);
  std::cerr << to_text(read.error(), with.in) << '\n';
  status = findings;
  return std::nullopt;
}

}  // namespace sudui::cli
