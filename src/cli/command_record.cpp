// `sudui record`: decides companies and keeps a log that can be decided again, with the profiles in
// a store of their own.
//
// Tested by tests/cli/replay.sh.
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/audit.hpp>

#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/rules_option.hpp"
#include "cli/status.hpp"

namespace sudui::cli {
namespace {

struct record_command {
  const session& with;
  rules_option rules;
  std::vector<std::string> paths;
  std::string input_format;
  std::string log, store;
  int mask_from = 2;

  [[nodiscard]] int run() const;
};

// Writes a line of the log and of the store for company after company.
class recorder {
 public:
  recorder(const record_command& said, const matcher& by)
      : said_(said), by_(by), log_(said.log), store_(said.store) {}

  [[nodiscard]] bool is_good() const { return log_.is_good() && store_.is_good(); }
  [[nodiscard]] bool finish() {
    const bool has_log = log_.complete();
    return store_.complete() && has_log;
  }

  [[nodiscard]] bool read(const input& from) {
    return from.is_stream() ? read_stream(from) : read_one(from);
  }

  std::uint64_t decided = 0, rejected = 0;

 private:
  void take(const profile& company) {
    log_options options;
    options.id = std::to_string(++decided);
    options.mask_from = said_.mask_from;
    log_.write(log_line(by_, company, by_.match(company, reuse_), options) + "\n");
    store_.write(stored_profile(by_, company) + "\n");
  }

  void reject(const std::string& place, const std::string& why) {
    ++rejected;
    std::cerr << place << ": " << why << '\n';
  }

  [[nodiscard]] bool read_one(const input& from) {
    const auto text = read_whole(from.path);
    if (!text) return false;
    diagnostics found;
    const auto company = read_profile(by_.rules(), *text, from.format, found, from.path);
    for (const auto& each : found) std::cerr << to_text(each, said_.with.in) << '\n';
    if (company && count(found, severity::error) == 0) {
      take(*company);
    } else {
      reject(from.path, said_.with.say("无法使用", "cannot be used"));
    }
    return true;
  }

  [[nodiscard]] bool read_stream(const input& from) {
    std::ifstream file;
    if (from.path != "-") {
      file.open(from.path, std::ios::binary);
      if (!file) return false;
    }
    profile_reader rows(by_.rules(), from.path == "-" ? std::cin : file, from.format);
    for (auto next = rows.next(); next != profile_reader::status::end; next = rows.next()) {
      if (next == profile_reader::status::row) {
        take(rows.row());
      } else {
        reject(fmt::format("{}:{}", from.path, rows.line()), rows.reason().in(said_.with.in));
      }
    }
    return true;
  }

  const record_command& said_;
  const matcher& by_;
  output log_, store_;
  scratch reuse_;
};

int record_command::run() const {
  int status = done;
  const auto loaded = load_rules(rules, with, status);
  if (!loaded) return status;
  const auto by = bind_rules(*loaded, rules, with, status);
  if (!by) return status;
  std::optional<input_flaw> flaw;
  const auto inputs = list_inputs(paths, input_format, flaw);
  if (flaw) {
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), flaw->path);
    return flaw->is_unknown_format ? usage : no_access;
  }
  recorder into(*this, *by);
  for (const auto& each : inputs) {
    if (into.is_good() && into.read(each)) continue;
    spdlog::error("{} `{}`", with.say("无法读写", "cannot read or write"),
                  into.is_good() ? each.path : log + "` `" + store);
    return no_access;
  }
  if (!into.finish()) {
    spdlog::error(with.say("写入失败", "writing failed"));
    return no_access;
  }
  std::cerr << fmt::format("{} {} = {} {} + {} {}\n", with.say("读取", "read"),
                           into.decided + into.rejected, with.say("已判定", "decided"),
                           into.decided, with.say("退回", "rejected"), into.rejected);
  return into.rejected > 0 ? findings : done;
}

constexpr const char* record_examples_zh = R"(示例
  sudui record companies.ndjson --as-of 2023-12-31 --log decisions.ndjson --store profiles.ndjson
  sudui replay decisions.ndjson --profiles profiles.ndjson

日志每行一家企业：规则摘要、引擎版本、日期、年度、画像摘要和判定；S2 及以上字段的值已脱敏。
画像原值只在 --store 文件中。退出状态：0 完成，1 有退回的行，2 用法错误，3 无法读写)";

constexpr const char* record_examples_en = R"(Examples
  sudui record companies.ndjson --as-of 2023-12-31 --log decisions.ndjson --store profiles.ndjson
  sudui replay decisions.ndjson --profiles profiles.ndjson

A line of the log is one company: digest of the rules, version of the engine, dates, digest of the profile and
the decisions; values of fields of sensitivity S2 and above are masked. The values themselves stand in the file of
--store alone. Exit status: 0 done, 1 rows were rejected, 2 usage, 3 cannot read or write)";

}  // namespace

void add_record(CLI::App& app, session& with) {
  auto made = std::make_shared<record_command>(record_command{with, {}, {}, {}, {}, {}});
  CLI::App* command = add_command(
      app, with, "record",
      with.say("判定并写入可重新判定的日志", "decide, and keep a log that can be decided again"),
      with.say(record_examples_zh, record_examples_en));
  command
      ->add_option("profiles", made->paths,
                   with.say("画像文件或文件夹，- 为标准输入",
                            "files or folders of profiles, `-` for standard input"))
      ->required()
      ->type_name("PROFILES");
  made->rules.add_dates(*command, with);
  made->rules.add_policies(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  command
      ->add_option("--input-format", made->input_format,
                   with.say("输入格式（默认按文件扩展名）",
                            "form of the input (default: by the name of the file)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"json", "yaml", "ndjson", "csv"}));
  command->add_option("--log", made->log, with.say("判定日志文件", "file for the decisions"))
      ->required()
      ->type_name("FILE");
  command->add_option("--store", made->store, with.say("画像存档文件", "file for the profiles"))
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--mask-from", made->mask_from,
                   with.say("日志中从哪一级起脱敏（默认 2，5 为不脱敏）",
                            "level from which the log masks values (default: 2; 5 masks nothing)"))
      ->type_name("LEVEL")
      ->check(CLI::Range(0, 5));
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
