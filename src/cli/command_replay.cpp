// `sudui replay`: decides every line of a log again and reports any difference.
//
// Tested by tests/cli/replay.sh.
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <spdlog/spdlog.h>

#include <sudui/audit.hpp>

#include "cli/output.hpp"
#include "cli/rules_option.hpp"
#include "cli/status.hpp"

namespace sudui::cli {
namespace {

struct replay_counts {
  std::uint64_t lines = 0, same = 0, different = 0, no_profile = 0, unreadable = 0;
  std::uint64_t other_rules = 0;
  std::map<std::string, std::uint64_t> by_policy;  // lines on which it differs
};

struct replay_command {
  const session& with;
  rules_option rules;
  std::string log;
  std::vector<std::string> stores;

  [[nodiscard]] int run() const;

 private:
  [[nodiscard]] bool take_store(const std::string& path, replayer& into,
                                std::uint64_t& flawed) const;
  void tell(std::uint64_t line, const replayed& made, output& out) const;
  void tell_counts(const replay_counts& all, output& out) const;
  [[nodiscard]] std::optional<bind_options> options(int& status, const rule_set& of) const;
};

std::string joined(const std::vector<std::string>& all) {
  std::string made;
  for (const auto& each : all) made += (made.empty() ? "" : " ") + each;
  return made;
}

// A flawed line of the store is told and left out: whatever needed it has no profile then.
bool replay_command::take_store(const std::string& path, replayer& into,
                                std::uint64_t& flawed) const {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  std::string line;
  for (std::uint64_t number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const auto taken = into.add_profile(line);
    if (taken) continue;
    ++flawed;
    std::cerr << path << ':' << number << ": " << taken.error().message.in(with.in) << '\n';
  }
  return true;
}

void replay_command::tell(std::uint64_t line, const replayed& made, output& out) const {
  if (made.is == replayed::state::same) return;
  const auto what = made.is == replayed::state::different
                        ? with.say("不同 ", "differs ") + joined(made.differences)
                        : made.reason.in(with.in);
  out.write(fmt::format("{}:{}: {} {}\n", log, line, made.id, what));
}

void count(const replayed& made, replay_counts& into) {
  ++into.lines;
  switch (made.is) {
    case replayed::state::same:
      ++into.same;
      break;
    case replayed::state::different:
      ++into.different;
      for (const auto& each : made.differences) ++into.by_policy[each];
      break;
    case replayed::state::no_profile:
      ++into.no_profile;
      break;
    case replayed::state::unreadable:
      ++into.unreadable;
      break;
  }
  if (!made.same_rules && made.is != replayed::state::unreadable) ++into.other_rules;
}

void replay_command::tell_counts(const replay_counts& all, output& out) const {
  for (const auto& [policy, lines] : all.by_policy) {
    out.write(fmt::format("{}  {}\n", policy, lines));
  }
  out.write(fmt::format("{} {} = {} {} + {} {} + {} {} + {} {}\n", with.say("行数", "lines"),
                        all.lines, with.say("相同", "same"), all.same,
                        with.say("不同", "different"), all.different,
                        with.say("缺画像", "without profile"), all.no_profile,
                        with.say("无法读取", "unreadable"), all.unreadable));
  if (all.other_rules > 0) {
    out.write(fmt::format("{} {}\n", with.say("由其他规则判定的行", "lines decided by other rules"),
                          all.other_rules));
  }
}

// Day and year stand in the log; policies and parameters are those of the options.
std::optional<bind_options> replay_command::options(int& status, const rule_set& of) const {
  bind_options made;
  made.policies = rules.policies;
  if (rules.parameters.empty()) return made;
  const auto text = read_whole(rules.parameters);
  if (!text) {
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), rules.parameters);
    status = no_access;
    return std::nullopt;
  }
  auto read = read_parameters(of, *text, rules.parameters);
  if (!read) {
    std::cerr << to_text(read.error(), with.in) << '\n';
    status = usage;
    return std::nullopt;
  }
  made.parameters = std::move(*read);
  return made;
}

int replay_command::run() const {
  int status = done;
  const auto loaded = load_rules(rules, with, status);
  if (!loaded) return status;
  const auto bound = options(status, *loaded);
  if (!bound) return status;
  replayer again(*loaded, *bound);
  std::uint64_t flawed = 0;
  for (const auto& each : stores) {
    if (take_store(each, again, flawed)) continue;
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), each);
    return no_access;
  }
  std::ifstream file;
  if (log != "-") file.open(log, std::ios::binary);
  std::istream& from = log == "-" ? std::cin : file;
  if (!from) {
    spdlog::error("{} `{}`", with.say("无法读取", "cannot read"), log);
    return no_access;
  }
  output out;
  replay_counts counts;
  std::string line;
  for (std::uint64_t number = 1; std::getline(from, line); ++number) {
    if (line.empty()) continue;
    const auto made = again.replay(line);
    tell(number, made, out);
    count(made, counts);
  }
  tell_counts(counts, out);
  if (!out.finish()) return no_access;
  return counts.same == counts.lines && flawed == 0 ? done : findings;
}

constexpr const char* replay_examples_zh = R"(示例
  sudui replay decisions.ndjson --profiles profiles.ndjson
  sudui replay decisions.ndjson --profiles profiles.ndjson --rules edited

逐行重新判定 sudui record 或服务写下的日志，列出结果不同的行和政策，最后是合计。
退出状态：0 全部相同，1 有不同、缺画像或无法读取的行，2 用法错误，3 无法读写)";

constexpr const char* replay_examples_en = R"(Examples
  sudui replay decisions.ndjson --profiles profiles.ndjson
  sudui replay decisions.ndjson --profiles profiles.ndjson --rules edited

Decides every line of a log again that `sudui record` or a service has written, lists lines and policies that
differ, then the counts. Exit status: 0 all the same, 1 lines that differ, have no profile or cannot be read,
2 usage, 3 cannot read or write)";

}  // namespace

void add_replay(CLI::App& app, session& with) {
  auto made = std::make_shared<replay_command>(replay_command{with, {}, {}, {}});
  CLI::App* command = add_command(
      app, with, "replay",
      with.say("重新判定日志并报告不同", "decide a log again and report any difference"),
      with.say(replay_examples_zh, replay_examples_en));
  command
      ->add_option("log", made->log,
                   with.say("判定日志，- 为标准输入", "log of decisions, `-` for standard input"))
      ->required()
      ->type_name("LOG");
  command
      ->add_option("--profiles", made->stores,
                   with.say("画像存档，可给多个", "store of profiles; may be given again"))
      ->type_name("FILE");
  made->rules.add_policies(*command, with);
  made->rules.add_parameters(*command, with);
  made->rules.add_folder(*command, with);
  command->callback([&with, made] { with.chosen = [made] { return made->run(); }; });
}

}  // namespace sudui::cli
