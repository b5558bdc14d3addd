// `sudui diff`: who gains and who loses by a change of rules, before it is published, and what it
// costs.
//
// Tested by tests/cli/diff.sh.
#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <spdlog/spdlog.h>
#include <thread>

#include "cli/diff_report.hpp"
#include "cli/diff_run.hpp"
#include "cli/input_options.hpp"
#include "cli/policy_names.hpp"
#include "cli/reading.hpp"
#include "cli/rules_option.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace sudui::cli {
namespace {

struct diff_command {
  const session& with;
  rules_option rules;  // the folder before, and what both sides share
  std::string folder_after;
  std::string day_before, day_after;
  input_options from;
  std::string by;
  std::string format = "text";
  std::string rejects;
  unsigned threads = 1;

  void add_to(CLI::App& command);
  [[nodiscard]] int run() const;

 private:
  [[nodiscard]] std::optional<diff_side> open(const std::string& folder, const std::string& day,
                                              int& status) const;
  [[nodiscard]] int compare(const diff_side& before, const diff_side& after,
                            const group_field& group) const;
  [[nodiscard]] std::string render(const diff_report& of) const;
};

std::optional<diff_side> diff_command::open(const std::string& folder, const std::string& day,
                                            int& status) const {
  rules_option said = rules;
  said.folder = folder;
  said.may_choose_none = true;  // a policy may be new, or gone
  if (!day.empty()) said.as_of = day;
  const auto loaded = load_rules(said, with, status);
  if (!loaded) return std::nullopt;
  const auto bound = bind_rules(*loaded, said, with, status);
  if (!bound) return std::nullopt;
  auto reading = find_reading(from, *loaded, with, status);
  if (!reading) return std::nullopt;
  return diff_side(*bound, std::move(*reading));
}

std::string diff_command::render(const diff_report& of) const {
  if (format == "json") return diff_json(of);
  return format == "csv" ? diff_csv(of) : diff_text(of, text_options_for(with.in));
}

int diff_command::compare(const diff_side& before, const diff_side& after,
                          const group_field& group) const {
  int status = done;
  const auto inputs = find_inputs(from, with, status);
  if (!inputs) return status;
  plain_destination into("", rejects);
  if (!into.refused().empty()) {
    spdlog::error("{} `{}`", with.say("无法写入", "cannot write"), into.refused());
    return no_access;
  }
  const auto pairs = pair_policies(before.by, after.by);
  const bool is_same = before.by.rules().digest() == after.by.rules().digest();
  const diff_task task{before, after, pairs, group, with.in, into.keeps_rejects(), is_same};
  diff_run run(task, threads, into);
  bool is_read = true;
  for (const input& each : *inputs) is_read = run.read(each) && is_read;
  const int stop = run.stopped_by();
  if (is_read && stop == 0) {
    into.write(render({before, after, run.finish(), group, run.counts()}));
  }
  const bool is_written = into.finish(is_read && stop == 0);
  if (!is_written) spdlog::error(with.say("写入失败", "writing failed"));
  std::cerr << fmt::format("{} {} = {} {} + {} {}  {:.2f} s\n", with.say("读取", "read"),
                           run.counts().read(), with.say("已比较", "compared"),
                           run.counts().decided, with.say("退回", "rejected"),
                           run.counts().rejected, run.seconds());
  if (!is_read || !is_written) return no_access;
  if (stop != 0) {
    spdlog::warn(with.say("已中止，没有结果", "stopped; there is no result"));
    return stopped + stop;
  }
  return run.counts().rejected + run.counts().flawed > 0 ? findings : done;
}

int diff_command::run() const {
  int status = done;
  const auto before = open(rules.folder, day_before, status);
  if (!before) return status;
  const auto after = open(folder_after, day_after, status);
  if (!after) return status;
  const bool has_some = rules.policies == "*" || has_policy(before->by.rules(), rules.policies) ||
                        has_policy(after->by.rules(), rules.policies);
  if (!has_some) {
    say_no_policy(after->by.rules(), rules.policies, with);
    return usage;
  }
  const auto group = find_group_field(by, *before, *after);
  if (group) return compare(*before, *after, *group);
  spdlog::error("{} `{}`", with.say("没有这个文本字段", "there is no field of texts"), by);
  return usage;
}

void diff_command::add_to(CLI::App& command) {
  command
      .add_option("old", rules.folder,
                  with.say("旧规则：文件或文件夹", "rules before: a file or a folder"))
      ->required()
      ->type_name("OLD");
  command
      .add_option("new", folder_after,
                  with.say("新规则：文件或文件夹", "rules after: a file or a folder"))
      ->required()
      ->type_name("NEW");
  from.add_to(command, with);
  rules.add_dates(command, with);
  const auto add_day = [&](const char* name, std::string& into, const std::string& help) {
    command.add_option(name, into, help)->type_name("DATE");
  };
  add_day("--as-of-old", day_before,
          with.say("旧规则按哪一天（默认同 --as-of）",
                   "the day of the rules before (default: --as-of)"));
  add_day("--as-of-new", day_after,
          with.say("新规则按哪一天（默认同 --as-of）",
                   "the day of the rules after (default: --as-of)"));
  rules.add_policies(command, with);
  rules.add_parameters(command, with);
  command
      .add_option("--by", by,
                  with.say("按哪个文本字段分组；FIELD:N 只取前 N 个字（默认 division_code:6）",
                           "field of texts to group by; FIELD:N takes the first N characters "
                           "(default: division_code:6)"))
      ->type_name("FIELD");
  command
      .add_option("--format", format,
                  with.say("输出格式（默认 text）", "form of the output (default: text)"))
      ->type_name("WORD")
      ->check(CLI::IsMember({"text", "json", "csv"}));
  command
      .add_option("--rejects", rejects,
                  with.say("把无法使用的行写入该文件（NDJSON）",
                           "write rows that cannot be used to this file (NDJSON)"))
      ->type_name("FILE");
  threads = std::max(1U, std::thread::hardware_concurrency());
  command
      .add_option("--threads", threads,
                  with.say("用几个线程（默认：全部处理器核）；结果与线程数无关",
                           "threads (default: all cores); the output is the same for any number"))
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
}

constexpr const char* diff_examples_zh = R"(示例
  sudui diff rules/ draft/ all.ndjson --as-of 2024-01-01       草案使谁增加、谁减少
  sudui diff rules/ rules/ all.ndjson --as-of-old 2023-12-31 --as-of-new 2024-01-01
                                                               同一套规则，两个日期
  sudui diff rules/ draft/ all.csv --by industry_code:1 --format csv > change.csv

退出状态：0 完成，1 有退回行或有不合要求的值，2 用法错误，3 无法读写，130 被 Ctrl-C 中止)";

constexpr const char* diff_examples_en = R"(Examples
  sudui diff rules/ draft/ all.ndjson --as-of 2024-01-01       who gains and loses by a draft
  sudui diff rules/ rules/ all.ndjson --as-of-old 2023-12-31 --as-of-new 2024-01-01
                                                               the same rules on two days
  sudui diff rules/ draft/ all.csv --by industry_code:1 --format csv > change.csv

Exit status: 0 done, 1 rejects or values that do not fit, 2 usage, 3 cannot read or write,
130 stopped by Ctrl-C)";

}  // namespace

void add_diff(CLI::App& app, session& with) {
  auto made =
      std::make_shared<diff_command>(diff_command{with, {}, {}, {}, {}, {}, {}, "text", {}, 1});
  CLI::App* command =
      add_command(app, with, "diff",
                  with.say("两套规则对同一批企业的差别：谁增加、谁减少、金额多少",
                           "who gains and who loses by a change of rules, and what it costs"),
                  with.say(diff_examples_zh, diff_examples_en));
  made->add_to(*command);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
