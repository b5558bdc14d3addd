// Finding, loading and binding the rules, alike for all commands.
//
// A program in the build tree uses the rules of its source tree; an installed one has no such
// folder on most machines and uses those installed beside it, found relative to itself, so that a
// prefix may be moved.
//
// Tested by tests/cli/rules_folder.sh and tests/cli/usage.sh.
#include "cli/rules_option.hpp"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <spdlog/spdlog.h>

#include "cli/policy_names.hpp"
#include "cli/status.hpp"

namespace sudui::cli {
namespace {

namespace fs = std::filesystem;

std::string beside_program() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  if (ignored || program.empty()) return {};
  const fs::path folder = program.parent_path().parent_path() / "share/sudui/rules";
  return fs::is_directory(folder, ignored) ? folder.string() : std::string();
}

bool is_in_build_tree() {
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  return fs::exists(program.parent_path() / "CMakeCache.txt", ignored);
}

date today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  localtime_r(&now, &parts);
  return date(std::chrono::year(parts.tm_year + 1900),
              std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
              std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
}

int status_of(const failure& why) {
  return why.code == errc::cannot_read || why.code == errc::limit_exceeded ? no_access : findings;
}

}  // namespace

void rules_option::add_folder(CLI::App& command, const session& with) {
  add_named("--rules", command, with);
}

void rules_option::add_folder_or_word(CLI::App& command, const session& with) {
  add_named("rules,--rules", command, with);
}

void rules_option::add_named(const char* names, CLI::App& command, const session& with) {
  command
      .add_option(names, folder,
                  with.say("规则文件或文件夹（默认：随软件提供的规则，或环境变量 SUDUI_RULES）",
                           "rule file or folder (default: SUDUI_RULES, else the shipped rules)"))
      ->type_name("DIR");
}

void rules_option::add_dates(CLI::App& command, const session& with) {
  command
      .add_option("--as-of", as_of,
                  with.say("按哪一天的规则判断（默认：今天）",
                           "the day the rules are read for (default: today)"))
      ->type_name("DATE");
  command
      .add_option("--year", year,
                  with.say("评定年度（默认：该日所在年）",
                           "assessment year (default: the year of that day)"))
      ->type_name("YEAR")
      ->check(CLI::Range(1900, 2999).description(""));
}

void rules_option::add_policies(CLI::App& command, const session& with) {
  command
      .add_option(
          "--policy", policies,
          with.say("只看编号匹配的政策，* 代表任意字符，如 'wujin/*'",
                   "only policies whose id matches, `*` for any run of characters: 'wujin/*'"))
      ->type_name("GLOB");
}

void rules_option::add_parameters(CLI::App& command, const session& with) {
  command
      .add_option("--parameters", parameters,
                  with.say("外部参数值的 YAML 或 JSON 文件",
                           "YAML or JSON file with values for parameters"))
      ->type_name("FILE");
}

std::string find_rules(const std::string& option) {
  if (!option.empty()) return option;
  if (const char* named = std::getenv("SUDUI_RULES"); named != nullptr && *named != '\0')
    return named;
  std::error_code ignored;
  const bool has_source = fs::is_directory(SUDUI_SOURCE_RULES, ignored);
  if (has_source && is_in_build_tree()) return SUDUI_SOURCE_RULES;
  return beside_program();
}

std::optional<rule_set> load_rules(const rules_option& from, const session& with, int& status) {
  const std::string folder = find_rules(from.folder);
  if (folder.empty()) {
    spdlog::error(with.say("找不到规则：请用 --rules 指定文件夹",
                           "no rules found: name a folder with --rules"));
    status = no_access;
    return std::nullopt;
  }
  load_options options;
  options.tests = from.has_tests;
  auto loaded = load(folder, options);
  if (loaded) return std::move(*loaded);
  std::cerr << to_text(loaded.error(), with.in) << '\n';
  status = status_of(loaded.error());
  return std::nullopt;
}

std::optional<date> day_of(const rules_option& from) {
  return from.as_of.empty() ? today() : parse_date(from.as_of);
}

std::optional<matcher> bind_rules(const rule_set& rules, const rules_option& from,
                                  const session& with, int& status) {
  status = usage;
  const auto day = day_of(from);
  if (!day) {
    spdlog::error(
        with.say("--as-of 需要 2024-01-31 这样的日期", "--as-of needs a date such as 2024-01-31"));
    return std::nullopt;
  }
  if (!from.may_choose_none && from.policies != "*" && !has_policy(rules, from.policies)) {
    say_no_policy(rules, from.policies, with);
    return std::nullopt;
  }
  bind_options options{from.year, from.policies, {}};
  if (!from.parameters.empty()) {
    const auto text = read_whole(from.parameters);
    if (!text) {
      spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), from.parameters);
      status = no_access;
      return std::nullopt;
    }
    auto values = read_parameters(rules, *text, from.parameters);
    if (!values) {
      std::cerr << to_text(values.error(), with.in) << '\n';
      return std::nullopt;
    }
    options.parameters = std::move(*values);
  }
  auto bound = rules.bind(*day, options);
  if (bound) return std::move(*bound);
  std::cerr << to_text(bound.error(), with.in) << '\n';
  return std::nullopt;
}

std::optional<std::string> read_whole(const std::string& path) {
  if (path == "-") return std::string{std::istreambuf_iterator<char>(std::cin), {}};
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return std::nullopt;
  return text;
}

}  // namespace sudui::cli
